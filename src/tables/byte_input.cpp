#include "tables/byte_input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace maerkbar::tables {

struct ByteInput::Store {
    int descriptor = -1;
    std::string bytes;

    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store() {
        if (descriptor >= 0) ::close(descriptor);
    }
};

namespace {

Error cannot_read(const std::filesystem::path& path, int reason) {
    const auto kind = reason == ENOENT ? ErrorKind::not_found : ErrorKind::invalid;
    return {kind,
            "table.cannot_read",
            "The file {file} cannot be read: {reason}.",
            {{"file", path.string()}, {"reason", std::strerror(reason)}}};
}

} // namespace

ByteInput::ByteInput(std::shared_ptr<const Store> store, std::uint64_t size)
    : store_(std::move(store)), end_(size) {}

Result<ByteInput> ByteInput::file(const std::filesystem::path& path) {
    auto store = std::make_shared<Store>();
    store->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (store->descriptor < 0 || ::fstat(store->descriptor, &status) != 0) return cannot_read(path, errno);
    if (S_ISDIR(status.st_mode)) return cannot_read(path, EISDIR);
    if (!S_ISREG(status.st_mode)) return cannot_read(path, ESPIPE);
    return ByteInput(std::move(store), static_cast<std::uint64_t>(status.st_size));
}

ByteInput ByteInput::memory(std::string bytes) {
    auto store = std::make_shared<Store>();
    store->bytes = std::move(bytes);
    const auto size = store->bytes.size();
    return ByteInput(std::move(store), size);
}

ByteInput ByteInput::part(std::uint64_t from, std::uint64_t to) const {
    ByteInput out = *this;
    out.end_ = begin_ + std::min(to, size());
    out.begin_ = std::min(begin_ + from, out.end_);
    out.position_ = 0;
    return out;
}

Result<std::size_t> ByteInput::read_at(std::uint64_t offset, char* to, std::size_t capacity) const {
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(capacity, size() - std::min(offset, size())));
    if (store_->descriptor < 0) {
        if (wanted > 0) std::memcpy(to, store_->bytes.data() + begin_ + offset, wanted);
        return wanted;
    }
    std::size_t done = 0;
    while (done < wanted) {
        const auto got =
            ::pread(store_->descriptor, to + done, wanted - done, static_cast<off_t>(begin_ + offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannot_read("", errno);
        if (got == 0) break; // the file became shorter meanwhile
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Result<std::size_t> ByteInput::read(char* to, std::size_t capacity) {
    const auto got = TRY(read_at(position_, to, capacity));
    position_ += got;
    return got;
}

Result<std::string> ByteInput::front(std::size_t count) const {
    std::string out(static_cast<std::size_t>(std::min<std::uint64_t>(count, size())), '\0');
    out.resize(TRY(read_at(0, out.data(), out.size())));
    return out;
}

} // namespace maerkbar::tables
