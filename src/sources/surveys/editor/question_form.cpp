#include "sources/surveys/editor/question_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/lines.hpp"
#include "base/text.hpp"
#include "sources/surveys/editor/condition_form.hpp"

namespace maerkbar::surveys::editor {

namespace {

constexpr std::string_view between = " | ";
constexpr std::array<std::string_view, 6> names_with_languages{"title", "hint",        "choices",
                                                               "rows",  "expectation", "experience"};
constexpr std::array ways_not_to_answer{Missing::dont_know, Missing::not_relevant, Missing::no_wish};

void put_choices(web::Fields& fields, std::string_view name, const std::vector<Choice>& choices,
                 const Definition& survey) {
    for (const auto& code : survey.languages) {
        std::string lines;
        for (const auto& choice : choices) {
            const auto text =
                choice.text.has(code) ? choice.text.by_language.find(code)->second : std::string("–");
            lines += code == survey.main_language() ? choice.value + std::string(between) + text : text;
            lines += '\n';
        }
        fields.add(text_field_name(name, code), lines);
    }
}

std::string number_text(std::optional<double> number) {
    if (!number) return {};
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, *number).ptr};
}

std::optional<double> number_field(const web::Fields& sent, std::string_view name) {
    std::string text(trimmed(sent.text(name)));
    std::ranges::replace(text, ',', '.');
    return number_in(text);
}

// "value | text", or a text alone, which gets a value that is still free.
Choice choice_of(const std::string& line, const std::vector<Choice>& before, std::string_view main) {
    const auto at = line.find(between);
    Choice choice;
    const std::string_view whole = line;
    const std::string text(at == std::string::npos ? whole : trimmed(whole.substr(at + between.size())));
    if (at != std::string::npos) choice.value = trimmed(whole.substr(0, at));
    for (std::size_t number = before.size() + 1; choice.value.empty(); ++number) {
        const auto value = std::to_string(number);
        if (std::ranges::find(before, value, &Choice::value) == before.end()) choice.value = value;
    }
    if (text != "–") choice.text.by_language[std::string(main)] = text;
    return choice;
}

std::vector<Choice> read_choices(const web::Fields& sent, std::string_view name, const Definition& survey) {
    std::vector<Choice> choices;
    for (const auto& line : lines_of(sent.text(text_field_name(name, survey.main_language()))))
        choices.push_back(choice_of(line, choices, survey.main_language()));
    for (const auto& code : survey.languages) {
        if (code == survey.main_language()) continue;
        const auto lines = lines_of(sent.text(text_field_name(name, code)));
        for (std::size_t i = 0; i < std::min(lines.size(), choices.size()); ++i)
            if (lines[i] != "–") choices[i].text.by_language[code] = lines[i];
    }
    return choices;
}

std::string free_name(const Definition& survey) {
    for (int number = 1;; ++number) {
        auto name = "q" + std::to_string(number);
        if (survey.question(name) == nullptr) return name;
    }
}

} // namespace

std::string text_field_name(std::string_view name, std::string_view language) {
    return std::string(name) + '.' + std::string(language);
}

void put_texts(web::Fields& fields, std::string_view name, const Texts& texts, const Definition& survey) {
    for (const auto& code : survey.languages)
        fields.add(text_field_name(name, code),
                   texts.has(code) ? texts.by_language.find(code)->second : std::string());
}

Texts read_texts(const web::Fields& sent, std::string_view name, const Definition& survey) {
    Texts texts;
    for (const auto& code : survey.languages)
        if (const std::string text(trimmed(sent.text(text_field_name(name, code)))); !text.empty())
            texts.by_language[code] = text;
    return texts;
}

std::string form_field(std::string_view field, const Definition& survey) {
    for (const std::string_view before : {".questions.", "pages."})
        if (const auto at = field.find(before); at != std::string_view::npos) {
            field.remove_prefix(at + before.size());
            field.remove_prefix(std::min(field.size(), field.find('.') + 1));
            break;
        }
    if (field == "shown_if") return condition_field(0, "question");
    if (std::ranges::find(names_with_languages, field) == names_with_languages.end())
        return std::string(field);
    return text_field_name(field, survey.main_language());
}

web::Fields fields_of(const Question& question, const Definition& survey) {
    web::Fields fields;
    fields.add("name", question.name);
    fields.add("type", std::string(name_of(question.type)));
    put_texts(fields, "title", question.title, survey);
    put_texts(fields, "hint", question.hint, survey);
    put_texts(fields, "expectation", question.expectation, survey);
    put_texts(fields, "experience", question.experience, survey);
    put_choices(fields, "choices", question.choices, survey);
    put_choices(fields, "rows", question.rows, survey);
    fields.add("points", question.points == 0 ? "5" : std::to_string(question.points));
    if (question.other) fields.add("other", "1");
    if (question.whole) fields.add("whole", "1");
    if (question.recalled) fields.add("recalled", "1");
    fields.add("least", number_text(question.least));
    fields.add("most", number_text(question.most));
    for (const auto missing : question.missing)
        fields.add("missing", std::string(name_of(missing)));
    if (question.sensitive) fields.add("sensitive", "1");
    put_condition(fields, question.shown_if);
    return fields;
}

Question read_question(const web::Fields& sent, const Question& before, const Definition& survey) {
    Question question = before;
    const std::string name(trimmed(sent.text("name")));
    question.name = name.empty() ? (before.name.empty() ? free_name(survey) : before.name) : name;
    question.type = question_type_named(sent.text("type")).value_or(before.type);
    const auto type = question.type;
    const bool steps =
        type == QuestionType::smiley || type == QuestionType::likert || type == QuestionType::expectation;
    const bool choosing = type == QuestionType::single_choice || type == QuestionType::multiple_choice;
    question.title = read_texts(sent, "title", survey);
    question.hint = read_texts(sent, "hint", survey);
    const bool pair = type == QuestionType::expectation;
    question.expectation = pair ? read_texts(sent, "expectation", survey) : Texts{};
    question.experience = pair ? read_texts(sent, "experience", survey) : Texts{};
    question.choices = read_choices(sent, "choices", survey);
    question.rows = type == QuestionType::matrix ? read_choices(sent, "rows", survey) : std::vector<Choice>{};
    question.points = steps ? static_cast<int>(number_field(sent, "points").value_or(5)) : 0;
    question.other = choosing && sent.has("other");
    question.whole = type == QuestionType::number && sent.has("whole");
    question.recalled = !pair || sent.has("recalled");
    question.least = type == QuestionType::number ? number_field(sent, "least") : std::nullopt;
    question.most = type == QuestionType::number ? number_field(sent, "most") : std::nullopt;
    question.missing.clear();
    for (const auto missing : ways_not_to_answer)
        if (const auto ticked = sent.all("missing");
            std::ranges::find(ticked, name_of(missing)) != ticked.end())
            question.missing.push_back(missing);
    question.sensitive = type != QuestionType::information && sent.has("sensitive");
    question.shown_if = read_condition(sent, before.shown_if);
    return question;
}

} // namespace maerkbar::surveys::editor
