#include "tables/table_writer.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "tables/parse_values.hpp"
#include "tables/test_rows.hpp"
#include "tables/value_text.hpp"

namespace maerkbar::tables {
namespace {

using Rows = std::vector<std::vector<Cell>>;

const std::vector<Column> columns{{"Enhed"}, {"Tal", ColumnType::number}, {"Dato", ColumnType::date}};

void fill(TableWriter& writer, const Rows& rows) {
    for (const auto& row : rows)
        REQUIRE(writer.row(row).ok());
    REQUIRE(writer.finish().ok());
}

std::string csv(const Rows& rows, CsvStyle style = CsvStyle::programs) {
    std::string out;
    fill(*make_csv_writer(append_to(out), columns, style), rows);
    return out;
}

std::string xlsx(const Rows& rows, std::string_view sheet = "Tal") {
    std::string out;
    auto writer = make_xlsx_writer(append_to(out), columns, sheet);
    REQUIRE(writer.ok());
    fill(**writer, rows);
    return out;
}

const Date day = *Date::from(2026, 11, 22);

TEST_CASE("CSV for programs and for Excel") {
    const Rows rows{{std::string_view("A, \"b\"; c"), 1234.5, day}, {{}, 0.1}, {std::string_view("x")}};
    CHECK(csv(rows) == "Enhed,Tal,Dato\n\"A, \"\"b\"\"; c\",1234.5,2026-11-22\n,0.1,\nx,,\n");
    CHECK(csv(rows, CsvStyle::excel) ==
          "\xEF\xBB\xBF"
          "Enhed;Tal;Dato\r\n\"A, \"\"b\"\"; c\";1234,5;2026-11-22\r\n;0,1;\r\nx;;\r\n");
    CHECK(csv({{DateTime{day, 47109}}}) == "Enhed,Tal,Dato\n2026-11-22T13:05:09,,\n");
}

TEST_CASE("text that looks like a formula is guarded, numbers are not") {
    for (const std::string text : {"=1+1", "+45 12", "-x", "@SUM(A1)"})
        CHECK(csv({{std::string_view(text), -5.0}}) == "Enhed,Tal,Dato\n'" + text + ",-5,\n");
    CHECK(csv({{std::string_view("\t=1")}}) == "Enhed,Tal,Dato\n'\t=1,,\n");
}

TEST_CASE("numbers keep all their figures, or as many decimals as the column wants") {
    CHECK(number_text(0.1, -1, DecimalMark::comma) == "0,1");
    CHECK(number_text(1e21, -1, DecimalMark::point) == "1e+21");
    CHECK(number_text(2.0, 2, DecimalMark::comma) == "2,00");
    CHECK(number_text(-0.001, 2, DecimalMark::comma) == "0,00");
    CHECK(number_text(1e300, 2, DecimalMark::point).size() == 304);
    CHECK(number_text(0.0 / 0.0, -1, DecimalMark::point).empty());
}

TEST_CASE("a row with more cells than columns is refused") {
    std::string out;
    auto writer = make_csv_writer(append_to(out), columns, CsvStyle::programs);
    CHECK(writer->row(std::vector<Cell>(4)).error().code == "table.cells");
}

TEST_CASE("a sink that fails stops the writer") {
    const auto full = [](std::string_view) -> Result<void> {
        return Error{ErrorKind::unavailable, "test.full", "full"};
    };
    auto writer = make_csv_writer(full, columns, CsvStyle::programs);
    CHECK(writer->finish().error().code == "test.full");
    CHECK(write_to_file("/does/not/exist.csv").error().code == "table.cannot_write");
}

TEST_CASE("spreadsheets come back as they were written") {
    auto file = test::opened(xlsx({{std::string_view("=1+1 & æ"), 1234.5, day},
                                   {std::string_view("x"), 0.1, DateTime{day, 47109}},
                                   {std::string_view("old"), 1e15, *Date::from(1899, 5, 1)}},
                                  "Ark: [1]"));
    CHECK(file.detection().sheet == "Ark   1");
    CHECK(test::joined(file.header()) == "Enhed|Tal|Dato");
    CHECK(test::rows(file) ==
          "2:=1+1 & æ|1234,5|2026-11-22 3:x|0,1|2026-11-22T13:05:09 4:old|1000000000000000|1899-05-01");
}

std::string random_text(std::mt19937& random) {
    const std::vector<std::string> pieces{"a",  "Æ", "ø", ";", ",", "\"", "\n", "\r\n",
                                          "\t", " ", "=", "1", "|", "😀",  "'"};
    std::string out = "t"; // never a guarded, blank or total cell
    for (auto left = random() % 8; left > 0; --left)
        out += pieces[random() % pieces.size()];
    return out;
}

TEST_CASE("random text and numbers survive writing and reading") {
    std::mt19937 random(2026);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::string> texts;
        std::vector<double> numbers;
        for (int i = 0; i < 20; ++i) {
            texts.push_back(random_text(random));
            numbers.push_back(static_cast<double>(static_cast<std::int32_t>(random())) / 64);
        }
        Rows rows;
        for (std::size_t i = 0; i < texts.size(); ++i)
            rows.push_back({std::string_view(texts[i]), numbers[i], day});
        for (const auto& bytes : {csv(rows), csv(rows, CsvStyle::excel), xlsx(rows)}) {
            ReadOptions options;
            options.header_line = 1;
            auto file = test::opened(bytes, options);
            Row row;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                REQUIRE(*file.next(row));
                CHECK(row[0] == texts[i]);
                CHECK(parse_number(row[1], file.detection().decimal_mark) == numbers[i]);
                CHECK(parse_date(row[2], DateOrder::day_month_year)->date() == day);
            }
            CHECK_FALSE(*file.next(row));
        }
    }
}

} // namespace
} // namespace maerkbar::tables
