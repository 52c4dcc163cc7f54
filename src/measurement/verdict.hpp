#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.hpp"
#include "base/strong_id.hpp"
#include "measurement/definition.hpp"
#include "measurement/target.hpp"

// The one object behind chart, table, sentence, API, report and alert. Everything in it is plain data with
// stable names; verdict_json.hpp writes it, sentence.hpp says it.
namespace maerkbar::measurement {

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

enum class PeriodState {
    complete,         // ended, and the facts reach its end: its value is arithmetic
    running,          // has not ended, or the facts do not reach its end yet
    no_facts,         // ended without a single fact ("missing")
    zero_denominator, // facts, but nothing to divide by
    hidden,           // facts, too few to be shown without giving somebody away
};

enum class ChartType { run, i, i_prime, p_prime, u_prime, p, u, c, g, t, none };

// Why that chart: said below every chart.
enum class ChartReason {
    chosen,          // by the person who defined the indicator
    few_points,      // run: under 12 points, too few for limits
    share,           // p_prime: a share of many, where volume varies
    rate,            // u_prime
    mean_with_count, // i_prime: means of varying numbers
    single_values,   // i: one number a period without a count behind it
    skewed,          // run: largest values are too skewed for limits
    rare_events,     // t or g: time or number between rare events
    no_points,
};

// One period on the chart.
struct VerdictPoint {
    Period period;
    PeriodState state = PeriodState::complete;
    std::optional<double> value = {};
    std::optional<double> numerator = {};   // of shares, rates and ratios, in the unit people mean
    std::optional<double> denominator = {}; // of shares, rates, ratios and means
    std::int64_t count = 0;                 // rows behind it
    std::int64_t unknown = 0;               // rows that could not be judged
    std::int64_t units = 0;                 // of states: units that have one
    std::int64_t units_late = 0;            // of those, whose is older than the end of the period
    std::optional<double> centre = {};
    std::optional<double> lower = {};
    std::optional<double> upper = {};
    bool outside = false;                        // beyond a limit
    bool in_run = false;                         // part of the run that makes a signal
    bool excluded = false;                       // by a person, with a reason
    int phase = 0;                               // 0-based
    std::optional<std::int64_t> fewer_than = {}; // of a hidden period: the answers are fewer than this
    std::optional<Target> target = {};
};

enum class SignalKind { above_limit, below_limit, long_run_above, long_run_below, few_crossings };
enum class Meaning { better, worse, neutral };

// How one phase of the chart was judged: what it takes to check it by hand.
struct JudgedPhase {
    Period first;
    Period last;
    int points = 0; // that count
    std::optional<double> centre = {};
    std::optional<double> sigma = {};  // of a period, or of one record where limits depend on the number
    std::optional<double> spread = {}; // prime charts: how many times the variation that chance alone gives
    int useful = 0;                    // points off the centre line; the run rules use these alone
    int longest_run = 0;
    int longest_run_limit = 0; // more is a signal
    int crossings = 0;
    int crossings_limit = 0;                 // fewer is a signal
    std::optional<Period> frozen_until = {}; // the periods up to this one alone set centre and limits
};

// Something that chance alone hardly explains, and where.
struct Signal {
    SignalKind kind = SignalKind::above_limit;
    Meaning meaning = Meaning::neutral;
    Period from;
    Period to;
    int points = 1; // in the run
};

// The level before and after a shift.
struct LevelShift {
    enum class Status {
        accepted, // a person has divided the series here
        proposed, // the numbers say so; nobody has decided
    };
    Status status = Status::proposed;
    Period since;
    double before = 0;
    double now = 0;
    Meaning meaning = Meaning::neutral;
    std::string reason = {}; // the person's words
};

enum class TargetStatus {
    none,     // no target is set for the latest period
    kept,     // every row is in: arithmetic
    not_kept, //
    met,      // a sample: the whole interval is on the right side
    not_met,  // a sample: the whole interval is on the wrong side
    undecided // a sample across the target, or no complete period
};

// Whether the process as it runs now will keep the target in the next period.
enum class Capability {
    none,      // no target
    will_keep, // the limits lie wholly on the right side
    will_miss, // wholly on the wrong side
    varies,    // across the target
    unknown,   // too few points, old ones, or not predictable
};

enum class CautionKind {
    no_data,
    few_points,       // number: points there are
    constant,         // every value is the same
    missing_periods,  // periods
    running_period,   // periods: the one left out of signals
    zero_denominator, // periods
    hidden_periods,   // periods whose figures are not shown, to protect those who answered
    small_number,     // number: rows behind the latest value
    unknown_rows,     // number: rows of the latest period that could not be judged
    autocorrelation,  // number: lag-1 correlation
    late_data,        // periods: the latest complete one, where another should be in by now
    old_data,         // periods: the latest complete one, which ended too long ago to speak of today
    missing_states,   // number: units with a state in the period before, but none in the latest one
    late_states,      // number: units whose state is older than the end of the latest period
};

struct Caution {
    CautionKind kind = CautionKind::no_data;
    double number = 0;
    std::vector<Period> periods = {};
};

// The word on the card.
enum class Tag { no_data, too_few, stable, better, worse, changed, old };

// From one rare event to the next, and when that was.
struct BetweenPoint {
    Date day;
    std::int64_t days = 0; // since the event before
    std::optional<double> centre = {};
    std::optional<double> lower = {};
    std::optional<double> upper = {};
    bool outside = false;
    bool excluded = false;
};

// Of events so rare that most periods have none: the chart that is judged instead of their number.
struct BetweenChart {
    ChartType type = ChartType::t;
    std::vector<BetweenPoint> points;
    std::int64_t since_last = 0; // days from the last event to the end of the latest complete period
    bool unusually_long = false; // that time is beyond the limit already
};

struct Verdict {
    IndicatorId indicator;
    UnitId unit;
    PeriodKind period_kind = PeriodKind::month;
    Direction direction = Direction::neutral;
    std::vector<VerdictPoint> points; // every period of the span in order, also missing ones

