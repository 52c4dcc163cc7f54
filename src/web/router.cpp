#include "web/router.hpp"

#include <array>
#include <chrono>
#include <exception>

#include "web/cookie.hpp"
#include "web/csrf.hpp"
#include "web/failure.hpp"
#include "web/json_fields.hpp"
#include "web/kept_form.hpp"
#include "web/log.hpp"
#include "web/path_table.hpp"
#include "web/random.hpp"
#include "web/security.hpp"
#include "web/url.hpp"

namespace maerkbar::web {

namespace {

constexpr std::size_t methods = 6;
using Slot = std::array<const Route*, methods>;

std::size_t index_of(Method method) {
    return static_cast<std::size_t>(method);
}

bool is_media_type(const Request& request, std::string_view type) {
    const auto header = request.headers.get("Content-Type").value_or("");
    return equal_ignoring_case(header.substr(0, type.size()), type);
}

std::string allowed(const Slot& slot) {
    std::string list;
    const auto add = [&](std::string_view name) { list += (list.empty() ? "" : ", ") + std::string(name); };
    for (std::size_t i = 0; i < methods; ++i)
        if (slot[i]) add(name_of(static_cast<Method>(i)));
    if (slot[index_of(Method::get)] && !slot[index_of(Method::head)]) add("HEAD");
    return list;
}

// The page to come back to after signing in: the one asked for, or the one the form was on.
std::string page_of(const Request& request) {
    if (request.method == Method::get || request.method == Method::head)
        return local_path_or_root(request.target());
    const auto referer = request.headers.get("Referer").value_or("");
    const auto host = request.headers.get("Host").value_or("");
    const auto start = referer.find("://");
    if (host.empty() || start == std::string_view::npos || !referer.substr(start + 3).starts_with(host))
        return "/";
    return local_path_or_root(referer.substr(start + 3 + host.size()));
}

Response ask_to_sign_in(Context& context, ErrorPage& page) {
    if (!context.request.wants_json())
        return Response::redirect(with_query("/sign-in", {{"next", page_of(context.request)}}));
    auto response =
        failure({ErrorKind::forbidden, "web.not_signed_in", "Sign in first."}, context, page, 401);
    response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

// A form whose session has ended: what was typed is shown again, to be sent after signing in.
Response signed_out(Context& context, ErrorPage& page) {
    return failure({ErrorKind::forbidden, "web.signed_out",
                    "You have been signed out meanwhile, so nothing was changed. Sign in again in a new tab, "
                    "then send the form again from here."},
                   context, page, 401);
}

// Fills request.form from the body where the server has not already done so; the status to refuse it with, or
// 0.
int read_form(Request& request, const Route& route) {
    if (request.body.empty() || is_media_type(request, "multipart/form-data")) return 0;
    if (is_media_type(request, "application/x-www-form-urlencoded")) {
        auto form = parse_urlencoded(request.body);
        if (!form) return 400;
        request.form = std::move(*form);
        return 0;
    }
    if (is_media_type(request, "application/json")) return 0; // below, where its mistakes can be told
    return route.limit == BodyLimit::upload ? 0 : 415;
}

// Fills what the head alone tells; false when its query cannot be read.
bool complete(Request& request, const RouterSettings& settings) {
    request.https = request.https || settings.https;
    if (request.request_id.empty()) request.request_id = random_hex(8);
    if (request.raw_query.empty() || !request.query.empty()) return true;
    auto query = parse_urlencoded(request.raw_query);
    if (query) request.query = std::move(*query);
    return query.has_value();
}

// The pattern instead of the path, since paths can hold a respondent's key; the address only where people
// sign in.
void log_access(const Request& request, const Route* route, const Response& response,
                std::chrono::steady_clock::time_point started) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
    const bool named = route && (route->access == Access::signed_in || route->access == Access::permission);
    log(LogLevel::info, "request",
        {{"request", request.request_id},
         {"method", name_of(request.method)},
         {"route", route ? route->pattern : "-"},
         {"status", static_cast<std::int64_t>(response.status)},
         {"ms", took.count()},
         {"address", named ? std::string_view(request.remote_address) : "-"}});
}

} // namespace

struct Router::State {
    std::vector<Route> routes;
    std::vector<std::vector<std::string>> names; // of each route's pattern
    PathTable paths;
    std::vector<Slot> slots;
    Authenticator& authenticator;
    const Languages& languages;
    ErrorPage& page;
    RouterSettings settings;

