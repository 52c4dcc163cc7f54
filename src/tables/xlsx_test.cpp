#include <doctest/doctest.h>

#include <string>

#include "tables/table_file.hpp"
#include "tables/test_rows.hpp"
#include "tables/test_zip.hpp"
#include "tables/xlsx_cell.hpp"
#include "tables/xlsx_workbook.hpp"

namespace maerkbar::tables {
namespace {

using test::error_code;
using test::joined;
using test::opened;
using test::rows;
using test::workbook;

const std::string header =
    R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Enhed</t></is></c><c r="B1" t="inlineStr"><is><t>Antal</t></is></c></row>)";

TEST_CASE("cells of every kind become text") {
    auto file = opened(workbook(
        header +
            R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>12.5</v></c></row>)"
            R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="b"><v>1</v></c></row>)"
            R"(<row r="4"><c r="A4" t="str"><f>A2</f><v>Æ &amp; Ø</v></c><c r="B4" t="e"><v>#N/A</v></c></row>)"
            R"(<row r="6"><c r="A6" t="d"><v>2026-11-22</v></c><c r="B6"><f>1+1</f><v>2</v></c></row>)",
        {"<t>Borgerservice</t>",
         "<r><t>To </t></r><r><t xml:space=\"preserve\">dele_x000D_</t></r><rPh><t>x</t></rPh>"}));
    CHECK(file.detection().kind == FileKind::xlsx);
    CHECK(file.detection().sheet == "Ark1");
    CHECK(joined(file.header()) == "Enhed|Antal");
    CHECK(rows(file) == "2:Borgerservice|12,5 3:To dele\r|TRUE 4:Æ & Ø|#N/A 6:2026-11-22|2");
}

TEST_CASE("numbers follow the decimal mark of the text cells") {
    const std::string text_row = R"(<row r="2"><c r="A2" t="inlineStr"><is><t>1.5</t></is></c></row>)";
    const std::string number_row =
        R"(<row r="3"><c r="A3" t="inlineStr"><is><t>2.5</t></is></c><c r="B3"><v>2.25</v></c></row>)";
    auto file = opened(workbook(header + text_row + number_row));
    CHECK(file.detection().decimal_mark == DecimalMark::point);
    CHECK(rows(file) == "2:1.5| 3:2.5|2.25");
    CHECK(joined(file.sample().at(1)) == "2.5|2.25");
}

TEST_CASE("styles make dates and times of numbers") {
    const auto text = [](std::string_view raw, NumberMeaning meaning, bool from_1904 = false) {
        return number_cell_text(raw, meaning, from_1904, DecimalMark::comma);
    };
    CHECK(text("46348", NumberMeaning::date) == "2026-11-22");
    CHECK(text("46348.545243055557", NumberMeaning::date_time) == "2026-11-22T13:05:09");
    CHECK(text("46348", NumberMeaning::date_time) == "2026-11-22T00:00:00");
    CHECK(text("46348.99999999", NumberMeaning::date) == "2026-11-23");
    CHECK(text("0.5", NumberMeaning::time) == "12:00:00");
    CHECK(text("1.5208333333333333", NumberMeaning::time) == "36:30:00");
    CHECK(text("44886", NumberMeaning::date, true) == "2026-11-22");
    CHECK(text("1", NumberMeaning::date) == "1900-01-01");
    CHECK(text("59", NumberMeaning::date) == "1900-02-28");
    CHECK(text("61", NumberMeaning::date) == "1900-03-01");
    CHECK(text("-5", NumberMeaning::date) == "-5");
    CHECK(text("99999999", NumberMeaning::date) == "99999999");
    CHECK(text("0.30000000000000004", NumberMeaning::number) == "0,3");
    CHECK(text("1234567890", NumberMeaning::number) == "1234567890");
    CHECK(text("1E-3", NumberMeaning::number) == "0,001");
    CHECK(text("abc", NumberMeaning::number) == "abc");
}

TEST_CASE("number formats tell what a number means") {
    for (const auto* code : {"dd-mm-yyyy", "d/m/yy;@", "[$-406]d. mmmm yyyy", "mmm-yy", "yyyy", "[Red]dd.mm"})
        CHECK_MESSAGE(meaning_of_format(code) == NumberMeaning::date, code);
    for (const auto* code : {"dd-mm-yyyy hh:mm", "m/d/yy h:mm AM/PM"})
        CHECK_MESSAGE(meaning_of_format(code) == NumberMeaning::date_time, code);
    for (const auto* code : {"hh:mm:ss", "[h]:mm", "[mm]:ss", "mm:ss.0"})
        CHECK_MESSAGE(meaning_of_format(code) == NumberMeaning::time, code);
    for (const auto* code :
         {"General", "0.00", "#,##0 \"dage\"", "0%", "0.00E+00", "[Red]0", "0\\d", "_-* #,##0_-", ""})
        CHECK_MESSAGE(meaning_of_format(code) == NumberMeaning::number, code);
    CHECK(meaning_of_builtin_format(14) == NumberMeaning::date);
    CHECK(meaning_of_builtin_format(22) == NumberMeaning::date_time);
    CHECK(meaning_of_builtin_format(46) == NumberMeaning::time);
    CHECK(meaning_of_builtin_format(10) == NumberMeaning::number);
}

