#pragma once

#include <chrono>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/submission.hpp"

// What a kiosk asks, and what it makes of how it is pressed.
namespace maerkbar::surveys::kiosk {

inline constexpr std::size_t most_questions = 5; // somebody is waiting behind
inline constexpr std::size_t most_choices = 6;   // that fit on one screen

// The questions that are answered by one press and always asked, at most most_questions of them.
[[nodiscard]] std::vector<const Question*> kiosk_questions(const Definition& survey);

// Error: kiosk.not_here (invalid) where a kiosk cannot keep what respondents are promised: with one-time
// codes, with names, or where the survey has nothing to press.
[[nodiscard]] Result<void> check_kiosk(const SurveyLink& link, const Definition& survey);

// How one answer was pressed: the how manyth in a row of answers less than burst_gap apart, and how long the
// button was down.
struct Pressing {
    std::int64_t run = 1;
    std::chrono::milliseconds held = {};
};
inline constexpr std::chrono::seconds burst_gap{10}; // kiosk.js knows the same figure
inline constexpr std::int64_t burst_run = 4;
inline constexpr std::chrono::seconds long_press{3};
[[nodiscard]] Oddity oddity_of(const Pressing& pressing);

// An answer that has waited longer than this counts as given when it arrives: no kiosk is away for so long,
// so its clock was set in between.
inline constexpr std::chrono::days longest_wait{60};

// One answer as the kiosk sends it.
struct Press {
    std::string id;
    std::int64_t version = 0;
    std::string language;
    std::chrono::seconds age = {};
    Pressing pressing = {};
    Answers answers = {};
};
inline constexpr std::size_t most_presses = 200; // in one message

// Reads {"presses":[{"id":…,"version":1,"age":30,"language":"da","run":1,"held":120,"answers":{…}}]}. Errors:
// kiosk.presses (invalid), those of JSON.
[[nodiscard]] Result<std::vector<Press>> read_presses(std::string_view json);

// Whether the link took answers at that moment, also if it does not any more.
[[nodiscard]] bool was_open(const SurveyLink& link, Instant moment);

} // namespace maerkbar::surveys::kiosk
