#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "web/url.hpp"

// What is accepted is UTF-8 and comes back the same after being written and read again; a place to go after
// signing in always lies on this server.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto next = maerkbar::web::local_path_or_root(text);
    if (!next.starts_with('/') || next.starts_with("//") || next.find('\\') != std::string::npos)
        std::abort();
    const auto fields = maerkbar::web::parse_urlencoded(text);
    if (!fields) return 0;
    for (const auto& [name, value] : *fields)
        if (!maerkbar::web::is_utf8(name) || !maerkbar::web::is_utf8(value)) std::abort();
    if (maerkbar::web::parse_urlencoded(maerkbar::web::to_query(*fields)) != fields) std::abort();
    return 0;
}
