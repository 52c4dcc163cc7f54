#include "sources/surveys/editor/condition_form.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace maerkbar::surveys::editor {

namespace {

constexpr std::string_view how_field = "shown_if.how";
constexpr std::string_view keep_field = "keep_condition";

bool needs_value(Comparison comparison) {
    return comparison != Comparison::answered && comparison != Comparison::not_answered;
}

std::string_view name_of(Condition::Kind kind) {
    return kind == Condition::Kind::any ? "any" : kind == Condition::Kind::none ? "none" : "all";
}

Condition::Kind kind_named(std::string_view name) {
    return name == "any"    ? Condition::Kind::any
           : name == "none" ? Condition::Kind::none
                            : Condition::Kind::all;
}

void put_row(web::Fields& fields, std::size_t row, const Condition& one) {
    fields.add(condition_field(row, "question"), one.question);
    fields.add(condition_field(row, "is"), std::string(surveys::name_of(one.comparison)));
    fields.add(condition_field(row, "value"), one.value);
}

Condition read_row(const web::Fields& sent, std::size_t row) {
    Condition one{Condition::Kind::compare, {}, sent.text(condition_field(row, "question"))};
    one.comparison = comparison_named(sent.text(condition_field(row, "is"))).value_or(Comparison::equal);
    if (needs_value(one.comparison)) one.value = trimmed(sent.text(condition_field(row, "value")));
    return one;
}

void add_answers(std::vector<EarlierAnswer>& earlier, const Question& question) {
    for (auto& name : answer_names(question))
        earlier.push_back({std::move(name), &question});
}

} // namespace

bool fits_the_form(const Condition& condition) {
    const auto compares = [](const Condition& one) { return one.kind == Condition::Kind::compare; };
    return compares(condition) ||
           (condition.parts.size() <= most_condition_rows && std::ranges::all_of(condition.parts, compares));
}

void put_condition(web::Fields& fields, const Condition& condition) {
    if (!fits_the_form(condition)) fields.add(std::string(keep_field), "1");
    if (!fits_the_form(condition) || condition.always()) return;
    fields.add(std::string(how_field), std::string(name_of(condition.kind)));
    if (condition.kind == Condition::Kind::compare) put_row(fields, 0, condition);
    for (std::size_t row = 0; row < condition.parts.size(); ++row)
        put_row(fields, row, condition.parts[row]);
}

Condition read_condition(const web::Fields& sent, const Condition& before) {
    if (sent.has(keep_field)) return before;
    Condition whole{kind_named(sent.text(how_field))};
    for (std::size_t row = 0; row < most_condition_rows; ++row)
        if (!sent.text(condition_field(row, "question")).empty()) whole.parts.push_back(read_row(sent, row));
    if (whole.parts.empty()) return {};
    const bool alone = whole.parts.size() == 1 && whole.kind != Condition::Kind::none;
    return alone ? Condition(whole.parts.front()) : whole;
}

std::string condition_field(std::size_t row, std::string_view part) {
    return "shown_if." + std::to_string(row) + '.' + std::string(part);
}

std::size_t condition_rows(const web::Fields& fields) {
    std::size_t filled = 0;
    for (std::size_t row = 0; row < most_condition_rows; ++row)
        if (!fields.text(condition_field(row, "question")).empty()) filled = row + 1;
    return std::clamp<std::size_t>(filled + 1, 2, most_condition_rows);
}

std::vector<EarlierAnswer> answers_before_page(const Definition& survey, std::string_view page) {
    std::vector<EarlierAnswer> earlier;
    for (const auto& one : survey.pages) {
        if (one.name == page) break;
        for (const auto& question : one.questions)
            add_answers(earlier, question);
    }
    return earlier;
}

std::vector<EarlierAnswer> answers_until_page(const Definition& survey, std::string_view page) {
    auto earlier = answers_before_page(survey, page);
    if (const auto found = std::ranges::find(survey.pages, page, &Page::name); found != survey.pages.end())
        for (const auto& question : found->questions)
            add_answers(earlier, question);
    return earlier;
}

std::vector<EarlierAnswer> answers_before_question(const Definition& survey, std::string_view question) {
    std::vector<EarlierAnswer> earlier;
    for (const auto& page : survey.pages)
        for (const auto& one : page.questions) {
            if (one.name == question) return earlier;
            add_answers(earlier, one);
        }
    return earlier;
}

} // namespace maerkbar::surveys::editor
