#include "sources/surveys/definition/answer_check.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/flow.hpp"

namespace maerkbar::surveys {

namespace {

Error mistake(std::string_view code, std::string_view text, std::string_view field, std::string value = {}) {
    return {ErrorKind::invalid,
            "answers." + std::string(code),
            std::string(text),
            {{"value", std::move(value)}},
            std::string(field)};
}

std::string canonical(double number) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return std::string(buffer, end);
}

Result<std::string> step(const Question& question, std::string_view name, std::string_view value) {
    const auto number = number_in(value);
    if (!number || *number != std::floor(*number) || *number < lowest_step(question) ||
        *number > highest_step(question))
        return mistake("no_choice", translatable("“{value}” is none of the choices."), name,
                       std::string(value));
    return canonical(*number);
}

Result<std::string> choice(const Question& question, std::string_view name, std::string_view value) {
    const bool listed = std::ranges::find(question.choices, value, &Choice::value) != question.choices.end();
    const bool other = question.other && value == other_value;
    const bool yes_or_no = question.type == QuestionType::yes_no && (value == "yes" || value == "no");
    if (!listed && !other && !yes_or_no)
        return mistake("no_choice", translatable("“{value}” is none of the choices."), name,
                       std::string(value));
    return std::string(value);
}

Result<std::string> number(const Question& question, std::string_view name, std::string_view value) {
    std::string text(trimmed(value));
    std::ranges::replace(text, ',', '.');
    const auto read = number_in(text);
    if (!read || (question.whole && *read != std::floor(*read)))
        return mistake("no_number",
                       question.whole ? translatable("Write a whole number, for example 3.")
                                      : translatable("Write a number, for example 3 or 2.5."),
                       name);
    if ((question.least && *read < *question.least) || (question.most && *read > *question.most))
        return mistake("range", translatable("This number is outside what is asked for."), name);
    return canonical(*read);
}

// As date fields send it, and as people type it: 22.11.2026, 22-11-2026, 22/11 2026.
std::optional<Date> day_in(std::string_view text) {
    if (const auto iso = Date::parse_iso(text)) return iso;
    int parts[3] = {0, 0, 0};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int& part : parts) {
        while (at != end && (*at == '.' || *at == '-' || *at == '/' || *at == ' '))
            ++at;
        const auto read = std::from_chars(at, end, part);
        if (read.ec != std::errc()) return std::nullopt;
        at = read.ptr;
    }
    return at == end ? Date::from(parts[2], parts[1], parts[0]) : std::nullopt;
}

Result<std::string> day(std::string_view name, std::string_view value) {
    const auto read = day_in(trimmed(value));
    if (!read)
        return mistake("no_date",
                       translatable("Write the date with day, month and year, for example 31.12.2026."),
                       name);
    return read->iso();
}

Result<std::string> words(std::string_view name, std::string_view value) {
    std::string text(trimmed(value));
    if (text.size() > longest_open_text)
        return mistake("too_long", translatable("This text is too long to be stored. Make it shorter."),
                       name);
    return text;
}

Result<std::string> one_value(const Question& question, std::string_view name, std::string_view value) {
    if (name.ends_with('.' + std::string(other_value)) && question.other) return words(name, value);
    switch (question.type) {
        case QuestionType::smiley:
        case QuestionType::likert:
        case QuestionType::nps:
        case QuestionType::expectation:
            return step(question, name, value);
        case QuestionType::number:
            return number(question, name, value);
        case QuestionType::date:
            return day(name, value);
        case QuestionType::open_text:
            return words(name, value);
        default:
            return choice(question, name, value);
    }
}

bool has_answer(const Question& question, std::string_view name) {
    const auto names = answer_names(question);
    return std::ranges::find(names, name) != names.end();
}

bool takes_several(const Question& question) {
    return question.type == QuestionType::multiple_choice || question.type == QuestionType::ranking;
}

Result<Answer> accept(const Question& question, std::string_view name, const Answer& sent) {
    if (sent.missing != Missing::none) return Answer{{}, sent.missing};
    Answer answer;
    for (const auto& value : sent.values) {
        if (trimmed(value).empty()) continue;
        auto accepted = TRY(one_value(question, name, value));
        if (std::ranges::find(answer.values, accepted) == answer.values.end())
            answer.values.push_back(std::move(accepted));
    }
    if (answer.values.size() > 1 && (!takes_several(question) || name != question.name))
        return mistake("too_many", translatable("Only one answer can be given here."), name);
    return answer;
}

} // namespace

Result<Answers> accept_question(const Question& question, const Answers& sent) {
    Answers accepted;
    for (const auto& name : answer_names(question)) {
        const auto* answer = find(sent, name);
        if (answer == nullptr) continue;
        auto one = TRY(accept(question, name, *answer));
        if (one.answered() || one.missing != Missing::none) accepted[name] = std::move(one);
    }
    return accepted;
}

Result<Answers> accept_answers(const Definition& definition, const Answers& sent) {
    for (const auto& [name, answer] : sent) {
        const auto* question = definition.question(std::string_view(name).substr(0, name.find('.')));
        if (question == nullptr || !has_answer(*question, name))
            return mistake("unknown_question", translatable("The survey has no question “{value}”."), name,
                           name);
    }
    Answers accepted;
    for (const auto& page : definition.pages)
        for (const auto& question : page.questions)
            accepted.merge(TRY(accept_question(question, sent)));
    return completed(definition, accepted);
}

} // namespace maerkbar::surveys
