#pragma once

#include <vector>

#include "sources/import/fact_table.hpp"

namespace maerkbar::sources {

// Stores the rows of one import hidden, in transactions short enough for others to get through. Rows are put
// in the order of the table before they are stored, many at a time: in the order of a file each transaction
// would touch pages all over the table, and write a multiple of what it brings.
class RowWriter {
  public:
    RowWriter(storage::Database& database, const storage::Actor& actor, const FactTable& table,
              ImportId import, FeedId feed);

    Result<void> add(const FactRow& row);
    // Stores what is still kept back.
    Result<void> finish();

  private:
    // Stores some of the rows from `first` on in one transaction; where the next begins.
    Result<std::size_t> store_from(std::size_t first);

    storage::Database& database_;
    const storage::Actor& actor_;
    const FactTable& table_;
    ImportId import_;
    FeedId feed_;
    std::vector<FactRow> rows_; // of which `kept_` are used: their memory serves again and again
    std::size_t kept_ = 0;
    std::vector<const FactRow*> sorted_;
};

} // namespace maerkbar::sources
