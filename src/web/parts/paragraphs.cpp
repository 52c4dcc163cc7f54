#include "web/parts/paragraphs.hpp"

#include "base/lines.hpp"

namespace maerkbar::web::parts {

using namespace literals;

Html paragraphs(std::string_view text) {
    Html html;
    for (const auto& line : lines_of(text))
        html << "<p>"_html << line << "</p>"_html;
    return html;
}

} // namespace maerkbar::web::parts
