#include <boost/json.hpp>
#include <set>

#include "web/path_table.hpp"
#include "web/route.hpp"

namespace maerkbar::web {

namespace {

bool is_json(std::string_view text) {
    boost::system::error_code error;
    boost::json::parse(boost::json::string_view(text.data(), text.size()), error);
    return !error;
}

bool needs_doc(const Route& route) {
    return route.pattern.starts_with("/api/v1/");
}

std::string fault_in_access(const Route& route) {
    const bool reads = route.method == Method::get || route.method == Method::head;
    // Where nobody looks who asks there is no authority that a foreign page could borrow (answers to
    // surveys).
    const bool nobody = route.access == Access::anonymous;
    if (!reads && route.csrf == Csrf::none && !nobody)
        return "changes something without asking for the form token";
    if (reads && route.csrf == Csrf::required) return "only reads, but asks for a form token";
    if (route.access == Access::permission && route.permission.empty()) return "names no permission";
    if (route.access != Access::permission && !route.permission.empty())
        return "names a permission that its access does not ask for";
    if (!reads && nobody && route.csrf != Csrf::none) return "asks nobody in particular for a form token";
    return {};
}

std::string fault_in_doc(const ApiDoc& doc) {
    if (doc.summary.empty()) return "has no summary";
    for (const auto& parameter : doc.query)
        if (parameter.name.empty() || !is_json(parameter.schema))
            return "has a query parameter without valid schema";
    for (const auto schema : {doc.request_schema, doc.response_schema})
        if (!schema.empty() && !is_json(schema)) return "has a schema that is not JSON";
    return {};
}

std::string fault_in(const Route& route) {
    if (auto fault = fault_in_pattern(route.pattern); !fault.empty()) return fault;
    if (!route.handler) return "has no handler";
    if (auto fault = fault_in_access(route); !fault.empty()) return fault;
    return needs_doc(route) ? fault_in_doc(route.doc) : std::string();
}

} // namespace

std::vector<std::string> faults_in(const std::vector<Route>& routes) {
    std::vector<std::string> faults;
    std::set<std::pair<std::size_t, Method>> taken;
    PathTable table;
    for (const auto& route : routes) {
        const auto name = std::string(name_of(route.method)) + " " + std::string(route.pattern) + " ";
        auto fault = fault_in(route);
        if (fault.empty() && !taken.emplace(table.slot(route.pattern), route.method).second)
            fault = "is there twice";
        if (!fault.empty()) faults.push_back(name + fault);
    }
    return faults;
}

} // namespace maerkbar::web
