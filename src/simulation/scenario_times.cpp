#include "simulation/scenario_times.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "simulation/length_of_time.hpp"

namespace maerkbar::simulation {

namespace {

constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::size_t most_values = 1'000'000;

std::optional<std::size_t> day_named(std::string_view name) {
    const auto found = std::find(days.begin(), days.end(), name);
    if (found == days.end()) return {};
    return static_cast<std::size_t>(found - days.begin());
}

// "mon-fri" or "tue" as first and last day.
std::optional<std::pair<std::size_t, std::size_t>> days_in(std::string_view text) {
    const auto dash = text.find('-');
    const auto first = day_named(text.substr(0, dash));
    const auto last = dash == text.npos ? first : day_named(text.substr(dash + 1));
    if (!first || !last || *last < *first) return {};
    return std::pair{*first, *last};
}

// "08:30" as hours; 24:00 too.
std::optional<double> clock_in(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return {};
    int hour = 0;
    int minute = 0;
    const auto* begin = text.data();
    if (std::from_chars(begin, begin + 2, hour).ptr != begin + 2) return {};
    if (std::from_chars(begin + 3, begin + 5, minute).ptr != begin + 5) return {};
    if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return {};
    return hour + minute / 60.0;
}

Result<void> add_stretch(Weekly& weekly, ObjectReader& object, std::string_view name) {
    const auto span = days_in(TRY(object.text("days", "mon-fri")));
    if (!span)
        return scenario_error(object.where("days"), "scenario.bad_days",
                              "{where} must be a day or days such as mon-fri or sat.");
    const auto from = clock_in(TRY(object.text("from")));
    const auto to = clock_in(TRY(object.text("to")));
    if (!from || !to || *from >= *to)
        return scenario_error(
            object.where("from"), "scenario.bad_clock",
            "{where}: from and to must be times of day such as 08:00 and 16:00, from before to.");
    const double value = TRY(object.number(name, 0, name == "people" ? 10000 : 1e6));
    const auto weeks = weekly.length() / hours_a_week;
    const auto week = TRY(object.whole("week", 1, weeks, 0));
    for (std::size_t w = 0; w < static_cast<std::size_t>(weeks); ++w)
        for (auto day = span->first; day <= span->second && (week == 0 || week == w + 1); ++day) {
            const double start = static_cast<double>(w) * hours_a_week + static_cast<double>(day) * 24;
            weekly.add(start + *from, start + *to, value);
        }
    return object.finish();
}

Result<Distribution> read_object(ObjectReader& object, const MeasuredColumn& measured) {
    if (object.has("values") || object.has("file")) {
        Measured values{TRY(read_measured(object, measured))};
        if (values.values.empty())
            return scenario_error(object.where(), "scenario.no_values", "{where} has no measured values.");
        return Distribution(std::move(values));
    }
    if (object.has("mean")) {
        const double mean = TRY(read_hours(*object.find("mean"), object.where("mean")));
        const double variation = TRY(object.number("variation", 0, 100, 1));
        if (object.has("variation") && mean > 0 && variation > 0)
            return Distribution(Lognormal(mean, variation));
        if (variation == 0) return Distribution(Constant{mean});
        return Distribution(Exponential{mean});
    }
    if (object.has("least") && object.has("most")) {
        const double least = TRY(read_hours(*object.find("least"), object.where("least")));
        const double most = TRY(read_hours(*object.find("most"), object.where("most")));
        if (least <= most) return Distribution(Uniform{least, most});
    }
    return scenario_error(
        object.where(), "scenario.bad_distribution",
        "{where} must be a length of time such as 3 min, or have mean (and variation), least and "
        "most, values, or file and column.");
}

} // namespace

Result<double> read_hours(const boost::json::value& value, const std::string& where) {
    if (value.is_string())
        if (const auto hours = hours_in(value.get_string())) return *hours;
    return scenario_error(where, "scenario.bad_time",
                          "{where} must be a length of time with its unit: 20 s, 3 min, 1.5 h, 2 d or 1 w.");
}

Result<std::vector<double>> read_measured(ObjectReader& object, const MeasuredColumn& measured) {
    std::vector<double> hours;
    if (object.has("values")) {
        const auto* list = TRY(object.list("values"));
        for (std::size_t i = 0; i < list->size() && i < most_values; ++i)
            hours.push_back(
                TRY(read_hours((*list)[i], object.where("values") + "[" + std::to_string(i) + "]")));
    } else {
        const auto file = TRY(object.text("file"));
        const auto column = TRY(object.text("column"));
        const auto unit = hours_of_unit(TRY(object.text("unit", "h")));
        if (!unit)
            return scenario_error(object.where("unit"), "scenario.bad_unit",
                                  "{where} must be s, min, h, d or w.");
        for (const double value : TRY(measured(file, column))) {
            if (!(value >= 0) || value * *unit > most_hours)
                return scenario_error(object.where("file"), "scenario.bad_value",
                                      "{where}: a measured time is below zero or absurdly long.");
            hours.push_back(value * *unit);
        }
    }
    std::sort(hours.begin(), hours.end());
    return hours;
}

Result<Distribution> read_distribution(const boost::json::value& value, const std::string& where,
                                       const MeasuredColumn& measured) {
    if (!value.is_object()) return Distribution(Constant{TRY(read_hours(value, where))});
    auto object = TRY(ObjectReader::from(value, where));
    auto distribution = TRY(read_object(object, measured));
    if (auto finished = object.finish(); !finished) return finished.error();
    return distribution;
}

Result<Weekly> read_weekly(const boost::json::array& list, const std::string& where, std::string_view name) {
    Weekly weekly;
    double weeks = 1;
    for (const auto& element : list)
        if (element.is_object())
            if (const auto* week = element.get_object().if_contains("week");
                week != nullptr && week->is_number())
                weeks = std::clamp(std::round(week->to_number<double>()), weeks, 52.0);
    weekly.set_weeks(static_cast<int>(weeks));
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto object = TRY(ObjectReader::from(list[i], where + "[" + std::to_string(i) + "]"));
        if (auto added = add_stretch(weekly, object, name); !added) return added.error();
    }
    return weekly;
}

} // namespace maerkbar::simulation
