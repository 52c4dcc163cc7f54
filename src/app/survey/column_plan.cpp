#include "app/survey/column_plan.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "tables/parse_values.hpp"
#include "web/language.hpp"

namespace maerkbar::app_survey {

namespace {

using surveys::Answer;
using surveys::Missing;
using surveys::Question;
using surveys::QuestionType;

// What our own files write where a value is withheld.
constexpr std::string_view withheld_cell = "*";

// "wait.expectation" as other programs write it.
std::vector<std::string> spellings(const std::string& name) {
    const auto point = name.find('.');
    if (point == std::string::npos) return {name};
    const auto front = name.substr(0, point);
    const auto back = name.substr(point + 1);
    return {name, front + '/' + back, front + '_' + back, front + '[' + back + ']'};
}

std::optional<std::size_t> column_of(const tables::TableFile& file, const std::string& name) {
    for (const auto& spelling : spellings(name))
        if (const auto column = file.column(spelling)) return column;
    return std::nullopt;
}

AnswerColumns columns_of(const tables::TableFile& file, const Question& question, const std::string& name) {
    AnswerColumns columns{name, column_of(file, name), {}};
    const bool several =
        question.type == QuestionType::multiple_choice || question.type == QuestionType::ranking;
    if (!several || columns.column || name != question.name) return columns;
    for (const auto& choice : question.choices)
        if (const auto column = column_of(file, name + '.' + choice.value))
            columns.chosen.emplace_back(*column, choice.value);
    return columns;
}

// The steps and choices a value may be one of.
std::vector<std::string> values_with_words(const Question& question) {
    std::vector<std::string> values;
    if (question.type == QuestionType::yes_no) values = {"yes", "no"};
    for (int step = surveys::lowest_step(question); step <= surveys::highest_step(question); ++step)
        values.push_back(std::to_string(step));
    for (const auto& choice : question.choices)
        values.push_back(choice.value);
    return values;
}

bool takes_words(const Question& question) {
    return question.type == QuestionType::open_text || question.type == QuestionType::number ||
           question.type == QuestionType::date;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

} // namespace

std::vector<QuestionColumns> plan_columns(const tables::TableFile& file,
                                          const surveys::Definition& definition) {
    std::vector<QuestionColumns> plan;
    for (const auto& page : definition.pages)
        for (const auto& question : page.questions) {
            QuestionColumns columns{&question, {}};
            for (const auto& name : surveys::answer_names(question))
                if (auto found = columns_of(file, question, name); found.column || !found.chosen.empty())
                    columns.answers.push_back(std::move(found));
            if (!columns.answers.empty()) plan.push_back(std::move(columns));
        }
    return plan;
}

std::optional<Missing> CellReader::missing_of(std::string_view cell) const {
    if (const auto found = request_.missing.find(cell); found != request_.missing.end()) return found->second;
    if (const auto named = surveys::missing_named(cell)) return named;
    const auto folded = web::folded_for_search(cell);
    for (const auto missing : {Missing::dont_know, Missing::not_relevant, Missing::no_wish, Missing::skipped})
        for (const auto& language : definition_.languages)
            if (folded == web::folded_for_search(surveys::missing_words(missing, language))) return missing;
    return std::nullopt;
}

std::optional<std::string> CellReader::value_of(const Question& question, std::string_view words) const {
    const auto values = values_with_words(question);
    if (std::ranges::find(values, words) != values.end()) return std::string(words);
    const auto folded = web::folded_for_search(words);
    for (const auto& value : values)
        for (const auto& language : definition_.languages)
            if (folded ==
                web::folded_for_search(surveys::value_words(definition_, question, value, language)))
                return value;
    if (question.type != QuestionType::yes_no) return std::nullopt;
    const auto yes = tables::parse_yes_no(words);
    if (!yes) return std::nullopt;
    return *yes ? "yes" : "no";
}

std::vector<std::string> CellReader::values_of(const Question& question, std::string_view cell) const {
    if (auto whole = value_of(question, cell)) return {std::move(*whole)};
    const bool several =
        question.type == QuestionType::multiple_choice || question.type == QuestionType::ranking;
    if (!several) return {std::string(cell)};
    std::vector<std::string> values;
    // As forms for Excel write several choices, else as XLSForm does.
    for (const auto separators : {std::string_view(";|,"), std::string_view(" ")}) {
        values.clear();
        for (const auto part : split(cell, separators))
            values.push_back(value_of(question, part).value_or(std::string(part)));
        if (values.size() > 1) break;
    }
    return values;
}

Answer CellReader::answer_of(const Question& question, std::string_view cell) const {
    if (const auto missing = missing_of(cell)) return {{}, *missing};
    if (takes_words(question)) return {{std::string(cell)}, Missing::none};
    return {values_of(question, cell), Missing::none};
}

// Of several choices those with a yes; of a ranking in the order of their places.
Answer CellReader::chosen_of(const AnswerColumns& columns, const tables::Row& row, bool ranking) const {
    std::vector<std::pair<double, std::string>> found;
    for (const auto& [column, value] : columns.chosen) {
        const auto cell = trimmed(row[column]);
        if (const auto missing = missing_of(cell)) return {{}, *missing};
        if (!ranking && tables::parse_yes_no(cell).value_or(false)) found.emplace_back(0, value);
        const auto place = tables::parse_number(cell, tables::DecimalMark::point);
        if (ranking && place) found.emplace_back(*place, value);
    }
    std::ranges::stable_sort(found, {}, [](const auto& pair) { return pair.first; });
    Answer answer;
    for (auto& [place, value] : found)
        answer.values.push_back(std::move(value));
    return answer;
}

Result<surveys::Answers> CellReader::read(const QuestionColumns& columns, const tables::Row& row) const {
    surveys::Answers sent;
    for (const auto& answer : columns.answers) {
        if (!answer.column) {
            const bool ranking = columns.question->type == QuestionType::ranking;
            auto chosen = chosen_of(answer, row, ranking);
            if (chosen.missing != Missing::none || !chosen.values.empty())
                sent[answer.name] = std::move(chosen);
            continue;
        }
        const auto cell = trimmed(row[*answer.column]);
        if (cell.empty() || cell == withheld_cell) continue;
        // What is written beside "other" is any text.
        const bool beside = answer.name == columns.question->name + ".other";
        sent[answer.name] =
            beside ? Answer{{std::string(cell)}, Missing::none} : answer_of(*columns.question, cell);
    }
    return surveys::accept_question(*columns.question, sent);
}

} // namespace maerkbar::app_survey
