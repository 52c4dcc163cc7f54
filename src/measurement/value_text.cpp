#include "measurement/value_text.hpp"

#include <chrono>
#include <cmath>

namespace maerkbar::measurement {

namespace {

constexpr std::size_t periods_named = 3;

std::string number_text(const web::Language& language, const Definition& definition, double value,
                        int decimals) {
    const auto number = language.number(value, decimals);
    const auto& unit = definition.unit_of_measure.in(language.code());
    return unit.empty() ? number : number + "\u00a0" + unit;
}

} // namespace

std::string value_text(const web::Language& language, const Definition& definition, double value, int more) {
    const int decimals = definition.decimals + more;
    switch (definition.format) {
        case NumberFormat::percent:
            return language.percent(value, decimals);
        case NumberFormat::duration:
            return language.duration(std::chrono::seconds(std::llround(value)));
        case NumberFormat::number:
            break;
    }
    return number_text(language, definition, value, decimals);
}

int decimals_to_judge(const Definition& definition, const std::optional<Target>& target, double value) {
    if (!target || definition.format == NumberFormat::duration) return 0;
    constexpr int most = 2;
    const int own = definition.decimals + (definition.format == NumberFormat::percent ? 2 : 0);
    for (int more = 0; more < most; ++more) {
        const double unit = std::pow(10, own + more);
        if (target->holds(std::round(value * unit) / unit) == target->holds(value)) return more;
    }
    return most;
}

std::string amount_text(const web::Language& language, double amount) {
    if (amount == std::round(amount)) return language.integer(std::llround(amount));
    return language.number(amount, 2);
}

std::string target_text(const web::Language& language, const Definition& definition, const Target& target) {
    const auto text = [&](double value) { return value_text(language, definition, value); };
    if (target.low && target.high)
        return language("{low} to {high}", {{"low", text(*target.low)}, {"high", text(*target.high)}});
    if (target.high) return language("at most {value}", {{"value", text(*target.high)}});
    if (definition.direction == Direction::higher_better) return text(target.low.value_or(0));
    return language("at least {value}", {{"value", text(target.low.value_or(0))}});
}

std::string period_text(const web::Language& language, Period period, Date today) {
    return period.year() == today.year() ? language.period_without_year(period) : language.period(period);
}

std::string when_text(const web::Language& language, Period period, Date today) {
    const auto text = period_text(language, period, today);
    if (period.kind == PeriodKind::day) return language("on {date}", {{"date", text}});
    return language("in {period}", {{"period", text}});
}

std::string end_text(const web::Language& language, Period period, Date today) {
    const auto text = period_text(language, period, today);
    return language("at the end of {period}", {{"period", text}});
}

std::string periods_text(const web::Language& language, PeriodKind kind, std::int64_t count) {
    switch (kind) {
        case PeriodKind::day:
            return language.plural("{count} day", "{count} days", count);
        case PeriodKind::week:
            return language.plural("{count} week", "{count} weeks", count);
        case PeriodKind::month:
            return language.plural("{count} month", "{count} months", count);
        case PeriodKind::quarter:
            return language.plural("{count} quarter", "{count} quarters", count);
        case PeriodKind::tertial:
            return language.plural("{count} tertial", "{count} tertials", count);
        case PeriodKind::year:
            break;
    }
    return language.plural("{count} year", "{count} years", count);
}

std::string periods_text(const web::Language& language, const std::vector<Period>& periods, Date today) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(periods.size(), periods_named); ++i)
        names.push_back(period_text(language, periods[i], today));
    if (periods.size() > periods_named)
        names.push_back(language.plural("{count} more period", "{count} more periods",
                                        static_cast<std::int64_t>(periods.size() - periods_named)));
    return language.list(names);
}

} // namespace maerkbar::measurement
