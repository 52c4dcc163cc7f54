#include "storage/schema_text.hpp"

#include <fmt/format.h>

#include <algorithm>
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

// The word that ends `text`, when exactly one blank follows it.
std::string_view last_word(std::string_view text) {
    if (text.empty() || text.back() != ' ') return {};
    text.remove_suffix(1);
    auto start = text.size();
    while (start > 0 && is_word(text[start - 1]))
        --start;
    return text.substr(start);
}

// A type stands after the name of its column; elsewhere the same word is a name.
bool names_a_column(std::string_view word) {
    constexpr std::array<std::string_view, 9> others{"select", "distinct", "where", "and", "or",
                                                     "by",     "set",      "on",    "then"};
    return !word.empty() && std::find(others.begin(), others.end(), word) == others.end();
}

// `as text)` in a cast keeps its name: a collation belongs to a column.
std::string_view postgresql_word(std::string_view word, std::string_view before) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> words{
        {{"integer", "bigint"}, {"real", "double precision"}, {"blob", "bytea"}}};
    const auto previous = last_word(before);
    if (!names_a_column(previous)) return word;
    for (const auto& [sqlite, postgresql] : words)
        if (word == sqlite) return postgresql;
    if (word == "text" && previous != "as") return "text collate \"C\"";
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
