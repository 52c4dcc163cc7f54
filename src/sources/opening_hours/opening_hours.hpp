#pragma once

#include <functional>

#include "measurement/fact_source.hpp"

namespace maerkbar::sources {

// Opening and phone hours as a source of facts; `today` says where the coming year ends. Threads may share
// it.
class OpeningHoursSource : public measurement::FactSource {
  public:
    explicit OpeningHoursSource(std::function<Date()> today);

    [[nodiscard]] const measurement::SourceSchema& schema() const override { return schema_; }
    Result<void> facts(storage::Connection& connection, const measurement::FactView& view,
                       measurement::UnitDays days,
                       const std::function<void(const measurement::Fact&)>& sink) const override;
    // All units, also those without hours: they may have had some.
    Result<std::vector<measurement::UnitDays>> extent(storage::Connection& connection,
                                                      const measurement::FactView& view) const override;
    Result<std::vector<std::pair<std::int64_t, std::string>>> categories(
        storage::Connection& connection, TenantId tenant, std::string_view column) const override;

  private:
    measurement::SourceSchema schema_;
    std::function<Date()> today_;
};

} // namespace maerkbar::sources
