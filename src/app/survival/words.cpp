#include "app/survival/words.hpp"

#include <cmath>

namespace maerkbar::app_survival {

std::string number_text(double value, const web::Language& language) {
    if (value == std::round(value)) return language.number(value, 0);
    const double size = std::fabs(value);
    const int wanted = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    const bool one_is_enough = value * 10 == std::round(value * 10);
    const int decimals = one_is_enough ? 1 : wanted;
    return language.number(value, decimals);
}

std::string unit_text(const Report& report) {
    return report.request.unit.empty() ? report.language("days") : report.request.unit;
}

std::string time_text(double value, const Report& report) {
    if (statistics::is_missing(value)) return report.language("not reached");
    if (value == 1 && report.request.unit.empty()) return report.language("1 day");
    return number_text(value, report.language) + " " + unit_text(report);
}

std::string p_text(double p, const web::Language& language) {
    if (p < 0.001) return "p < " + language.number(0.001, 3);
    return "p = " + language.number(p, p < 0.1 ? 3 : 2);
}

std::string group_text(const std::string& name, const Report& report) {
    const auto& language = report.language;
    if (name.empty()) return language("all");
    if (!report.request.change) return name;
    const auto date = language.date(*report.request.change);
    return name == report.file.groups[0] ? language("before {date}", {{"date", date}})
                                         : language("from {date}", {{"date", date}});
}

std::string title_text(const Report& report) {
    const auto& request = report.request;
    if (!request.from_dates()) return request.time;
    return report.language("From {opened} to {closed}",
                           {{"opened", request.opened}, {"closed", request.closed}});
}

namespace {

std::string lines_text(const LeftOut& left_out) {
    std::string lines;
    for (const auto line : left_out.lines)
        lines += (lines.empty() ? "" : ", ") + std::to_string(line);
    return left_out.count > left_out.lines.size() ? lines + " …" : lines;
}

} // namespace

std::vector<std::string> notes(const Report& report) {
    const auto& file = report.file;
    const auto& language = report.language;
    std::vector<std::string> out;
    const auto tell = [&out](const LeftOut& left_out, auto text) {
        if (left_out.count > 0)
            out.push_back(text(static_cast<std::int64_t>(left_out.count),
                               web::Arguments{{"lines", lines_text(left_out)}}));
    };
    tell(file.closed_first, [&](auto count, const auto& arguments) {
        return language.plural("{count} case ends before it begins and is left out (line {lines}).",
                               "{count} cases end before they begin and are left out (lines {lines}).", count,
                               arguments);
    });
    tell(file.without_time, [&](auto count, const auto& arguments) {
        return language.plural("{count} row has no beginning or duration and is left out (line {lines}).",
                               "{count} rows have no beginning or duration and are left out (lines {lines}).",
                               count, arguments);
    });
    tell(file.not_yet_opened, [&](auto count, const auto&) {
        return language.plural("{count} case was not yet opened on that day and is left out.",
                               "{count} cases were not yet opened on that day and are left out.", count);
    });
    tell(file.opened_earlier, [&](auto count, const auto&) {
        return language.plural("{count} case was opened before --from and is left out.",
                               "{count} cases were opened before --from and are left out.", count);
    });
    tell(file.without_group, [&](auto count, const auto&) {
        return language.plural("{count} case belongs to no group and is counted among all only.",
                               "{count} cases belong to no group and are counted among all only.", count);
    });
    return out;
}

} // namespace maerkbar::app_survival
