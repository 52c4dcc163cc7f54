#include "web/csrf.hpp"

#include <algorithm>

#include "web/cookie.hpp"
#include "web/random.hpp"

namespace maerkbar::web {

namespace {

// https://host:8080 → host:8080
std::string_view host_of(std::string_view origin) {
    const auto start = origin.find("://");
    return start == std::string_view::npos ? std::string_view() : origin.substr(start + 3);
}

bool from_own_page(const Request& request) {
    if (const auto site = request.headers.get("Sec-Fetch-Site"))
        return *site == "same-origin" || *site == "none";
    const auto origin = request.headers.get("Origin");
    return !origin || equal_ignoring_case(host_of(*origin), request.headers.get("Host").value_or(""));
}

std::string_view sent_token(const Request& request) {
    if (const auto header = request.headers.get(csrf_header_name)) return *header;
    return request.form.get(csrf_field_name).value_or("");
}

bool token_fits(const Request& request, const Identity* identity) {
    const auto sent = sent_token(request);
    if (identity) return !identity->csrf_token.empty() && equal_secrets(sent, identity->csrf_token);
    const auto cookie = read_cookie(request, form_cookie);
    return cookie && is_form_token(*cookie) && equal_secrets(sent, *cookie);
}

} // namespace

bool is_form_token(std::string_view text) {
    const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 2 * form_token_bytes && std::all_of(text.begin(), text.end(), hexadecimal);
}

Result<void> check_form(const Request& request, const Identity* identity) {
    if (identity && identity->token_client) return {};
    if (!from_own_page(request))
        return Error{
            ErrorKind::forbidden, "web.foreign_form",
            "This form was sent from another website, so nothing was changed. Open the page here and send "
            "the form again."};
    if (!token_fits(request, identity))
        return Error{
            ErrorKind::forbidden, "web.stale_form",
            "This form is too old, so nothing was changed. Go back, load the page again and send the form "
            "once more."};
    return {};
}

} // namespace maerkbar::web
