#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/definition/answers.hpp"
#include "sources/surveys/results/counted_question.hpp"

namespace maerkbar::surveys::results {

// How many answered what to one question.
struct Counts {
    std::int64_t answers = 0;              // persons who gave a value
    std::vector<std::int64_t> values = {}; // one a value of the question; several choices count once each
    std::array<std::int64_t, 4> missing{}; // don't know, not relevant, no wish, skipped

    bool operator==(const Counts&) const = default;
    void add(const Counts& other, std::int64_t times = 1);
    // Numbers below zero become zero.
    void clamp();
};

// The name under which a survey's answers are counted as a whole: how many there are.
inline constexpr std::string_view whole_survey = "";

// By the question's name, and whole_survey.
using CountsByQuestion = std::map<std::string, Counts, std::less<>>;

// One more answer into the counts of every question. Values that the question does not know (those of an
// older version) are left out.
void count_answer(const std::vector<CountedQuestion>& questions, const Answers& answers,
                  CountsByQuestion& into);
// What everybody answered, where it was the same: the index of the value; of a pair, also where one side was
// the same for all.
[[nodiscard]] std::optional<std::int32_t> same_answer(const Counts& counts, bool pair);
// One side of a pair's counts, by step.
enum class Side { expectation, experience };
[[nodiscard]] Counts side_of(const Counts& pair, Side side);

// {"satisfied":[12,[0,1,2,4,5],[1,0,0,0]]}
[[nodiscard]] std::string write_counts(const CountsByQuestion& counts);
[[nodiscard]] Result<CountsByQuestion> read_counts(std::string_view json); // survey.counts_unreadable

} // namespace maerkbar::surveys::results
