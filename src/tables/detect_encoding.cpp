#include <algorithm>
#include <array>
#include <string_view>

#include "base/translatable.hpp"
#include "tables/characters.hpp"
#include "tables/text_detection.hpp"
#include "tables/utf8.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t front_bytes = 4096;
constexpr std::size_t block = std::size_t{64} << 10;
constexpr int characters_enough = 200;

struct Foreign {
    std::string_view beginning; // in lower case
    std::string_view code;
    std::string_view text;
};

constexpr std::string_view save_as = translatable(
    "This is a file of an older Excel, or one with a password. Open it in Excel and save it as .xlsx or "
    "CSV.");
constexpr std::string_view web_page =
    translatable("This is a web page called a spreadsheet. Open it in Excel and save it as .xlsx.");
constexpr std::string_view xml_file =
    translatable("This is an XML file. Open it in Excel and save it as .xlsx.");

constexpr std::array<Foreign, 9> foreign{
    {{"\xD0\xCF\x11\xE0", "table.old_excel", save_as},
     {"%pdf", "table.pdf", "This is a PDF. Ask the system for CSV or XLSX instead."},
     {"<html", "table.web_page", web_page},
     {"<!doctype html", "table.web_page", web_page},
     {"<table", "table.web_page", web_page},
     {"<?xml", "table.xml", xml_file},
     {"\x1F\x8B", "table.packed", "This file is packed. Unpack it first."},
     {"rar!", "table.packed", "This file is packed. Unpack it first."},
     {"7z\xBC\xAF", "table.packed", "This file is packed. Unpack it first."}}};

Error binary() {
    return {
        ErrorKind::invalid, "table.not_text", "This is neither a text file nor an .xlsx spreadsheet.", {}};
}

// UTF-16 without a mark shows as zeros in every second byte, and zeros elsewhere as no text.
Result<std::optional<Encoding>> by_zeros(std::string_view front) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < front.size(); ++i)
        zeros[i % 2] += front[i] == '\0' ? 1 : 0;
    const auto many = front.size() / 8;
    if (zeros[1] > many && zeros[0] * 8 < zeros[1]) return std::optional(Encoding::utf16_le);
    if (zeros[0] > many && zeros[1] * 8 < zeros[0]) return std::optional(Encoding::utf16_be);
    if (zeros[0] + zeros[1] > front.size() / 50) return binary();
    return std::optional<Encoding>();
}

struct Votes {
    int valid = 0;
    int wrong = 0;
    [[nodiscard]] bool enough() const { return valid + wrong >= characters_enough; }
};

// Counts the characters beyond ASCII; returns how many bytes were looked at.
std::size_t count_votes(std::string_view text, bool last, Votes& votes) {
    std::size_t at = 0;
    while (!votes.enough()) {
        at += plain_prefix(text.substr(at));
        if (at == text.size()) break;
        const int length = utf8_length(text.substr(at));
        if (length < 0 && !last) break;
        if (length > 1) ++votes.valid;
        if (length <= 0) ++votes.wrong;
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return at;
}

Result<Encoding> by_characters(ByteInput input) {
    Votes votes;
    std::string buffer(block, '\0');
    std::size_t kept = 0;
    for (;;) {
        const auto got = TRY(input.read(buffer.data() + kept, block - kept));
        const bool last = got < block - kept;
        const auto size = kept + got;
        const auto seen = count_votes(std::string_view(buffer).substr(0, size), last, votes);
        if (last || votes.enough()) break;
        kept = size - seen;
        std::copy_n(buffer.begin() + static_cast<std::ptrdiff_t>(seen), kept, buffer.begin());
    }
    return votes.wrong > votes.valid ? Encoding::windows_1252 : Encoding::utf8;
}

} // namespace

Result<Encoding> detect_encoding(const ByteInput& input) {
    const auto front = TRY(input.front(front_bytes));
    if (front.starts_with("\xEF\xBB\xBF")) return Encoding::utf8_bom;
    if (front.starts_with("\xFF\xFE")) return Encoding::utf16_le;
    if (front.starts_with("\xFE\xFF")) return Encoding::utf16_be;
    auto beginning = lower_case(front.substr(0, 64));
    beginning.erase(0, beginning.size() - trim(beginning).size());
    for (const auto& kind : foreign)
        if (beginning.starts_with(kind.beginning) || front.starts_with(kind.beginning))
            return Error{ErrorKind::invalid, std::string(kind.code), std::string(kind.text), {}};
    if (const auto wide = TRY(by_zeros(front))) return *wide;
    return by_characters(input);
}

} // namespace maerkbar::tables
