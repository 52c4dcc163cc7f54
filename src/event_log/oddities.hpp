#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.hpp"

namespace maerkbar::event_log {

// What a reader found odd. Nothing is left out, mended or guessed without being counted here.
enum class Oddity {
    // The row or event is left out:
    no_case,         // no case id
    no_activity,     // no activity
    no_time,         // no time
    unreadable_time, // text that is no time
    no_step,         // a row of a case table without any date
    // It is kept:
    too_few_cells,     // a row shorter than the header
    too_many_cells,    // a row longer than the header
    date_only,         // a date without a time counts as midnight UTC
    no_offset,         // a local time without zone, read in the zone that was named
    time_twice,        // a local time that the clocks showed twice; the first is taken
    time_never,        // a local time that the clocks jumped over
    implausible_time,  // before 1970 or after 2100
    missing_like_case, // a case called "NA", "NULL" or so; it is a case
    steps_disordered,  // a row of a case table in which a later step lies before an earlier one
    repeated_case,     // a case with two rows in a case table
    default_value,     // a value that is missing, for which an XES file declares a default
    mended_text,       // a name with bytes that were not of the file's encoding
    status_disagrees,  // a case with a closing date and a status that others have without one, or the reverse
};
constexpr std::size_t oddity_count = 18;

[[nodiscard]] constexpr bool leaves_out(Oddity oddity) {
    return oddity <= Oddity::no_step;
}
// A stable name for programs: "no_case", "unreadable_time", …
[[nodiscard]] std::string_view name_of(Oddity oddity);

// How often, and where first.
struct Finding {
    std::size_t line = 0; // of a text file, or the number of the event in an XES file
    std::string text;     // what stands there, shortened
};

class Oddities {
  public:
    static constexpr std::size_t kept = 5; // findings of each kind

    void add(Oddity oddity, std::size_t line, std::string_view text = {});
    // Adds those of the part of the file that follows, whose lines were counted from 0.
    void append(const Oddities& following, std::size_t lines_before);

    [[nodiscard]] std::size_t count(Oddity oddity) const { return tallies_.at(index(oddity)).count; }
    [[nodiscard]] const std::vector<Finding>& first(Oddity oddity) const {
        return tallies_.at(index(oddity)).first;
    }
    [[nodiscard]] std::size_t left_out() const;
    // Puts other texts in place of those that were kept, as when their encoding is known.
    void rewrite(FunctionRef<std::string(std::string_view)> rewritten);

  private:
    struct Tally {
        std::size_t count = 0;
        std::vector<Finding> first;
    };
    static constexpr std::size_t index(Oddity oddity) { return static_cast<std::size_t>(oddity); }

    std::array<Tally, oddity_count> tallies_;
};

} // namespace maerkbar::event_log