    void index() {
        for (const auto& route : routes) {
            const auto slot = paths.slot(route.pattern);
            if (slot == slots.size()) slots.emplace_back();
            slots[slot][index_of(route.method)] = &route;
            names.push_back(names_in(route.pattern));
        }
    }

    // What the path leads to.
    struct Target {
        const Route* route = nullptr;
        const Slot* slot = nullptr; // of a known path, also when the method is not
        PathParameters parameters = {};
        bool broken = false;
    };
    [[nodiscard]] Target find(Method method, std::string_view path) const {
        auto match = paths.find(path);
        if (!match) return {nullptr, nullptr, {}, true};
        if (match->slot == PathTable::nothing) return {};
        const auto& slot = slots[match->slot];
        Target target{slot[index_of(method)], &slot};
        if (!target.route && method == Method::head) target.route = slot[index_of(Method::get)];
        if (!target.route) return target;
        const auto& captured_names = names[static_cast<std::size_t>(target.route - routes.data())];
        for (std::size_t i = 0; i < captured_names.size(); ++i)
            target.parameters.add(captured_names[i], std::move(match->captured[i]));
        return target;
    }

    // For a path without route: its form without the last slash, a wrong method, or nothing at all.
    Response no_route(Context& context, const Target& target) {
        if (target.broken) return failure(refusal(400), context, page, 400);
        if (target.slot) {
            auto response = failure(refusal(405), context, page, 405);
            response.headers.set("Allow", allowed(*target.slot));
            return response;
        }
        auto path = context.request.path;
        while (path.size() > 1 && path.ends_with('/'))
            path.pop_back();
        if (path != context.request.path && !path.starts_with("//") &&
            find(context.request.method, path).slot) {
            auto response =
                Response::redirect(path + context.request.target().substr(context.request.path.size()));
            response.status = 308;
            return response;
        }
        return failure({ErrorKind::not_found, "web.no_such_page", "There is no such page."}, context, page);
    }

    // The answer to somebody who may not come in.
    std::optional<Response> guard(Context& context, const Route& route) {
        if (route.access == Access::anonymous || route.access == Access::open) return std::nullopt;
        if (!context.identity) return ask_to_sign_in(context, page);
        if (route.access == Access::signed_in || context.may(route.permission)) return std::nullopt;
        return failure(
            {ErrorKind::forbidden, "web.no_permission",
             "You do not have access to this. Ask the person who runs Mærkbar in your organisation."},
            context, page);
    }

    Response run(Context& context, const Route& route) {
        try {
            auto result = route.handler(context);
            return result.ok() ? std::move(*result) : failure(result.error(), context, page);
        } catch (const std::exception& exception) {
            return failure({ErrorKind::internal, "web.exception", exception.what()}, context, page);
        }
    }

    Response answer(Context& context, Request& request, const Target& target) {
        if (!target.route) return no_route(context, target);
        auto refused = guard(context, *target.route);
        if (refused && context.identity != nullptr) return std::move(*refused);
        const int status = read_form(request, *target.route);
        if (refused) return kept_form(request).empty() ? std::move(*refused) : signed_out(context, page);
        if (status != 0) return failure(refusal(status), context, page, status);
        if (!request.body.empty() && is_media_type(request, "application/json")) {
            auto fields = fields_of_json(request.body);
            if (!fields.ok()) return failure(fields.error(), context, page);
            request.form = std::move(*fields);
        }
        if (target.route->csrf == Csrf::required)
            if (const auto checked = check_form(request, context.identity); !checked.ok())
                return failure(checked.error(), context, page);
        return run(context, *target.route);
    }

