#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/headers.hpp"
#include "web/html.hpp"
#include "web/request.hpp"

namespace maerkbar::web {

// What goes back. The router adds the security headers; handlers only set what is special.
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<std::filesystem::path> file = {};     // sent instead of body
    std::shared_ptr<TemporaryFile> temporary = nullptr; // keeps a temporary `file` until it is sent

    static Response html(Html page, int status = 200);
    static Response json(std::string body, int status = 200);
    static Response text(std::string body, int status = 200);
    // 303: after a POST, and to other pages. `location` is a path of this server.
    static Response redirect(std::string location);
    static Response no_content();
    // An attachment; the file name may hold any letters.
    static Response download(std::string_view filename, std::string_view content_type, std::string body);
    static Response download_file(std::string_view filename, std::string_view content_type,
                                  std::filesystem::path file);
};

} // namespace maerkbar::web
