#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/policy.hpp"
#include "sources/surveys/definition/answers.hpp"
#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys::results {

enum class CountedKind {
    scale,  // steps in order, from the worst to the best
    yes_no, // no, then yes
    choice, // one or several of them, in no order
    pair,   // expectation × experience: values[e * steps + x]
    text,   // open text: only how many wrote something
};

// One thing that answers are counted for: a question, a row of a matrix, or a pair of expectation and
// experience. Both sides of a pair are counted together alone: counted apart, their difference would tell of
// those few who answered only one.
struct CountedQuestion {
    std::string name; // as in Answers; of a pair without its sides
    CountedKind kind = CountedKind::scale;
    std::vector<std::string> values; // what may be answered, each with a count of its own
    int lowest = 1;                  // what the first step is worth
    // From which value on an answer is favourable: 4 and 5 of 5, "yes". None for choices.
    std::optional<std::size_t> favourable_from = {};
    const Question* question = nullptr; // of the definition given
    std::string row = {};               // value of the matrix's row

    [[nodiscard]] bool has_mean() const { return kind == CountedKind::scale; }
    [[nodiscard]] disclosure::Sensitivity sensitivity() const {
        return question->sensitive ? disclosure::Sensitivity::sensitive : disclosure::Sensitivity::ordinary;
    }
};

// The place of an answer among the question's values; none where it was not answered.
[[nodiscard]] std::optional<std::size_t> step_of(const CountedQuestion& question, const Answers& answers);

// In the order of the survey. Numbers, dates, rankings and open text are not among them. The definition must
// outlive them.
[[nodiscard]] std::vector<CountedQuestion> counted_questions(const Definition& definition);
// Open questions: how many wrote something decides whether what they wrote may be listed.
[[nodiscard]] std::vector<CountedQuestion> open_questions(const Definition& definition);
// Both: everything that is counted and released.
[[nodiscard]] std::vector<CountedQuestion> released_questions(const Definition& definition);
[[nodiscard]] std::optional<CountedQuestion> counted_question(const Definition& definition,
                                                              std::string_view name);
// The question that stands for the survey as a whole: "satisfied", else the first on a scale, else none.
[[nodiscard]] std::optional<CountedQuestion> headline(const Definition& definition);

} // namespace maerkbar::surveys::results
