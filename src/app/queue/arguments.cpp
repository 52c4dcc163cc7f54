#include "app/queue/arguments.hpp"

#include "simulation/length_of_time.hpp"
#include "tables/parse_values.hpp"

namespace maerkbar::app_queue {

namespace {

Error usage(const char* option, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {{"option", option}}, option};
}

double hours_per(const std::string& unit) {
    if (unit == "minute") return 1.0 / 60;
    if (unit == "day") return 24;
    return unit == "week" ? 168 : 1;
}

} // namespace

Result<std::vector<double>> numbers_of(const char* option, const std::vector<std::string>& texts) {
    std::vector<double> numbers;
    for (const auto& text : texts) {
        const auto number = tables::parse_number(text, tables::DecimalMark::point);
        if (!number || *number < 0)
            return usage(option, "queue.bad_number",
                         "{option} takes numbers that are not below zero, such as 12.5.");
        numbers.push_back(*number);
    }
    return numbers;
}

Result<double> time_of(const char* option, const std::string& text) {
    if (const auto hours = simulation::hours_in(text)) return *hours;
    return usage(option, "queue.bad_time",
                 "{option} takes a length of time with its unit: 20s, 3min, 1.5h, 2d or 1w.");
}

Result<std::optional<double>> optional_time_of(const char* option, const std::string& text) {
    if (text.empty()) return std::optional<double>{};
    return std::optional<double>{TRY(time_of(option, text))};
}

Result<std::vector<double>> rates_of(const Arguments& arguments) {
    auto rates = TRY(numbers_of("--arrivals", arguments.arrivals));
    for (double& rate : rates)
        rate /= hours_per(arguments.per);
    return rates;
}

Result<simulation::Load> load_of(const Arguments& arguments) {
    const auto rates = TRY(rates_of(arguments));
    if (rates.size() != 1) return usage("--arrivals", "queue.one_number", "{option} takes one number here.");
    return simulation::Load{rates.front(), TRY(time_of("--service", arguments.service))};
}

Result<int> people_of(const Arguments& arguments) {
    const auto people = TRY(numbers_of("--people", arguments.people));
    if (people.size() != 1 || people.front() > simulation::most_servers ||
        people.front() != static_cast<int>(people.front()))
        return usage("--people", "queue.whole_number", "{option} takes one whole number.");
    return static_cast<int>(people.front());
}

} // namespace maerkbar::app_queue
