#include <algorithm>

#include "sources/surveys/editor/form_parts.hpp"
#include "sources/surveys/editor/question_form.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "web/parts/pieces.hpp"

// The sections of a survey: headings that stand above every question of their pages.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::size_t most_sections = 50;

std::string field_of(std::size_t number) {
    return "section." + std::to_string(number);
}

std::string free_section_name(const std::vector<Section>& sections) {
    for (std::size_t number = sections.size() + 1;; ++number) {
        auto name = "section" + std::to_string(number);
        if (std::ranges::find(sections, name, &Section::name) == sections.end()) return name;
    }
}

} // namespace

Result<Response> sections_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto& language = here.language;
    const auto& sections = survey.draft.sections;
    web::Fields fields;
    for (std::size_t i = 0; i < sections.size(); ++i)
        put_texts(fields, field_of(i), sections[i].title, survey.draft);
    parts::FormErrors no_errors;
    const FormView view{language, survey.draft, fields, no_errors};
    Html content;
    for (std::size_t i = 0; i <= sections.size() && i < most_sections; ++i)
        content << side_by_side(view, field_of(i),
                                i < sections.size()
                                    ? language("Section {number}", {{"number", std::to_string(i + 1)}})
                                    : language("New section"),
                                1);
    content << edition_field(survey);
    content << parts::button_row(
        {parts::button(language("Save")), parts::button_link(language("Cancel"), path_of(survey.id))});
    auto info = info_below(here, survey, language("Sections"),
                           language("A section is a heading above all questions of its pages. Choose it on "
                                    "each page. Empty it to take it away."));
    return Response::html(parts::page(
        info, parts::form({.action = context.request.path, .csrf = context.csrf_field()}, content)));
}

Result<Response> change_sections(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    auto draft = survey.draft;
    draft.sections.clear();
    for (std::size_t i = 0; i < most_sections; ++i) {
        auto title = read_texts(here.sent(), field_of(i), draft);
        if (title.empty()) continue;
        const bool known = i < survey.draft.sections.size();
        draft.sections.push_back(
            {known ? survey.draft.sections[i].name : free_section_name(survey.draft.sections),
             std::move(title)});
    }
    for (auto& page : draft.pages)
        if (std::ranges::find(draft.sections, page.section, &Section::name) == draft.sections.end())
            page.section.clear();
    return save_and_go(here, survey, draft, path_of(survey.id, "/sections"));
}

} // namespace maerkbar::surveys::editor
