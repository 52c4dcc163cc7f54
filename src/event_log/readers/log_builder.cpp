#include "event_log/readers/log_builder.hpp"

#include <algorithm>
#include <array>

namespace maerkbar::event_log {

namespace {

constexpr Milliseconds year_1970 = 0;
constexpr Milliseconds year_2101 = 47'847 * day_ms;

// What programs write where something is missing. Here it is a case like any other.
bool looks_missing(std::string_view text) {
    constexpr std::array<std::string_view, 12> words{"NA",   "N/A", "n/a", "NaN",  "nan", "NULL",
                                                     "null", "nil", "NIL", "None", "-",   "?"};
    return std::ranges::find(words, text) != words.end();
}

std::vector<TextNumber> renumbered(Interner& into, const Interner& from) {
    std::vector<TextNumber> numbers(from.size());
    for (TextNumber i = 0; i < from.size(); ++i)
        numbers[i] = into.number_of(from[i]);
    return numbers;
}

void append_column(TextColumn& column, const TextColumn& next) {
    const auto numbers = renumbered(column.texts, next.texts);
    for (const auto value : next.values)
        column.values.push_back(value == no_text ? no_text : numbers[value]);
}

} // namespace

LogBuilder::LogBuilder(RowShape shape, const Zone& zone, tables::DateOrder order)
    : shape_(std::move(shape)), times_(zone, order) {
    for (const auto& step : shape_.steps)
        log_.texts->activities.number_of(step);
    for (const auto& name : shape_.columns)
        log_.texts->columns.push_back({name, {}, {}});
}

void LogBuilder::expect(std::size_t rows) {
    log_.events.reserve(rows);
    for (auto& column : log_.texts->columns)
        column.values.reserve(rows);
}

void LogBuilder::add(std::size_t line, std::span<const std::string_view> cells) {
    ++log_.rows;
    if (cells[0].empty()) return note(Oddity::no_case, line);
    if (shape_.steps.empty())
        add_event(line, cells);
    else
        add_case(line, cells);
}

void LogBuilder::add_event(std::size_t line, std::span<const std::string_view> cells) {
    if (cells[1].empty()) return note(Oddity::no_activity, line);
    if (cells[2].empty()) return note(Oddity::no_time, line);
    const auto time = time_at(line, cells[2]);
    if (!time) return;
    keep({*time, no_text, log_.texts->activities.number_of(cells[1])}, cells);
    waiting_.add(line, cells[0], log_.texts->cases);
    if (waiting_.full()) number_waiting();
}

// They are the cases of the last events.
void LogBuilder::number_waiting() {
    auto event = log_.events.end() - static_cast<std::ptrdiff_t>(waiting_.all().size());
    for (const auto& text : waiting_.all())
        event++->of_case = case_number(text.line, waiting_[text], text.key);
    waiting_.clear();
}

void LogBuilder::add_case(std::size_t line, std::span<const std::string_view> cells) {
    const auto known = log_.texts->cases.size();
    const auto number = case_number(line, cells[0], Interner::key_of(cells[0]));
    if (number < known) note(Oddity::repeated_case, line, cells[0]);
    if (shape_.closing)
        statuses_.add(line, cells[shape_.closing->status], !cells[shape_.closing->date].empty());
    std::optional<Milliseconds> latest;
    bool disordered = false;
    bool any = false;
    for (TextNumber step = 0; step < shape_.steps.size(); ++step) {
        if (cells[step + 1].empty()) continue;
        any = true;
        const auto time = time_at(line, cells[step + 1]);
        if (!time) continue;
        disordered = disordered || (latest && *time < *latest);
        latest = std::max(latest.value_or(*time), *time);
        keep({*time, number, step}, cells);
    }
    if (!any) note(Oddity::no_step, line, cells[0]);
    if (disordered) note(Oddity::steps_disordered, line, cells[0]);
}

TextNumber LogBuilder::case_number(std::size_t line, std::string_view text, const Interner::Key& key) {
    auto& cases = log_.texts->cases;
    const auto known = cases.size();
    const auto number = cases.number_of(text, key);
    if (number == known && looks_missing(text)) note(Oddity::missing_like_case, line, text);
    return number;
}

std::optional<Milliseconds> LogBuilder::time_at(std::size_t line, std::string_view text) {
    const auto time = times_.read(text);
    if (!time) {
        note(Oddity::unreadable_time, line, text);
        return std::nullopt;
    }
    times_of_day_ = times_of_day_ || !time->date_only;
    if (time->date_only) note(Oddity::date_only, line, text);
    if (time->local) note(Oddity::no_offset, line, text);
    if (time->certainty == Zone::Certainty::twice) note(Oddity::time_twice, line, text);
    if (time->certainty == Zone::Certainty::never) note(Oddity::time_never, line, text);
    if (time->instant < year_1970 || time->instant >= year_2101) note(Oddity::implausible_time, line, text);
    return time->instant;
}

void LogBuilder::keep(RawEvent event, std::span<const std::string_view> cells) {
    log_.events.push_back(event);
    auto slot = shape_.first_column();
    for (auto& column : log_.texts->columns) {
        const auto text = cells[slot++];
        column.values.push_back(text.empty() ? no_text : column.texts.number_of(text));
    }
}

RawLog LogBuilder::take() {
    number_waiting();
    statuses_.tell(log_.oddities);
    log_.dates_only = !log_.events.empty() && !times_of_day_;
    return std::move(log_);
}

void append(RawLog& log, RawLog&& next, std::size_t lines_before) {
    const auto cases = renumbered(log.texts->cases, next.texts->cases);
    const auto activities = renumbered(log.texts->activities, next.texts->activities);
    log.dates_only = (log.dates_only || log.events.empty()) && (next.dates_only || next.events.empty());
    log.events.reserve(log.events.size() + next.events.size());
    for (const auto& event : next.events)
        log.events.push_back({event.time, cases[event.of_case], activities[event.activity]});
    for (std::size_t i = 0; i < log.texts->columns.size(); ++i)
        append_column(log.texts->columns[i], next.texts->columns[i]);
    log.oddities.append(next.oddities, lines_before);
    log.rows += next.rows;
    log.blank_rows += next.blank_rows;
}

} // namespace maerkbar::event_log
