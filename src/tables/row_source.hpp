#pragma once

#include <cstddef>

#include "base/result.hpp"
#include "tables/row.hpp"

namespace maerkbar::tables {

// Where TableFile gets its rows from: every row of the file as it stands, blank ones too.
class RowSource {
  public:
    virtual ~RowSource() = default;
    // False at the end; the row is then empty.
    virtual Result<bool> next(Row& row) = 0;
    // Bytes so far that had to be mended (see ReadingNotes::repaired).
    [[nodiscard]] virtual std::size_t repaired() const { return 0; }
};

} // namespace maerkbar::tables
