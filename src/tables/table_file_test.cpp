#include "tables/table_file.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tables/test_rows.hpp"

namespace maerkbar::tables {
namespace {

using test::error_code;
using test::joined;
using test::opened;
using test::rows;

TEST_CASE("a Danish extract in Windows-1252 needs no telling") {
    auto file = opened("Enhed;Tid;Beløb\r\nBorgerservice;22-11-2026;1.234,50\r\nÆldre;23-11-2026;7,25\r\n");
    auto old = opened(
        "Enhed;Tid;Bel\xF8"
        "b\r\n\xC6ldre;22-11-2026;1,5\r\n");
    CHECK(file.detection().encoding == Encoding::utf8);
    CHECK(old.detection().encoding == Encoding::windows_1252);
    CHECK(joined(old.header()) == "Enhed|Tid|Beløb");
    CHECK(rows(old) == "2:Ældre|22-11-2026|1,5");
    CHECK(file.detection().separator == ';');
    CHECK(file.detection().decimal_mark == DecimalMark::comma);
    CHECK(file.detection().date_order == DateOrder::day_month_year);
    CHECK(file.detection().header_line == 1);
    CHECK(file.column("beløb") == 2);
    CHECK_FALSE(file.column("andet").has_value());
}

TEST_CASE("the encoding is found from the whole file, not only its front") {
    std::string text = "Enhed;Antal\n";
    for (int i = 0; i < 40000; ++i)
        text += "Team;" + std::to_string(i) + "\n";
    CHECK(opened(text + "S\xF8ndervig;1\n").detection().encoding == Encoding::windows_1252);
    CHECK(opened(text + "Søndervig;1\n").detection().encoding == Encoding::utf8);
}

TEST_CASE("separators are found in spite of decimal commas and text") {
    CHECK(opened("a;b\n1,5;2,5\n3,5;4,5\n").detection().separator == ';');
    CHECK(opened("a,b\n1.5,x; y\n3.5,z\n").detection().separator == ',');
    CHECK(opened("a\tb\n1,5\t2,5\n").detection().separator == '\t');
    CHECK(opened("a|b\n1,5|2\n").detection().separator == '|');
    CHECK(opened("\"x;y\",\"a,b\"\n\"p;q\",\"c,d\"\n").detection().separator == ',');
    CHECK(opened("Enhed\nA\nB\n").detection().separator == ';');
    CHECK(opened("a,b\n1.5,2\n").detection().decimal_mark == DecimalMark::point);
    auto excel = opened("sep=,\na,b\n1,2\n");
    CHECK(excel.detection().separator == ',');
    CHECK(rows(excel) == "3:1|2");
    auto without_header = opened("sep=;\n1;2\n");
    CHECK(rows(without_header) == "2:1|2");
}

TEST_CASE("the header is found below titles, facts and merged groups") {
    auto report = opened(
        "Opkald til Borgerservice;;;\nPeriode: januar 2026;;;\n;;;\n;Besvaret;;Tabt\nKø;I tide;For "
        "sent;Antal\n"
        "Pas;10;2;1\nSkat;20;3;2\nI alt;30;5;3\n");
    CHECK(report.detection().header_line == 5);
    CHECK(joined(report.header()) == "Kø|I tide|For sent|Antal");
    CHECK(rows(report) == "6:Pas|10|2|1 7:Skat|20|3|2");
    CHECK(report.notes().total_lines == std::vector<std::size_t>{8});

    auto facts = opened("Udskrevet;22-11-2026\nSystem;Kø\n;\nDato;Antal\n01-01-2026;5\n02-01-2026;6\n");
    CHECK(facts.detection().header_line == 4);
    CHECK(opened("Enhed;2024;2025\nA;1;2\n").detection().header_line == 1);
    CHECK(opened("Enhed;Leder\nA;B\nC;D\n").detection().header_line == 1);

    auto bare = opened("2026-01-01;5;x\n2026-01-02;6;y\n");
    CHECK(bare.detection().header_line == 0);
    CHECK(joined(bare.header()) == "A|B|C");
    CHECK(rows(bare) == "1:2026-01-01|5|x 2:2026-01-02|6|y");
}

TEST_CASE("totals are left out and noted, unless they are wanted") {
    const std::string text = "Enhed;Kø;Antal\nA;Pas;1\n;Total;1\nTotalkredit;Pas;2\nHovedtotal;;3\n";
    auto file = opened(text);
    CHECK(rows(file) == "2:A|Pas|1 4:Totalkredit|Pas|2");
    CHECK(file.notes().total_lines == std::vector<std::size_t>{3, 5});
    CHECK(file.sample().size() == 2);
    ReadOptions options;
    options.keep_totals = true;
    auto all = opened(text, options);
    CHECK(rows(all) == "2:A|Pas|1 3:|Total|1 4:Totalkredit|Pas|2 5:Hovedtotal||3");
}

TEST_CASE("names are trimmed, unique and never empty") {
    CHECK(joined(opened(" Antal ;;antal;Antal\n1;2;3;4\n").header()) == "Antal|B|antal (2)|Antal (3)");
    CHECK(joined(opened("Dato;Antal;;\n1;2;;\n3;4;;\n").header()) == "Dato|Antal");
    CHECK(joined(opened("Dato;Antal\n1;2;x\n3;4;y\n").header()) == "Dato|Antal|C");
}

TEST_CASE("ragged and blank rows are counted, and given as wide as the header") {
    auto file = opened("a;b;c\n1;2;3\n4;5\n\n;;\n6;7;8;9\n1;2;3;\n1;2;3\n1;2;3\n1;2;3\n1;2;3\n1;2;3\n");
    CHECK(rows(file).starts_with("2:1|2|3 3:4|5| 6:6|7|8 7:1|2|3 8:"));
    CHECK(file.notes().ragged_lines == std::vector<std::size_t>{3, 6});
    CHECK(file.notes().blank_rows == 2);
    CHECK(file.notes().rows == 9);
}

TEST_CASE("everything found can be overruled") {
    ReadOptions options;
    options.separator = ',';
    options.header_line = 0;
    options.decimal_mark = DecimalMark::point;
    options.date_order = DateOrder::month_day_year;
    options.encoding = Encoding::windows_1252;
    options.keep_totals = true;
    auto file = opened("a;b,c\ntotal;1,\xE6\n", options);
    CHECK(rows(file) == "1:a;b|c 2:total;1|æ");
    CHECK(file.detection().decimal_mark == DecimalMark::point);
    CHECK(file.detection().date_order == DateOrder::month_day_year);
    options.header_line = 7;
    CHECK(error_code("a,b\n1,2\n", options) == "table.header_line");
    options.separator = '"';
    CHECK(error_code("a,b\n", options) == "table.separator");
}

TEST_CASE("what cannot be read says why") {
    CHECK(error_code("") == "table.empty");
    CHECK(error_code("\n\n;;\n") == "table.empty");
    CHECK(error_code("%PDF-1.4 ...") == "table.pdf");
    CHECK(error_code("\xD0\xCF\x11\xE0\xA1\xB1") == "table.old_excel");
    CHECK(error_code("  <HTML><table>") == "table.web_page");
    CHECK(error_code(std::string("\x7F"
                                 "ELF\0\0\0\0\1\2\3",
                                 11)) == "table.not_text");
    CHECK(TableFile::open("/does/not/exist.csv").error().kind == ErrorKind::not_found);
    CHECK(TableFile::open("/").error().code == "table.cannot_read");
}

TEST_CASE("a header alone is a table without rows") {
    auto file = opened("Enhed;Antal\n");
    CHECK(joined(file.header()) == "Enhed|Antal");
    CHECK(rows(file).empty());
    CHECK(file.sample().empty());
}

TEST_CASE("UTF-16 is read with and without a mark") {
    std::string little;
    for (const char c : std::string("Enhed;Antal\nTeam;5\n"))
        little += {c, '\0'};
    for (auto text : {"\xFF\xFE" + little, little}) {
        auto file = opened(text);
        CHECK(file.detection().encoding == Encoding::utf16_le);
        CHECK(rows(file) == "2:Team|5");
    }
}

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& text)
        : path_(std::filesystem::temp_directory_path() /
                ("maerkbar-tables-" + std::to_string(::getpid()) + ".csv")) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

TEST_CASE("the parts of a split file hold the rows of the whole") {
    for (const std::string cell : {"x", "\"quoted; with\nbreak\"", "5\" pipe"}) {
        std::string text = "\xEF\xBB\xBFId;Tekst\r\n";
        for (int i = 0; i < 150000; ++i)
            text += std::to_string(i) + ";" + cell + " \r\n";
        text += "150000;last";
        const TemporaryFile stored(text);
        auto whole = TableFile::open(stored.path());
        REQUIRE(whole.ok());
        auto parts = TableFile::split(stored.path(), 3);
        REQUIRE(parts.ok());
        CHECK(parts->size() == 3);
        std::string together;
        for (auto& part : *parts) {
            CHECK(joined(part.header()) == "Id|Tekst");
            together += (together.empty() ? "" : " ") + rows(part);
        }
        CHECK(together == rows(*whole));
    }
}

} // namespace
} // namespace maerkbar::tables
