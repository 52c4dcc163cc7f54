#pragma once

#include "sources/import/importer.hpp"

namespace maerkbar::sources {

// What run() and undo() need to know of one import.
struct ImportRun {
    ImportRecord record;
    const FactTable* table = nullptr;
    Mapping mapping;
    std::vector<measurement::UnitDays> days; // data_import_unit
};

// The SQL of imports. Every function runs inside the transaction or read of its caller.
namespace import_store {

Result<std::optional<ImportRecord>> find(storage::Connection& connection, TenantId tenant, ImportId import);
Result<std::vector<ImportRecord>> history(storage::Connection& connection, TenantId tenant,
                                          const HistoryPart& part);
// Those that are neither finished nor waiting for a job.
struct Abandoned {
    TenantId tenant;
    ImportId import;
};
Result<std::vector<Abandoned>> abandoned(storage::Connection& connection);
Result<std::optional<ImportRecord>> find_same(storage::Connection& connection, TenantId tenant,
                                              std::string_view source, std::string_view file_digest,
                                              std::string_view mapping_digest);
Result<std::vector<measurement::UnitDays>> days(storage::Connection& connection, TenantId tenant,
                                                ImportId import);
Result<Mapping> mapping(storage::Connection& connection, TenantId tenant, ImportId import);
Result<std::optional<Mapping>> feed_mapping(storage::Connection& connection, TenantId tenant,
                                            std::string_view source, std::string_view feed);
Result<std::vector<RowError>> errors(storage::Connection& connection, TenantId tenant, ImportId import);

// Finds the feed by name, or makes it; its mapping becomes this one.
Result<FeedId> keep_feed(storage::Transaction& transaction, const ImportOrder& order);
// Stores the confirmed order with its report, state waiting.
Result<ImportId> insert(storage::Transaction& transaction, const ImportOrder& order, FeedId feed,
                        const CheckReport& report);
Result<void> set_state(storage::Transaction& transaction, ImportId import, ImportState state,
                       std::string_view error);
// The cells it has computed; 0 where it has none.
Result<measurement::VersionId> version(storage::Connection& connection, TenantId tenant, ImportId import);
Result<void> set_version(storage::Transaction& transaction, ImportId import, measurement::VersionId version);

} // namespace import_store
} // namespace maerkbar::sources
