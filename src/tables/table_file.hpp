#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/detection.hpp"
#include "tables/row.hpp"

namespace maerkbar::tables {

class RowSource;

// What a person should be told after reading.
struct ReadingNotes {
    std::size_t rows = 0;                  // rows given by next()
    std::size_t blank_rows = 0;            // skipped
    std::vector<std::size_t> total_lines;  // rows left out as totals (the first 100 lines)
    std::size_t totals = 0;                // how many
    std::vector<std::size_t> ragged_lines; // too few or too many cells (the first 100 lines)
    std::size_t ragged = 0;                // how many; they are given by next() all the same
    std::size_t repaired = 0;              // bytes that were not of the file's encoding, or NUL
};

// A CSV or XLSX file read row by row: memory does not grow with the number of rows. The file is told apart by
// its content, never by its name. Errors: not_found (no such file), too_large (ReadLimits), invalid (all
// else; they name the line). Reading from one TableFile is for one thread; see split() for several.
class TableFile {
  public:
    static Result<TableFile> open(const std::filesystem::path& path, const ReadOptions& options = {});
    // The same from memory, as after an upload.
    static Result<TableFile> open_bytes(std::string bytes, const ReadOptions& options = {});
    // The file as up to `parts` files in order that can be read by a thread each; every row is in exactly one
    // of them. UTF-16 and XLSX files, and small ones, come as one part.
    static Result<std::vector<TableFile>> split(const std::filesystem::path& path, std::size_t parts,
                                                const ReadOptions& options = {});

    TableFile(TableFile&&) noexcept;
    TableFile& operator=(TableFile&&) noexcept;
    ~TableFile();

    [[nodiscard]] const Detection& detection() const { return detection_; }
    // Trimmed and unique: a second "Antal" is called "Antal (2)", a column without a name by its letter.
    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
    // The column of that name, without regard to upper and lower case.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    // All sheets of a spreadsheet, hidden ones too; empty for CSV.
    [[nodiscard]] const std::vector<std::string>& sheet_names() const { return sheet_names_; }
    // The first data rows (up to 100) as owned text, for preview and for guessing what columns hold.
    [[nodiscard]] const std::vector<std::vector<std::string>>& sample() const { return sample_; }

    // Reads the next row with something in it, padded to header().size() cells. False at the end.
    Result<bool> next(Row& row);
    [[nodiscard]] const ReadingNotes& notes() const { return notes_; }

  private:
    friend class TableOpener;
    TableFile();
    [[nodiscard]] bool left_out(const Row& row);

    Detection detection_;
    std::vector<std::string> header_;
    std::vector<std::string> sheet_names_;
    std::vector<std::vector<std::string>> sample_;
    ReadingNotes notes_;
    std::size_t data_after_ = 0;
    bool keep_totals_ = false;
    std::unique_ptr<RowSource> source_;
};

} // namespace maerkbar::tables
