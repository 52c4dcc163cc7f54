#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "tables/row_source.hpp"
#include "tables/xlsx_cell.hpp"
#include "tables/xml_stream.hpp"

namespace maerkbar::tables {

// A row taken out of the XML, waiting to be asked for.
struct SheetRow {
    struct Place {
        std::size_t begin = 0;
        std::size_t size = 0;
    };
    std::size_t number = 0;
    std::string bytes;
    std::vector<Place> cells;
};

// Makes rows of the elements of a sheet. Styled cells without a value, of which there may be thousands, are
// no cells.
class SheetHandler : public XmlHandler {
  public:
    SheetHandler(std::shared_ptr<const Workbook> book, DecimalMark mark, const ReadLimits& limits);
    Result<void> start(std::string_view name, const XmlAttributes& attributes) override;
    Result<void> end(std::string_view name) override;
    Result<void> text(std::string_view piece) override;

    std::deque<SheetRow>& rows() { return rows_; }

  private:
    Result<void> start_row(const XmlAttributes& attributes);
    Result<void> start_cell(const XmlAttributes& attributes);
    Result<void> end_cell();
    // The cell's text, from its raw value, type and style.
    [[nodiscard]] Result<std::string_view> cell_text();

    std::shared_ptr<const Workbook> book_;
    DecimalMark mark_;
    ReadLimits limits_;
    std::deque<SheetRow> rows_;
    SheetRow row_;
    std::size_t column_ = 0; // 1-based, of the current cell
    std::string type_;
    std::string style_;
    std::string value_;
    std::string made_; // holds what cell_text() made
    bool in_value_ = false;
    bool in_reading_ = false;
};

// The rows of one sheet, unpacked and parsed a block at a time.
class SheetReader : public RowSource {
  public:
    static Result<std::unique_ptr<RowSource>> open(const ByteInput& archive,
                                                   std::shared_ptr<const Workbook> book, const Sheet& sheet,
                                                   DecimalMark mark, const ReadLimits& limits);
    SheetReader(ZipPart part, std::shared_ptr<const Workbook> book, DecimalMark mark,
                const ReadLimits& limits);
    Result<bool> next(Row& row) override;

  private:
    SheetHandler handler_;
    XmlStream stream_;
    SheetRow current_;
    bool ended_ = false;
};

} // namespace maerkbar::tables
