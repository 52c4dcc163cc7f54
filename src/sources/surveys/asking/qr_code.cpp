#include "sources/surveys/asking/qr_code.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Attribute;
using web::Html;

namespace {

constexpr int quiet = 4; // modules on each side

// One path with a run of dark modules as one piece.
std::string dark_modules(const qrcodegen::QrCode& code) {
    std::string path;
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x) {
            if (!code.getModule(x, y)) continue;
            const int start = x;
            while (code.getModule(x + 1, y)) // outside it is light
                ++x;
            const auto length = std::to_string(x + 1 - start);
            path += 'M' + std::to_string(start + quiet) + ' ' + std::to_string(y + quiet) + 'h' + length +
                    "v1h-" + length + 'z';
        }
    return path;
}

} // namespace

Html qr_code(std::string_view address, std::string_view label) {
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(std::string(address).c_str(), qrcodegen::QrCode::Ecc::QUARTILE);
        const auto size = std::to_string(code.getSize() + 2 * quiet);
        Html html = R"(<svg class="qr" role="img" shape-rendering="crispEdges")"_html;
        return html << Attribute{"viewBox", "0 0 " + size + ' ' + size} << Attribute{"aria-label", label}
                    << R"(><rect width="100%" height="100%" fill="#fff"/><path fill="#000")"_html
                    << Attribute{"d", dark_modules(code)} << "/></svg>"_html;
    } catch (const qrcodegen::data_too_long&) {
        return {};
    }
}

} // namespace maerkbar::surveys::asking
