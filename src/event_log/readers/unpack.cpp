#include "event_log/readers/unpack.hpp"

#include <zlib.h>

#include <string>
#include <vector>

namespace maerkbar::event_log {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;
constexpr std::size_t largest = std::size_t{4} << 30;

Error damaged() {
    return {ErrorKind::invalid, "event_log.damaged_gzip",
            "The packed file is damaged or not complete. Fetch it again, or unpack it first."};
}

Error unpacks_too_large() {
    return {ErrorKind::too_large, "event_log.gzip_too_large",
            "The packed file holds more than 4 GiB. Unpack it first."};
}

class Inflater {
  public:
    Inflater() {
        constexpr int gzip_only = 16 + MAX_WBITS;
        ready_ = inflateInit2(&stream_, gzip_only) == Z_OK;
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream_); }

    // Unpacks all of `from` to the end of `to`.
    Result<void> take(std::string_view from, std::string& to) {
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from.data()));
        stream_.avail_in = static_cast<uInt>(from.size());
        while (stream_.avail_in > 0) {
            if (ended_ && inflateReset(&stream_) != Z_OK) return damaged();
            TRY(step(to));
        }
        return {};
    }
    // Whether the last member came to its end.
    [[nodiscard]] bool ended() const { return ended_; }
    [[nodiscard]] bool ready() const { return ready_; }

  private:
    Result<void> step(std::string& to) {
        if (to.size() > largest) return unpacks_too_large();
        const auto old = to.size();
        to.resize(old + block);
        stream_.next_out = reinterpret_cast<Bytef*>(to.data() + old);
        stream_.avail_out = block;
        const int outcome = inflate(&stream_, Z_NO_FLUSH);
        to.resize(to.size() - stream_.avail_out);
        ended_ = outcome == Z_STREAM_END;
        if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR) return damaged();
        return {};
    }

    z_stream stream_{};
    bool ready_ = false;
    bool ended_ = false;
};

} // namespace

bool is_packed(std::string_view front) {
    return front.starts_with("\x1F\x8B");
}

Result<tables::ByteInput> unpack(tables::ByteInput input) {
    Inflater inflater;
    if (!inflater.ready()) return damaged();
    std::string unpacked;
    std::string buffer(block, '\0');
    for (;;) {
        const auto got = TRY(input.read(buffer.data(), buffer.size()));
        TRY(inflater.take(std::string_view(buffer).substr(0, got), unpacked));
        if (got < buffer.size()) break;
    }
    if (!inflater.ended()) return damaged();
    return tables::ByteInput::memory(std::move(unpacked));
}

} // namespace maerkbar::event_log