    std::optional<std::size_t> latest = {}; // index of the latest complete period with a value
    std::optional<Interval> interval = {};  // of its value; only for samples
    // Where the latest value may lie if each record behind it came about by chance (95 %): for comparing
    // units of different size. Wilson, Poisson, Student or order statistics, by what is counted.
    std::optional<Interval> uncertainty = {};
    ChartType chart = ChartType::none;
    ChartReason chart_reason = ChartReason::no_points;
    std::vector<std::size_t> phase_starts; // indexes into points; the first is 0
    std::vector<JudgedPhase> phases = {};  // empty without a chart
    std::optional<BetweenChart> between = {};
    std::vector<Signal> signals;
    std::optional<LevelShift> shift = {};

    std::optional<Target> target = {}; // valid for the latest period
    TargetStatus target_status = TargetStatus::none;
    std::optional<Interval> next_limits = {}; // the next period's prediction limits
    Capability capability = Capability::none;

    std::vector<Caution> cautions;
    Tag tag = Tag::no_data;

    [[nodiscard]] const VerdictPoint* latest_point() const { return latest ? &points[*latest] : nullptr; }
    [[nodiscard]] const Caution* caution(CautionKind kind) const;
};

[[nodiscard]] std::string_view name_of(PeriodState state);
[[nodiscard]] std::string_view name_of(ChartType type);
[[nodiscard]] std::string_view name_of(ChartReason reason);
[[nodiscard]] std::string_view name_of(SignalKind kind);
[[nodiscard]] std::string_view name_of(Meaning meaning);
[[nodiscard]] std::string_view name_of(LevelShift::Status status);
[[nodiscard]] std::string_view name_of(TargetStatus status);
[[nodiscard]] std::string_view name_of(Capability capability);
[[nodiscard]] std::string_view name_of(CautionKind kind);
[[nodiscard]] std::string_view name_of(Tag tag);
[[nodiscard]] std::optional<ChartType> chart_named(std::string_view name);

} // namespace maerkbar::measurement
