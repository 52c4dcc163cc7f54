#include "app/survival/request.hpp"

#include "tables/parse_values.hpp"

namespace maerkbar::app_survival {

namespace {

Error usage(const char* option, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {{"option", option}}, option};
}

Format format_named(const std::string& name) {
    if (name == "json") return Format::json;
    if (name == "csv") return Format::csv;
    return name == "svg" ? Format::svg : Format::text;
}

Result<std::optional<Date>> date_of(const char* option, const std::string& text) {
    if (text.empty()) return std::optional<Date>{};
    const auto parsed = tables::parse_date(text, tables::DateOrder::day_month_year);
    if (!parsed || parsed->period.kind != PeriodKind::day)
        return usage(option, "survival.bad_date", "{option} takes a date, for example 2026-07-01.");
    return std::optional<Date>{parsed->date()};
}

Result<void> check_columns(const Arguments& arguments) {
    const bool durations = !arguments.time.empty() || !arguments.event.empty();
    const bool dates = !arguments.opened.empty() || !arguments.closed.empty();
    if (durations == dates)
        return usage("--time", "survival.no_columns",
                     "Say where the durations are: --time COL --event COL, or --opened COL --closed COL.");
    if (dates && (arguments.opened.empty() || arguments.closed.empty()))
        return usage("--opened", "survival.one_date",
                     "Give both --opened and --closed. A case without a closing date is open.");
    if (durations && (arguments.time.empty() || (arguments.event.empty() && arguments.ending.empty())))
        return usage("--event", "survival.no_event",
                     "--time needs --event (1 for ended, 0 for open) or --ending (how the case ended, empty "
                     "for open).");
    return {};
}

Result<void> check_groups(const Arguments& arguments) {
    const bool dates = !arguments.opened.empty();
    for (const auto& [option, value] :
         {std::pair{"--as-of", arguments.as_of}, std::pair{"--from", arguments.from},
          std::pair{"--period", arguments.period}, std::pair{"--change", arguments.change}})
        if (!dates && !value.empty())
            return usage(option, "survival.needs_dates", "{option} belongs to --opened and --closed.");
    const int ways = !arguments.by.empty() + !arguments.period.empty() + !arguments.change.empty();
    if (ways > 1)
        return usage("--by", "survival.several_groups", "Choose one of --by, --period and --change.");
    if (!arguments.compare.empty() && (arguments.compare.size() != 2 || ways == 0))
        return usage("--compare", "survival.bad_compare",
                     "--compare takes two groups of --by or --period with a comma between, for example "
                     "2023,2024.");
    return {};
}

} // namespace

Result<Request> understand(const Arguments& arguments) {
    if (auto checked = check_columns(arguments); !checked) return checked.error();
    if (auto checked = check_groups(arguments); !checked) return checked.error();
    Request request;
    request.file = arguments.file;
    request.time = arguments.time;
    request.event = arguments.event;
    request.opened = arguments.opened;
    request.closed = arguments.closed;
    request.ending = arguments.ending;
    request.as_of = TRY(date_of("--as-of", arguments.as_of));
    request.from = TRY(date_of("--from", arguments.from));
    request.change = TRY(date_of("--change", arguments.change));
    request.by = arguments.by;
    if (!arguments.period.empty()) request.period = period_kind(arguments.period);
    request.compare = arguments.compare;
    request.unit = arguments.unit;
    request.format = format_named(arguments.format);
    return request;
}

} // namespace maerkbar::app_survival
