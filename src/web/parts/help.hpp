#pragma once

#include <span>
#include <string_view>

#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::web::parts {

// The help of one page, as English gettext keys: what it is for, what its words mean, what to do next. Each
// module has a table of them beside its routes; the frame shows the one that fits the route, opened in place.
struct PageHelp {
    std::string_view pattern; // of the page's route
    const char* purpose = nullptr;
    const char* words = nullptr;
    const char* next = nullptr;
};

// The content of the panel for the page with that pattern; empty where there is none.
[[nodiscard]] Html help_for(std::span<const PageHelp> all, std::string_view pattern,
                            const Language& language);

} // namespace maerkbar::web::parts
