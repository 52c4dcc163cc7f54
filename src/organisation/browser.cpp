#include "organisation/browser.hpp"

#include <span>
#include <string_view>

#include "organisation/sign_in.hpp"
#include "web/cookie.hpp"

namespace maerkbar::organisation {
namespace {

struct Mark {
    std::string_view found; // in the User-Agent
    std::string_view name;
};

// The first that fits: most browsers also name those that they want to be taken for.
constexpr Mark browsers[] = {{"Edg", "Edge"},
                             {"OPR/", "Opera"},
                             {"Firefox/", "Firefox"},
                             {"Chrome/", "Chrome"},
                             {"Safari/", "Safari"}};
constexpr Mark systems[] = {{"Windows", "Windows"}, {"Android", "Android"}, {"iPhone", "iPhone"},
                            {"iPad", "iPad"},       {"Macintosh", "macOS"}, {"CrOS", "ChromeOS"},
                            {"Linux", "Linux"}};

std::string_view name_in(std::string_view agent, std::span<const Mark> marks) {
    for (const auto& mark : marks)
        if (agent.find(mark.found) != std::string_view::npos) return mark.name;
    return {};
}

} // namespace

std::string client_name(const web::Request& request) {
    const auto agent = request.headers.get("User-Agent").value_or("");
    std::string name{name_in(agent, browsers)};
    const auto system = name_in(agent, systems);
    if (!name.empty() && !system.empty()) name += ", ";
    return name.append(system);
}

void set_session_cookie(web::Response& response, const web::Request& request, const NewSession& session) {
    web::set_cookie(response, {session_cookie_name, session.cookie, request.https});
    if (!session.language.empty()) keep_in_browser(response, request, "language", session.language);
}

void keep_in_browser(web::Response& response, const web::Request& request, std::string_view name,
                     std::string value) {
    web::set_cookie(response, {name, std::move(value), request.https, std::chrono::hours{24 * 365}});
}

void clear_session_cookie(web::Response& response, const web::Request& request) {
    web::set_cookie(response, {session_cookie_name, "", request.https, std::chrono::seconds{0}});
}

} // namespace maerkbar::organisation
