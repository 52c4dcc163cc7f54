#include <algorithm>

#include "base/translatable.hpp"
#include "sources/surveys/answering/question_fields.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/definition/readability.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/editor/question_form.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "web/parts/pieces.hpp"

// Adding, changing and moving questions, and seeing them as respondents will.
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
    std::string action;
    web::Fields fields;
    parts::FormErrors errors = {};
    int status = 200;
};

// Where the question stands in the survey.
struct Place {
    Page* page = nullptr;
    std::size_t at = 0;
};

Result<Place> place_of(Definition& survey, std::string_view name) {
    for (auto& page : survey.pages)
        for (std::size_t i = 0; i < page.questions.size(); ++i)
            if (page.questions[i].name == name) return Place{&page, i};
    return Error{ErrorKind::not_found, "survey.unknown_question", translatable("There is no such question.")};
}

class Form {
  public:
    Form(Visit& visit, const Sheet& sheet)
        : language_(visit.language), sheet_(sheet), survey_(sheet.survey.draft) {}

    Html fields() {
        Html html = kind();
        html << side_by_side("title", language_("Question"), 2)
             << side_by_side("hint", language_("Help beneath the question"), 2)
             << parts::disclosure(language_("Choices and words of the steps"), choices(), open("choices."))
             << parts::disclosure(language_("Expectation and experience"), pair(), open("expectation."))
             << parts::disclosure(language_("Limits of a number"), number(), open("least"))
             << parts::disclosure(language_("Ways not to answer"), missing(), true)
             << parts::disclosure(language_("When it is shown"), condition(),
                                  sheet_.fields.has("shown_if.question"));
        return html;
    }

  private:
    [[nodiscard]] std::string value(std::string_view name) const { return sheet_.fields.text(name); }

    [[nodiscard]] bool open(std::string_view beginning) const {
        return std::ranges::any_of(sheet_.fields, [&](const auto& field) {
            return field.first.starts_with(beginning) && !field.second.empty();
        });
    }

    [[nodiscard]] parts::Label label(std::string name, std::string text, std::string hint = {}) const {
        parts::Label made{name, std::move(text), std::move(hint), sheet_.errors.of(name)};
        made.optional = true;
        return made;
    }

    Html kind() const {
        std::vector<parts::Choice> kinds;
        for (const auto type : question_types)
            if (type != QuestionType::nps || value("type") == name_of(type))
                kinds.push_back({std::string(name_of(type)),
                                 type_name(type, language_),
                                 {},
                                 value("type") == name_of(type)});
        Html html = parts::select_field(
            {{"type", language_("Kind of question"), {}, sheet_.errors.of("type")}, kinds}, language_);
        std::vector<parts::Choice> points;
        for (const char* const number : {"3", "4", "5", "6"})
            points.push_back({number, number, {}, value("points") == number});
        html << parts::select_field({{"points", language_("Number of steps"),
                                      language_("Smileys 3 to 5, others 5 or 6"), sheet_.errors.of("points")},
                                     points,
                                     parts::FieldWidth::narrow},
                                    language_);
        html << parts::text_field({.label = label("name", language_("Short name in data files"),
                                                  language_("Letters, digits, - and _")),
                                   .value = value("name"),
                                   .width = parts::FieldWidth::medium},
                                  language_);
        return html;
    }

    // One text in every language, beside each other, with its LIX.
    Html side_by_side(const std::string& name, const std::string& text, int rows) const {
        Html html = R"(<div class="grid-2">)"_html;
        for (const auto& code : survey_.languages) {
            const auto field = name + '.' + code;
            const auto typed = value(field);
            const auto measured = readability(typed);
            auto hint = measured.words < enough_words
                            ? std::string()
                            : language_("LIX {lix}", {{"lix", language_.number(measured.lix(), 0)}});
            auto made = label(field, text + " – " + language_name(code), std::move(hint));
            if (code == survey_.main_language() && made.error.empty()) made.error = sheet_.errors.of(name);
            html << parts::text_area({std::move(made), typed, rows}, language_);
        }
        return html << "</div>"_html;
    }

