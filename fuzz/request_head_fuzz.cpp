#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "web/compress.hpp"
#include "web/cookie.hpp"
#include "web/forwarded.hpp"

// The values of headers that we read ourselves: cookies, Accept-Encoding, X-Forwarded-For, Accept.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    maerkbar::web::Request request;
    for (const auto* name : {"Cookie", "X-Forwarded-For", "X-Forwarded-Proto", "Accept"})
        request.headers.add(name, text);
    const auto cookie = request.cookie("a");
    if (cookie && cookie->find(';') != std::string::npos) std::abort();
    static_cast<void>(maerkbar::web::accepts_gzip(text));
    static_cast<void>(request.wants_json());
    const std::vector<std::string> trusted = {"10.0.0.1"};
    request.remote_address = "10.0.0.1";
    maerkbar::web::apply_forwarded(request, trusted);
    if (request.remote_address.empty()) std::abort();
    return 0;
}
