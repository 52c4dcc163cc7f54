#pragma once

// For tests and fuzzing only: text packed as gzip does it.

#include <zlib.h>

#include <string>
#include <string_view>

namespace maerkbar::event_log::testing {

// One member of a gzip file; several may follow each other.
inline std::string packed(std::string_view text) {
    z_stream stream{};
    constexpr int gzip = 16 + MAX_WBITS;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace maerkbar::event_log::testing
