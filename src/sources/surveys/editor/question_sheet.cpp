#include "sources/surveys/editor/question_sheet.hpp"

#include <algorithm>

#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/editor/form_parts.hpp"
#include "sources/surveys/editor/preview.hpp"
#include "sources/surveys/editor/seen.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

class Form {
  public:
    Form(Visit& visit, Sheet& sheet)
        : language_(visit.language),
          sheet_(sheet),
          survey_(sheet.survey.draft),
          view_{visit.language, sheet.survey.draft, sheet.fields, sheet.errors} {}

    Html fields() {
        Html html = kind();
        html << texts("title", language_("Question"), 2)
             << texts("hint", language_("Help beneath the question"), 2)
             << parts::disclosure(language_("Choices and words of the steps"), choices(), open("choices."))
             << parts::disclosure(language_("Expectation and experience"), pair(), open("expectation."))
             << parts::disclosure(language_("Limits of a number"), number(), open("least"))
             << parts::disclosure(language_("Ways not to answer"), missing(), true)
             << parts::disclosure(language_("When it is shown"), condition_fields(view_, sheet_.earlier),
                                  sheet_.fields.has("shown_if.how"));
        if (!sheet_.earlier.empty())
            html << parts::disclosure(language_("Earlier answers in the text"),
                                      piping_help(view_, sheet_.earlier));
        return html;
    }

    [[nodiscard]] const FormView& view() const { return view_; }

  private:
    [[nodiscard]] Html tick(std::string_view name, std::string text, std::string_view hint = {}) const {
        view_.errors.call(std::string(name), text);
        return parts::checkbox(name, text, sheet_.fields.has(name), hint);
    }

    [[nodiscard]] std::string value(std::string_view name) const { return sheet_.fields.text(name); }

    [[nodiscard]] bool open(std::string_view beginning) const {
        return std::ranges::any_of(sheet_.fields, [&](const auto& field) {
            return field.first.starts_with(beginning) && !field.second.empty();
        });
    }

    [[nodiscard]] parts::Label label(std::string name, std::string text, std::string hint = {}) const {
        return label_of(view_, std::move(name), std::move(text), std::move(hint));
    }

    [[nodiscard]] parts::Label required(std::string name, std::string text, std::string hint = {}) const {
        auto made = label(std::move(name), std::move(text), std::move(hint));
        made.optional = false;
        return made;
    }

    [[nodiscard]] Html texts(const std::string& name, const std::string& text, int rows) const {
        return side_by_side(view_, name, text, rows);
    }

    Html kind() const {
        std::vector<parts::Choice> kinds;
        for (const auto type : question_types)
            if (type != QuestionType::nps || value("type") == name_of(type))
                kinds.push_back({std::string(name_of(type)),
                                 type_name(type, language_),
                                 {},
                                 value("type") == name_of(type)});
        Html html = parts::select_field({required("type", language_("Kind of question")), kinds}, language_);
        std::vector<parts::Choice> points;
        for (const char* const number : {"3", "4", "5", "6"})
            points.push_back({number, number, {}, value("points") == number});
        html << parts::select_field(
            {required("points", language_("Number of steps"), language_("Smileys 3 to 5, others 5 or 6")),
             points, parts::FieldWidth::narrow},
            language_);
        html << parts::text_field({.label = label("name", language_("Short name in data files"),
                                                  language_("Letters, digits, - and _")),
                                   .value = value("name"),
                                   .width = parts::FieldWidth::medium},
                                  language_);
        if (survey_.pages.size() > 1) html << page();
        return html << tick(
                   "sensitive", language_("Sensitive question"),
                   language_("About health, faith, sexuality, union membership and the like. Nothing of it "
                             "is shown of fewer than 20 answers, on no page, chart, map or file. Once "
                             "published it stays sensitive."));
    }

    Html page() const {
        std::vector<parts::Choice> pages;
        for (std::size_t i = 0; i < survey_.pages.size(); ++i)
            pages.push_back({survey_.pages[i].name,
                             page_name(survey_, i, language_),
                             {},
                             value("page") == survey_.pages[i].name});
        return parts::select_field(
            {required("page", language_("Page"), language_("On a new page it comes last.")), pages},
            language_);
    }

    Html choices() const {
        Html html = "<p>"_html;
        html << language_(
                    "One line each. In the main language a value may stand before the text: value | text. In "
                    "the other "
                    "languages write the texts in the same order, – where one is missing.")
             << "</p>"_html << texts("choices", language_("Choices"), 5)
             << texts("rows", language_("Rows of a matrix"), 4)
             << tick("other", language_("Also “something else”, with a field to write in"));
        return html;
    }

    Html pair() const {
        Html html = texts("expectation", language_("What was expected?"), 2);
        html << texts("experience", language_("How was it?"), 2)
             << tick("recalled", language_("Both are asked afterwards (the expectation is remembered)"));
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
        return html << tick("whole", language_("Whole numbers only"));
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

    const web::Language& language_;
    Sheet& sheet_;
    const Definition& survey_;
    const FormView view_;
};

} // namespace

web::Response show(Visit& visit, Sheet sheet) {
    const auto& language = visit.language;
    Form form(visit, sheet);
    Html content = form.fields();
    if (sheet.stored) content << seen_field(*sheet.stored);
    content << parts::button_row(
        {parts::button(language("Save"), parts::ButtonKind::primary, "action", "save"),
         parts::button(language("Preview"), parts::ButtonKind::secondary, "action", "preview"),
         parts::button_link(language("Cancel"), path_of(sheet.survey.id))});
    Html body = parts::error_summary(sheet.errors, language);
    if (sheet.typed) body << stored_now(form.view(), *sheet.stored, *sheet.typed);
    body << beside_preview(
        visit, sheet.survey.draft,
        parts::form({.action = sheet.action, .csrf = visit.context.csrf_field()}, content));
    auto info = info_below(
        visit, sheet.survey, sheet.title,
        language("“Preview” shows what stands in the form, without saving it. Go back from there."));
    return web::Response::html(parts::page(info, body), sheet.status);
}

} // namespace maerkbar::surveys::editor
