#pragma once

#include <memory>

#include "measurement/pages/routes.hpp"
#include "measurement/sentence.hpp"
#include "organisation/viewer.hpp"
#include "web/context.hpp"
#include "web/parts/page.hpp"
#include "web/response.hpp"

namespace maerkbar::measurement {

// One request to the pages of measurement: who asks, and the verdicts as they are now.
struct Visit {
    PageServices& services;
    web::Context& context;
    organisation::Viewer viewer;
    std::shared_ptr<VerdictSnapshot> snapshot;

    [[nodiscard]] const web::Language& language() const { return context.language; }
    [[nodiscard]] const organisation::UnitTree& tree() const { return *snapshot->ground().tree; }
    [[nodiscard]] std::string unit_name(UnitId unit) const {
        return std::string(tree().name(unit, viewer.today));
    }
    // Reads through one connection, so that all verdicts of a page are of one moment.
    template <typename F>
    auto read(F&& work) {
        return services.organisation.database.read(std::forward<F>(work));
    }
};

[[nodiscard]] Result<Visit> visit(PageServices& services, web::Context& context);

// The unit of the path. Errors: not_found, also where the person may not see it, so that nobody learns what
// exists.
[[nodiscard]] Result<UnitId> unit_in(const Visit& visit, std::string_view permission);
// ?period=2026-10: judged as it was when that period had just ended. Error: invalid (measurement.period).
[[nodiscard]] Result<std::optional<Period>> period_in(const Visit& visit);

[[nodiscard]] std::string unit_address(UnitId unit);
[[nodiscard]] std::string indicator_address(UnitId unit, IndicatorId indicator);
// The units above, each a link, as far as the person may see them.
[[nodiscard]] std::vector<web::parts::Crumb> crumbs_to(const Visit& visit, UnitId unit);

} // namespace maerkbar::measurement
