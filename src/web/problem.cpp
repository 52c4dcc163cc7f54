#include "web/problem.hpp"

#include <boost/json.hpp>

namespace maerkbar::web {

namespace {

namespace json = boost::json;

json::object field_error(const Error& error, const Language& language) {
    return {{"field", error.field}, {"code", error.code}, {"detail", language.error(error)}};
}

json::object body_of(const Error& error, const Language& language, std::string_view request_id) {
    const int status = status_of(error.kind);
    json::object body = {{"type", "urn:maerkbar:" + error.code},
                         {"title", title_of(status, language)},
                         {"status", status},
                         {"detail", language.error(error)}};
    if (!request_id.empty()) body["instance"] = "urn:maerkbar:request:" + std::string(request_id);
    return body;
}

Response answer(const json::object& body, int status) {
    Response response{status, {{"Content-Type", "application/problem+json"}}, json::serialize(body)};
    if (status == 503) response.headers.add("Retry-After", "5");
    return response;
}

} // namespace

int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return 422;
        case ErrorKind::not_found:
            return 404;
        case ErrorKind::forbidden:
            return 403;
        case ErrorKind::conflict:
            return 409;
        case ErrorKind::too_large:
            return 413;
        case ErrorKind::unavailable:
            return 503;
        case ErrorKind::internal:
            break;
    }
    return 500;
}

std::string title_of(int status, const Language& language) {
    switch (status) {
        case 400:
            return language("The request could not be understood");
        case 401:
            return language("Not signed in");
        case 403:
            return language("No access");
        case 404:
            return language("Not found");
        case 405:
            return language("Not possible here");
        case 408:
            return language("It took too long");
        case 409:
            return language("Somebody else was first");
        case 413:
            return language("Too large");
        case 415:
            return language("Unknown kind of content");
        case 422:
            return language("Something must be corrected");
        case 431:
            return language("The address or its headers are too long");
        case 503:
            return language("Temporarily unavailable");
        default:
            return language("Something went wrong");
    }
}

Response problem(const Error& error, const Language& language, std::string_view request_id) {
    auto body = body_of(error, language, request_id);
    if (!error.field.empty()) body["errors"].emplace_array().push_back(field_error(error, language));
    return answer(body, status_of(error.kind));
}

Response problem(std::span<const Error> errors, const Language& language, std::string_view request_id) {
    if (errors.size() == 1) return problem(errors.front(), language, request_id);
    auto body = body_of({ErrorKind::invalid, "web.several_errors", "Several things must be corrected."},
                        language, request_id);
    auto& list = body["errors"].emplace_array();
    for (const auto& error : errors)
        list.push_back(field_error(error, language));
    return answer(body, 422);
}

Response problem_of_status(int status, const Error& error, const Language& language,
                           std::string_view request_id) {
    auto body = body_of(error, language, request_id);
    body["title"] = title_of(status, language);
    body["status"] = status;
    return answer(body, status);
}

} // namespace maerkbar::web
