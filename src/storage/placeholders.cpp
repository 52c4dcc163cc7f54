#include "storage/placeholders.hpp"

namespace maerkbar::storage {

namespace {

// The length of the quoted text or comment that starts `sql`, or 0.
std::size_t opaque_length(std::string_view sql) {
    const auto through = [&](std::size_t end) {
        return end == std::string_view::npos ? sql.size() : end + 1;
    };
    if (sql.front() == '\'' || sql.front() == '"') return through(sql.find(sql.front(), 1));
    if (sql.starts_with("--")) return through(sql.find('\n'));
    return 0;
}

} // namespace

std::string numbered_placeholders(std::string_view sql) {
    std::string out;
    out.reserve(sql.size() + 16);
    int number = 0;
    while (!sql.empty()) {
        if (const auto length = opaque_length(sql); length > 0) {
            out += sql.substr(0, length);
            sql.remove_prefix(length);
            continue;
        }
        if (sql.front() == '?') {
            out += '$' + std::to_string(++number);
        } else {
            out += sql.front();
        }
        sql.remove_prefix(1);
    }
    return out;
}

} // namespace maerkbar::storage
