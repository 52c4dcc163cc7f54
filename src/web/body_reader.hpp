#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/router.hpp"

namespace maerkbar::web {

// Takes the body of a request piece by piece and puts it where it belongs: fields and files of a multipart
// form, a file for other content of an upload route, memory for everything else. Files go to the folder
// given.
class BodyReader {
  public:
    virtual ~BodyReader() = default;
    // too_large beyond the admitted size; unavailable when the disk is full.
    virtual Result<void> push(std::string_view piece) = 0;
    // After the last piece: fills form, files and body of the request.
    virtual Result<void> finish(Request& request) = 0;

    // invalid when the content type is multipart without a usable boundary.
    static Result<std::unique_ptr<BodyReader>> for_request(const Request& head,
                                                           const Router::Admission& admission,
                                                           const RouterSettings& settings,
                                                           const std::filesystem::path& folder);
};

// Removes what uploads left behind in the folder when the program was killed. Only at start.
void remove_stale_uploads(const std::filesystem::path& folder);

} // namespace maerkbar::web
