#include "storage/schema_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>

namespace maerkbar::storage {

namespace {

constexpr std::string_view requires_mark = "-- requires:";
constexpr std::string_view only_mark = "-- only:";
constexpr std::string_view end_mark = "-- end";

std::string_view trimmed(std::string_view text) {
    constexpr auto blanks = " \t\r";
    const auto start = text.find_first_not_of(blanks);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether a word stands before, so that the next one is its type: `name text`, but not `text text` or `(name,
// text)`. `as text)` in a cast keeps its name too: a collation belongs to a column.
bool is_type_of_column(std::string_view before) {
    return before.size() > 1 && before.ends_with(' ') && is_word(before[before.size() - 2]) &&
           !before.ends_with("as ");
}

std::string_view postgresql_word(std::string_view word, std::string_view before) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> words{
        {{"integer", "bigint"}, {"real", "double precision"}, {"blob", "bytea"}}};
    for (const auto& [sqlite, postgresql] : words)
        if (word == sqlite) return postgresql;
    if (word == "text" && is_type_of_column(before)) return "text collate \"C\"";
    return word;
}

// Without the options of a table, which only SQLite has.
std::string without_options(std::string_view line) {
    for (const std::string_view options : {" strict, without rowid;", " strict;"})
        if (line.ends_with(options)) return std::string(line.substr(0, line.size() - options.size())) + ";";
    return std::string(line);
}

// One line without comment: words outside quotes are translated, the options of a table are left out.
std::string postgresql_line(std::string_view written) {
    const auto whole = without_options(trimmed(written));
    const std::string_view line = whole;
    std::string out;
    bool quoted = false;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == '\'') quoted = !quoted;
        std::size_t end = at;
        while (!quoted && end < line.size() && is_word(line[end]))
            ++end;
        if (end == at) {
            out += line[at++];
            continue;
        }
        const auto word = line.substr(at, end - at);
        out += postgresql_word(word, out);
        at = end;
    }
    return out;
}

} // namespace

std::vector<std::string> required_by(std::string_view sql) {
    auto line = take_line(sql);
    if (!line.starts_with(requires_mark)) return {};
    line.remove_prefix(requires_mark.size());
    std::vector<std::string> numbers;
    while (!line.empty()) {
        const auto comma = line.find(',');
        numbers.emplace_back(trimmed(line.substr(0, comma)));
        line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
    return numbers;
}

std::string schema_text(std::string_view sql, Dialect dialect) {
    const std::string_view own = dialect == Dialect::sqlite ? "sqlite" : "postgresql";
    std::string out;
    bool skipping = false;
    while (!sql.empty()) {
        const auto line = take_line(sql);
        if (line.starts_with(only_mark)) {
            skipping = trimmed(line.substr(only_mark.size())) != own;
        } else if (line.starts_with(end_mark)) {
            skipping = false;
        } else if (!skipping) {
            const auto code = line.substr(0, line.find("--"));
            out += dialect == Dialect::sqlite ? std::string(code) : postgresql_line(code);
            out += '\n';
        }
    }
    return out;
}

std::string checksum(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return fmt::format("{:016x}", hash);
}

} // namespace maerkbar::storage
