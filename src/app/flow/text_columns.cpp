#include "app/flow/text_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace maerkbar::app_flow {

namespace {

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

} // namespace

std::size_t places(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

std::string shortened(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t taken = 0;
    const bool fits = places(text) <= most;
    for (const char c : text) {
        if (begins_character(c) && ++taken == most && !fits) return out + "…";
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

std::string bar(double share, std::size_t width) {
    constexpr std::array<const char*, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto size =
        static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 8 * static_cast<double>(width)));
    std::string out;
    for (std::size_t i = 0; i < size / 8; ++i)
        out += "█";
    return out + eighths.at(size % 8);
}

std::string TextColumns::text() const {
    std::vector<std::size_t> widths(sides_.size());
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], places(row[i]));
    std::string out;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string gap(widths[i] - places(row[i]), ' ');
            line += "  " + (sides_[i] == Side::right ? gap + row[i] : row[i] + gap);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

} // namespace maerkbar::app_flow
