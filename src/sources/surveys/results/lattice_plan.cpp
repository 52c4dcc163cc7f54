#include "sources/surveys/results/lattice_plan.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/names.hpp"
#include "disclosure/running_period.hpp"

namespace maerkbar::surveys::results {

namespace {

using disclosure::AtomIndex;
constexpr std::array<std::string_view, 6> kind_names{"month",         "quarter",      "year",
                                                     "month_to_date", "year_to_date", "wave"};
constexpr std::array<std::string_view, 3> view_names{"self", "for_person", "proxy"};
constexpr std::int64_t step_of_running = 10; // new answers before a running month is shown again

// Weeks that no group tells apart, of one unit, contact point, customer type and wave.
struct Cell {
    Date segment;
    UnitId unit;
    CatalogueId contact_point;
    CatalogueId customer_type;
    WaveId wave;
    auto operator<=>(const Cell&) const = default;
};

// Wider groups first.
int level_of(const GroupKey& key) {
    const bool both = key.contact_point && key.customer_type;
    switch (key.kind) {
        case GroupKind::year:
            return 0;
        case GroupKind::quarter:
            return key.split() ? 5 : 2;
        case GroupKind::wave:
            return 1;
        case GroupKind::month:
            return 3;
        case GroupKind::year_to_date:
            return both ? 6 : 4;
        case GroupKind::month_to_date:
            break;
    }
    return 7;
}

class Planner {
  public:
    Planner(const Atoms& atoms, const AskedLattice& asked, const Lineage& lineage, const Shown& shown)
        : atoms_(atoms),
          question_(asked.question),
          pair_(asked.pair),
          until_(asked.counted_until),
          over_(asked.waves_over),
          lineage_(lineage),
          shown_(shown) {}

    LatticePlan plan() {
        for (const auto& [key, showing] : shown_)
            if (key.kind == GroupKind::month_to_date)
                cuts_.insert(key.last - 6);
            else if (key.kind == GroupKind::wave)
                ends_[key.wave].insert(key.last - 6);
        for (const auto wave : over_)
            if (ends_[wave].empty()) ends_[wave].insert(until_);
        for (const auto& [key, counts] : atoms_)
            if (key.wave && !ends_.contains(key.wave)) {
                running_.insert(key.wave);
                ends_[key.wave].insert(until_);
            }
        cuts_.insert(until_);
        for (const auto& [key, counts] : atoms_)
            place(key, counts);
        for (const auto& [cell, counts] : cells_)
            add_atom(cell, counts);
        for (auto& [key, members] : groups_)
            add_group(key, members);
        return std::move(plan_);
    }

  private:
    // Weeks of a month are one but where a running month was cut.
    [[nodiscard]] Date segment_of(Date week) const {
        const auto month = Period::containing(PeriodKind::month, week);
        auto segment = month.first;
        for (const auto cut : cuts_)
            if (cut < week && cut >= month.first) segment = std::max(segment, cut);
        for (const auto& [wave, ends] : ends_)
            for (const auto end : ends)
                if (end < week && end >= month.first) segment = std::max(segment, end);
        return segment;
    }

    void place(const AtomKey& key, const CountsByQuestion& counts) {
        const auto found = counts.find(question_);
        if (found == counts.end() || key.week > until_) return;
        const Cell cell{segment_of(key.week), key.unit, key.contact_point, key.customer_type, key.wave};
        cells_[cell].add(found->second);
        weeks_[cell] = std::max(weeks_[cell], key.week);
    }

    void add_atom(const Cell& cell, const Counts& counts) {
        const auto index = static_cast<AtomIndex>(plan_.lattice.atoms.size());
        const auto block = blocks_
                               .emplace(std::tuple(cell.segment, cell.unit, cell.wave),
                                        static_cast<std::uint32_t>(blocks_.size()))
                               .first->second;
        plan_.lattice.atoms.push_back({counts.answers, block, same_answer(counts, pair_)});
        of_atoms_.push_back(counts);
        for (const auto unit : lineage_(cell.unit, weeks_[cell]))
            add_to_groups(cell, unit, index);
    }

    void add_to_groups(const Cell& cell, UnitId unit, AtomIndex atom) {
        const auto day = weeks_[cell];
        for (const auto kind : {GroupKind::month, GroupKind::quarter, GroupKind::year})
            join({unit, {}, {}, kind, {}, {}}, cell, atom);
        join({unit, cell.contact_point, {}, GroupKind::quarter, {}, {}}, cell, atom);
        const auto quarter = Period::containing(PeriodKind::quarter, day).number();
        for (int end = quarter; end <= 4; ++end) {
            const auto last = Date::from(day.year(), end * 3, 1);
            const auto to = Period::containing(PeriodKind::quarter, *last).last();
            for (const auto& [point, type] : splits_of(cell))
                join_until({unit, point, type, GroupKind::year_to_date, {}, {}}, cell, atom, to);
        }
        join_wave(cell, unit, atom);
        for (const auto cut : cuts_)
            if (day <= cut &&
                Period::containing(PeriodKind::month, cut) == Period::containing(PeriodKind::month, day))
                join_until({unit, {}, {}, GroupKind::month_to_date, {}, {}}, cell, atom, cut + 6);
    }

