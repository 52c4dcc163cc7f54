#pragma once

#include <string>
#include <string_view>

#include "sources/surveys/services.hpp"
#include "web/html.hpp"
#include "web/language.hpp"
#include "web/response.hpp"

namespace maerkbar::surveys::answering {

// A whole page for respondents: one style sheet, no script unless `head` brings it, kept nowhere.
struct SmallPage {
    std::string language; // of the page's text, for screen readers
    std::string title;
    std::string skip;    // the words of the link to the content
    web::Html head = {}; // more of <head>
    web::Html top = {};  // above the content
    web::Html body = {};
    std::string_view body_class = {};
    int status = 200;
    std::string theme = {}; // what names the municipality's colours, as theme_of() gives it
};
[[nodiscard]] web::Response small_page(const SmallPage& page);

// The language of everything that is not the survey's own: Danish, Bokmål, Nynorsk or English. Neighbours
// whose readers know a Scandinavian language get that (Swedish and Sámi Bokmål; Faroese, Icelandic and
// Greenlandic Danish), everybody else English.
[[nodiscard]] const web::Language& words_for(const Services& services, std::string_view language);
// The language of a page beside a survey (a code to type, a wish to be contacted): the one that its address
// or its form names by `l`, as links from an answer do; else the browser's.
[[nodiscard]] const web::Language& chosen_language(const Services& services, const web::Context& context);
// The field that keeps that language when a form is sent.
[[nodiscard]] web::Html language_field(const web::Language& language);

} // namespace maerkbar::surveys::answering
