#include "sources/surveys/answering/small_page.hpp"

#include "sources/surveys/definition/texts.hpp"
#include "web/assets.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

Html theme_link(const std::string& theme) {
    if (theme.empty()) return {};
    Html html = R"(<link rel="stylesheet")"_html;
    return html << Attribute{"href", "/theme.css?v=" + theme} << ">"_html;
}

constexpr std::pair<std::string_view, std::string_view> understood[]{
    {"sv", "nb"}, {"se", "nb"}, {"sma", "nb"}, {"smj", "nb"}, {"fo", "da"}, {"is", "da"}, {"kl", "da"}};

} // namespace

Response small_page(const SmallPage& page) {
    Html html = "<!DOCTYPE html><html"_html;
    html << Attribute{"lang", page.language};
    if (is_right_to_left(page.language)) html << R"( dir="rtl")"_html;
    html
        << R"(><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>)"_html
        << page.title << R"(</title><meta name="robots" content="noindex"><link rel="stylesheet")"_html
        << Attribute{"href", web::asset_url("survey.css")} << R"(><link rel="icon" type="image/svg+xml")"_html
        << Attribute{"href", web::asset_url("icon.svg")} << ">"_html << theme_link(page.theme) << page.head
        << "</head><body"_html;
    if (!page.body_class.empty()) html << Attribute{"class", page.body_class};
    html << R"(><a class="skip" href="#main">)"_html << page.skip << "</a>"_html << page.top
         << R"(<main id="main">)"_html << page.body << "</main></body></html>"_html;
    auto response = Response::html(html, page.status);
    // Answers must not stay behind on a borrowed device, and the id in the address goes nowhere else.
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

const web::Language& words_for(const Services& services, std::string_view language) {
    const auto& languages = services.languages;
    const auto base = base_language(language);
    for (const auto& [reader, words] : understood)
        if (base == reader) return languages.get(words);
    if (base == services.nynorsk.code()) return services.nynorsk;
    return languages.get(languages.has(base) ? base : "en");
}

const web::Language& chosen_language(const Services& services, const web::Context& context) {
    const auto chosen = context.request.form.text("l", context.request.query.text("l"));
    return chosen.empty() ? context.language : words_for(services, chosen);
}

Html language_field(const web::Language& language) {
    Html html = R"(<input type="hidden" name="l")"_html;
    return html << web::Attribute{"value", language.code()} << ">"_html;
}

} // namespace maerkbar::surveys::answering
