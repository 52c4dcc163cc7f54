#include "app/survival/text_table.hpp"

#include <algorithm>

namespace maerkbar::app_survival {

std::size_t shown_width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string right_aligned(const std::string& text, std::size_t width) {
    const auto length = shown_width(text);
    return std::string(length < width ? width - length : 0, ' ') + text;
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        const auto length = shown_width(word);
        if (used > 0 && used + 1 + length > width) out += '\n', used = 0;
        if (used > 0) out += ' ', ++used;
        out += word;
        used += length;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + '\n';
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths(rows_.front().size());
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], shown_width(row[i]));
    std::string out;
    for (const auto& row : rows_) {
        std::string line = row.front() + std::string(widths[0] - shown_width(row.front()), ' ');
        for (std::size_t i = 1; i < row.size(); ++i)
            line += "  " + right_aligned(row[i], widths[i]);
        out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return out;
}

} // namespace maerkbar::app_survival
