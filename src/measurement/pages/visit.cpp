#include "measurement/pages/visit.hpp"

#include <algorithm>

#include "base/translatable.hpp"

namespace maerkbar::measurement {

namespace permission = organisation::permission;

Result<Visit> visit(PageServices& services, web::Context& context) {
    auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    auto snapshot = TRY(services.organisation.database.read([&](storage::Connection& connection) {
        return services.verdicts.now(connection, viewer.tenant(), viewer.today);
    }));
    return Visit{services, context, std::move(viewer), std::move(snapshot)};
}

Result<UnitId> unit_in(const Visit& visit, std::string_view permission) {
    const auto unit = TRY(visit.context.request.parameters.id<UnitId>("unit"));
    if (!visit.tree().find(unit) || !visit.viewer.may(permission, unit))
        return Error{ErrorKind::not_found, "measurement.no_unit",
                     translatable("There is no such unit, or you may not see it.")};
    return unit;
}

Result<std::optional<Period>> period_in(const Visit& visit) {
    const auto text = visit.context.request.query.text("period");
    if (text.empty()) return std::optional<Period>();
    const auto period = Period::parse(text);
    if (!period)
        return Error{ErrorKind::invalid,
                     "measurement.period",
                     translatable("“{period}” is not a period. Write it as 2026-10 or 2026-W42."),
                     {{"period", text}},
                     "period"};
    return period;
}

std::string unit_address(UnitId unit) {
    return "/units/" + std::to_string(unit.value);
}

std::string indicator_address(UnitId unit, IndicatorId indicator) {
    return unit_address(unit) + "/indicators/" + std::to_string(indicator.value);
}

std::vector<web::parts::Crumb> crumbs_to(const Visit& visit, UnitId unit) {
    std::vector<web::parts::Crumb> crumbs;
    for (const auto above : visit.tree().ancestors_now(unit, visit.viewer.today))
        if (visit.viewer.may(permission::measurement_read, above))
            crumbs.push_back({visit.unit_name(above), unit_address(above)});
    std::reverse(crumbs.begin(), crumbs.end());
    return crumbs;
}

} // namespace maerkbar::measurement
