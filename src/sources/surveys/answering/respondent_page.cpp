#include "sources/surveys/answering/respondent_page.hpp"

#include "web/assets.hpp"
#include "web/url.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

struct Frame {
    std::string_view language; // of the page's text, for screen readers
    std::string_view title;
    std::string_view skip;
    Html head = {};
    Html body = {};
    int status = 200;
};

Response whole_page(const Frame& frame) {
    Html html = "<!DOCTYPE html><html"_html;
    html
        << Attribute{"lang", frame.language}
        << R"(><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>)"_html
        << frame.title << R"(</title><meta name="robots" content="noindex"><link rel="stylesheet")"_html
        << Attribute{"href", web::asset_url("survey.css")} << R"(><link rel="icon" type="image/svg+xml")"_html
        << Attribute{"href", web::asset_url("icon.svg")}
        << R"(></head><body><a class="skip" href="#main">)"_html << frame.skip << "</a>"_html << frame.head
        << R"(<main id="main">)"_html << frame.body << "</main></body></html>"_html;
    auto response = Response::html(html, frame.status);
    // Answers must not stay behind on a borrowed device, and the id in the address goes nowhere else.
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

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
    Frame frame{base_language(visit.language), {}, {}};
    frame.head << R"(<header class="top"><p>)"_html << title << "</p>"_html;
    if (page.languages) frame.head << language_links(visit);
    frame.head << "</header>"_html;
    frame.body = std::move(page.body);
    frame.status = page.status;
    const auto whole_title = page.title.empty() ? title : page.title + " – " + title;
    const auto skip = visit.page_language("Go to the content");
    frame.title = whole_title;
    frame.skip = skip;
    return whole_page(frame);
}

Response plain_page(const web::Language& language, std::string_view title, const Html& body, int status) {
    const auto skip = language("Go to the content");
    Frame frame{language.code(), title, skip};
    frame.body << "<h1>"_html << title << "</h1>"_html << body;
    frame.status = status;
    return whole_page(frame);
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
