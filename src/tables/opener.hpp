#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tables/byte_input.hpp"
#include "tables/header_row.hpp"
#include "tables/table_file.hpp"
#include "tables/xlsx_workbook.hpp"

namespace maerkbar::tables {

// Finds out what a file is like and makes TableFiles of it.
class TableOpener {
  public:
    TableOpener(ByteInput input, const ReadOptions& options) : input_(std::move(input)), options_(options) {}

    Result<TableFile> open();
    Result<std::vector<TableFile>> split(std::size_t parts);

  private:
    Result<void> study();
    Result<void> study_text();
    Result<void> study_spreadsheet();
    // Sets the sheet to read, the first visible one with data unless one is named, and gives its first rows.
    Result<std::vector<SampleRow>> choose_sheet();
    // Header, widths and habits from the first rows.
    Result<void> study_sample(std::vector<SampleRow> rows);
    void keep_preview(std::vector<SampleRow> data);
    void study_habits(const std::vector<SampleRow>& data);
    [[nodiscard]] Result<std::unique_ptr<RowSource>> text_rows(std::uint64_t begin, std::uint64_t end,
                                                               std::size_t first_line) const;
    [[nodiscard]] Result<std::unique_ptr<RowSource>> sheet_rows() const;
    [[nodiscard]] Result<std::unique_ptr<RowSource>> all_rows() const;
    [[nodiscard]] TableFile file_with(std::unique_ptr<RowSource> source) const;

    ByteInput input_;
    ReadOptions options_;
    Detection found_;
    std::shared_ptr<const Workbook> book_; // of a spreadsheet
    std::size_t data_after_ = 0;           // the header's line, or that of Excel's sep=;
    std::vector<std::string> header_;
    std::vector<std::string> sheet_names_;
    std::vector<std::vector<std::string>> preview_;
};

} // namespace maerkbar::tables