    Html choices() const {
        Html html = "<p>"_html;
        html << language_(
                    "One line each. In the main language a value may stand before the text: value | text. In "
                    "the other "
                    "languages write the texts in the same order, – where one is missing.")
             << "</p>"_html << side_by_side("choices", language_("Choices"), 5)
             << side_by_side("rows", language_("Rows of a matrix"), 4)
             << parts::checkbox("other", language_("Also “something else”, with a field to write in"),
                                sheet_.fields.has("other"));
        return html;
    }

    Html pair() const {
        Html html = side_by_side("expectation", language_("What was expected?"), 2);
        html << side_by_side("experience", language_("How was it?"), 2)
             << parts::checkbox("recalled",
                                language_("Both are asked afterwards (the expectation is remembered)"),
                                sheet_.fields.has("recalled"));
        return html;
    }

    Html number() const {
        Html html;
        for (const auto& [name, text] :
             {std::pair("least", language_("Least")), std::pair("most", language_("Most"))})
            html << parts::text_field({.label = label(name, text),
                                       .value = value(name),
                                       .width = parts::FieldWidth::narrow,
                                       .input_mode = "decimal"},
                                      language_);
        return html << parts::checkbox("whole", language_("Whole numbers only"), sheet_.fields.has("whole"));
    }

    Html missing() const {
        std::vector<parts::Choice> ways;
        const auto ticked = sheet_.fields.all("missing");
        for (const auto one : {Missing::dont_know, Missing::not_relevant, Missing::no_wish})
            ways.push_back({std::string(name_of(one)),
                            std::string(missing_words(one, language_.code())),
                            {},
                            std::ranges::find(ticked, name_of(one)) != ticked.end()});
        return parts::checkbox_field({label("missing", language_("Offer these beside the answers")), ways},
                                     language_);
    }

    Html condition() const {
        if (sheet_.fields.has("keep_condition")) {
            Html html = parts::hidden_field("keep_condition", "1");
            return html << "<p>"_html << language_("The condition is a combined one and is kept as it is.")
                        << "</p>"_html;
        }
        std::vector<parts::Choice> questions{
            {"", language_("Always"), {}, value("shown_if.question").empty()}};
        for (const auto& page : survey_.pages)
            for (const auto& question : page.questions)
                for (const auto& name : answer_names(question))
                    questions.push_back({name,
                                         name + ": " + survey_.say(question.title, language_.code()),
                                         {},
                                         value("shown_if.question") == name});
        std::vector<parts::Choice> comparisons;
        for (int i = 0; i <= static_cast<int>(Comparison::not_answered); ++i) {
            const auto one = static_cast<Comparison>(i);
            comparisons.push_back({std::string(name_of(one)),
                                   comparison_name(one, language_),
                                   {},
                                   value("shown_if.is") == name_of(one)});
        }
        Html html = R"(<div class="condition-row">)"_html;
        html << parts::select_field({label("shown_if.question", language_("Earlier question")), questions},
                                    language_)
             << parts::select_field({label("shown_if.is", language_("Comparison")), comparisons}, language_)
             << parts::text_field(
                    {.label = label("shown_if.value", language_("Value")), .value = value("shown_if.value")},
                    language_);
        return html << "</div>"_html;
    }

    const web::Language& language_;
    const Sheet& sheet_;
    const Definition& survey_;
};

Response show(Visit& visit, const Sheet& sheet) {
    const auto& language = visit.language;
    Html content = Form(visit, sheet).fields();
    content << parts::hidden_field("edition", std::to_string(sheet.survey.edition))
            << parts::button_row(
                   {parts::button(language("Save"), parts::ButtonKind::primary, "action", "save"),
                    parts::button(language("Preview"), parts::ButtonKind::secondary, "action", "preview"),
                    parts::button_link(language("Cancel"), path_of(sheet.survey.id))});
    Html body = parts::error_summary(sheet.errors, language);
    body << parts::form({.action = sheet.action, .csrf = visit.context.csrf_field()}, content);
    auto info = info_below(
        visit, sheet.survey, sheet.title,
        language("“Preview” shows what stands in the form, without saving it. Go back from there."));
    return Response::html(parts::page(info, body), sheet.status);
}

