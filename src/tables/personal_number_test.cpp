#include "tables/personal_number.hpp"

#include <doctest/doctest.h>

#include <string>

namespace maerkbar::tables {
namespace {

// All numbers here are made up from dates and digits for these tests.
std::string found(std::string_view text) {
    const auto number = find_personal_number(text);
    if (!number) return "-";
    const std::string kinds = "cndh";
    return std::string(text.substr(number->position, number->length)) + " " +
           kinds[static_cast<std::size_t>(number->kind)] +
           (number->certainty == Certainty::likely ? "!" : "?");
}

// Completes nine digits with the two check digits; "" where there are none.
std::string norwegian(std::string nine) {
    for (int rest = 0; rest < 100; ++rest) {
        auto all = nine + static_cast<char>('0' + rest / 10) + static_cast<char>('0' + rest % 10);
        if (find_personal_number(all)) return all;
    }
    return {};
}

TEST_CASE("Danish numbers are found in every way they are written") {
    CHECK(found("010190-1234") == "010190-1234 c!");
    CHECK(found("010190 1234") == "010190 1234 c?");
    CHECK(found("0101901234") == "0101901234 c?");
    CHECK(found("010190\u00A01234") == "010190\u00A01234 c?");
    CHECK(found("010190 - 1234") == "010190 - 1234 c!");
    CHECK(found("010190\u20131234") == "010190\u20131234 c!");
    CHECK(found("610190-1234") == "610190-1234 c!"); // replacement number
    CHECK(found("290200-4123") == "290200-4123 c!"); // 2000 was a leap year
    CHECK(found("290200-1123") == "-");              // 1900 was not
}

TEST_CASE("the Danish check digit is a hint, not a condition") {
    // 4·0+3·1+2·0+7·1+6·9+5·0+4·1+3·2+2·3 = 80, so the last digit must make 80 + d divisible by 11: 8.
    CHECK(found("0101901238") == "0101901238 c!");
    CHECK(found("0101901239") == "0101901239 c?");
}

TEST_CASE("Norwegian numbers need their check digits") {
    // By hand: 3,7,6,1,8,9,4,5,2 on 010190124 give 102, so 11 − 102 mod 11 = 8; 5,4,3,2,7,6,5,4,3,2 then give
    // 110, so 0.
    CHECK(found("01019012480") == "01019012480 n!");
    const auto ordinary = norwegian("010190124");
    REQUIRE(ordinary.size() == 11);
    CHECK(found(ordinary) == ordinary + " n!");
    CHECK(found(ordinary.substr(0, 6) + " " + ordinary.substr(6)) ==
          ordinary.substr(0, 6) + " " + ordinary.substr(6) + " n!");
    auto wrong = ordinary;
    wrong[10] = wrong[10] == '9' ? '0' : static_cast<char>(wrong[10] + 1);
    CHECK(found(wrong) == "-");
    const auto d_number = norwegian("410190124");
    REQUIRE(d_number.size() == 11);
    CHECK(found(d_number) == d_number + " d!");
    const auto h_number = norwegian("014190124");
    REQUIRE(h_number.size() == 11);
    CHECK(found(h_number) == h_number + " h!");
}

TEST_CASE("numbers are found in running text") {
    CHECK(found("Borger 010190-1234 ringede.") == "010190-1234 c!");
    CHECK(found("(0101901238)") == "0101901238 c!");
    CHECK(found("cpr:0101901238;") == "0101901238 c!");
    CHECK(found("CPR0101901238") == "0101901238 c!");
    CHECK(found("sag 123456 og 010190-1234") == "010190-1234 c!");
    CHECK(found("12345 0101901238,0202901230") == "0101901238 c!");
    CHECK(found("0101901238_brev.pdf") == "0101901238 c!");
}

TEST_CASE("other numbers are left alone") {
    for (const auto* text : {"",
                             "12345678",
                             "+4512345678",
                             "4791234567",
                             "20261122130509",
                             "2026-11-22",
                             "22-11-2026 13:05:09",
                             "3,0101901234",
                             "0.0101901234",
                             "sag0101901234",
                             "ø0101901234",
                             "0101901234a",
                             "320190-1234",
                             "011390-1234",
                             "000000-0000",
                             "00101901234",
                             "010190-12345",
                             "010190-123",
                             "550e8400-e29b-41d4-a716-446655440000",
                             "DK5000400440116243",
                             "1763812345"})
        CHECK_MESSAGE(found(text) == "-", text);
}

TEST_CASE("masking leaves the rest of the text") {
    CHECK(mask_personal_numbers("Ring til 010190-1234, ikke 020290-1234!") ==
          "Ring til ******-****, ikke ******-****!");
    CHECK(mask_personal_numbers("ingen her") == "ingen her");
    CHECK(mask_personal_numbers("010190 1234,0101901234") == "******-****,******-****");
    CHECK(mask_personal_numbers("0101901234") == "******-****");
}

std::vector<ColumnFinding> scan(std::initializer_list<std::vector<std::string_view>> rows) {
    PersonalNumberScanner scanner(3);
    std::size_t line = 2;
    for (const auto& cells : rows) {
        Row row;
        row.start(line++);
        for (const auto cell : cells)
            row.add(cell);
        scanner.scan(row);
    }
    return scanner.findings();
}

TEST_CASE("the scanner tells column, lines and how many") {
    const auto findings =
        scan({{"A", "x", "010190-1234"}, {"B", "y", "-"}, {"C", "om 010190-1238 ", "020290-1234"}});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].column == 1);
    CHECK(findings[0].cells == 1);
    CHECK(findings[1].column == 2);
    CHECK(findings[1].cells == 2);
    CHECK(findings[1].lines[0] == 2);
    CHECK(findings[1].lines[1] == 4);
    CHECK(findings[1].certainty == Certainty::likely);
}

TEST_CASE("a few dates among many journal numbers could be, a column of dates is") {
    const auto journal = scan({{"0101901239"}, {"9912345678"}, {"4512345678"}, {"8812345678"}});
    REQUIRE(journal.size() == 1);
    CHECK(journal[0].certainty == Certainty::possible);
    const auto numbers = scan({{"0101901239"}, {"0202901231"}, {"3112551112"}, {"8812345678"}});
    REQUIRE(numbers.size() == 1);
    CHECK(numbers[0].certainty == Certainty::likely);
}

TEST_CASE("scanners of parts are merged in order") {
    PersonalNumberScanner first(1);
    PersonalNumberScanner second(1);
    for (std::size_t line = 2; line < 14; ++line) {
        Row row;
        row.start(line);
        row.add("010190-1234");
        (line < 8 ? first : second).scan(row);
    }
    first.merge(second);
    const auto findings = first.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].cells == 12);
    CHECK(findings[0].lines[0] == 2);
    CHECK(findings[0].lines[11] == 13);
}

} // namespace
} // namespace maerkbar::tables
