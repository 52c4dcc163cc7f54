#include "sources/surveys/definition/definition.hpp"

#include <array>

#include "base/names.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::array<std::string_view, 13> type_names{
    "smiley", "likert",  "yes_no",    "single_choice", "multiple_choice", "number",     "date",
    "matrix", "ranking", "open_text", "nps",           "expectation",     "information"};

template <typename Choices, typename Each>
void texts_of(Choices& choices, const std::string& field, const Each& each) {
    for (std::size_t i = 0; i < choices.size(); ++i)
        each(field + '.' + std::to_string(i) + ".text", choices[i].text);
}

template <typename AnyQuestion, typename Each>
void texts_of_question(AnyQuestion& question, const std::string& field, const Each& each) {
    each(field + ".title", question.title);
    each(field + ".hint", question.hint);
    each(field + ".expectation", question.expectation);
    each(field + ".experience", question.experience);
    texts_of(question.choices, field + ".choices", each);
    texts_of(question.rows, field + ".rows", each);
}

// Of a survey that may be changed, and of one that may not.
template <typename AnyDefinition, typename Each>
void texts_of_survey(AnyDefinition& definition, const Each& each) {
    each("title", definition.title);
    each("intro", definition.intro);
    each("thanks", definition.thanks);
    for (std::size_t s = 0; s < definition.sections.size(); ++s)
        each("sections." + std::to_string(s) + ".title", definition.sections[s].title);
    for (std::size_t p = 0; p < definition.pages.size(); ++p) {
        auto& page = definition.pages[p];
        const auto field = "pages." + std::to_string(p);
        each(field + ".title", page.title);
        for (std::size_t q = 0; q < page.questions.size(); ++q)
            texts_of_question(page.questions[q], field + ".questions." + std::to_string(q), each);
    }
}

} // namespace

std::string_view name_of(QuestionType type) {
    return type_names[static_cast<std::size_t>(type)];
}

std::optional<QuestionType> question_type_named(std::string_view name) {
    return named_in<QuestionType>(type_names, name);
}

const Question* Definition::question(std::string_view name) const {
    for (const auto& page : pages)
        for (const auto& question : page.questions)
            if (question.name == name) return &question;
    return nullptr;
}

int highest_step(const Question& question) {
    switch (question.type) {
        case QuestionType::smiley:
        case QuestionType::likert:
        case QuestionType::expectation:
            return question.points;
        case QuestionType::nps:
            return 10;
        default:
            return 0;
    }
}

std::vector<std::string> answer_names(const Question& question) {
    const auto part = [&](std::string_view name) { return question.name + '.' + std::string(name); };
    if (question.type == QuestionType::information) return {};
    if (question.type == QuestionType::expectation) return {part(expected_side), part(experienced_side)};
    if (question.type != QuestionType::matrix) {
        std::vector<std::string> names{question.name};
        if (question.other) names.push_back(part(other_value));
        return names;
    }
    std::vector<std::string> names;
    for (const auto& row : question.rows)
        names.push_back(part(row.value));
    return names;
}

void for_each_text(const Definition& definition,
                   FunctionRef<void(const std::string& field, const Texts& text)> each) {
    texts_of_survey(definition, each);
}

void change_each_text(Definition& definition, FunctionRef<void(const std::string& field, Texts& text)> each) {
    texts_of_survey(definition, each);
}

std::vector<MissingText> missing_texts(const Definition& definition) {
    std::vector<MissingText> missing;
    for_each_text(definition, [&](const std::string& field, const Texts& text) {
        if (text.empty()) return;
        for (const auto& language : definition.languages)
            if (!text.has(language)) missing.push_back({field, language});
    });
    return missing;
}

} // namespace maerkbar::surveys
