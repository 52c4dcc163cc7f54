#include "sources/surveys/answering/choice_rows.hpp"
#include "sources/surveys/answering/respondent_page.hpp"

// Who answers, for whom, and whose view it is.
namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

std::string answerer_text(AnsweredBy by, const web::Language& page_language) {
    switch (by) {
        case AnsweredBy::self:
            return page_language("I answer for myself");
        case AnsweredBy::relative:
            return page_language("I am a relative, and answer for somebody");
        case AnsweredBy::guardian:
            return page_language("I am a guardian, and answer for somebody");
        case AnsweredBy::staff:
            return page_language("I work here, and answer for somebody");
        case AnsweredBy::other:
            return page_language("I am somebody else, and answer for somebody");
    }
    return {};
}

std::string view_text(WhoseView view, const web::Language& page_language) {
    return view == WhoseView::person ? page_language("What I believe the person would say")
                                     : page_language("My own view");
}

std::string help_text(Help help, const web::Language& page_language) {
    switch (help) {
        case Help::none:
            return page_language("The person takes no part");
        case Help::some:
            return page_language("The person takes part in some of it");
        default:
            return page_language("The person takes part in most of it");
    }
}

Html heading(std::string_view text, bool first) {
    Html html = first ? "<h1>"_html : "<h2>"_html;
    html << text;
    return first ? html << "</h1>"_html : html << "</h2>"_html;
}

Response form_page(const Visit& visit, const std::string& title, std::string_view tail, const Html& fields,
                   const std::string& back) {
    Html body = R"(<form method="post")"_html;
    body << Attribute{"action", visit.path(tail)} << ">"_html << fields
         << R"(<div class="buttons"><button class="go">)"_html << visit.page_language("Next")
         << R"(</button><a class="back")"_html << Attribute{"href", back} << ">"_html
         << visit.page_language("Back") << "</a></div></form>"_html;
    return respondent_page(visit, {title, std::move(body)});
}

} // namespace

Result<Response> who_page(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    const auto title = here.page_language("Who answers?");
    std::vector<ChoiceRow> rows;
    for (const auto by : answerers)
        rows.push_back(
            {std::string(name_of(by)), answerer_text(by, here.page_language), by == here.progress.proxy.by});
    return form_page(here, title, "/who", choice_rows("by", heading(title, true), rows), here.start_path());
}

Result<Response> answer_who(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    auto& proxy = here.progress.proxy;
    const auto by = answerer_named(context.request.form.text("by")).value_or(AnsweredBy::self);
    if (by != proxy.by) proxy = {by, by == AnsweredBy::self ? WhoseView::own : WhoseView::person};
    TRY(store_progress(here));
    return Response::redirect(proxy.is_proxy() ? here.path("/view") : path_after(here, Step::who));
}

Result<Response> view_page(Services& services, web::Context& context) {
    const auto here = TRY(visit(services, context));
    const auto title = here.page_language("Whose view do you give?");
    std::vector<ChoiceRow> views_offered;
    for (const auto view : views)
        views_offered.push_back({std::string(name_of(view)), view_text(view, here.page_language),
                                 view == here.progress.proxy.view});
    std::vector<ChoiceRow> helps_offered;
    for (const auto help : helps)
        helps_offered.push_back({std::string(name_of(help)), help_text(help, here.page_language),
                                 help == here.progress.proxy.help});
    Html fields = choice_rows("view", heading(title, true), views_offered);
    fields << choice_rows("help",
                          heading(here.page_language("Does the person you answer for take part?"), false),
                          helps_offered);
    return form_page(here, title, "/view", fields, here.path("/who"));
}

Result<Response> answer_view(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    auto& proxy = here.progress.proxy;
    proxy.view = view_named(context.request.form.text("view")).value_or(proxy.view);
    proxy.help = help_named(context.request.form.text("help")).value_or(Help::unknown);
    TRY(store_progress(here));
    return Response::redirect(path_after(here, Step::who));
}

} // namespace maerkbar::surveys::answering
