#include "tables/csv_reader.hpp"

#include <doctest/doctest.h>

#include <string>

namespace maerkbar::tables {
namespace {

CsvReader reader(std::string text, Encoding encoding = Encoding::utf8, ReadLimits limits = {}) {
    return {TextDecoder(ByteInput::memory(std::move(text)), encoding), ';', limits};
}

// Every row as "line:cell|cell", or the error's code at the end.
std::string read(CsvReader csv) {
    std::string out;
    Row row;
    for (;;) {
        const auto more = csv.next(row);
        if (!more.ok()) return out + more.error().code;
        if (!*more) return out;
        out += std::to_string(row.line()) + ":";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i == 0 ? "" : "|") + std::string(row[i]);
        out += "\n";
    }
}

TEST_CASE("rows end with LF, CRLF or CR, and the last one may have no end") {
    CHECK(read(reader("a;b\n1;2\n")) == "1:a|b\n2:1|2\n");
    CHECK(read(reader("a;b\r\n1;2")) == "1:a|b\n2:1|2\n");
    CHECK(read(reader("a;b\r1;2\r")) == "1:a|b\n2:1|2\n");
    CHECK(read(reader("a;\n\n;\n")) == "1:a|\n2:\n3:|\n");
    CHECK(read(reader("")).empty());
    CHECK(read(reader("a;")) == "1:a|\n");
}

TEST_CASE("quoted fields hold separators, line breaks and doubled marks") {
    CHECK(read(reader("\"a;b\";\"c \"\"d\"\"\"\nx;y\n")) == "1:a;b|c \"d\"\n2:x|y\n");
    CHECK(read(reader("\"one\ntwo\";b\nc;d\n")) == "1:one\ntwo|b\n3:c|d\n");
    CHECK(read(reader("\"one\r\ntwo\"\r\nc")) == "1:one\r\ntwo\n3:c\n");
    CHECK(read(reader("\"\";\"\"\"\"")) == "1:|\"\n");
    CHECK(read(reader("\"a\"")) == "1:a\n");
}

TEST_CASE("a mark inside a field is text, and text after a closing mark is kept") {
    CHECK(read(reader("5\" pipe;b\n")) == "1:5\" pipe|b\n");
    CHECK(read(reader("\"a\"b;c\n")) == "1:ab|c\n");
    CHECK(read(reader("\"a\" ;\"c\"\n")) == "1:a |c\n");
}

TEST_CASE("an unclosed mark is an error that names its line") {
    auto csv = reader("a;b\n1;\"2\n3;4\n");
    Row row;
    REQUIRE(*csv.next(row));
    const auto failed = csv.next(row);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code == "table.unclosed_quote");
    CHECK(failed.error().english().find("line 2") != std::string::npos);
}

TEST_CASE("a row beyond the limits is refused") {
    ReadLimits limits;
    limits.row_bytes = 1 << 20;
    limits.columns = 3;
    CHECK(read(reader("\"" + std::string(3 << 20, 'x'), Encoding::utf8, limits)) == "table.row_too_long");
    CHECK(read(reader("a;b;c\n1;2;3;4\n", Encoding::utf8, limits)) == "1:a|b|c\ntable.too_many_columns");
}

TEST_CASE("rows that cross the blocks of the buffer are the same") {
    std::string text;
    std::string expected;
    for (int i = 1; i <= 40000; ++i) {
        text += "æble " + std::to_string(i) + ";\"x\"\"y\r\"\r\n";
        expected += std::to_string(2 * i - 1) + ":æble " + std::to_string(i) + "|x\"y\r\n";
    }
    CHECK(read(reader(text)) == expected);
}

TEST_CASE("byte order marks in the middle of glued files are dropped") {
    CHECK(read(reader("\xEF\xBB\xBF"
                      "a;b\n\xEF\xBB\xBF"
                      "a;b\n")) == "1:a|b\n2:a|b\n");
}

TEST_CASE("encodings become UTF-8") {
    using namespace std::string_literals;
    CHECK(read(reader("\xE6\xF8\xE5;\x80\n", Encoding::windows_1252)) == "1:æøå|€\n");
    CHECK(read(reader("\xFF\xFE\xE6\0;\0a\0\n\0"s, Encoding::utf16_le)) == "1:æ|a\n");
    CHECK(read(reader("\xFE\xFF\0\xE6\0;\xD8\x3D\xDE\x00\0\n"s, Encoding::utf16_be)) == "1:æ|😀\n");
}

TEST_CASE("bytes that are not of the encoding are mended and counted") {
    using namespace std::string_literals;
    const auto mended = [](std::string text, Encoding encoding, std::size_t expected) {
        auto csv = reader(std::move(text), encoding);
        Row row;
        REQUIRE(*csv.next(row));
        const std::string cell(row[0]);
        REQUIRE_FALSE(*csv.next(row));
        CHECK(csv.repaired() == expected);
        return cell;
    };
    CHECK(mended("s\xF8 sø", Encoding::utf8, 1) == "sø sø");
    CHECK(mended("a\0b"s, Encoding::utf8, 1) == "a b");
    CHECK(mended("a\xC3", Encoding::utf8, 1) == "aÃ");
    CHECK(mended("\x00\xD8"s, Encoding::utf16_le, 1) == "\uFFFD");
    CHECK(mended("a\0b"s, Encoding::utf16_le, 1) == "a\uFFFD");
}

} // namespace
} // namespace maerkbar::tables
