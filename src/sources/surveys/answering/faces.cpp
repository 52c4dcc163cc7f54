#include "sources/surveys/answering/faces.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;

web::Html face(int step, int steps) {
    // How far the middle of the mouth hangs below its corners, in the picture's units; negative: a sad mouth.
    constexpr int deepest = 14;
    const int bend = steps < 2 ? 0 : deepest * (2 * (step - 1) - (steps - 1)) / (steps - 1);
    const int corners = 32 - bend / 4;
    web::Html html =
        R"(<svg class="face" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="21"/><path class="eyes" d="M16 16v5M32 16v5"/><path d="M14 )"_html;
    return html << corners << "Q24 "_html << corners + bend << " 34 "_html << corners << R"("/></svg>)"_html;
}

} // namespace maerkbar::surveys::answering
