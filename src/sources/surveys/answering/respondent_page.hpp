#pragma once

#include <string>

#include "sources/surveys/answering/visit.hpp"
#include "web/html.hpp"

namespace maerkbar::surveys::answering {

// The page around one step: small, without script, one column. `title` stands in the browser's tab.
struct RespondentPage {
    std::string title;
    web::Html body;
    bool languages = true; // links to the same page in the survey's other languages
    int status = 200;
};
[[nodiscard]] web::Response respondent_page(const Visit& visit, RespondentPage page);

// A page outside any survey: typing a code, or saying that there is none.
[[nodiscard]] web::Response plain_page(const web::Language& language, std::string_view title,
                                       const web::Html& body, int status = 200, std::string theme = {});

// What the mode of the survey promises, in one or two plain sentences.
[[nodiscard]] std::string mode_sentence(Mode mode, const web::Language& page_language);

// A list of what is wrong, each with a link to its field; nothing where nothing is.
[[nodiscard]] web::Html mistakes(const web::parts::FormErrors& errors, const web::Language& page_language);

} // namespace maerkbar::surveys::answering
