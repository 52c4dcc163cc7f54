#include "event_log/filter.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "event_log/variants.hpp"

namespace maerkbar::event_log {

namespace {

using Kind = Filter::Kind;

Error bad_filter(std::string_view text) {
    return {ErrorKind::invalid,
            "event_log.filter",
            "\"{text}\" is no filter. Write for example arrived=2026-01-01..2026-03-31, duration=2h..30d, "
            "variant=1..5, variant=80%, "
            "activity=NAME, start=NAME, end=NAME or COLUMN=VALUE, with != for not.",
            {{"text", std::string(text)}}};
}

Error unknown_activity(const std::string& name) {
    return {ErrorKind::invalid,
            "event_log.filter_activity",
            "No event of the log is called {activity}, so it cannot be filtered by.",
            {{"activity", name}}};
}

Error unknown_column(const std::string& name) {
    return {ErrorKind::invalid,
            "event_log.filter_column",
            "The log has no column called {column}, so it cannot be filtered by.",
            {{"column", name}}};
}

Kind kind_named(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Kind>, 8> names{{{"arrived", Kind::arrived},
                                                                      {"completed", Kind::completed},
                                                                      {"active", Kind::active},
                                                                      {"duration", Kind::duration},
                                                                      {"variant", Kind::variant},
                                                                      {"activity", Kind::activity},
                                                                      {"start", Kind::start},
                                                                      {"end", Kind::end}}};
    for (const auto& [known, kind] : names)
        if (known == name) return kind;
    return Kind::attribute;
}

struct Ends {
    std::string_view from;
    std::string_view to;
};

// "a..b" where either may be empty; a value alone is both.
Ends ends_of(std::string_view text) {
    const auto dots = text.find("..");
    return dots == text.npos ? Ends{text, text} : Ends{text.substr(0, dots), text.substr(dots + 2)};
}

// "90s", "30min", "2h", "30d", "1.5d".
std::optional<Milliseconds> length(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, Milliseconds>, 5> units{
        {{"s", second_ms}, {"min", minute_ms}, {"h", hour_ms}, {"d", day_ms}, {"w", 7 * day_ms}}};
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
    if (fault != std::errc() || number < 0 || number > 1e6) return std::nullopt;
    for (const auto& [name, size] : units)
        if (name == unit) return static_cast<Milliseconds>(number * static_cast<double>(size));
    return std::nullopt;
}

std::optional<std::size_t> rank(std::string_view text) {
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
}

// "80%" as 0.8.
std::optional<double> percentage(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    text.remove_suffix(1);
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || !(number > 0 && number <= 100))
        return std::nullopt;
    return number / 100;
}

// Reads one end of a range with `read` where there is text; false where it cannot be read.
template <typename Value, typename Read>
bool take_end(std::string_view text, Read read, Value& into) {
    if (text.empty()) return true;
    const auto value = read(text);
    if (value) into = *value;
    return value.has_value();
}

bool take_range(std::string_view text, Filter& filter) {
    if (filter.kind == Kind::variant && text.ends_with('%'))
        return take_end(text, percentage, filter.covered);
    const auto [from, to] = ends_of(text);
    if (from.empty() && to.empty()) return false;
    switch (filter.kind) {
        case Kind::duration:
            return take_end(from, length, filter.shortest) && take_end(to, length, filter.longest);
        case Kind::variant:
            return take_end(from, rank, filter.first_rank) && take_end(to, rank, filter.last_rank);
        default:
            return take_end(from, Date::parse_iso, filter.first_day) &&
                   take_end(to, Date::parse_iso, filter.last_day);
    }
}

// One filter, with everything looked up that does not change from case to case.
class Condition {
  public:
    Condition(const EventLog& log, const Filter& filter, const Zone& zone, const Variants* variants)
        : log_(log), filter_(filter), variants_(variants) {
        last_rank_ = filter.covered ? variants->covering(*filter.covered) : filter.last_rank;
        if (filter.first_day) from_ = zone.start_of(*filter.first_day);
        if (filter.last_day) to_ = zone.start_of(*filter.last_day + 1);
        if (filter.kind == Kind::attribute) column_ = log.column(filter.column);
        if (column_ != nullptr) wanted_ = column_->texts.find(filter.text).value_or(no_text);
        if (names_activity()) wanted_ = log.activity_number(filter.text).value_or(no_text);
    }

