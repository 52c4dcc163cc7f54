#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/asking/form_items.hpp"
#include "sources/surveys/asking/visit.hpp"
#include "web/assets.hpp"

// The survey on paper: every question with boxes, each with the number that is typed afterwards.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Attribute;
using web::Html;

namespace {

Html boxes(const FormItem& item) {
    if (item.choices.empty())
        return item.written ? R"(<p class="lines"></p>)"_html : R"(<p class="line"></p>)"_html;
    Html html = R"(<ul class="boxes">)"_html;
    for (const auto& choice : item.choices)
        html << R"(<li><span class="box"></span> <small>)"_html << choice.number << "</small> "_html
             << choice.words << "</li>"_html;
    return html << "</ul>"_html;
}

Html questions(const Visit& visit, const std::string& survey_language, const web::Language& page_language) {
    Html html = R"(<ol class="questions">)"_html;
    for (const auto& item : form_items(visit.definition, survey_language)) {
        html << "<li><h2>"_html << item.text << "</h2>"_html;
        if (item.several)
            html << R"(<p class="hint">)"_html << page_language("You may tick several.") << "</p>"_html;
        if (item.ranked)
            html << R"(<p class="hint">)"_html
                 << page_language("Write 1 in the box of what is most important, then 2, and so on.")
                 << "</p>"_html;
        if (!item.always)
            html << R"(<p class="hint">)"_html
                 << page_language("Only if it fits what you have answered above.") << "</p>"_html;
        html << boxes(item) << "</li>"_html;
    }
    return html << "</ol>"_html;
}

} // namespace

Result<web::Response> paper_form(Visit& visit) {
    const auto survey_language = visit.survey_language();
    const auto& page_language = answering::words_for(visit.services(), survey_language);
    const auto say = [&](const Texts& texts) { return visit.definition.say(texts, survey_language); };
    answering::SmallPage page{std::string(base_language(survey_language)), say(visit.definition.title),
                              page_language("Go to the content")};
    page.head << R"(<link rel="stylesheet")"_html << Attribute{"href", web::asset_url("paper.css")}
              << ">"_html;
    page.top << R"(<nav class="aside"><p><a)"_html << Attribute{"href", visit.path()} << ">"_html
             << visit.language("Back") << "</a> "_html
             << visit.language("Print this page. What comes back is typed under “Type answers”.")
             << "</p></nav>"_html;
    page.body << "<h1>"_html << say(visit.definition.title) << R"(</h1><p class="place">)"_html
              << visit.unit_name() << "</p>"_html;
    const auto intro = say(visit.definition.intro);
    if (!intro.empty()) page.body << "<p>"_html << intro << "</p>"_html;
    page.body << "<p>"_html << answering::mode_sentence(visit.link.mode, page_language) << " "_html
              << page_language(
                     "Tick one box for each question. You may leave any of them empty. Do not write "
                     "your name or personal number.")
              << "</p>"_html;
    if (visit.link.by_code)
        page.body << R"(<p class="written">)"_html << page_language("Code")
                  << R"(</p><p class="line"></p>)"_html;
    page.body << questions(visit, survey_language, page_language) << "<p>"_html
              << say(visit.definition.thanks) << "</p>"_html;
    page.body_class = "paper";
    page.theme = theme_of(visit.services(), visit.base.context.request);
    return answering::small_page(page);
}

} // namespace maerkbar::surveys::asking
