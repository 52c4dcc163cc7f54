#include "web/request.hpp"

#include <array>
#include <system_error>

#include "web/text.hpp"

namespace maerkbar::web {

namespace {

constexpr std::array<std::string_view, 6> names = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

} // namespace

std::string_view name_of(Method method) {
    return names[static_cast<std::size_t>(method)];
}

std::optional<Method> method_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Method>(i);
    return std::nullopt;
}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored; // it may have been moved to its place
    std::filesystem::remove(path_, ignored);
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (const auto& [key, line] : headers) {
        if (!equal_ignoring_case(key, "Cookie")) continue;
        std::string_view rest = line;
        while (!rest.empty()) {
            const auto pair = trimmed(take_until(rest, ';'));
            const auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name)
                return std::string(pair.substr(equals + 1));
        }
    }
    return std::nullopt;
}

bool Request::wants_json() const {
    if (path == "/api" || path.starts_with("/api/")) return true;
    const auto accept = headers.get("Accept").value_or("");
    const auto json = accept.find("application/json");
    return json != std::string_view::npos && json < accept.find("text/html");
}

const UploadedFile* Request::file(std::string_view field) const {
    for (const auto& file : files)
        if (file.field == field && !(file.filename.empty() && file.size == 0)) return &file;
    return nullptr;
}

std::string Request::target() const {
    return raw_query.empty() ? path : path + "?" + raw_query;
}

} // namespace maerkbar::web
