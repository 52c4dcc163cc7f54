#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tables/table_file.hpp"

// For tests: tables as short text.
namespace maerkbar::tables::test {

inline TableFile opened(std::string bytes, const ReadOptions& options = {}) {
    auto file = TableFile::open_bytes(std::move(bytes), options);
    REQUIRE_MESSAGE(file.ok(), file.error().english());
    return std::move(*file);
}

inline std::string joined(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += (i == 0 ? "" : "|") + cells[i];
    return out;
}

// All rows as "line:cell|cell" with a space between; an error ends them with its code.
inline std::string rows(TableFile& file) {
    std::string out;
    Row row;
    for (;;) {
        const auto more = file.next(row);
        if (!more.ok()) return out + " " + more.error().code;
        if (!*more) return out;
        out += (out.empty() ? "" : " ") + std::to_string(row.line()) + ":";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i == 0 ? "" : "|") + std::string(row[i]);
    }
}

inline std::string error_code(std::string bytes, const ReadOptions& options = {}) {
    const auto file = TableFile::open_bytes(std::move(bytes), options);
    return file.ok() ? "none" : file.error().code;
}

} // namespace maerkbar::tables::test
