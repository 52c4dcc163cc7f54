#include "sources/import/routes.hpp"

#include "sources/import/page_support.hpp"
#include "web/make_route.hpp"

namespace maerkbar::sources {

namespace {

using web::Access;
using web::BodyLimit;
using web::Context;
using web::Csrf;
using web::Method;
using web::Response;
using web::Route;

using Handler = Result<Response> (*)(ImportServices&, Context&);

constexpr std::string_view import_schema =
    R"({"type":"object","required":["id","source","feed","state"],"properties":{"id":{"type":"integer"},"source":{"type":"string"},"feed":{"type":"string"},"file_name":{"type":"string"},"file_digest":{"type":"string"},"mode":{"enum":["replace","merge"]},"state":{"enum":["waiting","running","published","undoing","undone","failed"]},"rows_good":{"type":"integer"},"rows_left_out":{"type":"integer"},"first_day":{"type":"string","format":"date"},"last_day":{"type":"string","format":"date"},"error":{"type":"string"},"progress":{"type":"object","properties":{"done":{"type":"integer"},"total":{"type":"integer"},"obstacle":{"type":"string","description":"code of what it waits for"}}}}})";
constexpr std::string_view list_schema =
    R"({"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"type":"object"}}}})";
constexpr std::string_view upload_schema =
    R"({"type":"object","required":["source","file"],"properties":{"source":{"type":"string"},"feed":{"type":"string"},"file":{"type":"string","format":"binary"},"mapping":{"type":"string","description":"JSON; without it the feed's saved mapping, or a guess"},"mode":{"enum":["replace","merge"]},"bad_rows":{"enum":["reject","leave_out"]},"dry_run":{"enum":["true","false"]}}})";

Route row(ImportServices& services, Method method, std::string_view pattern, Handler handler) {
    return web::guarded_route(method, pattern, organisation::permission::import_run,
                              web::with(services, handler));
}

Route upload_row(ImportServices& services, std::string_view pattern, Handler handler) {
    auto route = row(services, Method::post, pattern, handler);
    route.limit = BodyLimit::upload;
    return route;
}

Route documented(Route route, std::string_view summary, std::string_view response, int success = 200) {
    route.doc.summary = summary;
    route.doc.response_schema = response;
    route.doc.success = success;
    return route;
}

std::vector<Route> page_routes(ImportServices& s) {
    return {
        row(s, Method::get, "/imports", pages::history),
        row(s, Method::get, "/imports/new", pages::upload_form),
        upload_row(s, "/imports/new", pages::upload),
        row(s, Method::get, "/imports/drafts/{draft}", pages::draft),
        row(s, Method::post, "/imports/drafts/{draft}", pages::save_draft),
        row(s, Method::get, "/imports/drafts/{draft}/check", pages::check),
        row(s, Method::get, "/imports/drafts/{draft}/errors.csv", pages::check_errors),
        row(s, Method::post, "/imports/drafts/{draft}/decisions", pages::decide),
        row(s, Method::post, "/imports/drafts/{draft}/confirm", pages::confirm),
        row(s, Method::post, "/imports/drafts/{draft}/discard", pages::discard),
        row(s, Method::get, "/imports/{import}", pages::one),
        row(s, Method::get, "/imports/{import}/errors.csv", pages::one_errors),
        row(s, Method::post, "/imports/{import}/undo", pages::undo),
    };
}

std::vector<Route> api_routes(ImportServices& s) {
    auto create = documented(
        upload_row(s, "/api/v1/imports", api::create),
        "Import a file; the rows are stored in the background, and a large file is checked there too",
        import_schema, 202);
    create.doc.request_schema = upload_schema;
    auto list = documented(row(s, Method::get, "/api/v1/imports", api::list), "List imports, newest first",
                           list_schema);
    list.doc.query = {{"page", "Page number from 1", R"({"type":"integer","minimum":1})"},
                      {"size", "Imports a page", R"({"type":"integer","minimum":1,"maximum":500})"},
                      {"feed", "Only imports of the feed with this name"}};
    return {
        std::move(list),
        std::move(create),
        documented(row(s, Method::get, "/api/v1/imports/checks/{check}", api::check),
                   "A large file being checked: state checking (202), then its import, or its report",
                   R"({"type":"object"})"),
        documented(row(s, Method::get, "/api/v1/imports/{import}", api::one),
                   "One import and how far it has come", import_schema),
        documented(row(s, Method::get, "/api/v1/imports/{import}/errors", api::errors),
                   "The rows that were left out, and why", list_schema),
        documented(row(s, Method::post, "/api/v1/imports/{import}/undo", api::undo), "Undo an import",
                   import_schema, 202),
    };
}

} // namespace

std::vector<Route> routes(ImportServices& services) {
    auto all = page_routes(services);
    for (auto& route : api_routes(services))
        all.push_back(std::move(route));
    return all;
}

} // namespace maerkbar::sources
