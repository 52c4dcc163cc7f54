#include "app/flow/request.hpp"

#include <algorithm>
#include <array>
#include <thread>

#include "base/text.hpp"

namespace maerkbar::app_flow {

namespace {

Error unknown_report(const std::string& name) {
    return {ErrorKind::invalid,
            "flow.report",
            "There is no report called {report}. There are: all, {reports}.",
            {{"report", name}, {"reports", joined(report_names(), ", ")}}};
}

Error bad_snapshot(const std::string& text) {
    return {ErrorKind::invalid,
            "flow.snapshot",
            "--snapshot takes days with commas between them, for example 2026-01-01,2026-07-01; \"{text}\" "
            "is none.",
            {{"text", text}}};
}

Error needs_folder() {
    return {ErrorKind::invalid, "flow.needs_out",
            "Several reports as CSV need --out FOLDER; one alone is written here."};
}

Error holidays_need_hours() {
    return {ErrorKind::invalid, "flow.holidays",
            "--holidays says on which days --worktime is closed. Give both, for example --worktime "
            "mon-fri:08-16."};
}

Result<std::vector<std::string>> reports_of(const Arguments& arguments) {
    std::vector<std::string> wanted;
    for (const auto& name : arguments.reports) {
        if (name == "all") return report_names();
        if (std::ranges::find(report_names(), name) == report_names().end()) return unknown_report(name);
        wanted.push_back(name);
    }
    return wanted.empty() ? report_names() : wanted;
}

Result<std::vector<Date>> snapshots_of(const Arguments& arguments) {
    std::vector<Date> days;
    for (const auto& text : arguments.snapshots) {
        const auto day = Date::parse_iso(text);
        if (!day) return bad_snapshot(text);
        days.push_back(*day);
    }
    std::ranges::sort(days);
    return days;
}

// Columns that filters look at are read too.
Result<void> add_filters(const Arguments& arguments, Request& request) {
    for (const auto& text : arguments.filters) {
        request.filters.push_back(TRY(event_log::Filter::parse(text)));
        const auto& column = request.filters.back().column;
        if (!column.empty()) request.log.columns.attributes.push_back(column);
    }
    return {};
}

Format format_named(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Format>, 4> formats{
        {{"text", Format::text}, {"csv", Format::csv}, {"json", Format::json}, {"svg", Format::svg}}};
    for (const auto& [known, format] : formats)
        if (known == name) return format;
    return Format::text;
}

Error bad_detail() {
    return {ErrorKind::invalid, "flow.map", "--map-detail takes a percentage from 0 to 100."};
}

Error bad_least() {
    return {ErrorKind::invalid, "flow.map", "--map-least takes a number from 1 on."};
}

Result<MapChoice> map_of(const Arguments& arguments) {
    MapChoice map;
    const auto detail = arguments.map_detail.value_or(90);
    const auto least = arguments.map_least.value_or(1);
    if (detail < 0 || detail > 100) return bad_detail();
    if (least < 1) return bad_least();
    map.detail = static_cast<double>(detail) / 100;
    map.least = static_cast<std::size_t>(least);
    map.by = arguments.map_by == "time" ? MapChoice::By::time : MapChoice::By::count;
    return map;
}

DaysOff days_off_of(const Arguments& arguments) {
    if (arguments.holidays == "dk" || arguments.holidays == "no") return {arguments.holidays, {}};
    return {{}, arguments.holidays};
}

event_log::LogColumns columns_of(const Arguments& arguments) {
    event_log::LogColumns columns{arguments.case_id,  arguments.activity,  arguments.time,
                                  arguments.resource, arguments.lifecycle, arguments.instance,
                                  arguments.by,       arguments.opened,    arguments.steps,
                                  arguments.closed,   arguments.status};
    return columns;
}

} // namespace

const std::vector<std::string>& report_names() {
    static const std::vector<std::string> names{
        "summary", "activities", "dfg",       "variants",    "cases",     "longest",
        "months",  "daily_flow", "ageing",    "littles_law", "resources", "handover",
        "by",      "worktime",   "lifecycle", "survival",    "oddities"};
    return names;
}

bool Request::asks_for(std::string_view report) const {
    return std::ranges::find(reports, report) != reports.end();
}

bool Request::asks_for_all() const {
    return reports == report_names();
}

Result<Request> understand(const Arguments& arguments) {
    Request request;
    request.file = arguments.file;
    request.log.columns = columns_of(arguments);
    if (!arguments.zone.empty()) request.log.zone = TRY(event_log::Zone::named(arguments.zone));
    request.log.closing = arguments.closing;
    const auto cores = static_cast<long>(std::max(1U, std::thread::hardware_concurrency()));
    request.log.threads = static_cast<unsigned>(std::clamp(arguments.threads.value_or(cores), 1L, 64L));
    request.by = arguments.by;
    TRY(add_filters(arguments, request));
    request.reports = TRY(reports_of(arguments));
    request.snapshots = TRY(snapshots_of(arguments));
    if (!arguments.worktime.empty()) request.hours = TRY(event_log::OfficeHours::parse(arguments.worktime));
    request.days_off = days_off_of(arguments);
    if (request.days_off.any() && !request.hours) return holidays_need_hours();
    request.map = TRY(map_of(arguments));
    request.out = arguments.out;
    request.format = format_named(arguments.format);
    if (request.format == Format::csv && request.out.empty() && request.reports.size() > 1)
        return needs_folder();
    return request;
}

} // namespace maerkbar::app_flow
