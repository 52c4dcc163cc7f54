#include <algorithm>

#include "sources/surveys/editor/form_parts.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "web/parts/pieces.hpp"

// Every text of a survey beside its translations.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

// The texts that every survey may have, though they are empty, and those that are there.
bool is_shown(const std::string& field, const Texts& text) {
    return !text.empty() || field == "title" || field == "intro" || field == "thanks";
}

std::string name_of_field(const web::Language& language, const std::string& field, const Texts& text,
                          const Definition& survey) {
    if (field == "title") return language("Title");
    if (field == "intro") return language("Before the first question");
    if (field == "thanks") return language("After the last question");
    return survey.say(text, survey.main_language());
}

Html languages_field(Visit& visit, const Definition& survey) {
    const auto& language = visit.language;
    std::string codes;
    for (const auto& code : survey.languages)
        codes += (codes.empty() ? "" : ", ") + code;
    return parts::text_field(
        {.label = {"languages", language("Languages"),
                   language("Codes with commas, the main language first; easy-read variants end in -easy: "
                            "da, nb, en, da-easy")},
         .value = codes,
         .width = parts::FieldWidth::medium},
        language);
}

Html one_text(Visit& visit, const std::string& field, const Texts& text, const Definition& survey) {
    Html html = R"(<div class="grid-2">)"_html;
    for (const auto& code : survey.languages) {
        const auto words = text.has(code) ? text.in(code, code) : std::string();
        parts::Label label{field + "." + code, language_name(code), lix_words(visit.language, code, words)};
        label.optional = true;
        html << parts::text_area({std::move(label), words, 2}, visit.language);
    }
    return html << "</div>"_html;
}

std::vector<std::string> codes_in(std::string_view text) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(", "), text.size());
        const std::string code(text.substr(0, end));
        if (is_language(code) && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return codes;
}

} // namespace

Result<Response> texts_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto& language = here.language;
    Html fields = edition_field(survey);
    fields << languages_field(here, survey.draft);
    for_each_text(survey.draft, [&](const std::string& field, const Texts& text) {
        if (is_shown(field, text))
            fields << parts::section(name_of_field(language, field, text, survey.draft),
                                     one_text(here, field, text, survey.draft));
    });
    fields << parts::button_row(
        {parts::button(language("Save")), parts::button_link(language("Cancel"), path_of(survey.id))});
    auto info = info_below(here, survey, language("All texts and translations"),
                           language("Each text in every language of the survey, side by side."));
    return Response::html(parts::page(
        info, parts::form({.action = context.request.path, .csrf = context.csrf_field()}, fields)));
}

Result<Response> change_texts(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    auto draft = survey.draft;
    const auto codes = codes_in(here.sent().text("languages"));
    if (!codes.empty()) draft.languages = codes;
    change_each_text(draft, [&](const std::string& field, Texts& text) {
        for (const auto& code : draft.languages)
            if (const auto typed = here.sent().get(field + "." + code)) text.by_language[code] = *typed;
        std::erase_if(text.by_language, [&](const auto& one) {
            return one.second.empty() ||
                   std::ranges::find(draft.languages, one.first) == draft.languages.end();
        });
    });
    return save_and_go(here, survey, draft, path_of(survey.id, "/texts"));
}

} // namespace maerkbar::surveys::editor
