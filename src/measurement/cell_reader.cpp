#include "measurement/cell_reader.hpp"

#include <algorithm>

#include "measurement/state_reader.hpp"
#include "measurement/subtree_sums.hpp"

namespace maerkbar::measurement {

namespace {

using Sums = std::map<Period, Cell>;
using organisation::Membership;
using organisation::UnitTree;

PeriodKind grain_for(PeriodKind kind) {
    return kind == PeriodKind::week ? PeriodKind::week : PeriodKind::month;
}

void merge_into(Sums& sums, PeriodKind kind, const CellsByDay& cells) {
    for (const auto& [first, cell] : cells)
        sums[Period::containing(kind, first)].merge(cell);
}

Result<Sums> sum_days(storage::Connection& connection, const CellSet& set, const CellQuestion& question,
                      std::span<const Membership> members) {
    Sums sums;
    for (const auto& member : members)
        for (const auto& cell :
             TRY(day_cells(connection, set, {member.unit, organisation::beginning, organisation::forever})))
            if (question.first <= cell.day && cell.day <= question.last && member.valid.holds(cell.day))
                sums[Period::containing(question.kind, cell.day)].merge(cell.cell);
    return sums;
}

// Own cells of each unit, as organised now.
Result<Sums> sum_own(storage::Connection& connection, const CellSet& set, const CellQuestion& question,
                     std::span<const Membership> members) {
    Sums sums;
    for (const auto& member : members)
        merge_into(sums, question.kind,
                   TRY(period_cells(connection, set, Scope::own, grain_for(question.kind),
                                    {member.unit, question.first, question.last})));
    return sums;
}

Result<Sums> sum_then(storage::Connection& connection, const UnitTree& tree, const CellSet& set,
                      const CellQuestion& question) {
    Sums sums;
    const auto grain = grain_for(question.kind);
    const auto begins = subtree_begins(tree, question.unit);
    // The first period whose subtree sum is kept; those before are the unit's own.
    const auto kept =
        begins ? std::max(question.first, Period::containing(grain, *begins).first) : question.last + 1;
    if (question.first < kept)
        merge_into(
            sums, question.kind,
            TRY(period_cells(connection, set, Scope::own, grain, {question.unit, question.first, kept - 1})));
    if (kept <= question.last)
        merge_into(
            sums, question.kind,
            TRY(period_cells(connection, set, Scope::subtree, grain, {question.unit, kept, question.last})));
    return sums;
}

} // namespace

std::vector<Membership> members(const UnitTree& tree, const CellQuestion& question) {
    if (question.view == View::as_then) return tree.memberships(question.unit);
    std::vector<Membership> found;
    for (const auto unit : tree.subtree_now(question.unit, question.today))
        found.push_back({unit, {}});
    return found;
}

Result<Sums> read_cells(storage::Connection& connection, const UnitTree& tree, const CellSet& set,
                        const CellQuestion& question) {
    if (question.stock != Stock::none) return read_states(connection, members(tree, question), set, question);
    if (question.kind == PeriodKind::day) return sum_days(connection, set, question, members(tree, question));
    if (question.view == View::as_now) return sum_own(connection, set, question, members(tree, question));
    return sum_then(connection, tree, set, question);
}

Result<std::vector<Date>> read_event_days(storage::Connection& connection, const UnitTree& tree,
                                          const CellSet& set, const CellQuestion& question,
                                          bool by_fact_day) {
    std::vector<Date> events;
    const auto holds = [&](const Membership& member, Date day) {
        return question.first <= day && day <= question.last && member.valid.holds(day);
    };
    for (const auto& member : members(tree, question))
        for (const auto& [first, month] : TRY(period_cells(connection, set, Scope::own, PeriodKind::month,
                                                           {member.unit, question.first, question.last}))) {
            if (month.count == 0) continue;
            const Period period{PeriodKind::month, first};
            const UnitDays days = by_fact_day
                                      ? UnitDays{member.unit, period.first, period.last()}
                                      : UnitDays{member.unit, organisation::beginning, organisation::forever};
            for (const auto& cell : TRY(day_cells(connection, set, days)))
                if (period.first <= cell.day && cell.day <= period.last() && holds(member, cell.day))
                    events.insert(events.end(), static_cast<std::size_t>(cell.cell.count), cell.day);
        }
    std::ranges::sort(events);
    return events;
}

} // namespace maerkbar::measurement
