#include "app/chart/request.hpp"

#include <charconv>

namespace maerkbar::app_chart {

namespace {

using statistics::ChartType;

Error usage(std::string field, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {{"option", field}}, field};
}

Result<std::vector<std::size_t>> point_numbers(const std::string& option,
                                               const std::vector<std::string>& texts) {
    std::vector<std::size_t> numbers;
    for (const auto& text : texts) {
        std::size_t number = 0;
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failed != std::errc{} || end != text.data() + text.size())
            return usage(option, "chart.bad_point_number",
                         "{option} takes numbers of points with commas between them, for example 12,24.");
        numbers.push_back(number);
    }
    return numbers;
}

statistics::Improvement direction_named(const std::string& name) {
    if (name == "down") return statistics::Improvement::decrease;
    return name == "neutral" ? statistics::Improvement::neutral : statistics::Improvement::increase;
}

statistics::Aggregate aggregate_named(const std::string& name) {
    if (name == "median") return statistics::Aggregate::median;
    if (name == "sum") return statistics::Aggregate::sum;
    return name == "sd" ? statistics::Aggregate::sd : statistics::Aggregate::mean;
}

Format format_named(const std::string& name) {
    if (name == "csv") return Format::csv;
    if (name == "summary") return Format::summary;
    if (name == "json") return Format::json;
    return name == "svg" ? Format::svg : Format::text;
}

bool takes_sd(ChartType type) {
    return type == ChartType::i || type == ChartType::i_prime || type == ChartType::xbar ||
           type == ChartType::s;
}

Result<void> check_numbers(const Arguments& arguments) {
    if (arguments.freeze && *arguments.freeze < 1)
        return usage("--freeze", "chart.bad_freeze",
                     "--freeze takes the number of the last point of the baseline.");
    if (arguments.fix_after && *arguments.fix_after < 12)
        return usage("--fix-after", "mdc.fix_after_too_few",
                     "Limits need at least 12 points. Give 12 or more, or leave it out to use all points.");
    if (arguments.sd && !(*arguments.sd > 0))
        return usage("--sd", "chart.bad_sd", "--sd takes a standard deviation above zero.");
    return {};
}

Result<void> check_making_data_count(const Arguments& arguments) {
    const auto only_others = [](const char* option) {
        return usage(option, "chart.not_for_mdc",
                     "{option} does not belong to --type mdc. Use --rebase and --fix-after there.");
    };
    if (arguments.freeze) return only_others("--freeze");
    if (!arguments.parts.empty()) return only_others("--part");
    if (!arguments.exclude.empty()) return only_others("--exclude");
    if (arguments.centre) return only_others("--cl");
    if (arguments.sd) return only_others("--sd");
    return {};
}

Result<void> check_chart(const Arguments& arguments, ChartType type) {
    const auto only_mdc = [](const char* option) {
        return usage(option, "chart.only_for_mdc",
                     "{option} belongs to --type mdc alone. Use --part and --freeze with the other charts.");
    };
    if (!arguments.rebase.empty()) return only_mdc("--rebase");
    if (arguments.fix_after) return only_mdc("--fix-after");
    if (arguments.sd && !takes_sd(type))
        return usage("--sd", "chart.no_sd", "--sd belongs to the charts i, ip, xbar and s.");
    if (statistics::needs_denominator(type) && arguments.n.empty())
        return usage("--n", "chart.no_denominator",
                     "This chart is computed from a numerator and a denominator. Say which column holds the "
                     "denominator, or choose another chart.");
    return {};
}

Result<void> fill_chart_options(const Arguments& arguments, statistics::ChartOptions& options) {
    options.parts = TRY(point_numbers("--part", arguments.parts));
    options.exclude = TRY(point_numbers("--exclude", arguments.exclude));
    options.freeze = static_cast<std::size_t>(arguments.freeze.value_or(0));
    options.screen = !arguments.no_screen;
    options.centre = arguments.centre;
    options.sd = arguments.sd;
    options.multiply = arguments.multiply.value_or(1);
    return {};
}

} // namespace

statistics::TargetRange Request::target_range() const {
    if (!target || direction == statistics::Improvement::neutral) return {};
    if (direction == statistics::Improvement::increase) return {*target, statistics::missing};
    return {statistics::missing, *target};
}

Result<Request> understand(const Arguments& arguments) {
    if (auto checked = check_numbers(arguments); !checked) return checked.error();
    Request request;
    request.making_data_count = arguments.type == "mdc";
    if (!request.making_data_count) {
        const auto type = statistics::chart_type(arguments.type);
        if (!type) return usage("--type", "chart.unknown_type", "There is no chart of that type.");
        request.type = *type;
    }
    if (auto checked = request.making_data_count ? check_making_data_count(arguments)
                                                 : check_chart(arguments, request.type);
        !checked)
        return checked.error();
    if (!arguments.aggregate.empty() && !arguments.n.empty())
        return usage("--aggregate", "chart.aggregate_with_n",
                     "Rows with a denominator are added up. Leave out --aggregate or --n.");
    if (auto filled = fill_chart_options(arguments, request.chart); !filled) return filled.error();
    request.file = arguments.file;
    request.x = arguments.x;
    request.y = arguments.y;
    request.n = arguments.n;
    request.facets = arguments.facets;
    request.rebase = arguments.rebase;
    request.target = arguments.target;
    request.direction = direction_named(arguments.direction);
    request.mdc.improvement = request.direction;
    request.mdc.target = arguments.target;
    request.mdc.fix_after = static_cast<std::size_t>(arguments.fix_after.value_or(0));
    request.mdc.screen = !arguments.no_screen;
    request.aggregate = aggregate_named(arguments.aggregate);
    request.may_aggregate = !request.making_data_count || !arguments.aggregate.empty();
    request.format = format_named(arguments.format);
    request.language = arguments.language;
    return request;
}

std::string language_code(std::string_view option, std::string_view locale) {
    if (!option.empty()) return std::string(option);
    const auto name = locale.substr(0, 2);
    if (name == "en") return "en";
    return name == "nb" || name == "nn" || name == "no" ? "nb" : "da";
}

} // namespace maerkbar::app_chart
