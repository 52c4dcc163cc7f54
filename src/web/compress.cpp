#include "web/compress.hpp"

#include <zlib.h>

#include "web/random.hpp"
#include "web/text.hpp"

namespace maerkbar::web {

namespace {

constexpr std::size_t least_bytes = 1024;
constexpr int level = 4; // 6 packs 3 % better at twice the time

bool is_text(std::string_view content_type) {
    for (const auto* kind : {"text/", "application/json", "application/problem+json", "image/svg+xml",
                             "application/javascript", "application/manifest+json"})
        if (content_type.starts_with(kind)) return true;
    return false;
}

// 0 to 63 letters.
std::string random_padding() {
    const auto digits = random_hex(1);
    return std::string(static_cast<std::size_t>(std::stoi(digits, nullptr, 16)) % 64, 'x');
}

// Empty when zlib cannot.
std::string gzip(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    auto padding = random_padding();
    gz_header header{};
    header.os = 255;
    header.comment = reinterpret_cast<Bytef*>(padding.data());
    deflateSetHeader(&stream, &header);
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return result == Z_STREAM_END ? packed : std::string();
}

} // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        auto coding = take_until(accept_encoding, ',');
        const auto name = trimmed(take_until(coding, ';'));
        if (!equal_ignoring_case(name, "gzip")) continue;
        const auto weight = trimmed(coding);
        return weight.find_first_not_of("q=0. ") != std::string_view::npos || weight.empty();
    }
    return false;
}

void compress(Response& response, const Request& request) {
    if (response.file || response.body.size() < least_bytes || response.headers.has("Content-Encoding"))
        return;
    if (!is_text(response.headers.get("Content-Type").value_or(""))) return;
    const auto vary = std::string(response.headers.get("Vary").value_or(""));
    response.headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    if (!accepts_gzip(request.headers.get("Accept-Encoding").value_or(""))) return;
    auto packed = gzip(response.body);
    if (packed.empty() || packed.size() >= response.body.size()) return;
    response.body = std::move(packed);
    response.headers.set("Content-Encoding", "gzip");
}

} // namespace maerkbar::web
