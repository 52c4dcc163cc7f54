#include "web/response.hpp"

#include "web/url.hpp"

namespace maerkbar::web {

namespace {

Response typed(std::string_view content_type, std::string body, int status) {
    return {status, {{"Content-Type", std::string(content_type)}}, std::move(body)};
}

// RFC 6266: a plain name for old clients, and the real one in UTF-8.
std::string attachment(std::string_view filename) {
    std::string plain;
    for (const char c : filename)
        plain += (c >= ' ' && c < 127 && c != '"' && c != '\\') ? c : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(filename);
}

} // namespace

Response Response::html(Html page, int status) {
    return typed("text/html; charset=utf-8", std::move(page).str(), status);
}

Response Response::json(std::string body, int status) {
    return typed("application/json", std::move(body), status);
}

Response Response::text(std::string body, int status) {
    return typed("text/plain; charset=utf-8", std::move(body), status);
}

Response Response::redirect(std::string location) {
    return {303, {{"Location", std::move(location)}}, {}};
}

Response Response::no_content() {
    return {204, {}, {}};
}

Response Response::download(std::string_view filename, std::string_view content_type, std::string body) {
    auto response = typed(content_type, std::move(body), 200);
    response.headers.set("Content-Disposition", attachment(filename));
    return response;
}

Response Response::download_file(std::string_view filename, std::string_view content_type,
                                 std::filesystem::path file) {
    auto response = download(filename, content_type, {});
    response.file = std::move(file);
    return response;
}

} // namespace maerkbar::web
