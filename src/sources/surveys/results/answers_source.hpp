#pragma once

#include "measurement/fact_source.hpp"
#include "measurement/released_figures.hpp"

namespace maerkbar::surveys::results {

// Survey answers as a protected source of indicators. It hands out no facts at all: figures come from what
// was released.
class AnswersSource : public measurement::FactSource, public measurement::ReleasedFigures {
  public:
    AnswersSource();

    [[nodiscard]] const measurement::SourceSchema& schema() const override { return schema_; }
    Result<void> facts(storage::Connection& connection, const measurement::FactView& view,
                       measurement::UnitDays days,
                       const std::function<void(const measurement::Fact&)>& sink) const override;
    Result<std::vector<measurement::UnitDays>> extent(storage::Connection& connection,
                                                      const measurement::FactView& view) const override;
    // Of `question`: its code and title, "3/satisfied: Hvor tilfreds er du?"; only what stands before the
    // colon counts.
    Result<std::vector<std::pair<std::int64_t, std::string>>> categories(
        storage::Connection& connection, TenantId tenant, std::string_view column) const override;
    [[nodiscard]] const measurement::ReleasedFigures* released() const override { return this; }

    [[nodiscard]] Result<void> check(storage::Connection& connection, TenantId tenant,
                                     const measurement::Definition& definition) const override;
    [[nodiscard]] Result<measurement::ReleasedReach> reach(storage::Connection& connection,
                                                           TenantId tenant) const override;
    [[nodiscard]] Result<measurement::ReleasedCells> cells(storage::Connection& connection, TenantId tenant,
                                                           const measurement::Definition& definition,
                                                           UnitId unit, PeriodKind kind) const override;

  private:
    measurement::SourceSchema schema_;
};

} // namespace maerkbar::surveys::results
