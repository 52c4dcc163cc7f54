#include "tables/csv_parts.hpp"

namespace maerkbar::tables {

std::size_t line_breaks(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count +=
            text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) ? 1 : 0;
    return count;
}

std::string_view unquote(char* field, std::size_t size) {
    char* to = field;
    bool inside = true;
    for (std::size_t i = 1; i < size; ++i) {
        if (inside && field[i] == '"') {
            const bool doubled = i + 1 < size && field[i + 1] == '"';
            if (!doubled) {
                inside = false;
                continue;
            }
            ++i;
        }
        *to++ = field[i];
    }
    return {field, static_cast<std::size_t>(to - field)};
}

Error unclosed_quote(std::size_t line) {
    return {
        ErrorKind::invalid,
        "table.unclosed_quote",
        "A quotation mark is opened in line {line} and never closed. Close it, or remove it, and try again.",
        {{"line", std::to_string(line)}}};
}

Error row_too_long(std::size_t line, std::size_t bytes) {
    return {ErrorKind::too_large,
            "table.row_too_long",
            "The row that begins in line {line} is longer than {bytes} bytes. Perhaps a quotation mark is "
            "not closed.",
            {{"line", std::to_string(line)}, {"bytes", std::to_string(bytes)}}};
}

} // namespace maerkbar::tables
