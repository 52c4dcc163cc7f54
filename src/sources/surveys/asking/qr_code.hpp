#pragma once

#include <string_view>

#include "web/html.hpp"

namespace maerkbar::surveys::asking {

// A QR code (ISO/IEC 18004) of this address as SVG in the colour of the text on white, with the four modules
// of quiet ground that readers need; a quarter of it may be dirty or torn (level Q). `label` says what it is,
// for screen readers. Empty for a text too long for any code (some 1,600 bytes).
[[nodiscard]] web::Html qr_code(std::string_view address, std::string_view label);

} // namespace maerkbar::surveys::asking
