#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/fields.hpp"
#include "web/headers.hpp"

namespace maerkbar::web {

enum class Method { get, head, post, put, patch, delete_ };

[[nodiscard]] std::string_view name_of(Method method);                   // "GET", …
[[nodiscard]] std::optional<Method> method_named(std::string_view name); // exactly as in the request line

// A file on disk that is removed with the last owner of this object.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// One file of a multipart form, or the whole body of an upload route when it is neither a form nor JSON (then
// `field` is empty). Its content was streamed to a temporary file, removed with the request; move or copy
// what must stay.
struct UploadedFile {
    std::string field;
    std::string filename; // as the client calls it, without any folder; for display only
    std::string content_type;
    std::filesystem::path path;
    std::uint64_t size = 0;
    std::shared_ptr<TemporaryFile> owner = nullptr;
};

// A request read to its end. The router fills `parameters`, `route`, `form` and `request_id`.
struct Request {
    Method method = Method::get;
    std::string path = "/"; // percent-encoded, as it came, without query
    std::string raw_query;  // without the question mark
    Fields query;
    Headers headers;
    Fields form; // of an urlencoded or multipart body; of a JSON object flattened (see json_fields.hpp)
    std::vector<UploadedFile> files;
    std::string body; // of everything that is neither multipart nor a file
    PathParameters parameters;
    std::string_view route;     // pattern of the route that answers; empty where there is none
    std::string remote_address; // of the person, behind trusted proxies too
    std::string request_id;
    bool https = false; // as the person's browser sees it

    [[nodiscard]] std::optional<std::string> cookie(std::string_view name) const;
    // A path below /api, or an Accept header that asks for JSON before HTML.
    [[nodiscard]] bool wants_json() const;
    // The file of that form field, if one was chosen.
    [[nodiscard]] const UploadedFile* file(std::string_view field) const;
    // Path and query again, for links that come back here.
    [[nodiscard]] std::string target() const;
};

} // namespace maerkbar::web
