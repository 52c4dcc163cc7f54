#include "sources/surveys/answering/small_page.hpp"

#include "sources/surveys/definition/texts.hpp"
#include "web/assets.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

Response small_page(const SmallPage& page) {
    Html html = "<!DOCTYPE html><html"_html;
    html
        << Attribute{"lang", page.language}
        << R"(><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>)"_html
        << page.title << R"(</title><meta name="robots" content="noindex"><link rel="stylesheet")"_html
        << Attribute{"href", web::asset_url("survey.css")} << R"(><link rel="icon" type="image/svg+xml")"_html
        << Attribute{"href", web::asset_url("icon.svg")} << ">"_html << page.head << "</head><body"_html;
    if (!page.body_class.empty()) html << Attribute{"class", page.body_class};
    html << R"(><a class="skip" href="#main">)"_html << page.skip << "</a>"_html << page.top
         << R"(<main id="main">)"_html << page.body << "</main></body></html>"_html;
    auto response = Response::html(html, page.status);
    // Answers must not stay behind on a borrowed device, and the id in the address goes nowhere else.
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

const web::Language& words_for(const web::Languages& languages, std::string_view language) {
    const auto base = base_language(language);
    if (base == "nn") return languages.get("nb");
    return languages.get(languages.has(base) ? base : "en");
}

} // namespace maerkbar::surveys::answering
