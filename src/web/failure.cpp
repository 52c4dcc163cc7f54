#include "web/failure.hpp"

#include "web/kept_form.hpp"
#include "web/log.hpp"
#include "web/problem.hpp"

namespace maerkbar::web {

namespace {

Error our_fault(const Error& error, const Request& request) {
    log(LogLevel::error, "internal_error",
        {{"request", request.request_id}, {"code", error.code}, {"what", error.english()}});
    return {ErrorKind::internal,
            "web.internal",
            "Something went wrong on our side; nothing you did. It is logged with the number {request}. Try "
            "again, and "
            "tell your administrator this number if it happens again.",
            {{"request", request.request_id}}};
}

// A page that was open for too long is no matter of rights, though its status is the same.
std::string heading_of(int status, const Error& error, const Language& language) {
    return error.code == "web.stale_form" ? language("The page is out of date") : title_of(status, language);
}

Response error_page(int status, const Error& error, Context& context, ErrorPage& page) {
    const bool stale = error.code == "web.stale_form" || error.code == "web.signed_out";
    const ErrorView view{status, heading_of(status, error, context.language), context.language.error(error),
                         context.request.request_id, stale ? kept_form(context.request) : Fields{}};
    auto response = Response::html(page.render(view, context), status);
    if (status == 503) response.headers.set("Retry-After", "5");
    return response;
}

} // namespace

Response failure(const Error& error, Context& context, ErrorPage& page, int status) {
    if (error.kind == ErrorKind::internal && error.code != "web.internal")
        return failure(our_fault(error, context.request), context, page, status);
    if (context.request.wants_json()) {
        if (status == 0) return problem(error, context.language, context.request.request_id);
        return problem_of_status(status, error, context.language, context.request.request_id);
    }
    return error_page(status == 0 ? status_of(error.kind) : status, error, context, page);
}

Error refusal(int status) {
    switch (status) {
        case 405:
            return {ErrorKind::invalid, "web.wrong_method",
                    "This address does not know that kind of request."};
        case 408:
            return {ErrorKind::unavailable, "web.too_slow",
                    "The request came too slowly. Check the connection and try again."};
        case 413:
            return {ErrorKind::too_large, "web.too_large", "What was sent is larger than allowed here."};
        case 415:
            return {ErrorKind::invalid, "web.unknown_content",
                    "This address does not take that kind of content. Send a form or JSON."};
        case 431:
            return {
                ErrorKind::too_large, "web.long_head",
                "The address or its headers are too long. Delete the cookies of this page and try again."};
        case 503:
            return {ErrorKind::unavailable, "web.busy", "The server is busy. Try again in a few seconds."};
        default:
            return {ErrorKind::invalid, "web.bad_request",
                    "The request could not be read. Go back and try again from the page."};
    }
}

} // namespace maerkbar::web