    const Language& language_for(const Request& request, const std::optional<Identity>& identity) const {
        return languages.choose(identity ? identity->language : "",
                                read_cookie(request, "language").value_or(""),
                                request.headers.get("Accept-Language").value_or(""));
    }

    // Everything between a request and its finished answer; `inside` answers within the context.
    Response with_context(const Request& request, bool look_who, auto inside) {
        Result<std::optional<Identity>> found = std::optional<Identity>();
        if (look_who) found = authenticator.identify(request);
        const auto identity = found.ok() ? *found : std::nullopt;
        Context context(request, identity ? &*identity : nullptr, language_for(request, identity),
                        authenticator);
        auto response = found.ok() ? inside(context) : failure(found.error(), context, page);
        if (!context.new_form_cookie().empty())
            set_cookie(response, {form_cookie, context.new_form_cookie(), request.https});
        add_security_headers(response, identity || !context.new_form_cookie().empty(), request.https);
        response.headers.set("X-Request-Id", request.request_id);
        return response;
    }
};

Router::Router(std::vector<Route> routes, Authenticator& authenticator, const Languages& languages,
               ErrorPage& page, RouterSettings settings)
    : state_(std::make_unique<State>(
          State{std::move(routes), {}, {}, {}, authenticator, languages, page, settings})) {
    state_->index();
}

Router::~Router() = default;

Response Router::handle(Request request) {
    const auto started = std::chrono::steady_clock::now();
    const bool readable = complete(request, state_->settings);
    auto target = state_->find(request.method, request.path);
    target.broken = target.broken || !readable;
    if (target.broken) target.route = nullptr;
    request.parameters = std::move(target.parameters);
    if (target.route != nullptr) request.route = target.route->pattern;
    const bool look_who = !target.route || target.route->access != Access::anonymous;
    auto response = state_->with_context(
        request, look_who, [&](Context& context) { return state_->answer(context, request, target); });
    if (state_->settings.access_log) log_access(request, target.route, response, started);
    return response;
}

Router::Admission Router::admit(const Request& head, std::uint64_t announced) {
    const auto target = state_->find(head.method, head.path);
    const auto limit = target.route ? target.route->limit : BodyLimit::form;
    const bool upload = limit == BodyLimit::upload;
    const auto& settings = state_->settings;
    Admission admission{upload                         ? settings.upload_bytes
                        : limit == BodyLimit::document ? settings.document_bytes
                                                       : settings.form_bytes,
                        upload};
    const bool too_large = announced > admission.body_bytes;
    if (!too_large && (!target.route || !upload)) return admission;
    Request request = head; // the guard needs its id and scheme
    complete(request, settings);
    auto answer = state_->with_context(request, true, [&](Context& context) {
        if (target.route && upload) admission.refusal = state_->guard(context, *target.route);
        if (!admission.refusal && too_large)
            admission.refusal = failure(refusal(413), context, state_->page, 413);
        return admission.refusal.value_or(Response{});
    });
    if (admission.refusal) admission.refusal = std::move(answer);
    return admission;
}

Response Router::refuse(const Request& head, int status) {
    Request request = head;
    complete(request, state_->settings);
    return state_->with_context(request, false, [&](Context& context) {
        return failure(refusal(status), context, state_->page, status);
    });
}

Response Router::refuse(const Request& head, const Error& error) {
    Request request = head;
    complete(request, state_->settings);
    return state_->with_context(request, false,
                                [&](Context& context) { return failure(error, context, state_->page); });
}

const std::vector<Route>& Router::routes() const {
    return state_->routes;
}

const RouterSettings& Router::settings() const {
    return state_->settings;
}

} // namespace maerkbar::web
