#include "web/asset.hpp"

#include <array>
#include <utility>

namespace maerkbar::web {

Response asset(const Request& request, std::string_view content, std::string_view content_type,
               std::string_view digest) {
    const auto tag = "W/\"" + std::string(digest) + "\"";
    const bool named = request.query.get("v") == digest;
    Response response{200, {{"ETag", tag}, {"Vary", "Accept-Encoding"}}, {}};
    response.headers.set("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.headers.get("If-None-Match").value_or("").find(tag.substr(2)) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    response.headers.set("Content-Type", std::string(content_type));
    response.body = content;
    return response;
}

std::string digest_of(std::string_view content) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : content)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    std::string text(16, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, hash >>= 4u)
        *digit = "0123456789abcdef"[hash & 15u];
    return text;
}

std::string_view content_type_of(std::string_view filename) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> types = {{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".txt", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
    }};
    for (const auto& [ending, type] : types)
        if (filename.ends_with(ending)) return type;
    return "application/octet-stream";
}

} // namespace maerkbar::web
