#include "web/openapi.hpp"

#include <boost/json.hpp>

#include "base/text.hpp"
#include "web/path_table.hpp"

namespace maerkbar::web {

namespace {

namespace json = boost::json;

json::string_view view(std::string_view text) {
    return {text.data(), text.size()};
}

// Schemas of the route table are checked by faults_in(); a broken one would show as null.
json::value schema_of(std::string_view text) {
    boost::system::error_code error;
    auto schema = json::parse(json::string_view(text.data(), text.size()), error);
    return error ? json::value() : schema;
}

json::object content(std::string_view type, std::string_view schema) {
    json::object media;
    if (!schema.empty()) media["schema"] = schema_of(schema);
    json::object content;
    content[view(type)] = std::move(media);
    return content;
}

json::object parameter(std::string_view name, std::string_view in, const json::value& schema, bool required) {
    return {{"name", view(name)}, {"in", view(in)}, {"required", required}, {"schema", schema}};
}

json::array parameters_of(const Route& route) {
    json::array list;
    for (const auto& name : names_in(route.pattern))
        list.push_back(parameter(name, "path", {{"type", "string"}}, true));
    for (const auto& query : route.doc.query) {
        auto entry = parameter(query.name, "query", schema_of(query.schema), query.required);
        entry["description"] = view(query.description);
        list.push_back(std::move(entry));
    }
    return list;
}

json::object responses_of(const Route& route) {
    json::object success = {{"description", "Done"}};
    if (route.doc.success != 204)
        success["content"] = content(route.doc.response_type, route.doc.response_schema);
    json::object responses;
    responses[std::to_string(route.doc.success)] = std::move(success);
    responses["default"] = {{"$ref", "#/components/responses/Problem"}};
    return responses;
}

json::object operation(const Route& route) {
    json::object operation = {{"summary", view(route.doc.summary)}, {"responses", responses_of(route)}};
    if (auto parameters = parameters_of(route); !parameters.empty())
        operation["parameters"] = std::move(parameters);
    if (!route.doc.request_schema.empty())
        operation["requestBody"] = {{"required", true},
                                    {"content", content("application/json", route.doc.request_schema)}};
    if (route.access == Access::anonymous || route.access == Access::open)
        operation["security"] = json::array();
    if (!route.permission.empty()) operation["x-permission"] = view(route.permission);
    return operation;
}

// {name*} is our own way to write the rest of a path; OpenAPI knows only {name}.
std::string openapi_path(std::string_view pattern) {
    std::string path(pattern);
    std::erase(path, '*');
    return path;
}

json::object components() {
    return schema_of(R"json({
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {"Problem": {"type": "object", "required": ["type", "title", "status"], "properties": {
            "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
            "detail": {"type": "string"}, "instance": {"type": "string"},
            "errors": {"type": "array", "items": {"type": "object", "properties": {
                "field": {"type": "string"}, "code": {"type": "string"}, "detail": {"type": "string"}}}}}}},
        "responses": {"Problem": {"description": "What is wrong, and what to do next (RFC 9457)", "content":
            {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}})json")
        .as_object();
}

} // namespace

std::string openapi_document(const std::vector<Route>& routes, std::string_view version) {
    json::object paths;
    for (const auto& route : routes) {
        if (!route.pattern.starts_with("/api/v1/")) continue;
        auto& path = paths[openapi_path(route.pattern)];
        if (!path.is_object()) path.emplace_object();
        path.as_object()[lower_case(name_of(route.method))] = operation(route);
    }
    json::array security;
    security.push_back(json::object{{"token", json::array()}});
    return json::serialize(json::object{{"openapi", "3.1.0"},
                                        {"info", {{"title", "Mærkbar"}, {"version", view(version)}}},
                                        {"paths", std::move(paths)},
                                        {"components", components()},
                                        {"security", std::move(security)}});
}

} // namespace maerkbar::web