TEST_CASE("a workbook counts from 1900 or 1904 and styles its cells by index") {
    const auto sheet =
        header + R"(<row r="2"><c r="A2" s="1"><v>44886</v></c><c r="B2" s="2"><v>0.25</v></c></row>)";
    auto old_mac = opened(workbook(sheet, {}, {"dd-mm-yyyy", "hh:mm"}, "<workbookPr date1904=\"1\"/>"));
    CHECK(rows(old_mac) == "2:2026-11-22|06:00:00");
}

TEST_CASE("titles above, totals below and empty styled cells do no harm") {
    auto file = opened(workbook(
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Opkald 2026</t></is></c><c r="B1" s="0"/><c r="XFD1" s="0"/></row>)"
        R"(<row r="4"><c r="A4" t="inlineStr"><is><t>Kø</t></is></c><c r="B4" t="inlineStr"><is><t>Antal</t></is></c></row>)"
        R"(<row r="5"><c r="A5" t="inlineStr"><is><t>Pas</t></is></c><c r="B5"><v>10</v></c></row>)"
        R"(<row r="6"><c r="A6" t="inlineStr"><is><t>Skat</t></is></c></row>)"
        R"(<row r="7"><c r="A7" t="inlineStr"><is><t>I alt</t></is></c><c r="B7"><v>10</v></c></row>)"));
    CHECK(file.detection().header_line == 4);
    CHECK(rows(file) == "5:Pas|10 6:Skat|");
    CHECK(file.notes().ragged == 0);
    CHECK(file.notes().totals == 1);
}

test::Parts two_sheets(std::string_view first, std::string_view state) {
    auto parts =
        test::workbook_parts(header + R"(<row><c t="inlineStr"><is><t>A</t></is></c><c><v>1</v></c></row>)");
    parts.emplace_back("xl/worksheets/sheet2.xml",
                       "<worksheet><sheetData>" + std::string(first) + "</sheetData></worksheet>");
    test::replace_part(
        parts, "xl/_rels/workbook.xml.rels",
        R"(<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet2.xml"/>)"
        R"(<Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)");
    test::replace_part(
        parts, "xl/workbook.xml",
        "<x:workbook xmlns:x=\"y\" xmlns:r=\"z\"><x:sheets><x:sheet name=\"Forside\" r:id=\"a\" state=\"" +
            std::string(state) + "\"/><x:sheet name=\"Data\" r:id=\"b\"/></x:sheets></x:workbook>");
    return parts;
}

TEST_CASE("the first visible sheet with a table is read unless one is named") {
    const auto cover = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Rapport</t></is></c></row>)";
    auto file = opened(test::zip(two_sheets(cover, "visible")));
    CHECK(joined(file.sheet_names()) == "Forside|Data");
    CHECK(file.detection().sheet == "Data");
    CHECK(rows(file) == "2:A|1");
    auto hidden =
        opened(test::zip(two_sheets(header + R"(<row r="2"><c r="A2"><v>1</v></c></row>)", "hidden")));
    CHECK(hidden.detection().sheet == "Data");
    ReadOptions options;
    options.sheet = "forside";
    CHECK(opened(test::zip(two_sheets(cover, "hidden")), options).detection().sheet == "Forside");
    options.sheet = "Ark9";
    CHECK(error_code(test::zip(two_sheets(cover, "visible")), options) == "table.no_sheet");
}

TEST_CASE("damaged and hostile spreadsheets are refused") {
    CHECK(error_code(workbook(header + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>")) == "table.bad_xml");
    CHECK(error_code(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>")) == "table.bad_cell");
    CHECK(error_code(workbook("<row r=\"9x\"/>")) == "table.bad_cell");
    CHECK(error_code(workbook("")) == "table.empty");
    CHECK(error_code(test::zip({{"a.txt", "hello"}})) == "table.packed");
    CHECK(error_code(workbook(header).substr(0, 700)) == "table.damaged");
    auto parts = test::workbook_parts(header);
    test::replace_part(parts, "xl/sharedStrings.xml",
                       "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                       "\"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>");
    CHECK(error_code(test::zip(parts)) == "table.doctype");
    auto bomb = opened(workbook(header + std::string(8 << 20, ' ')));
    CHECK(rows(bomb) == " table.unpacks_too_big");
    ReadOptions options;
    options.limits.shared_text_bytes = 1000;
    CHECK(error_code(workbook(header, {"<t>" + std::string(2000, 'x') + "</t>"}), options) ==
          "table.too_much_text");
    options.limits.columns = 1;
    CHECK(error_code(workbook(header), options) == "table.too_many_columns");
}

TEST_CASE("cell references are read with care") {
    CHECK(parse_cell_reference("A1").column == 1);
    CHECK(parse_cell_reference("XFD1048576").column == 16384);
    CHECK(parse_cell_reference("XFD1048576").row == 1048576);
    CHECK(parse_cell_reference("AAAAAAAAAAAA1").column == 0);
    CHECK(parse_cell_reference("A1B").column == 0);
    CHECK(parse_cell_reference("12").row == 12);
}

} // namespace
} // namespace maerkbar::tables
