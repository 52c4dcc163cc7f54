#include "sources/surveys/asking/form_items.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/scale_words.hpp"

namespace maerkbar::surveys::asking {

namespace {

// Steps have the number that people see; the rest is counted from 1, the ways not to answer after them.
std::vector<FormChoice> choices_of(const Definition& survey, const Question& question,
                                   std::string_view language) {
    std::vector<FormChoice> choices;
    const int highest = highest_step(question);
    for (int step = lowest_step(question); step <= highest; ++step) {
        const auto value = std::to_string(step);
        choices.push_back({value, value, step_words(survey, question, step, language)});
    }
    const auto add = [&](std::string value, std::string words) {
        choices.push_back(
            {std::to_string(choices.size() + (highest > 0 && lowest_step(question) == 0 ? 0 : 1)),
             std::move(value), std::move(words)});
    };
    if (question.type == QuestionType::yes_no)
        for (const auto* value : {"yes", "no"})
            add(value, value_words(survey, question, value, language));
    if (highest == 0)
        for (const auto& choice : question.choices)
            add(choice.value, survey.say(choice.text, language));
    const bool boxes = !choices.empty();
    for (const auto missing : question.missing)
        if (boxes && question.type != QuestionType::ranking)
            add("missing." + std::string(name_of(missing)), std::string(missing_words(missing, language)));
    return choices;
}

void add_question(std::vector<FormItem>& items, const Definition& survey, const Question& question,
                  std::string_view language, bool always) {
    const auto title = survey.say(question.title, language);
    const auto add = [&](std::string name, std::string text) {
        items.push_back({std::move(name), std::move(text), choices_of(survey, question, language),
                         question.type == QuestionType::multiple_choice,
                         question.type == QuestionType::ranking, always,
                         question.type == QuestionType::open_text});
    };
    if (question.type == QuestionType::matrix)
        for (const auto& row : question.rows)
            add(question.name + '.' + row.value, title + " – " + survey.say(row.text, language));
    else if (question.type == QuestionType::expectation)
        for (const auto& [side, text] :
             {std::pair{expected_side, &question.expectation}, {experienced_side, &question.experience}})
            add(question.name + '.' + std::string(side), survey.say(*text, language));
    else
        add(question.name, title);
}

Error no_such_box(const FormItem& item, std::string_view typed) {
    return {ErrorKind::invalid,
            "entry.number",
            translatable("“{value}” is none of the numbers beside the boxes. Type the number of the box that "
                         "is ticked."),
            {{"value", std::string(typed)}},
            item.name};
}

} // namespace

std::vector<FormItem> form_items(const Definition& survey, std::string_view language) {
    std::vector<FormItem> items;
    for (const auto& page : survey.pages)
        for (const auto& question : page.questions)
            if (question.type != QuestionType::information)
                add_question(items, survey, question, language,
                             page.shown_if.always() && question.shown_if.always());
    return items;
}

Result<Answer> typed_answer(const FormItem& item, std::string_view typed) {
    typed = trimmed(typed);
    if (typed.empty()) return Answer{};
    if (item.choices.empty()) return Answer{{std::string(typed)}};
    Answer answer;
    while (!typed.empty()) {
        const auto end = typed.find_first_of(" ,;");
        const auto number = typed.substr(0, end);
        typed = trimmed(typed.substr(end == std::string_view::npos ? typed.size() : end + 1));
        const auto box = std::ranges::find(item.choices, number, &FormChoice::number);
        if (box == item.choices.end()) return no_such_box(item, number);
        constexpr std::string_view missing = "missing.";
        if (box->value.starts_with(missing))
            return Answer{{},
                          missing_named(std::string_view(box->value).substr(missing.size()))
                              .value_or(Missing::skipped)};
        answer.values.push_back(box->value);
    }
    return answer;
}

} // namespace maerkbar::surveys::asking
