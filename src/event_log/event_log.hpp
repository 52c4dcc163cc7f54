#pragma once

#include <functional>
#include <span>

#include "event_log/raw_log.hpp"

namespace maerkbar::event_log {

// An event in its place in its case.
struct Event {
    Milliseconds time = 0;
    TextNumber activity = 0;
    std::uint32_t row = 0; // in the file
};

// How the rows of the file lay before they were put in order.
struct Disorder {
    std::size_t out_of_order = 0; // rows earlier than the row of the same case just before them in the file
    std::size_t tied = 0;         // neighbours in a case at the same moment
    std::size_t identical = 0;    // of these: with the same activity too
};

// A log in order: cases as they first appear in the file, and in each case its events by time; those at the
// same moment keep the order of the file. Cases without events do not exist.
class EventLog {
  public:
    // Puts the rows of the log in order; with `keep` only those for which it is true.
    [[nodiscard]] static EventLog arrange(const RawLog& raw,
                                          const std::function<bool(std::size_t row)>& keep = {});

    [[nodiscard]] std::size_t case_count() const { return names_.size(); }
    [[nodiscard]] std::span<const Event> case_events(std::size_t index) const {
        return std::span(events_).subspan(begins_[index], begins_[index + 1] - begins_[index]);
    }
    [[nodiscard]] TextNumber case_number(std::size_t index) const { return names_[index]; }
    [[nodiscard]] std::string_view case_name(std::size_t index) const { return texts_->cases[names_[index]]; }
    [[nodiscard]] std::span<const Event> events() const { return events_; } // case after case
    [[nodiscard]] std::string_view activity_name(TextNumber number) const {
        return texts_->activities[number];
    }
    [[nodiscard]] std::optional<TextNumber> activity_number(std::string_view name) const {
        return texts_->activities.find(name);
    }
    // Numbers of activities are below this; some may not occur.
    [[nodiscard]] std::size_t activity_limit() const { return texts_->activities.size(); }
    [[nodiscard]] const TextColumn* column(std::string_view name) const { return texts_->column(name); }
    [[nodiscard]] const Disorder& disorder() const { return disorder_; }

    [[nodiscard]] Milliseconds first_time() const { return first_time_; } // 0 where there are no events
    [[nodiscard]] Milliseconds last_time() const { return last_time_; }

    // From the first event of a case to its last.
    struct Span {
        Milliseconds arrived = 0;
        Milliseconds completed = 0;
        [[nodiscard]] Milliseconds duration() const { return completed - arrived; }
    };
    [[nodiscard]] Span span_of(std::size_t index) const {
        return {events_[begins_[index]].time, events_[begins_[index + 1] - 1].time};
    }
    // Whether the case has come to its end. Always so, unless the log tells (see RawLog::closing).
    [[nodiscard]] bool is_closed(std::size_t index) const { return open_.empty() || !open_[index]; }
    [[nodiscard]] bool knows_open_cases() const { return !open_.empty(); }

  private:
    explicit EventLog(std::shared_ptr<const LogTexts> texts) : texts_(std::move(texts)) {}
    void put_in_cases(const RawLog& raw, const std::function<bool(std::size_t)>& keep);
    void put_in_order();
    void note_times();
    void note_open_cases(std::span<const TextNumber> closing);

    std::shared_ptr<const LogTexts> texts_;
    std::vector<TextNumber> names_;   // of cases
    std::vector<std::size_t> begins_; // case i is events_[begins_[i], begins_[i + 1])
    std::vector<Event> events_;
    std::vector<bool> open_; // empty where the log does not tell
    Disorder disorder_;
    Milliseconds first_time_ = 0;
    Milliseconds last_time_ = 0;
};

// Cases sorted by name, by Unicode code point.
[[nodiscard]] std::vector<std::size_t> cases_by_name(const EventLog& log);
// Up to `count` cases of longest duration, longest first, ties by name.
[[nodiscard]] std::vector<std::size_t> longest_cases(const EventLog& log, std::size_t count);
// Activities that occur, sorted by name.
[[nodiscard]] std::vector<TextNumber> activities_by_name(const EventLog& log);

} // namespace maerkbar::event_log
