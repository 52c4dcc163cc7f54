#include "measurement/editor/visit.hpp"

namespace maerkbar::measurement::editor {

using namespace web::literals;

Result<Visit> visit(Services& services, web::Context& context) {
    auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    return Visit{services, context, std::move(viewer), context.language};
}

Result<Visit> definer(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    TRY(here.viewer.require_everywhere(organisation::permission::measurement_define));
    return here;
}

Result<Indicator> indicator_in_path(Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<IndicatorId>("indicator"));
    return visit.services.database().read(
        [&](storage::Connection& connection) { return indicator(connection, visit.viewer.tenant(), id); });
}

const SourceSchema* schema_of(const Visit& visit, std::string_view source) {
    const auto* found = visit.services.verdicts.sources().find(source);
    return found == nullptr ? nullptr : &found->schema();
}

web::Html words(std::string_view text) {
    web::Html html;
    return html << text;
}

web::Html link(std::string_view href, std::string_view text) {
    web::Html html = "<a"_html;
    return html << web::Attribute{"href", href} << ">"_html << text << "</a>"_html;
}

web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead) {
    auto info = visit.services.organisation.frame.info(visit.context, std::move(title));
    info.crumbs = {{visit.language("Indicators"), "/indicators"}};
    info.lead = std::move(lead);
    return info;
}

} // namespace maerkbar::measurement::editor
