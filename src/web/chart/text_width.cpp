#include "web/chart/text_width.hpp"

#include <array>
#include <cstdint>

namespace maerkbar::web::chart {
namespace {

// Advance widths of Helvetica for U+0020 to U+007E in thousandths of the font size.
constexpr std::array<std::uint16_t, 95> ascii = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

constexpr double widening = 1.1 / 1000;
constexpr unsigned narrow_space = 278;
constexpr unsigned wide_letter = 1000; // Æ, em dash, …
constexpr unsigned other_letter = 600;

unsigned advance(std::string_view letter) {
    const auto first = static_cast<unsigned char>(letter.front());
    if (first >= 0x20 && first < 0x7f) return ascii[first - 0x20u];
    if (letter == "\u00a0" || letter == "\u202f") return narrow_space;
    if (letter == "Æ" || letter == "æ" || letter == "—" || letter == "…") return wide_letter;
    return other_letter;
}

// Bytes of the UTF-8 letter that starts here; a broken one counts as one byte.
std::size_t letter_size(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return size <= text.size() ? size : 1;
}

} // namespace

double text_width(std::string_view text, double size) {
    double sum = 0;
    while (!text.empty()) {
        const std::size_t bytes = letter_size(text);
        sum += advance(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return sum * size * widening;
}

std::string shortened(std::string_view text, double size, double width) {
    if (text_width(text, size) <= width) return std::string(text);
    double room = width - wide_letter * size * widening;
    std::size_t kept = 0;
    while (kept < text.size()) {
        const std::size_t bytes = letter_size(text.substr(kept));
        room -= advance(text.substr(kept, bytes)) * size * widening;
        if (room < 0) break;
        kept += bytes;
    }
    std::string result(text.substr(0, kept));
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result += "…";
}

} // namespace maerkbar::web::chart
