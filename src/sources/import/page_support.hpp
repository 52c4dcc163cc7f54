#pragma once

#include "sources/import/routes.hpp"
#include "storage/database.hpp"
#include "web/context.hpp"

// Shared by the pages and the API of imports; not for other modules.
namespace maerkbar::sources {

// An actor for who asks, "api" for integrations.
[[nodiscard]] storage::Actor actor_of(const web::Context& context);

// Errors: forbidden (import.unit_out_of_reach) when the file has rows of units in which the person may not
// import.
Result<void> check_reach(ImportServices& services, const web::Identity& who, const CheckReport& report);
// The same for the units an existing import touches.
Result<void> check_reach(ImportServices& services, const web::Identity& who,
                         std::span<const measurement::UnitDays> days);

// A page of the import section with its crumbs.
[[nodiscard]] web::Response import_page(ImportServices& services, web::Context& context, std::string title,
                                        const web::Html& body, std::string lead = {});

// The JSON of one import, and of a check.
[[nodiscard]] std::string import_json(const ImportRecord& record, std::optional<ImportProgress> progress);
[[nodiscard]] std::string report_json(const CheckReport& report, const web::Language& language);

// Pages, each by what it handles.
namespace pages {
Result<web::Response> history(ImportServices& services, web::Context& context);
Result<web::Response> upload_form(ImportServices& services, web::Context& context);
Result<web::Response> upload(ImportServices& services, web::Context& context);
Result<web::Response> draft(ImportServices& services, web::Context& context);
Result<web::Response> save_draft(ImportServices& services, web::Context& context);
Result<web::Response> check(ImportServices& services, web::Context& context);
Result<web::Response> check_errors(ImportServices& services, web::Context& context);
Result<web::Response> decide(ImportServices& services, web::Context& context);
Result<web::Response> confirm(ImportServices& services, web::Context& context);
Result<web::Response> discard(ImportServices& services, web::Context& context);
Result<web::Response> one(ImportServices& services, web::Context& context);
Result<web::Response> one_errors(ImportServices& services, web::Context& context);
Result<web::Response> undo(ImportServices& services, web::Context& context);
} // namespace pages

namespace api {
Result<web::Response> list(ImportServices& services, web::Context& context);
Result<web::Response> create(ImportServices& services, web::Context& context);
Result<web::Response> one(ImportServices& services, web::Context& context);
Result<web::Response> check(ImportServices& services, web::Context& context);
// The answer to an upload that is to be checked in the background.
Result<web::Response> check_later(ImportServices& services, web::Context& context, const ImportOrder& order,
                                  const Draft& upload);
// One import with its address.
web::Response created(ImportServices& services, TenantId tenant, const ImportRecord& record, int status);
Result<web::Response> errors(ImportServices& services, web::Context& context);
Result<web::Response> undo(ImportServices& services, web::Context& context);
} // namespace api

} // namespace maerkbar::sources
