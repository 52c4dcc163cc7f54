#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/row.hpp"

namespace maerkbar::tables {

// cpr: Danish, also replacement numbers (day + 60). The others are Norwegian: national identity number,
// D-number (day + 40) and H-number (month + 40), whose two check digits are always verified.
enum class PersonalNumberKind { cpr, national_identity, d_number, h_number };

// Danish numbers without a valid check digit exist since 2007, and many journal and phone numbers have ten
// digits that begin like a date. So one finding alone may be only `possible`.
enum class Certainty { possible, likely };

struct PersonalNumber {
    std::size_t position = 0; // in bytes
    std::size_t length = 0;
    PersonalNumberKind kind = PersonalNumberKind::cpr;
    Certainty certainty = Certainty::possible;
};

// The first number at or after `from`, alone or in running text: DDMMYYSSSS, DDMMYY-SSSS, DDMMYY SSSS;
// Norwegian 11 digits, also as 6 + 5. Digits that are part of a longer number or word are not one.
[[nodiscard]] std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from = 0);

// The text with every finding, also merely possible ones, replaced by ******-****.
[[nodiscard]] std::string mask_personal_numbers(std::string_view text);

// What a column holds; never the number itself.
struct ColumnFinding {
    static constexpr std::size_t lines_kept = 20;

    std::size_t column = 0;                            // 0-based
    std::size_t cells = 0;                             // cells with a finding
    std::array<std::size_t, lines_kept> lines{};       // the first of them, in order
    PersonalNumberKind kind = PersonalNumberKind::cpr; // of the first finding
    // possible: "could be", as when few of the column's ten-digit numbers begin with a date.
    Certainty certainty = Certainty::possible;
};

// Looks at all cells of a file, row by row, in a few nanoseconds a cell. Scanners of the parts of one file
// are merged.
class PersonalNumberScanner {
  public:
    // `columns`: how many columns there are.
    explicit PersonalNumberScanner(std::size_t columns);
    void scan(const Row& row);
    void merge(const PersonalNumberScanner& later);
    // The columns with findings, from left to right.
    [[nodiscard]] std::vector<ColumnFinding> findings() const;

  private:
    struct Tally {
        ColumnFinding finding;
        std::size_t bare = 0;         // cells that are ten or eleven digits and nothing else
        std::size_t bare_hits = 0;    // … with a finding
        std::size_t bare_likely = 0;  // … whose check digits fit
        std::size_t other_likely = 0; // likely findings in other cells
    };
    void note(std::size_t column, std::size_t line, std::string_view cell);

    std::vector<Tally> tallies_;
};

} // namespace maerkbar::tables
