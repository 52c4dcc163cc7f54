#include "app/frame.hpp"

#include "base/translatable.hpp"
#include "organisation/access.hpp"
#include "organisation/theme.hpp"
#include "web/parts/shell.hpp"

namespace maerkbar::app {

namespace {

namespace permission = organisation::permission;

// One entry of the navigation. The section is current on every page whose path begins with `href`.
struct Entry {
    const char* label;
    std::string_view href;
    std::string_view permission;
};

constexpr Entry entries[] = {
    {translatable("Overview"), "/", permission::measurement_read},
    {translatable("Indicators"), "/indicators", permission::measurement_read},
    {translatable("Imports"), "/imports", permission::import_run},
    {translatable("Figures by hand"), "/figures", permission::figures_enter},
    {translatable("Organisation"), "/organisation", permission::organisation_manage},
    {translatable("People"), "/people", permission::people_manage},
    {translatable("Audit trail"), "/audit", permission::audit_read},
};

bool is_current(std::string_view path, std::string_view href) {
    if (href == "/") return path == "/" || path.starts_with("/units/");
    return path == href || path.starts_with(std::string(href) + "/");
}

} // namespace

web::parts::PageInfo AppFrame::info(web::Context& context, std::string title) {
    auto info = web::parts::page_info(context, std::move(title));
    const auto tenant = database_.read([&](storage::Connection& connection) {
        return context.identity != nullptr ? organisation::find_tenant(connection, context.identity->tenant)
                                           : organisation::tenant_at(connection, context.request);
    });
    if (tenant.ok() && *tenant) {
        info.organisation = (*tenant)->name;
        info.theme_hash = organisation::theme_digest(**tenant);
    }
    if (context.identity == nullptr) return info;
    for (const auto& entry : entries)
        if (context.may(entry.permission))
            info.navigation.push_back({context.language(entry.label),
                                       std::string(entry.href),
                                       is_current(context.request.path, entry.href),
                                       {}});
    return info;
}

} // namespace maerkbar::app
