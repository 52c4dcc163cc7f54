#include "sources/surveys/results/counted_question.hpp"

#include <algorithm>

namespace maerkbar::surveys::results {

namespace {

std::vector<std::string> steps_of(const Question& question) {
    std::vector<std::string> steps;
    for (int step = lowest_step(question); step <= highest_step(question); ++step)
        steps.push_back(std::to_string(step));
    return steps;
}

std::vector<std::string> choices_of(const Question& question) {
    std::vector<std::string> values;
    for (const auto& choice : question.choices)
        values.push_back(choice.value);
    if (question.other) values.emplace_back(other_value);
    return values;
}

// The two best of four steps and more, the best of three; 9 and 10 of 0 to 10.
std::size_t best_steps_from(std::size_t steps) {
    return steps - (steps > 3 ? 2 : 1);
}

CountedQuestion scale(const Question& question, std::string name) {
    CountedQuestion counted{std::move(name), CountedKind::scale, steps_of(question), lowest_step(question)};
    counted.favourable_from = best_steps_from(counted.values.size());
    counted.question = &question;
    return counted;
}

CountedQuestion choice(const Question& question, std::string name) {
    CountedQuestion counted{std::move(name), CountedKind::choice, choices_of(question)};
    counted.question = &question;
    return counted;
}

CountedQuestion yes_no(const Question& question) {
    CountedQuestion counted{question.name, CountedKind::yes_no, {"no", "yes"}, 0, 1};
    counted.question = &question;
    return counted;
}

void add_pair(const Question& question, std::vector<CountedQuestion>& into) {
    CountedQuestion pair{question.name, CountedKind::pair, {}};
    for (const auto& expected : steps_of(question))
        for (const auto& experienced : steps_of(question))
            pair.values.push_back(expected + "," + experienced);
    pair.question = &question;
    into.push_back(std::move(pair));
}

void add_matrix(const Question& question, std::vector<CountedQuestion>& into) {
    for (const auto& row : question.rows) {
        into.push_back(choice(question, question.name + "." + row.value));
        into.back().row = row.value;
    }
}

void add(const Question& question, std::vector<CountedQuestion>& into) {
    switch (question.type) {
        case QuestionType::smiley:
        case QuestionType::likert:
        case QuestionType::nps:
            into.push_back(scale(question, question.name));
            return;
        case QuestionType::yes_no:
            into.push_back(yes_no(question));
            return;
        case QuestionType::single_choice:
        case QuestionType::multiple_choice:
            into.push_back(choice(question, question.name));
            return;
        case QuestionType::expectation:
            add_pair(question, into);
            return;
        case QuestionType::matrix:
            add_matrix(question, into);
            return;
        case QuestionType::number:
        case QuestionType::date:
        case QuestionType::ranking:
        case QuestionType::open_text:
        case QuestionType::information:
            return;
    }
}

} // namespace

std::optional<std::size_t> step_of(const CountedQuestion& question, const Answers& answers) {
    const auto* answer = find(answers, question.name);
    if (answer == nullptr || !answer->answered()) return std::nullopt;
    const auto found = std::ranges::find(question.values, answer->value());
    if (found == question.values.end()) return std::nullopt;
    return static_cast<std::size_t>(found - question.values.begin());
}

std::vector<CountedQuestion> counted_questions(const Definition& definition) {
    std::vector<CountedQuestion> all;
    for (const auto& page : definition.pages)
        for (const auto& question : page.questions)
            add(question, all);
    return all;
}

std::vector<CountedQuestion> open_questions(const Definition& definition) {
    std::vector<CountedQuestion> all;
    for (const auto& page : definition.pages)
        for (const auto& question : page.questions)
            if (question.type == QuestionType::open_text) {
                all.push_back({question.name, CountedKind::text, {}});
                all.back().question = &question;
            }
    return all;
}

std::vector<CountedQuestion> released_questions(const Definition& definition) {
    auto all = counted_questions(definition);
    for (auto& open : open_questions(definition))
        all.push_back(std::move(open));
    return all;
}

std::optional<CountedQuestion> counted_question(const Definition& definition, std::string_view name) {
    auto all = counted_questions(definition);
    const auto found = std::ranges::find(all, name, &CountedQuestion::name);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

std::optional<CountedQuestion> headline(const Definition& definition) {
    auto all = counted_questions(definition);
    auto found = std::ranges::find(all, "satisfied", &CountedQuestion::name);
    if (found == all.end() || !found->has_mean())
        found = std::ranges::find(all, CountedKind::scale, &CountedQuestion::kind);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

} // namespace maerkbar::surveys::results
