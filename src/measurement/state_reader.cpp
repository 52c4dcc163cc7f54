#include "measurement/state_reader.hpp"

#include <algorithm>

namespace maerkbar::measurement {

namespace {

using organisation::Membership;
using States = std::map<Period, Cell>;

PeriodKind grain_of(PeriodKind kind) {
    return kind == PeriodKind::day || kind == PeriodKind::week ? kind : PeriodKind::month;
}

// What is kept of one unit, by the first day of each grain; days are put together from its facts' cells.
Result<CellsByDay> own_cells(storage::Connection& connection, const CellSet& set, PeriodKind grain,
                             UnitDays span) {
    if (grain != PeriodKind::day) return period_cells(connection, set, Scope::own, grain, span);
    CellsByDay days;
    for (const auto& cell :
         TRY(day_cells(connection, set, {span.unit, organisation::beginning, organisation::forever})))
        if (span.first <= cell.day && cell.day <= span.last) days[cell.day].merge(cell.cell);
    return days;
}

// How many grains of a period lie before the one that begins on this day.
int place_in(Period period, PeriodKind grain, Date day) {
    int place = 0;
    for (auto part = Period::containing(grain, period.first); part.first < day; part = part.next())
        ++place;
    return place;
}

// Adds up the states of units as they come, one unit after the other.
class StateSum {
  public:
    explicit StateSum(const CellQuestion& question)
        : question_(question),
          grain_(grain_of(question.kind)),
          first_(Period::containing(question.kind, question.first).first) {}

    [[nodiscard]] UnitDays span_of(UnitId unit) const {
        const bool all = question_.stock == Stock::standing;
        return {unit, all ? organisation::beginning : first_, question_.last};
    }
    [[nodiscard]] PeriodKind grain() const { return grain_; }

    void add(const Membership& member, const CellsByDay& own) {
        if (question_.stock == Stock::standing) return add_standing(member, own);
        add_reported(member, own);
    }

    // The sums, with late states marked: those at an earlier place in their period than others of this
    // series.
    States take() {
        int usual = 0;
        for (const auto& [period, places] : places_)
            usual = std::max(usual, *std::ranges::max_element(places));
        for (const auto& [period, places] : places_)
            sums_[period].units_late =
                std::ranges::count_if(places, [&](int place) { return place < usual; });
        return std::move(sums_);
    }

  private:
    void add_reported(const Membership& member, const CellsByDay& own) {
        std::map<Period, CellsByDay::const_iterator> last;
        for (auto cell = own.begin(); cell != own.end(); ++cell)
            if (cell->second.count > 0) last[Period::containing(question_.kind, cell->first)] = cell;
        for (const auto& [period, cell] : last) {
            if (!member.valid.holds(period.last())) continue;
            auto& sum = sums_[period];
            sum.merge(cell->second);
            ++sum.units;
            places_[period].push_back(place_in(period, grain_, cell->first));
        }
    }

    void add_standing(const Membership& member, const CellsByDay& own) {
        if (own.empty()) return;
        Cell standing;
        auto next = own.begin();
        for (auto period = Period::containing(question_.kind, next->first); period.first <= question_.last;
             period = period.next()) {
            for (; next != own.end() && next->first <= period.last(); ++next)
                standing.merge(next->second);
            if (first_ <= period.first && member.valid.holds(period.last())) sums_[period].merge(standing);
        }
    }

    const CellQuestion& question_;
    PeriodKind grain_;
    Date first_; // of the first period asked for
    States sums_;
    std::map<Period, std::vector<int>> places_; // of the reported states, by period
};

} // namespace

Result<States> read_states(storage::Connection& connection, std::span<const Membership> members,
                           const CellSet& set, const CellQuestion& question) {
    StateSum sum(question);
    for (const auto& member : members)
        sum.add(member, TRY(own_cells(connection, set, sum.grain(), sum.span_of(member.unit))));
    return sum.take();
}

} // namespace maerkbar::measurement
