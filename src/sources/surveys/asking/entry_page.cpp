#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/asking/form_items.hpp"
#include "sources/surveys/asking/visit.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"
#include "sources/surveys/submission.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/url.hpp"

// Typing what came back on paper, or what somebody answers in an interview. Numbers and the Tab key are
// enough; Enter sends, and the next form waits with the first field chosen.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::size_t longest_text = 4000;

// "paper" or "interview".
std::string way_of(const web::Fields& fields) {
    return fields.text("way") == "interview" ? "interview" : "paper";
}

std::string field_of(const FormItem& item) {
    return "a." + item.name;
}

std::string choices_hint(const FormItem& item) {
    std::string hint;
    for (const auto& choice : item.choices) {
        if (!hint.empty()) hint += " · ";
        hint += choice.words.empty() ? choice.number : choice.number + " " + choice.words;
    }
    return hint;
}

Html item_field(const Visit& visit, const FormItem& item, const parts::FormErrors& errors, bool first) {
    parts::Label label{field_of(item), item.text, choices_hint(item), errors.of(field_of(item))};
    label.optional = true;
    const auto value = visit.base.sent().text(field_of(item));
    if (item.written)
        return parts::text_area({label, value, 3, static_cast<int>(longest_text)}, visit.language);
    return parts::text_field(
        {.label = label,
         .value = value,
         .width = item.choices.empty() ? parts::FieldWidth::medium : parts::FieldWidth::narrow,
         .input_mode = item.choices.empty() || item.several ? "" : "numeric",
         .focus = first},
        visit.language);
}

Html proxy_fields(const Visit& visit) {
    if (!visit.link.proxies) return {};
    const auto& language = visit.language;
    const auto& sent = visit.base.sent();
    const auto choice = [&](std::string_view field, std::string_view value, std::string text) {
        return parts::Choice{std::string(value), std::move(text), {}, sent.text(field) == value};
    };
    Html html = parts::select_field(
        {{"by", language("Who answers")},
         {choice("by", "self", language("The person themselves")),
          choice("by", "relative", language("A relative")), choice("by", "guardian", language("A guardian")),
          choice("by", "staff", language("Staff")), choice("by", "other", language("Somebody else"))}},
        language);
    return html << parts::select_field({{"view", language("Whose view")},
                                        {choice("view", "person", language("As the person would answer")),
                                         choice("view", "own", language("The view of whoever answers"))}},
                                       language);
}

Html entry_form(const Visit& visit, const std::string& way, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto& sent = visit.base.sent();
    Html fields = parts::hidden_field("way", way);
    fields << parts::hidden_field("id", sent.has("id") ? sent.text("id") : new_submission_id());
    if (visit.link.by_code)
        fields << parts::text_field({.label = {"code", language("Code"), {}, errors.of("code")},
                                     .value = sent.text("code"),
                                     .width = parts::FieldWidth::medium},
                                    language);
    fields << proxy_fields(visit);
    bool first = !visit.link.by_code && errors.empty();
    for (const auto& item : form_items(visit.definition, visit.survey_language())) {
        fields << item_field(visit, item, errors, first);
        first = false;
    }
    fields << parts::button_row({parts::button(language("Store, and go on with the next"))});
    return parts::form({.action = web::with_query(visit.path("/enter"), {{"l", visit.survey_language()}}),
                        .csrf = visit.base.context.csrf_field()},
                       fields);
}

Result<web::Response> show(const Visit& visit, const std::string& way, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const bool interview = way == "interview";
    auto info = info_below(visit, interview ? language("Interview") : language("Type answers"),
                           interview ? language("Read each question aloud with its answers, and type the "
                                                "number of what is answered.")
                                     : language("Type the number of the box that is ticked; Tab goes on, and "
                                                "Enter stores. Leave empty what is empty on the paper."));
    const auto receipt = visit.base.context.request.query.text("receipt");
    if (!receipt.empty())
        info.notice = parts::notice(parts::NoticeKind::success,
                                    language("Stored under the receipt {number}.", {{"number", receipt}}));
    const auto at = [&](std::string_view other) {
        return web::with_query(visit.path("/enter"),
                               {{"way", std::string(other)}, {"l", visit.survey_language()}});
    };
    Html body = parts::tabs(language("How it is answered"),
                            {{language("On paper"), at("paper"), !interview},
                             {language("In an interview"), at("interview"), interview}});
    body << parts::error_summary(errors, language) << "<p>"_html
         << answering::mode_sentence(visit.link.mode, language) << "</p>"_html
         << entry_form(visit, way, errors);
    return web::Response::html(parts::page(info, body), errors.empty() ? 200 : 422);
}

Proxy proxy_typed(const Visit& visit) {
    const auto& sent = visit.base.sent();
    if (!visit.link.proxies) return {};
    const auto by = answerer_named(sent.text("by")).value_or(AnsweredBy::self);
    if (by == AnsweredBy::self) return {};
    return {by, view_named(sent.text("view")).value_or(WhoseView::person)};
}

// What was typed; mistakes go into the form.
Submission read_entry(const Visit& visit, web::Form& form) {
    Submission submission{form.text("id", 64), {}, visit.survey_language(), way_of(visit.base.sent()), {}};
    submission.proxy = proxy_typed(visit);
    if (visit.link.by_code) {
        const auto code = read_code(form.text("code"), one_time_length);
        if (code.ok())
            submission.code_hash = code_hash(*code);
        else
            form.fail(code.error());
    }
    for (const auto& item : form_items(visit.definition, visit.survey_language())) {
        auto answer = typed_answer(item, form.text(field_of(item), longest_text));
        if (answer.ok())
            submission.answers[item.name] = std::move(*answer);
        else
            form.fail(field_of(item), answer.error().code, answer.error().text, answer.error().arguments);
    }
    std::erase_if(submission.answers, [](const auto& one) {
        return one.second.values.empty() && one.second.missing == Missing::none;
    });
    return submission;
}

} // namespace

Result<web::Response> entry_page(Visit& visit) {
    return show(visit, way_of(visit.base.context.request.query), {});
}

Result<web::Response> enter(Visit& visit) {
    web::Form form(visit.base.sent());
    const auto way = way_of(visit.base.sent());
    const auto submission = read_entry(visit, form);
    if (form.ok()) {
        const OpenLink link{visit.tenant(), visit.link, visit.survey.published,
                            std::make_shared<const Definition>(visit.definition)};
        const auto receipt = submit(visit.services().database(), link, submission);
        if (receipt.ok())
            return web::Response::redirect(web::with_query(
                visit.path("/enter"),
                {{"way", way}, {"l", visit.survey_language()}, {"receipt", receipt->number}}));
        if (receipt.error().kind != ErrorKind::invalid && receipt.error().kind != ErrorKind::conflict)
            return receipt.error();
        auto error = receipt.error();
        if (!error.field.empty() && error.field != "code") error.field = "a." + error.field;
        form.fail(std::move(error));
    }
    return show(visit, way, parts::FormErrors(form.errors(), visit.language));
}

} // namespace maerkbar::surveys::asking
