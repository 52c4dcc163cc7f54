#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "event_log/raw_log.hpp"
#include "event_log/readers/status_check.hpp"
#include "event_log/readers/time_reader.hpp"
#include "event_log/readers/waiting_texts.hpp"

namespace maerkbar::event_log {

// Where the cells of a row go. Slots 0, 1, 2 are case, activity and time of a log; of a case table 0 is the
// case and 1 … steps are the times of its steps. Columns to keep follow.
struct RowShape {
    std::vector<std::string> steps;   // empty: one row an event
    std::vector<std::string> columns; // kept beside
    struct Closing {
        std::size_t date = 0; // slots
        std::size_t status = 0;
    };
    std::optional<Closing> closing = {}; // to be compared
    [[nodiscard]] std::size_t first_column() const { return steps.empty() ? 3 : steps.size() + 1; }
    [[nodiscard]] std::size_t slots() const { return first_column() + columns.size(); }
};

// Makes a log of rows in the order of the file. Texts are kept as they stand, in the encoding of the file.
class LogBuilder {
  public:
    LogBuilder(RowShape shape, const Zone& zone, tables::DateOrder order);

    // `cells` holds a text for every slot.
    void add(std::size_t line, std::span<const std::string_view> cells);
    void note(Oddity oddity, std::size_t line, std::string_view text = {}) {
        log_.oddities.add(oddity, line, text);
    }
    void count_blank_row() { ++log_.blank_rows; }
    void expect(std::size_t rows);
    [[nodiscard]] RawLog take();

  private:
    void add_event(std::size_t line, std::span<const std::string_view> cells);
    void add_case(std::size_t line, std::span<const std::string_view> cells);
    void number_waiting();
    TextNumber case_number(std::size_t line, std::string_view text, const Interner::Key& key);
    std::optional<Milliseconds> time_at(std::size_t line, std::string_view text);
    void keep(RawEvent event, std::span<const std::string_view> cells);

    RowShape shape_;
    TimeReader times_;
    RawLog log_;
    StatusCheck statuses_;
    WaitingTexts waiting_;      // cases of the last events, not numbered yet
    bool times_of_day_ = false; // any time was more than a date
};

// Puts `next`, the log of the part of the file that follows, behind `log`. Both were built with the same
// shape. `lines_before` is the number of lines in front of its part.
void append(RawLog& log, RawLog&& next, std::size_t lines_before);

} // namespace maerkbar::event_log
