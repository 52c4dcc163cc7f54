#pragma once

#include <string>
#include <vector>

#include "measurement/fact_source.hpp"
#include "sources/import/row_reader.hpp"
#include "sources/import/source.hpp"
#include "storage/database.hpp"

namespace maerkbar::sources {

// One import as it happened. Ids grow in the order in which imports were confirmed, so a higher id is a later
// import.
using ImportId = StrongId<struct ImportTag>;
using FeedId = StrongId<struct FeedTag>;

// The facts of one source in its table, and which of them are visible:
// a row counts when its import is published, no later published import of the same feed has replaced its unit
// and day, and no later published import has a row with the same row id. Undoing an import only takes it out
// of that rule, so undos may come in any order.
class FactTable : public measurement::FactSource {
  public:
    explicit FactTable(Source source);

    [[nodiscard]] const Source& source() const { return source_; }
    [[nodiscard]] const measurement::SourceSchema& schema() const override { return source_.schema; }
    Result<void> facts(storage::Connection& connection, const measurement::FactView& view,
                       measurement::UnitDays days,
                       const std::function<void(const measurement::Fact&)>& sink) const override;
    Result<std::vector<measurement::UnitDays>> extent(storage::Connection& connection,
                                                      const measurement::FactView& view) const override;
    Result<std::vector<std::pair<std::int64_t, std::string>>> categories(
        storage::Connection& connection, TenantId tenant, std::string_view column) const override;

    // Stores rows hidden under an import (it must not be published yet), inside the transaction.
    Result<void> insert(storage::Transaction& transaction, TenantId tenant, ImportId import, FeedId feed,
                        std::span<const FactRow* const> rows) const;
    // Removes every row of an import from these days of a unit.
    Result<std::int64_t> remove(storage::Transaction& transaction, TenantId tenant, ImportId import,
                                measurement::UnitDays days) const;
    // The days of that span on which the import has rows, in order.
    Result<std::vector<measurement::UnitDays>> days_with_rows(storage::Connection& connection,
                                                              TenantId tenant, ImportId import,
                                                              measurement::UnitDays span) const;
    // The days on which other imports have rows with a row id that this import has too.
    Result<std::vector<measurement::UnitDays>> same_row_ids(
        storage::Connection& connection, TenantId tenant, ImportId import,
        std::span<const measurement::UnitDays> days) const;
    // How many visible rows an import of this feed would replace there.
    Result<std::int64_t> count(storage::Connection& connection, TenantId tenant, FeedId feed,
                               measurement::UnitDays days) const;

  private:
    [[nodiscard]] std::string stored_columns() const;

    Source source_;
    std::vector<std::size_t> stored_; // schema columns that are stored, in order
};

} // namespace maerkbar::sources
