#include "event_log/event_log.hpp"

#include <algorithm>
#include <numeric>

namespace maerkbar::event_log {

namespace {

bool earlier(const Event& a, const Event& b) {
    return a.time != b.time ? a.time < b.time : a.row < b.row;
}

// Most cases are short and nearly in order.
void sort_case(std::span<Event> events) {
    constexpr std::size_t few = 24;
    if (events.size() > few) return std::sort(events.begin(), events.end(), earlier);
    for (std::size_t i = 1; i < events.size(); ++i) {
        const auto moving = events[i];
        auto place = i;
        for (; place > 0 && earlier(moving, events[place - 1]); --place)
            events[place] = events[place - 1];
        events[place] = moving;
    }
}

void count_disorder(std::span<Event> events, Disorder& disorder) {
    std::size_t out_of_order = 0;
    for (std::size_t i = 1; i < events.size(); ++i)
        out_of_order += events[i].time < events[i - 1].time ? 1 : 0;
    if (out_of_order > 0) sort_case(events);
    disorder.out_of_order += out_of_order;
    for (std::size_t i = 1; i < events.size(); ++i) {
        const bool tied = events[i].time == events[i - 1].time;
        disorder.tied += tied ? 1 : 0;
        disorder.identical += tied && events[i].activity == events[i - 1].activity ? 1 : 0;
    }
}

} // namespace

const TextColumn* LogTexts::column(std::string_view name) const {
    const auto found = std::ranges::find(columns, name, &TextColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

EventLog EventLog::arrange(const RawLog& raw, const std::function<bool(std::size_t)>& keep) {
    EventLog log(raw.texts);
    log.put_in_cases(raw, keep);
    log.put_in_order();
    log.note_times();
    log.note_open_cases(raw.closing);
    return log;
}

// A counting sort by case, which keeps the order of the file.
void EventLog::put_in_cases(const RawLog& raw, const std::function<bool(std::size_t)>& keep) {
    const auto kept = [&keep](std::size_t row) { return !keep || keep(row); };
    std::vector<std::size_t> places(texts_->cases.size());
    for (std::size_t row = 0; row < raw.events.size(); ++row)
        if (kept(row)) ++places[raw.events[row].of_case];
    begins_.push_back(0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == 0) continue;
        names_.push_back(static_cast<TextNumber>(i));
        const auto begin = begins_.back();
        begins_.push_back(begin + places[i]);
        places[i] = begin;
    }
    events_.resize(begins_.back());
    for (std::size_t row = 0; row < raw.events.size(); ++row) {
        if (!kept(row)) continue;
        const auto& event = raw.events[row];
        events_[places[event.of_case]++] = {event.time, event.activity, static_cast<std::uint32_t>(row)};
    }
}

void EventLog::put_in_order() {
    for (std::size_t i = 0; i < case_count(); ++i)
        count_disorder(std::span(events_).subspan(begins_[i], begins_[i + 1] - begins_[i]), disorder_);
}

void EventLog::note_times() {
    if (case_count() == 0) return;
    first_time_ = INT64_MAX;
    last_time_ = INT64_MIN;
    for (std::size_t i = 0; i < case_count(); ++i) {
        const auto span = span_of(i);
        first_time_ = std::min(first_time_, span.arrived);
        last_time_ = std::max(last_time_, span.completed);
    }
}

void EventLog::note_open_cases(std::span<const TextNumber> closing) {
    if (closing.empty()) return;
    const auto closes = [closing](const Event& event) {
        return std::ranges::find(closing, event.activity) != closing.end();
    };
    for (std::size_t i = 0; i < case_count(); ++i)
        open_.push_back(std::ranges::none_of(case_events(i), closes));
}

std::vector<std::size_t> cases_by_name(const EventLog& log) {
    std::vector<std::size_t> order(log.case_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&log](std::size_t i) { return log.case_name(i); });
    return order;
}

std::vector<std::size_t> longest_cases(const EventLog& log, std::size_t count) {
    std::vector<std::size_t> order(log.case_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto shown = order.begin() + static_cast<std::ptrdiff_t>(std::min(count, order.size()));
    std::ranges::partial_sort(order, shown, [&log](std::size_t a, std::size_t b) {
        const auto left = log.span_of(a).duration();
        const auto right = log.span_of(b).duration();
        return left != right ? left > right : log.case_name(a) < log.case_name(b);
    });
    order.erase(shown, order.end());
    return order;
}

std::vector<TextNumber> activities_by_name(const EventLog& log) {
    std::vector<bool> occurs(log.activity_limit());
    for (const auto& event : log.events())
        occurs[event.activity] = true;
    std::vector<TextNumber> order;
    for (TextNumber i = 0; i < occurs.size(); ++i)
        if (occurs[i]) order.push_back(i);
    std::ranges::sort(order, {}, [&log](TextNumber i) { return log.activity_name(i); });
    return order;
}

} // namespace maerkbar::event_log