    // What comes late for a wave that is shown is not part of it any more.
    void join_wave(const Cell& cell, UnitId unit, AtomIndex atom) {
        const auto found = ends_.find(cell.wave);
        if (!cell.wave || found == ends_.end()) return;
        const auto year = Period::containing(PeriodKind::year, weeks_[cell]);
        for (const auto end : found->second)
            if (weeks_[cell] <= end)
                groups_[{unit, {}, {}, GroupKind::wave, year.first, end + 6, cell.wave}].insert(atom);
    }

    static std::vector<std::pair<CatalogueId, CatalogueId>> splits_of(const Cell& cell) {
        std::vector<std::pair<CatalogueId, CatalogueId>> splits{{cell.contact_point, {}},
                                                                {{}, cell.customer_type}};
        if (cell.contact_point && cell.customer_type)
            splits.emplace_back(cell.contact_point, cell.customer_type);
        return splits;
    }

    void join(GroupKey key, const Cell& cell, AtomIndex atom) {
        static constexpr PeriodKind kinds[] = {PeriodKind::month, PeriodKind::quarter, PeriodKind::year};
        const auto period = Period::containing(kinds[static_cast<std::size_t>(key.kind)], weeks_[cell]);
        if (!is_over(period, until_)) return;
        key.first = period.first;
        key.last = period.last();
        groups_[key].insert(atom);
    }

    void join_until(GroupKey key, const Cell& cell, AtomIndex atom, Date last) {
        const auto month = key.kind == GroupKind::month_to_date;
        if (!month && !key.split()) return;
        if (!month && !is_over(Period::containing(PeriodKind::quarter, last), until_)) return;
        key.first = Period::containing(month ? PeriodKind::month : PeriodKind::year, weeks_[cell]).first;
        key.last = last;
        groups_[key].insert(atom);
    }

    // A running month is shown in steps of at least ten answers, and no longer once it is over.
    [[nodiscard]] bool too_early(const GroupKey& key, std::int64_t answers) const {
        if (key.kind != GroupKind::month_to_date || shown_.contains(key)) return false;
        if (is_over(Period::containing(PeriodKind::month, key.first), until_)) return true;
        std::int64_t before = 0;
        for (const auto& [other, members] : groups_)
            if (other.kind == key.kind && other.unit == key.unit && other.first == key.first &&
                other.last < key.last && shown_.contains(other))
                before = std::max(before, answers_of(members));
        return disclosure::shown_of_running(answers, before, step_of_running) != answers || answers == before;
    }

    [[nodiscard]] std::int64_t answers_of(const std::set<AtomIndex>& members) const {
        std::int64_t answers = 0;
        for (const auto atom : members)
            answers += of_atoms_[atom].answers;
        return answers;
    }

    void add_group(const GroupKey& key, const std::set<AtomIndex>& members) {
        if (too_early(key, answers_of(members))) return;
        disclosure::Group group{text_of(key), {members.begin(), members.end()}, level_of(key), key.split()};
        if (const auto before = shown_.find(key); before != shown_.end()) group.decided = before->second;
        Counts counts;
        for (const auto atom : members)
            counts.add(of_atoms_[atom]);
        if (running_.contains(key.wave)) plan_.reserved.insert(plan_.keys.size());
        plan_.keys.push_back(key);
        plan_.lattice.groups.push_back(std::move(group));
        plan_.counts.push_back(std::move(counts));
    }

    const Atoms& atoms_;
    std::string_view question_;
    bool pair_;
    Date until_;
    const std::set<WaveId>& over_;
    const Lineage& lineage_;
    const Shown& shown_;
    std::set<Date> cuts_; // Mondays of the weeks after which a running month was or is shown
    std::map<WaveId, std::set<Date>> ends_; // Mondays of the last weeks of waves that are or were over
    std::set<WaveId> running_;              // those that still take answers
    std::map<Cell, Counts> cells_;
    std::map<Cell, Date> weeks_; // the last week of each
    std::map<std::tuple<Date, UnitId, WaveId>, std::uint32_t> blocks_;
    std::vector<Counts> of_atoms_;
    std::map<GroupKey, std::set<AtomIndex>> groups_;
    LatticePlan plan_;
};

} // namespace

std::string_view name_of(GroupKind kind) {
    return name_in(std::span<const std::string_view>(kind_names), kind);
}

std::optional<GroupKind> group_kind_named(std::string_view name) {
    return named_in<GroupKind>(kind_names, name);
}

std::string_view name_of(View view) {
    return name_in(std::span<const std::string_view>(view_names), view);
}

std::optional<View> named_view(std::string_view name) {
    return named_in<View>(view_names, name);
}

View view_of(const Proxy& proxy) {
    if (!proxy.is_proxy()) return View::self;
    return proxy.view == WhoseView::person ? View::for_person : View::proxy;
}

std::string text_of(const GroupKey& key) {
    std::string text;
    for (const auto part : {key.unit.value, key.contact_point.value, key.customer_type.value})
        text += std::to_string(part) + '/';
    text += std::string(name_of(key.kind)) + '/' + key.first.iso() + '/' + key.last.iso();
    return key.wave ? text + '/' + std::to_string(key.wave.value) : text;
}

bool is_over(Period period, Date counted_until) {
    const auto last = period.last();
    const auto monday = Period::containing(PeriodKind::week, last).first;
    return monday <= counted_until;
}

LatticePlan plan_lattice(const Atoms& atoms, const AskedLattice& asked, const Lineage& lineage,
                         const Shown& shown) {
    return Planner(atoms, asked, lineage, shown).plan();
}

} // namespace maerkbar::surveys::results
