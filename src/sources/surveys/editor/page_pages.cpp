#include <algorithm>

#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/editor/form_parts.hpp"
#include "sources/surveys/editor/question_form.hpp"
#include "sources/surveys/editor/seen.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "web/parts/pieces.hpp"

// The pages of a survey: their titles, their sections, and when they are shown.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

// One showing of the form.
struct Sheet {
    const Survey& survey;
    std::string title;
    std::string page; // its name; of none that exists for a new one
    web::Fields fields;
    parts::FormErrors errors = {};
    int status = 200;
    std::optional<web::Fields> stored = {}; // as the page is now; a new one is not
    std::optional<web::Fields> typed = {};  // where somebody else changed it since the form was opened
};

Result<std::size_t> page_in_path(const Visit& visit, const Definition& draft) {
    const auto found =
        std::ranges::find(draft.pages, visit.context.request.parameters.text("page"), &Page::name);
    if (found == draft.pages.end())
        return Error{ErrorKind::not_found, "survey.unknown_page",
                     translatable("The survey has no such page.")};
    return static_cast<std::size_t>(found - draft.pages.begin());
}

web::Fields fields_of(const Page& page, const Definition& survey) {
    web::Fields fields;
    put_texts(fields, "title", page.title, survey);
    fields.add("section", page.section);
    put_condition(fields, page.shown_if);
    return fields;
}

Page read_page(const web::Fields& sent, Page page, const Definition& survey) {
    page.title = read_texts(sent, "title", survey);
    page.section = sent.text("section");
    page.shown_if = read_condition(sent, page.shown_if);
    return page;
}

Html section_field(const FormView& view) {
    const auto chosen = view.fields.text("section");
    std::vector<parts::Choice> sections{{"", view.language("No section"), {}, chosen.empty()}};
    for (const auto& section : view.survey.sections)
        sections.push_back(
            {section.name, view.survey.say(section.title, view.language.code()), {}, chosen == section.name});
    return parts::select_field({label_of(view, "section", view.language("Section")), sections},
                               view.language);
}

Response show(Visit& visit, Sheet sheet) {
    const auto& language = visit.language;
    const auto& draft = sheet.survey.draft;
    const FormView view{language, draft, sheet.fields, sheet.errors};
    Html content = side_by_side(view, "title", language("Title of the page"), 2);
    if (sheet.stored) content << seen_field(*sheet.stored);
    content << section_field(view)
            << parts::section(language("When it is shown"),
                              condition_fields(view, answers_before_page(draft, sheet.page)))
            << parts::button_row(
                   {parts::button(language("Save")),
                    parts::button_link(language("Sections"), path_of(sheet.survey.id, "/sections")),
                    parts::button_link(language("Cancel"), path_of(sheet.survey.id))});
    Html body = parts::error_summary(sheet.errors, language);
    if (sheet.typed) body << stored_now(view, *sheet.stored, *sheet.typed);
    body << parts::form({.action = visit.context.request.path, .csrf = visit.context.csrf_field()}, content);
    auto info =
        info_below(visit, sheet.survey, sheet.title,
                   language("Questions that belong together. Respondents still meet them one at a time."));
    return Response::html(parts::page(info, body), sheet.status);
}

Result<Response> receive(Visit& visit, Sheet sheet, Definition draft, std::size_t at) {
    if (sheet.stored && changed_meanwhile(visit.sent(), *sheet.stored)) {
        sheet.fields = visit.sent();
        sheet.errors.add("", changed_words(visit.language));
        sheet.status = 409;
        sheet.typed = fields_of(read_page(visit.sent(), draft.pages[at], draft), draft);
        return show(visit, std::move(sheet));
    }
    draft.pages[at] = read_page(visit.sent(), draft.pages[at], draft);
    const auto checked = check(draft);
    const auto mine = "pages." + std::to_string(at) + '.';
    const auto field = checked.ok() ? std::string() : checked.error().field;
    if (field == mine + "shown_if" || field == mine + "section" || field == mine + "title") {
        sheet.fields = visit.sent();
        sheet.errors.add(form_field(field, draft), visit.language.error(checked.error()));
        sheet.status = 422;
        return show(visit, std::move(sheet));
    }
    return save_and_go(visit, sheet.survey, draft, path_of(sheet.survey.id));
}

Sheet sheet_of(const Visit& visit, const Survey& survey, std::size_t at) {
    const auto& page = survey.draft.pages[at];
    Sheet sheet{survey, page_name(survey.draft, at, visit.language), page.name,
                fields_of(page, survey.draft)};
    sheet.stored = sheet.fields;
    return sheet;
}

std::string free_page_name(const Definition& draft) {
    for (int number = 1;; ++number) {
        auto name = "page" + std::to_string(number);
        if (std::ranges::find(draft.pages, name, &Page::name) == draft.pages.end()) return name;
    }
}

// Its questions go to the page before it, or after it; none is lost.
void take_away(Definition& draft, std::size_t at) {
    if (draft.pages.size() < 2) return;
    const auto heir = at == 0 ? 1 : at - 1;
    auto& kept = draft.pages[heir].questions;
    auto& moved = draft.pages[at].questions;
    kept.insert(at == 0 ? kept.begin() : kept.end(), moved.begin(), moved.end());
    draft.pages.erase(draft.pages.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

Result<Response> new_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    return show(here, {survey, here.language("Add a page"), {}, {}});
}

Result<Response> add_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    auto draft = survey.draft;
    draft.pages.push_back({.name = free_page_name(draft)});
    return receive(here, {survey, here.language("Add a page"), {}, {}}, std::move(draft),
                   survey.draft.pages.size());
}

Result<Response> page_form(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    return show(here, sheet_of(here, survey, TRY(page_in_path(here, survey.draft))));
}

Result<Response> change_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto at = TRY(page_in_path(here, survey.draft));
    return receive(here, sheet_of(here, survey, at), survey.draft, at);
}

Result<Response> move_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    auto draft = survey.draft;
    const auto at = TRY(page_in_path(here, draft));
    const auto to = here.sent().text("to");
    if (to == "up" && at > 0) std::swap(draft.pages[at], draft.pages[at - 1]);
    if (to == "down" && at + 1 < draft.pages.size()) std::swap(draft.pages[at], draft.pages[at + 1]);
    if (to == "away") take_away(draft, at);
    return save_and_go(here, survey, draft, path_of(survey.id));
}

} // namespace maerkbar::surveys::editor
