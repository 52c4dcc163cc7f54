#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "measurement/fact_source.hpp"
#include "sources/import/lookups.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::sources {

// A column in which personal numbers were found and about which nobody has decided yet. Stops the import.
struct PersonalNumberFinding {
    std::string column;
    std::size_t cells = 0;
    std::vector<std::size_t> lines; // the first of them
    bool likely = true;             // false: could also be a journal or phone number
    bool free_text = false;         // running text may be left out, never declared harmless
};

// What importing a file would do: the answer of a dry run.
struct CheckReport {
    std::size_t rows = 0;
    std::size_t good = 0;
    std::size_t bad = 0;                     // rows with at least one error
    std::size_t error_count = 0;             // all errors, also beyond those kept
    std::vector<RowError> errors;            // the first `errors_kept`
    std::vector<measurement::UnitDays> days; // per unit the first and last day with good rows
    std::vector<PersonalNumberFinding> personal_numbers;
    std::map<std::string, std::set<std::string>> new_texts;       // of category columns
    std::set<std::string> unknown_units;                          // texts that fit no unit (the first 200)
    std::vector<FactRow> sample;                                  // the first good rows, for preview
    std::map<std::string, std::vector<std::string>> sample_texts; // by column: texts of the ids 1, 2, …
    std::size_t repeated_row_ids = 0; // rows whose row id stands earlier in the same file: they are errors
    tables::ReadingNotes notes;

    static constexpr std::size_t errors_kept = 10'000;
    [[nodiscard]] bool importable() const { return good > 0 && personal_numbers.empty(); }
};

// Told how many rows have been read so far.
using RowsRead = std::function<void(std::size_t rows)>;

// Takes each good row; a failure stops the reading.
using RowSink = std::function<Result<void>(FactRow& row)>;

// Reads every row of the file by the mapping. Without `sink` it is a dry run. With it, good rows are handed
// over as they come; the report is the same.
Result<CheckReport> read_rows(const Source& source, const Mapping& mapping, tables::TableFile& file,
                              Lookup& lookup, DateLimits limits, const RowSink& sink = {},
                              const RowsRead& progress = {});

} // namespace maerkbar::sources
