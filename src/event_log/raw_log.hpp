#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_log/interner.hpp"
#include "event_log/oddities.hpp"
#include "event_log/zone.hpp"

namespace maerkbar::event_log {

// One row of a log as it stands in the file.
struct RawEvent {
    Milliseconds time = 0;
    TextNumber of_case = 0;
    TextNumber activity = 0;
};

// A column beside case, activity and time: one text a row, no_text where the cell is empty.
struct TextColumn {
    std::string name;
    Interner texts;
    std::vector<TextNumber> values;

    [[nodiscard]] std::string_view at(std::size_t row) const {
        return values[row] == no_text ? std::string_view() : texts[values[row]];
    }
};

// What all views of one log share: its texts, and its columns by row.
struct LogTexts {
    Interner cases;
    Interner activities;
    std::vector<TextColumn> columns;

    [[nodiscard]] const TextColumn* column(std::string_view name) const;
};

// What a reader makes of a file, in the order of the file. `row` below is always a number into `events`.
struct RawLog {
    std::shared_ptr<LogTexts> texts = std::make_shared<LogTexts>();
    std::vector<RawEvent> events;
    Oddities oddities;
    std::size_t rows = 0;       // rows (or XES events) read, those that were left out included
    std::size_t blank_rows = 0; // passed over
    // The activities that close a case. Where they are known, a case without any of them is still open; where
    // there are none, every case counts as closed by its last event.
    std::vector<TextNumber> closing;
    bool dates_only = false; // not one time of day in the whole log
};

} // namespace maerkbar::event_log
