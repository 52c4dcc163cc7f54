#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "web/context.hpp"
#include "web/response.hpp"

namespace maerkbar::web {

// Who may come in. `permission` needs the route's permission; `signed_in` any person; `open` anybody, known
// or not; `anonymous` anybody, without looking who it is (assets, health: they work without the database).
enum class Access { anonymous, open, signed_in, permission };

// `none` for GET and for `anonymous`: all else must carry the form token (integrations' tokens need none).
enum class Csrf { required, none };

// How large a body may be; the sizes are settings of the router.
enum class BodyLimit {
    form,     // an ordinary form, or JSON for one thing (1 MiB)
    document, // JSON for many things, in memory (16 MiB)
    upload,   // files, streamed to disk (200 MiB)
};

// For /api/v1 routes: what OpenAPI says about it. Schemas are JSON text (JSON Schema 2020-12), checked by a
// test.
struct ApiParameter {
    std::string_view name;
    std::string_view description;
    std::string_view schema = R"({"type":"string"})";
    bool required = false;
};

struct ApiDoc {
    std::string_view summary = {};
    std::vector<ApiParameter> query = {};
    std::string_view request_schema = {};
    std::string_view response_schema = {};
    std::string_view response_type = "application/json";
    int success = 200;
};

// One row of the route table. A pattern is literal segments, {name} for one segment, and {name*} at the end
// for the rest of the path; literal segments win over names. `handler` is called from several threads at
// once.
struct Route {
    Method method = Method::get;
    std::string_view pattern;
    Access access = Access::permission;
    std::string_view permission = {};
    Csrf csrf = Csrf::required;
    std::function<Result<Response>(Context&)> handler;
    BodyLimit limit = BodyLimit::form;
    ApiDoc doc = {};
};

// What is wrong with a route table, one English line each; empty when every route has a permission and CSRF
// rule that fits its method, a pattern that can be matched, and (below /api) a description. Tests call it
// with the real table.
[[nodiscard]] std::vector<std::string> faults_in(const std::vector<Route>& routes);

} // namespace maerkbar::web
