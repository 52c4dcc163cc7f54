#include "event_log/readers/unpack.hpp"

#include <zlib.h>

#include <algorithm>
#include <climits>
#include <string>

namespace maerkbar::event_log {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;

Error damaged() {
    return {ErrorKind::invalid, "event_log.damaged_gzip",
            "The packed file is damaged or not complete. Fetch it again, or unpack it first."};
}

} // namespace

// zlib keeps a pointer to its stream, so that this must not move.
class Unpacker::Stream {
  public:
    explicit Stream(tables::ByteInput packed) : packed_(std::move(packed)), buffer_(block, '\0') {
        constexpr int gzip_only = 16 + MAX_WBITS;
        ready_ = inflateInit2(&stream_, gzip_only) == Z_OK;
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { inflateEnd(&stream_); }

    Result<std::size_t> read(char* to, std::size_t capacity) {
        if (!ready_) return damaged();
        std::size_t done = 0;
        while (done < capacity) {
            if (stream_.avail_in == 0 && !packed_ended_) TRY(refill());
            if (member_ended_) {
                if (stream_.avail_in == 0) break;
                if (inflateReset(&stream_) != Z_OK) return damaged();
            }
            done += TRY(step(to + done, capacity - done));
        }
        return done;
    }
    [[nodiscard]] std::uint64_t taken() const { return taken_; }

  private:
    Result<void> refill() {
        const auto got = TRY(packed_.read(buffer_.data(), buffer_.size()));
        stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
        stream_.avail_in = static_cast<uInt>(got);
        taken_ += got;
        packed_ended_ = got < buffer_.size();
        return {};
    }

    // May give bytes that zlib kept back although no more come in.
    Result<std::size_t> step(char* to, std::size_t room) {
        const auto asked = static_cast<uInt>(std::min<std::size_t>(room, UINT_MAX));
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = asked;
        const int outcome = inflate(&stream_, Z_NO_FLUSH);
        member_ended_ = outcome == Z_STREAM_END;
        const bool cut_off = outcome == Z_BUF_ERROR && packed_ended_;
        if ((outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR) || cut_off)
            return damaged();
        return std::size_t{asked - stream_.avail_out};
    }

    tables::ByteInput packed_;
    std::string buffer_;
    z_stream stream_{};
    std::uint64_t taken_ = 0;
    bool ready_ = false;
    bool packed_ended_ = false;
    bool member_ended_ = false;
};

bool is_packed(std::string_view front) {
    return front.starts_with("\x1F\x8B");
}

Unpacker::Unpacker(tables::ByteInput packed) : stream_(std::make_unique<Stream>(std::move(packed))) {}
Unpacker::Unpacker(Unpacker&&) noexcept = default;
Unpacker::~Unpacker() = default;

Result<std::size_t> Unpacker::read(char* to, std::size_t capacity) {
    return stream_->read(to, capacity);
}

std::uint64_t Unpacker::taken() const {
    return stream_->taken();
}

} // namespace maerkbar::event_log
