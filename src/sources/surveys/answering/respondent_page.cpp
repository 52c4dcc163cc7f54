#include "sources/surveys/answering/respondent_page.hpp"

#include "sources/surveys/answering/small_page.hpp"
#include "web/url.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

Html language_links(const Visit& visit) {
    const auto& languages = visit.survey().languages;
    if (languages.size() < 2) return {};
    Html html = "<nav"_html;
    html << Attribute{"aria-label", visit.page_language("Language")} << "><ul>"_html;
    for (const auto& code : languages) {
        const auto here =
            web::with_changed(visit.context.request.path, visit.context.request.query, "l", code);
        html << "<li><a"_html << Attribute{"href", here} << Attribute{"lang", base_language(code)};
        if (code == visit.language) html << R"( aria-current="true")"_html;
        html << ">"_html << language_name(code) << "</a></li>"_html;
    }
    html << "</ul></nav>"_html;
    if (visit.id.empty()) return html;
    // Beside a question the links are folded away: one thing at a time.
    Html folded = "<details><summary>"_html;
    return folded << visit.page_language("Language") << "</summary>"_html << html << "</details>"_html;
}

} // namespace

Response respondent_page(const Visit& visit, RespondentPage page) {
    const auto title = visit.say(visit.survey().title);
    SmallPage small{std::string(base_language(visit.language)),
                    page.title.empty() ? title : page.title + " – " + title,
                    visit.page_language("Go to the content")};
    small.top << R"(<header class="top"><p>)"_html << title << "</p>"_html;
    if (page.languages) small.top << language_links(visit);
    small.top << "</header>"_html;
    small.body = std::move(page.body);
    small.status = page.status;
    small.theme = theme_of(visit.link);
    return small_page(small);
}

Response plain_page(const web::Language& language, std::string_view title, const Html& body, int status,
                    std::string theme) {
    SmallPage small{std::string(language.code()), std::string(title), language("Go to the content")};
    small.body << "<h1>"_html << title << "</h1>"_html << body;
    small.status = status;
    small.theme = std::move(theme);
    return small_page(small);
}

std::string mode_sentence(Mode mode, const web::Language& page_language) {
    switch (mode) {
        case Mode::anonymous:
            return page_language("Your answer is anonymous. Nobody can see that it comes from you.");
        case Mode::confidential:
            return page_language(
                "Your answer is confidential. Only those who run the survey can see who has answered; those "
                "you meet cannot.");
        case Mode::linked:
            return page_language(
                "Those who help you can see that the answer is yours, so that they can follow it up.");
    }
    return {};
}

Html mistakes(const web::parts::FormErrors& errors, const web::Language& page_language) {
    if (errors.empty()) return {};
    Html html = R"(<div class="mistakes" role="alert"><h2>)"_html;
    html << page_language("Something has to be changed") << "</h2><ul>"_html;
    for (const auto& [field, text] : errors)
        html << "<li><a"_html << Attribute{"href", "#field-" + field} << ">"_html << text << "</a></li>"_html;
    return html << "</ul></div>"_html;
}

} // namespace maerkbar::surveys::answering
