#include "sources/surveys/editor/seen.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/secrets.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::editor {

namespace parts = web::parts;

namespace {

constexpr std::string_view field_name = "seen";

std::string mark_of(const web::Fields& stored) {
    std::string all;
    for (const auto& [name, value] : stored)
        all += name + '\0' + value + '\0';
    return one_way("form", all);
}

// Browsers send other line ends, and forms one too many.
std::string plain(std::string_view text) {
    std::string same(trimmed(text));
    std::erase(same, '\r');
    return same;
}

constexpr std::string_view ticks[] = {"sensitive", "other", "whole", "recalled"};

std::string value_words(const FormView& view, const std::string& name, const std::string& value) {
    if (const auto type = question_type_named(value); name == "type" && type)
        return type_name(*type, view.language);
    if (const auto missing = missing_named(value); name == "missing" && missing)
        return std::string(missing_words(*missing, view.language.code()));
    const auto& pages = view.survey.pages;
    const auto page = std::ranges::find(pages, value, &Page::name);
    if (name == "page" && page != pages.end())
        return page_name(view.survey, static_cast<std::size_t>(page - pages.begin()), view.language);
    return value;
}

std::string in_words(const FormView& view, const web::Fields& fields, const std::string& name) {
    if (std::ranges::find(ticks, name) != std::end(ticks))
        return std::string(word(fields.has(name) ? Word::yes : Word::no, view.language.code()));
    std::string words;
    for (const auto value : fields.all(name))
        words += (words.empty() ? "" : ", ") + value_words(view, name, plain(value));
    return words;
}

std::vector<std::string> names_in(const web::Fields& stored, const web::Fields& typed) {
    std::vector<std::string> names;
    for (const auto* fields : {&stored, &typed})
        for (const auto& [name, value] : *fields)
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    return names;
}

} // namespace

web::Html seen_field(const web::Fields& stored) {
    return parts::hidden_field(field_name, mark_of(stored));
}

bool is_from_form(const web::Fields& sent) {
    return sent.has(field_name);
}

bool changed_meanwhile(const web::Fields& sent, const web::Fields& stored) {
    const auto seen = sent.get(field_name);
    return seen && *seen != mark_of(stored);
}

std::string changed_words(const web::Language& language) {
    return language(
        "Somebody else changed this while you were working on it, so nothing was saved. What you wrote is "
        "still in the form: send it again to replace theirs.");
}

web::Html stored_now(const FormView& view, const web::Fields& stored, const web::Fields& typed) {
    std::vector<parts::Fact> facts;
    for (const auto& name : names_in(stored, typed)) {
        const auto label = view.errors.name_of(name);
        const auto there = in_words(view, stored, name);
        if (label.empty() || there == in_words(view, typed, name)) continue;
        facts.push_back({label, words(there.empty() ? "–" : there)});
    }
    if (facts.empty()) return {};
    return parts::section(view.language("Stored now"), parts::fact_list(facts));
}

} // namespace maerkbar::surveys::editor