    [[nodiscard]] Result<void> check() const {
        if (filter_.kind == Kind::attribute && column_ == nullptr) return unknown_column(filter_.column);
        if (names_activity() && wanted_ == no_text) return unknown_activity(filter_.text);
        return {};
    }
    [[nodiscard]] bool passes(std::size_t index) const { return holds(index) != filter_.negated; }

  private:
    [[nodiscard]] bool names_activity() const {
        return filter_.kind == Kind::activity || filter_.kind == Kind::start || filter_.kind == Kind::end;
    }
    [[nodiscard]] bool on_days(Milliseconds moment) const { return moment >= from_ && moment < to_; }

    [[nodiscard]] bool holds(std::size_t index) const {
        const auto events = log_.case_events(index);
        const auto span = log_.span_of(index);
        switch (filter_.kind) {
            case Kind::arrived:
                return on_days(span.arrived);
            case Kind::completed:
                return log_.is_closed(index) && on_days(span.completed);
            case Kind::active:
                return span.arrived < to_ && (span.completed >= from_ || !log_.is_closed(index));
            case Kind::duration:
                return span.duration() >= filter_.shortest.value_or(0) &&
                       span.duration() <= filter_.longest.value_or(INT64_MAX);
            case Kind::variant:
                return variants_->ranks[index] >= filter_.first_rank && variants_->ranks[index] <= last_rank_;
            case Kind::activity:
                return std::ranges::find(events, wanted_, &Event::activity) != events.end();
            case Kind::start:
                return events.front().activity == wanted_;
            case Kind::end:
                return events.back().activity == wanted_;
            case Kind::attribute:
                return std::ranges::any_of(events, [this](const Event& event) { return has_value(event); });
        }
        return false;
    }

    // A value that stands nowhere is the number of the empty cell; only an empty value asks for those.
    [[nodiscard]] bool has_value(const Event& event) const {
        return column_->values[event.row] == wanted_ && (wanted_ != no_text || filter_.text.empty());
    }

    const EventLog& log_;
    const Filter& filter_;
    const Variants* variants_;
    const TextColumn* column_ = nullptr;
    TextNumber wanted_ = no_text;
    std::size_t last_rank_ = SIZE_MAX;
    Milliseconds from_ = INT64_MIN;
    Milliseconds to_ = INT64_MAX;
};

} // namespace

Result<Filter> Filter::parse(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == text.npos || equals == 0) return bad_filter(text);
    Filter filter;
    filter.negated = text[equals - 1] == '!';
    const auto name = text.substr(0, equals - (filter.negated ? 1 : 0));
    const auto value = text.substr(equals + 1);
    if (name.empty()) return bad_filter(text);
    filter.kind = kind_named(name);
    if (filter.kind >= Kind::activity) {
        filter.text = value;
        if (filter.kind == Kind::attribute) filter.column = name;
        return filter;
    }
    if (!take_range(value, filter)) return bad_filter(text);
    return filter;
}

Result<std::vector<bool>> passing_cases(const EventLog& log, std::span<const Filter> filters,
                                        const Zone& zone) {
    std::optional<Variants> ranked;
    const bool by_variant =
        std::ranges::any_of(filters, [](const Filter& f) { return f.kind == Kind::variant; });
    if (by_variant) ranked = variants(log);
    std::vector<bool> passing(log.case_count(), true);
    for (const auto& filter : filters) {
        const Condition condition(log, filter, zone, ranked ? &*ranked : nullptr);
        TRY(condition.check());
        for (std::size_t i = 0; i < passing.size(); ++i)
            passing[i] = passing[i] && condition.passes(i);
    }
    return passing;
}

} // namespace maerkbar::event_log
