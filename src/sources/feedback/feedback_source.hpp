#pragma once

#include <functional>

#include "measurement/fact_source.hpp"

namespace maerkbar::feedback {

// The register as a source of indicators: when, where and of which kind, and whether the answer came in
// time. Neither texts nor outcomes are among its columns (docs/adr/0013). Threads may share it.
class FeedbackSource : public measurement::FactSource {
  public:
    explicit FeedbackSource(std::function<Date()> today);

    [[nodiscard]] const measurement::SourceSchema& schema() const override { return schema_; }
    Result<void> facts(storage::Connection& connection, const measurement::FactView& view,
                       measurement::UnitDays days,
                       const std::function<void(const measurement::Fact&)>& sink) const override;
    Result<std::vector<measurement::UnitDays>> extent(storage::Connection& connection,
                                                      const measurement::FactView& view) const override;
    Result<std::vector<std::pair<std::int64_t, std::string>>> categories(
        storage::Connection& connection, TenantId tenant, std::string_view column) const override;

  private:
    measurement::SourceSchema schema_;
    std::function<Date()> today_;
};

} // namespace maerkbar::feedback
