#include <algorithm>

#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/editor/preview.hpp"
#include "sources/surveys/editor/question_form.hpp"
#include "sources/surveys/editor/question_sheet.hpp"
#include "sources/surveys/editor/seen.hpp"
#include "sources/surveys/editor/visit.hpp"

// Adding, changing and moving questions.
namespace maerkbar::surveys::editor {

using web::Response;

namespace {

// Where a question stands in the survey.
struct Place {
    std::size_t page = 0;
    std::size_t at = 0;
};

Result<Place> place_of(const Definition& survey, std::string_view name) {
    for (std::size_t page = 0; page < survey.pages.size(); ++page)
        for (std::size_t at = 0; at < survey.pages[page].questions.size(); ++at)
            if (survey.pages[page].questions[at].name == name) return Place{page, at};
    return Error{ErrorKind::not_found, "survey.unknown_question", translatable("There is no such question.")};
}

// The page chosen in the form; otherwise the last one, which is made where there is none.
std::size_t page_chosen(Definition& draft, std::string_view name) {
    if (draft.pages.empty()) draft.pages.push_back({.name = "page1"});
    const auto found = std::ranges::find(draft.pages, name, &Page::name);
    return static_cast<std::size_t>((found == draft.pages.end() ? found - 1 : found) - draft.pages.begin());
}

// Puts the question where the form wants it: at its old place, or last on another page.
Place put(Definition& draft, const Question& question, std::optional<Place> before, std::string_view page) {
    const auto wanted = before && page.empty() ? before->page : page_chosen(draft, page);
    auto& questions = draft.pages[wanted].questions;
    if (before && before->page == wanted) {
        questions[before->at] = question;
        return *before;
    }
    if (before) {
        auto& left = draft.pages[before->page].questions;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(before->at));
    }
    questions.push_back(question);
    return {wanted, questions.size() - 1};
}

// Reads the form, shows it again where it is wrong in itself, previews or saves.
Result<Response> receive(Visit& visit, Sheet sheet, std::optional<Place> before) {
    auto draft = sheet.survey.draft;
    const auto old = before ? draft.pages[before->page].questions[before->at] : Question{};
    const auto question = read_question(visit.sent(), old, draft);
    const auto place = put(draft, question, before, visit.sent().text("page"));
    const auto action = visit.sent().text("action");
    if (action == "preview" || action == "live") return preview_of(visit, draft, question, action == "live");
    sheet.fields = visit.sent();
    if (sheet.stored && changed_meanwhile(visit.sent(), *sheet.stored)) {
        sheet.errors.add("", changed_words(visit.language));
        sheet.status = 409;
        sheet.typed = fields_of(question, draft);
        sheet.typed->add("page", draft.pages[place.page].name);
        return show(visit, std::move(sheet));
    }
    const auto checked = check(draft);
    const auto mine = "pages." + std::to_string(place.page) + ".questions." + std::to_string(place.at) + '.';
    if (!checked.ok() && checked.error().field.starts_with(mine)) {
        sheet.errors.add(form_field(checked.error().field, draft), visit.language.error(checked.error()));
        sheet.status = 422;
        return show(visit, std::move(sheet));
    }
    return save_and_go(visit, sheet.survey, draft, path_of(sheet.survey.id));
}

Sheet sheet_of(const Visit& visit, const Survey& survey, const Question& question, std::string_view page) {
    const auto& draft = survey.draft;
    const bool is_new = question.name.empty();
    Sheet sheet{survey,
                is_new ? visit.language("Add a question") : draft.say(question.title, visit.language.code()),
                visit.context.request.path, fields_of(question, draft),
                is_new ? answers_until_page(draft, page) : answers_before_question(draft, question.name)};
    sheet.fields.add("page", std::string(page));
    if (!is_new) sheet.stored = sheet.fields;
    return sheet;
}

// Somebody else has removed the question: what was typed can still be added as a new one.
Response show_removed(Visit& visit, const Survey& survey) {
    auto sheet = sheet_of(visit, survey, {}, visit.sent().text("page"));
    sheet.action = path_of(survey.id, "/questions/new");
    sheet.fields = visit.sent();
    sheet.errors.add("", visit.language("Somebody else has removed this question while you were working on "
                                        "it. What you wrote is still in the form: send it again to add it "
                                        "anew."));
    sheet.status = 409;
    return show(visit, std::move(sheet));
}

std::string new_page_of(const Visit& visit, const Definition& draft) {
    const auto wanted = visit.context.request.query.text("page");
    if (wanted.empty() && !draft.pages.empty()) return draft.pages.back().name;
    return wanted;
}

// One step up or down; beyond the end of a page it goes on to the next one.
void move(Definition& draft, const Place& place, int step) {
    auto& questions = draft.pages[place.page].questions;
    const auto to = static_cast<std::ptrdiff_t>(place.at) + step;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(questions.size())) {
        std::swap(questions[place.at], questions[static_cast<std::size_t>(to)]);
        return;
    }
    const auto page = static_cast<std::ptrdiff_t>(place.page) + step;
    if (page < 0 || page >= static_cast<std::ptrdiff_t>(draft.pages.size())) return;
    auto& next = draft.pages[static_cast<std::size_t>(page)].questions;
    auto moved = std::move(questions[place.at]);
    questions.erase(questions.begin() + static_cast<std::ptrdiff_t>(place.at));
    next.insert(step < 0 ? next.end() : next.begin(), std::move(moved));
}

// A page about which nothing is written goes with its last question.
void drop_if_plain(Definition& draft, std::size_t page) {
    const auto& left = draft.pages[page];
    if (left.questions.empty() && left.title.empty() && left.section.empty() && left.shown_if.always())
        draft.pages.erase(draft.pages.begin() + static_cast<std::ptrdiff_t>(page));
}

} // namespace

Result<Response> new_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    Question usual;
    usual.points = 5;
    usual.missing = {Missing::dont_know, Missing::no_wish};
    return show(here, sheet_of(here, survey, usual, new_page_of(here, survey.draft)));
}

Result<Response> add_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    return receive(here, sheet_of(here, survey, {}, new_page_of(here, survey.draft)), std::nullopt);
}

Result<Response> question_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto place = TRY(place_of(survey.draft, context.request.parameters.text("question")));
    const auto& page = survey.draft.pages[place.page];
    return show(here, sheet_of(here, survey, page.questions[place.at], page.name));
}

Result<Response> change_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto place = place_of(survey.draft, context.request.parameters.text("question"));
    if (!place.ok() && is_from_form(here.sent())) return show_removed(here, survey);
    TRY(place);
    const auto& page = survey.draft.pages[place->page];
    return receive(here, sheet_of(here, survey, page.questions[place->at], page.name), *place);
}

Result<Response> move_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    auto draft = survey.draft;
    const auto place = TRY(place_of(draft, context.request.parameters.text("question")));
    const auto to = here.sent().text("to");
    if (to == "up") move(draft, place, -1);
    if (to == "down") move(draft, place, 1);
    if (to == "away") {
        auto& questions = draft.pages[place.page].questions;
        questions.erase(questions.begin() + static_cast<std::ptrdiff_t>(place.at));
    }
    drop_if_plain(draft, place.page);
    return save_and_go(here, survey, draft, path_of(survey.id));
}

} // namespace maerkbar::surveys::editor
