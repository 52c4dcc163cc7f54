#pragma once

#include <string>
#include <vector>

#include "measurement/indicator_store.hpp"
#include "measurement/source_list.hpp"
#include "organisation/unit_tree.hpp"
#include "storage/connection.hpp"
#include "storage/database.hpp"

namespace maerkbar::measurement {

// The facts a value stands on, for those with the permission rows.read.
struct FactRow {
    UnitId unit;
    Date day;
    // One a column of the schema.
    std::vector<std::string> values; // as programs read them; empty: missing
    std::vector<std::int64_t> stored;
};
struct FactsBehind {
    std::vector<std::string> columns; // names of the schema
    std::vector<FactRow> rows;
    bool more = false; // there are more rows than `rows` holds
};

struct FactsQuestion {
    UnitId unit; // and all beneath it on the day of the fact
    Period period;
    std::size_t most = 500;
};

// Rows that pass the indicator's filter, by unit and day. Facts dated by another column are found by their
// own day. Errors: not_found (definition.unknown_source), forbidden (measurement.protected).
[[nodiscard]] Result<FactsBehind> facts_behind(storage::Connection& connection, TenantId tenant,
                                               const SourceList& sources, const organisation::UnitTree& tree,
                                               const Indicator& indicator, const FactsQuestion& question);

// Notes in the audit trail who looked at the rows behind which value; to be called before they are shown.
[[nodiscard]] Result<void> note_looking_at_facts(storage::Database& database, const storage::Actor& actor,
                                                 IndicatorId indicator, const FactsQuestion& question);

} // namespace maerkbar::measurement
