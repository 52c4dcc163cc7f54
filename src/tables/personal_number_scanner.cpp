#include <algorithm>

#include "tables/characters.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t shortest = 10;
// Fewer bare hits than this say little, however large their share.
constexpr std::size_t enough_hits = 3;

bool only_digits(std::string_view cell) {
    return (cell.size() == 10 || cell.size() == 11) && std::all_of(cell.begin(), cell.end(), is_digit);
}

} // namespace

PersonalNumberScanner::PersonalNumberScanner(std::size_t columns) : tallies_(columns) {
    for (std::size_t i = 0; i < columns; ++i)
        tallies_[i].finding.column = i;
}

void PersonalNumberScanner::scan(const Row& row) {
    const auto cells = row.cells();
    const auto count = std::min(cells.size(), tallies_.size());
    for (std::size_t i = 0; i < count; ++i)
        if (cells[i].size() >= shortest) note(i, row.line(), cells[i]);
}

void PersonalNumberScanner::note(std::size_t column, std::size_t line, std::string_view cell) {
    auto& tally = tallies_[column];
    const bool bare = only_digits(trim(cell));
    tally.bare += bare ? 1 : 0;
    const auto found = find_personal_number(cell);
    if (!found) return;
    auto& finding = tally.finding;
    if (finding.cells == 0) finding.kind = found->kind;
    if (finding.cells < ColumnFinding::lines_kept) finding.lines[finding.cells] = line;
    ++finding.cells;
    const bool likely = found->certainty == Certainty::likely;
    tally.bare_hits += bare ? 1 : 0;
    tally.bare_likely += bare && likely ? 1 : 0;
    tally.other_likely += !bare && likely ? 1 : 0;
}

void PersonalNumberScanner::merge(const PersonalNumberScanner& later) {
    for (std::size_t i = 0; i < std::min(tallies_.size(), later.tallies_.size()); ++i) {
        auto& mine = tallies_[i];
        const auto& theirs = later.tallies_[i];
        if (mine.finding.cells == 0) mine.finding.kind = theirs.finding.kind;
        const auto kept = std::min(theirs.finding.cells, ColumnFinding::lines_kept);
        for (std::size_t k = 0, at = mine.finding.cells; k < kept && at < ColumnFinding::lines_kept;
             ++k, ++at)
            mine.finding.lines[at] = theirs.finding.lines[k];
        mine.finding.cells += theirs.finding.cells;
        mine.bare += theirs.bare;
        mine.bare_hits += theirs.bare_hits;
        mine.bare_likely += theirs.bare_likely;
        mine.other_likely += theirs.other_likely;
    }
}

std::vector<ColumnFinding> PersonalNumberScanner::findings() const {
    std::vector<ColumnFinding> out;
    for (const auto& tally : tallies_) {
        if (tally.finding.cells == 0) continue;
        out.push_back(tally.finding);
        // Of random ten-digit numbers 7 % begin like a date, and 1 % have the check digit too.
        const bool most_bare = tally.bare_hits * 2 >= tally.bare && tally.bare_hits > 0;
        const bool bare_likely = most_bare && (tally.bare_hits >= enough_hits || tally.bare_likely > 0);
        out.back().certainty =
            tally.other_likely > 0 || bare_likely ? Certainty::likely : Certainty::possible;
    }
    return out;
}

} // namespace maerkbar::tables
