#include "web/parts/icons.hpp"

namespace maerkbar::web::parts {
namespace {

Markup shape_of(Icon icon) {
    switch (icon) {
        case Icon::check:
            return R"(<path d="M2 9l4 4 8-10"/>)"_html;
        case Icon::cross:
            return R"(<path d="M3 3l10 10M13 3L3 13"/>)"_html;
        case Icon::wave:
            return R"(<path d="M1.5 9.5c2-4.5 4.5-4.5 6.5-1.5s4.5 3 6.5-1.5"/>)"_html;
        case Icon::diamond:
            return R"(<path class="solid" d="M8 1.500l6.5 6.5L8 14.5 1.5 8z"/>)"_html;
        case Icon::square:
            return R"(<path class="solid" d="M3 3h10v10H3z"/>)"_html;
        case Icon::triangle:
            return R"(<path class="solid" d="M8 2l6.5 11.500h-13z"/>)"_html;
        case Icon::line:
            return R"(<path d="M2 8h12"/>)"_html;
        case Icon::dots:
            return R"(<path d="M2.5 8h.01M8 8h.01M13.5 8h.01"/>)"_html;
        case Icon::circle:
            return R"(<circle cx="8" cy="8" r="6"/>)"_html;
        case Icon::shield:
            return R"(<path d="M8 1.500l5.5 2v4c0 3.5-2.3 6-5.5 7-3.2-1-5.5-3.5-5.5-7v-4z"/>)"_html;
        case Icon::barred:
            return R"(<circle cx="8" cy="8" r="6.5"/><path d="M3.5 3.500l9 9"/>)"_html;
        case Icon::information:
            return R"(<circle cx="8" cy="8" r="6.5"/><path d="M8 7.500V11M8 5h.01"/>)"_html;
        case Icon::warning:
            return R"(<path d="M8 1.8l6.7 12H1.300zM8 6.5v3.200M8 12h.01"/>)"_html;
    }
    return {};
}

} // namespace

Html icon(Icon icon) {
    Html html = R"(<svg viewBox="0 0 16 16" aria-hidden="true">)"_html;
    return html << shape_of(icon) << "</svg>"_html;
}

} // namespace maerkbar::web::parts
