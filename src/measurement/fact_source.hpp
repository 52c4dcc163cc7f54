#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "measurement/schema.hpp"

namespace maerkbar::storage {
class Connection;
}

namespace maerkbar::measurement {

class ReleasedFigures;

// The days of one unit whose facts may have changed: [first, last].
struct UnitDays {
    UnitId unit;
    Date first;
    Date last;
    auto operator<=>(const UnitDays&) const = default;
};

// Which imports count when facts are read: what is published, plus one that is about to be, minus one about
// to be undone.
struct FactView {
    TenantId tenant;
    std::int64_t also_import = 0;    // 0: none
    std::int64_t without_import = 0; // 0: none
};

// One visible fact. `values` follow the order of schema().columns; `missing` where there is none; derived
// columns hold `missing` (measurement computes them).
struct Fact {
    UnitId unit;
    Date day;
    std::span<const std::int64_t> values;
};

// A source of facts, as measurement sees it.
class FactSource {
  public:
    virtual ~FactSource() = default;
    [[nodiscard]] virtual const SourceSchema& schema() const = 0;
    // Calls `sink` for every visible fact of these days, ordered by unit and day. The spans are only valid
    // inside the call.
    virtual Result<void> facts(storage::Connection& connection, const FactView& view, UnitDays days,
                               const std::function<void(const Fact&)>& sink) const = 0;
    // The units that have facts, with their first and last day: what a new or changed definition must
    // compute.
    virtual Result<std::vector<UnitDays>> extent(storage::Connection& connection,
                                                 const FactView& view) const = 0;
    // The texts of a category column, for editors and filters: id and text.
    virtual Result<std::vector<std::pair<std::int64_t, std::string>>> categories(
        storage::Connection& connection, TenantId tenant, std::string_view column) const = 0;
    // Of a source whose schema is protected: what it lets out. It hands out no facts.
    [[nodiscard]] virtual const ReleasedFigures* released() const { return nullptr; }
};

} // namespace maerkbar::measurement
