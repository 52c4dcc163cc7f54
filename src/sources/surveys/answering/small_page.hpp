#pragma once

#include <string>
#include <string_view>

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
};
[[nodiscard]] web::Response small_page(const SmallPage& page);

// Pages exist in Danish, Norwegian and English; a survey in another language has its buttons in English.
[[nodiscard]] const web::Language& words_for(const web::Languages& languages, std::string_view language);

} // namespace maerkbar::surveys::answering
