#include "sources/surveys/taking_out/question_columns.hpp"

#include <algorithm>
#include <charconv>

#include "sources/surveys/definition/scale_words.hpp"

namespace maerkbar::surveys {

namespace {

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

// Codes of SPSS: the values themselves where all are whole numbers of 0 or more, else 1, 2, 3 …
void give_codes(std::vector<ValueLabel>& values) {
    const bool numbers = std::ranges::all_of(
        values, [](const ValueLabel& value) { return whole_number(value.value).value_or(-1) >= 0; });
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i].code = numbers ? *whole_number(values[i].value) : static_cast<double>(i + 1);
}

std::vector<ValueLabel> value_labels(const Definition& definition, const Question& question,
                                     std::string_view language) {
    std::vector<std::string> values;
    if (question.type == QuestionType::yes_no) values = {"no", "yes"};
    for (int step = lowest_step(question); step <= highest_step(question) && highest_step(question) > 0;
         ++step)
        values.push_back(std::to_string(step));
    if (values.empty())
        for (const auto& choice : question.choices)
            values.push_back(choice.value);
    if (question.other) values.emplace_back(other_value);
    std::vector<ValueLabel> labels;
    for (auto& value : values) {
        auto words = value == other_value ? std::string(word(Word::other, language))
                                          : value_words(definition, question, value, language);
        labels.push_back({value, 0, words.empty() ? value : std::move(words)});
    }
    give_codes(labels);
    if (question.type == QuestionType::yes_no) labels[0].code = 0, labels[1].code = 1;
    return labels;
}

std::string label_of(const Definition& definition, const Question& question, const std::string& name,
                     std::string_view language) {
    auto label = definition.say(question.title, language);
    const auto point = name.find('.');
    if (point == std::string::npos) return label;
    const auto part = std::string_view(name).substr(point + 1);
    if (part == expected_side) return label + ": " + definition.say(question.expectation, language);
    if (part == experienced_side) return label + ": " + definition.say(question.experience, language);
    for (const auto& row : question.rows)
        if (row.value == part) return label + ": " + definition.say(row.text, language);
    return label;
}

// One column a choice: chosen or not, or the place it was given.
std::vector<QuestionColumn> columns_of_choices(const Definition& definition, const Question& question,
                                               std::string_view language) {
    std::vector<QuestionColumn> columns;
    const bool ranking = question.type == QuestionType::ranking;
    for (const auto& value : value_labels(definition, question, language)) {
        QuestionColumn made{{}, question.type, question.name, value.value};
        made.column.name = question.name + '.' + value.value;
        made.column.label = definition.say(question.title, language) + ": " + value.words;
        made.column.sensitive = question.sensitive;
        made.column.kind = ranking ? ColumnKind::number : ColumnKind::code;
        if (!ranking)
            made.column.values = {{"0", 0, std::string(word(Word::no, language))},
                                  {"1", 1, std::string(word(Word::yes, language))}};
        columns.push_back(std::move(made));
    }
    return columns;
}

} // namespace

std::vector<std::string> comment_names(const Question& question) {
    if (question.type == QuestionType::open_text) return {question.name};
    if (question.other) return {question.name + '.' + std::string(other_value)};
    return {};
}

std::vector<QuestionColumn> columns_of(const Definition& definition, const Question& question,
                                       std::string_view language) {
    if (question.type == QuestionType::open_text || question.type == QuestionType::information) return {};
    if (question.type == QuestionType::multiple_choice || question.type == QuestionType::ranking)
        return columns_of_choices(definition, question, language);
    std::vector<QuestionColumn> columns;
    for (const auto& name : answer_names(question)) {
        if (question.other && name != question.name) continue; // what was written beside "other"
        QuestionColumn made{{}, question.type, name};
        made.column = {name, label_of(definition, question, name, language)};
        made.column.sensitive = question.sensitive;
        made.background = question.type == QuestionType::single_choice ||
                          question.type == QuestionType::number || question.type == QuestionType::date;
        made.least = question.least;
        made.most = question.most;
        if (question.type == QuestionType::number) made.column.kind = ColumnKind::number;
        if (question.type != QuestionType::number && question.type != QuestionType::date) {
            made.column.kind = ColumnKind::code;
            made.column.values = value_labels(definition, question, language);
            made.column.steps = highest_step(question) > 0;
        }
        columns.push_back(std::move(made));
    }
    return columns;
}

bool same_column(const QuestionColumn& a, const QuestionColumn& b) {
    return a.type == b.type && a.answer == b.answer && a.part == b.part;
}

AnswerCell cell_of(const QuestionColumn& column, const Answers& answers) {
    const auto* answer = find(answers, column.answer);
    if (answer == nullptr) return {};
    if (answer->missing != Missing::none) return {AnswerCell::State::missing, answer->missing};
    if (column.part.empty()) return {AnswerCell::State::value, {}, std::string(answer->value())};
    const auto found = std::ranges::find(answer->values, column.part);
    const bool there = found != answer->values.end();
    if (column.type == QuestionType::multiple_choice)
        return {AnswerCell::State::value, {}, there ? "1" : "0"};
    if (!there) return {};
    return {AnswerCell::State::value, {}, std::to_string(found - answer->values.begin() + 1)};
}

} // namespace maerkbar::surveys
