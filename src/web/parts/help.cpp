#include "web/parts/help.hpp"

#include <algorithm>

namespace maerkbar::web::parts {
using namespace web::literals;

Html help_for(std::span<const PageHelp> all, std::string_view pattern, const Language& language) {
    const auto found = std::ranges::find(all, pattern, &PageHelp::pattern);
    Html html;
    if (found == all.end()) return html;
    for (const char* text : {found->purpose, found->words, found->next})
        if (text != nullptr) html << "<p>"_html << language(text) << "</p>"_html;
    return html;
}

} // namespace maerkbar::web::parts
