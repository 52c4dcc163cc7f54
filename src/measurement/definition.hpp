#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/period.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::measurement {

// A text that people write in the languages they need.
struct LocalText {
    std::string da = {};
    std::string nb = {};
    std::string en = {};

    bool operator==(const LocalText&) const = default;
    [[nodiscard]] bool empty() const { return da.empty() && nb.empty() && en.empty(); }
    // The text in that language, else in the next best: each stands in for the others.
    [[nodiscard]] const std::string& in(std::string_view language) const;
};

enum class Comparison { is, is_not, one_of, at_most, at_least, below, above, known, unknown };

// As people write them: yes or no, a number in the column's unit of measure (seconds, 12.5), or a text (a
// category, or a day as 2026-11-22).
using Operand = std::variant<bool, double, std::string>;

// A requirement to a row. `all` without parts lets every row through. A row whose column is missing neither
// meets nor fails a comparison (but `known` and `unknown` ask just that).
struct Condition {
    enum class Kind { all, any, compare };
    Kind kind = Kind::all;
    std::vector<Condition> parts = {}; // of all and any
    std::string column = {};           // of compare
    Comparison comparison = Comparison::is;
    std::vector<Operand> operands = {}; // one; several of one_of; none of known and unknown

    bool operator==(const Condition&) const = default;
};

enum class MeasureKind {
    share,    // of the rows, those that meet `condition`; or Σ numerator ÷ Σ denominator of two columns
    mean,     // of `column`
    quantile, // of `column`
    maximum,  // of `column`
    sum,      // of `column`
    count,    // of rows
    rate,     // Σ numerator (rows, where no column is named) ÷ Σ denominator × per
    ratio,    // of two other indicators × per; has no cells of its own
};

// What an indicator counts. Only the fields of its kind are used.
struct Measure {
    MeasureKind kind = MeasureKind::count;
    Condition condition = {};
    // A row whose condition cannot be judged is left out; true counts it as not met (a letter that was never
    // answered was not answered in time).
    bool unknown_is_not_met = false;
    std::string column = {};
    double quantile = 0.5;
    std::string numerator = {};
    std::string denominator = {};
    double per = 1;
    IndicatorId numerator_indicator = {};
    IndicatorId denominator_indicator = {};

    bool operator==(const Measure&) const = default;
};

enum class Direction { higher_better, lower_better, neutral };
enum class NumberFormat { percent, number, duration }; // duration: the value is in seconds

// An indicator as a person defines it, without programming; stored as JSON (definition_json.hpp).
struct Definition {
    LocalText name;
    LocalText description = {};
    // What stands after the value in a sentence: "af opkaldene blev besvaret inden 2 minutter".
    LocalText phrase = {};
    LocalText unit_of_measure = {}; // after the number where format is number: "opkald", "kr."
    std::string source;             // name of its schema; empty for a ratio of two indicators
    Condition filter = {};
    Measure measure = {};
    std::string date_basis = "day"; // the column of type day that says where a row belongs in time
    Direction direction = Direction::neutral;
    PeriodKind period = PeriodKind::month;
    std::string chart = "auto"; // or a name of ChartType
    NumberFormat format = NumberFormat::number;
    int decimals = 0;
    // The rows are a sample of what happened, not all of it: values get an interval, targets can be
    // undecided.
    bool sample = false;
    // The rows say how things stand, not what happened: a period shows the last state of each unit in it,
    // added over units, never over time.
    bool state = false;

    bool operator==(const Definition&) const = default;
};

// The stable names used in JSON and the API.
[[nodiscard]] std::string_view name_of(Comparison comparison);
[[nodiscard]] std::string_view name_of(MeasureKind kind);
[[nodiscard]] std::string_view name_of(Direction direction); // "higher", "lower", "neutral"
[[nodiscard]] std::string_view name_of(NumberFormat format);
[[nodiscard]] std::optional<Comparison> comparison_named(std::string_view name);
[[nodiscard]] std::optional<MeasureKind> measure_named(std::string_view name);
[[nodiscard]] std::optional<Direction> direction_named(std::string_view name);
[[nodiscard]] std::optional<NumberFormat> format_named(std::string_view name);

// Whether both give the same cells: what remains is names, direction, period, chart and looks.
[[nodiscard]] bool same_cells(const Definition& a, const Definition& b);

} // namespace maerkbar::measurement