// What respondents will see of these questions, in one language.
Response as_respondents(Visit& visit, const Survey& survey, const std::vector<const Question*>& questions) {
    const auto& definition = survey.draft;
    auto language = visit.context.request.query.text("l");
    if (std::ranges::find(definition.languages, language) == definition.languages.end())
        language = definition.main_language();
    OpenLink shown{
        visit.viewer.tenant(), {}, survey.published, std::make_shared<const Definition>(definition)};
    const answering::Visit respondent{visit.services, visit.context, std::move(shown), language,
                                      visit.language};
    Html body;
    for (const auto* question : questions) {
        Html heading = "<h1>"_html;
        heading << definition.say(question->title, language) << "</h1>"_html;
        body << answering::question_fields(
            {definition, *question, language, visit.language, {}, {}, heading});
    }
    const bool typed = visit.context.request.method == web::Method::post;
    body << R"(<p class="aside">)"_html << link(path_of(survey.id), visit.language("Back to the survey"))
         << "</p>"_html;
    return answering::respondent_page(respondent, {visit.language("Preview"), std::move(body), !typed});
}

// Reads the form, shows it again where it is wrong in itself, previews or saves.
Result<Response> receive(Visit& visit, Sheet sheet, const Question& before, std::size_t page,
                         std::size_t at) {
    auto draft = sheet.survey.draft;
    const auto question = read_question(visit.sent(), before, draft);
    if (visit.sent().text("action") == "preview") return as_respondents(visit, sheet.survey, {&question});
    if (draft.pages.empty()) draft.pages.push_back({.name = "page1"});
    auto& questions = draft.pages[std::min(page, draft.pages.size() - 1)].questions;
    if (at < questions.size())
        questions[at] = question;
    else
        questions.push_back(question);
    sheet.fields = visit.sent();
    const auto checked = check(draft);
    const auto mine = ".questions." + std::to_string(std::min(at, questions.size() - 1)) + '.';
    if (!checked.ok() && checked.error().field.find(mine) != std::string::npos) {
        sheet.errors.add(form_field(checked.error().field), visit.language.error(checked.error()));
        sheet.status = 422;
        return show(visit, sheet);
    }
    return save_and_go(visit, sheet.survey, draft, path_of(sheet.survey.id));
}

} // namespace

Result<Response> new_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    Question usual;
    usual.points = 5;
    usual.missing = {Missing::dont_know, Missing::no_wish};
    return show(here, {survey, here.language("Add a question"), context.request.path,
                       fields_of(usual, survey.draft)});
}

Result<Response> add_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto page = survey.draft.pages.empty() ? 0 : survey.draft.pages.size() - 1;
    return receive(here, {survey, here.language("Add a question"), context.request.path, {}}, {}, page,
                   survey.draft.pages.empty() ? 0 : survey.draft.pages[page].questions.size());
}

Result<Response> question_page(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    auto survey = TRY(survey_in_path(here));
    const auto place = TRY(place_of(survey.draft, context.request.parameters.text("question")));
    const auto& question = place.page->questions[place.at];
    return show(here, {survey, survey.draft.say(question.title, here.language.code()), context.request.path,
                       fields_of(question, survey.draft)});
}

Result<Response> change_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    auto survey = TRY(survey_in_path(here));
    const auto place = TRY(place_of(survey.draft, context.request.parameters.text("question")));
    const auto question = place.page->questions[place.at];
    return receive(here,
                   {survey, survey.draft.say(question.title, here.language.code()), context.request.path, {}},
                   question, static_cast<std::size_t>(place.page - survey.draft.pages.data()), place.at);
}

Result<Response> move_question(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    auto draft = survey.draft;
    const auto place = TRY(place_of(draft, context.request.parameters.text("question")));
    auto& questions = place.page->questions;
    const auto to = here.sent().text("to");
    if (to == "up" && place.at > 0) std::swap(questions[place.at], questions[place.at - 1]);
    if (to == "down" && place.at + 1 < questions.size())
        std::swap(questions[place.at], questions[place.at + 1]);
    if (to == "away") questions.erase(questions.begin() + static_cast<std::ptrdiff_t>(place.at));
    std::erase_if(draft.pages, [](const Page& page) { return page.questions.empty(); });
    return save_and_go(here, survey, draft, path_of(survey.id));
}

Result<Response> preview(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    std::vector<const Question*> questions;
    for (const auto& page : survey.draft.pages)
        for (const auto& question : page.questions)
            questions.push_back(&question);
    return as_respondents(here, survey, questions);
}

} // namespace maerkbar::surveys::editor
