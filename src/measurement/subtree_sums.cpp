#include "measurement/subtree_sums.hpp"

#include <algorithm>

namespace maerkbar::measurement {

namespace {

using organisation::Membership;
using organisation::UnitTree;

// Sums for one edition and grain; holds all own cells of the span that is asked for.
class Summer {
  public:
    Summer(storage::Database& database, const CellSet& set, Sight sight)
        : database_(database), set_(set), sight_(sight) {}

    Result<void> load(PeriodKind grain, DaySpan span) {
        own_ = TRY(database_.read([&](storage::Connection& connection) {
            return all_period_cells(connection, set_, Scope::own, grain, span, sight_);
        }));
        return {};
    }

    Result<Cell> sum(std::span<const Membership> members, Period period) {
        Cell total;
        for (const auto& member : members) {
            if (member.valid.from <= period.first && period.last() < member.valid.to) {
                add_whole(member.unit, period, total);
            } else if (member.valid.from <= period.last() && period.first < member.valid.to) {
                TRY(add_part(member, period, total));
            }
        }
        return total;
    }

  private:
    void add_whole(UnitId unit, Period period, Cell& total) const {
        const auto cells = own_.find(unit);
        if (cells == own_.end()) return;
        const auto cell = cells->second.find(period.first);
        if (cell != cells->second.end()) total.merge(cell->second);
    }

    // A unit that came or went within the period counts with its days beneath the top.
    Result<void> add_part(const Membership& member, Period period, Cell& total) {
        for (const auto& cell : TRY(days_of(member.unit)))
            if (period.first <= cell.day && cell.day <= period.last() && member.valid.holds(cell.day))
                total.merge(cell.cell);
        return {};
    }

    Result<std::span<const DayCell>> days_of(UnitId unit) {
        const auto known = days_.find(unit);
        if (known != days_.end()) return std::span<const DayCell>(known->second);
        auto cells = TRY(database_.read([&](storage::Connection& connection) {
            return day_cells(connection, set_, {unit, organisation::beginning, organisation::forever},
                             sight_);
        }));
        return std::span<const DayCell>(days_[unit] = std::move(cells));
    }

    storage::Database& database_;
    const CellSet& set_;
    Sight sight_;
    CellsByUnit own_;
    std::unordered_map<UnitId, std::vector<DayCell>> days_;
};

std::vector<Period> periods_between(Date from, Date to) {
    std::vector<Period> periods;
    for (const auto grain : kept_grains)
        for (auto period = Period::containing(grain, from); period.first <= to; period = period.next())
            periods.push_back(period);
    return periods;
}

// Remembers where subtrees begin; the tree is asked once a unit.
class Beginnings {
  public:
    explicit Beginnings(const UnitTree& tree) : tree_(tree) {}

    bool kept(UnitId top, Period period) {
        const auto [known, fresh] = begins_.try_emplace(top);
        if (fresh) known->second = subtree_begins(tree_, top);
        return known->second && *known->second <= period.last();
    }

  private:
    const UnitTree& tree_;
    std::unordered_map<UnitId, std::optional<Date>> begins_;
};

void add_touched(std::span<const organisation::Lineage> lineages, const ChangedDay& change,
                 Beginnings& beginnings, std::set<SubtreePeriod>& sums) {
    for (const auto grain : kept_grains) {
        const auto period = Period::containing(grain, change.day);
        if (beginnings.kept(change.unit, period)) sums.insert({change.unit, period});
        for (const auto& lineage : lineages)
            if (lineage.valid.holds(change.day))
                for (const auto ancestor : lineage.ancestors)
                    sums.insert({ancestor, period});
    }
}

} // namespace

std::optional<Date> subtree_begins(const UnitTree& tree, UnitId unit) {
    std::optional<Date> begins;
    for (const auto& member : tree.memberships(unit))
        if (member.unit != unit) begins = std::min(begins.value_or(member.valid.from), member.valid.from);
    return begins;
}

std::set<SubtreePeriod> touched_sums(const UnitTree& tree, std::span<const ChangedDay> changes) {
    std::unordered_map<UnitId, std::vector<organisation::Lineage>> lineages;
    Beginnings beginnings(tree);
    std::set<SubtreePeriod> sums;
    for (const auto& change : changes) {
        const auto [known, fresh] = lineages.try_emplace(change.unit);
        if (fresh) known->second = tree.lineages(change.unit);
        add_touched(known->second, change, beginnings, sums);
    }
    return sums;
}

std::set<SubtreePeriod> all_sums(const UnitTree& tree, Date from, Date to) {
    std::set<SubtreePeriod> sums;
    Beginnings beginnings(tree);
    const auto periods = periods_between(from, to);
    for (const auto& unit : tree.units())
        for (const auto period : periods)
            if (beginnings.kept(unit.id, period)) sums.insert({unit.id, period});
    return sums;
}

Result<void> write_subtree_sums(storage::Database& database, const UnitTree& tree, const CellSet& set,
                                const std::set<SubtreePeriod>& sums, VersionId version, CellWriter& writer) {
    TRY(writer.finish()); // own cells must be there to be read
    Summer summer(database, set, {version});
    std::map<UnitId, std::vector<Membership>> members;
    for (const auto grain : kept_grains) {
        std::vector<SubtreePeriod> wanted;
        std::ranges::copy_if(sums, std::back_inserter(wanted),
                             [&](const auto& sum) { return sum.period.kind == grain; });
        if (wanted.empty()) continue;
        const auto [first, last] =
            std::ranges::minmax(wanted, {}, [](const auto& sum) { return sum.period.first; });
        TRY(summer.load(grain, {first.period.first, last.period.first}));
        for (const auto& sum : wanted) {
            const auto [known, fresh] = members.try_emplace(sum.top);
            if (fresh) known->second = tree.memberships(sum.top);
            TRY(writer.period(set, Scope::subtree, sum.top, sum.period,
                              TRY(summer.sum(known->second, sum.period))));
        }
    }
    return {};
}

} // namespace maerkbar::measurement
