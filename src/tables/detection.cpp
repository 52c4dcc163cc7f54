#include "tables/detection.hpp"

#include <array>
#include <utility>

namespace maerkbar::tables {

namespace {

constexpr std::array<std::pair<Encoding, std::string_view>, 5> encodings{
    {{Encoding::utf8, "utf-8"},
     {Encoding::utf8_bom, "utf-8-bom"},
     {Encoding::windows_1252, "windows-1252"},
     {Encoding::utf16_le, "utf-16le"},
     {Encoding::utf16_be, "utf-16be"}}};

} // namespace

std::string_view name_of(FileKind kind) {
    return kind == FileKind::csv ? "csv" : "xlsx";
}

std::string_view name_of(Encoding encoding) {
    for (const auto& [value, name] : encodings)
        if (value == encoding) return name;
    return {};
}

std::optional<Encoding> encoding_named(std::string_view name) {
    for (const auto& [value, known] : encodings)
        if (known == name) return value;
    return std::nullopt;
}

} // namespace maerkbar::tables
