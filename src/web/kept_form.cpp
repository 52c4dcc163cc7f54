#include "web/kept_form.hpp"

#include <algorithm>

#include "web/csrf.hpp"

namespace maerkbar::web {
namespace {

bool is_secret(std::string_view name) {
    return name.find("password") != std::string_view::npos || name == "code" || name == "token";
}

bool surely_from_own_page(const Request& request) {
    return request.headers.get("Sec-Fetch-Site").value_or("") == "same-origin";
}

} // namespace

Fields kept_form(const Request& request) {
    if (request.method != Method::post || request.wants_json() || !request.files.empty()) return {};
    if (!surely_from_own_page(request)) return {};
    Fields kept;
    for (const auto& [name, value] : request.form) {
        if (is_secret(name)) return {};
        if (name != csrf_field_name) kept.add(name, value);
    }
    return kept;
}

} // namespace maerkbar::web
