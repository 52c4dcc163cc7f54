#include "app/frame.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/access.hpp"
#include "organisation/theme.hpp"
#include "sources/feedback/permission.hpp"
#include "sources/surveys/permission.hpp"
#include "web/parts/shell.hpp"

namespace maerkbar::app {

namespace {

namespace permission = organisation::permission;

// One entry of the navigation, for those who may open it. The section is current on every page whose path
// begins with `href`, or with one of `more` (with a blank between).
struct Entry {
    const char* label;
    std::string_view href;
    std::string_view permission;
    std::string_view more = {};
};

constexpr Entry entries[] = {
    {translatable("Overview"), "/", permission::measurement_read},
    {translatable("Indicators"), "/indicators", permission::measurement_read},
    {translatable("Self-assessment"), "/assessments", permission::measurement_read},
    {translatable("Actions"), "/actions", permission::measurement_read},
    {translatable("Survey results"), "/results", permission::measurement_read},
    {translatable("Surveys"), "/surveys", surveys::may_manage},
    {translatable("Praise and complaints"), "/feedback", feedback::may_write},
    {translatable("You said, we did"), "/panels", permission::measurement_read, "/you-said"},
    {translatable("Imports"), "/imports", permission::import_run},
    {translatable("Figures by hand"), "/figures", permission::figures_enter},
    {translatable("Organisation"), "/organisation", permission::measurement_read,
     "/places /hours /closing-days /catalogue /tokens"},
    {translatable("People"), "/people", permission::people_manage},
    {translatable("Audit trail"), "/audit", permission::audit_read},
};

bool lies_in(std::string_view path, std::string_view href) {
    return path == href || path.starts_with(std::string(href) + "/");
}

bool is_current(std::string_view path, const Entry& entry) {
    if (entry.href == "/") return path == "/" || path.starts_with("/units/");
    if (lies_in(path, entry.href)) return true;
    for (auto rest = entry.more; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (lies_in(path, rest.substr(0, end))) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

} // namespace

web::parts::PageInfo AppFrame::info(web::Context& context, std::string title) {
    auto info = web::parts::page_info(context, std::move(title));
    info.help = web::parts::help_for(help_, context.request.route, context.language);
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
                                       is_current(context.request.path, entry),
                                       {}});
    return info;
}

} // namespace maerkbar::app
