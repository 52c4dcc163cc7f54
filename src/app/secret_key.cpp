#include "app/secret_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "base/translatable.hpp"

namespace maerkbar::app {

namespace {

Error unusable(const std::filesystem::path& file) {
    return {ErrorKind::unavailable,
            "app.secret_key",
            translatable("The key file {file} cannot be read or written. It must belong to the account that "
                         "runs the program. "
                         "Put back the copy you kept of it if it was lost."),
            {{"file", file.string()}}};
}

// Written beside and linked into place: it is there whole or not at all, and never overwritten.
bool make_key(const std::filesystem::path& file) {
    sources::SecretKey key{};
    randombytes_buf(key.data(), key.size());
    const auto beside = file.string() + "." + std::to_string(::getpid());
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    const bool written = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    const bool linked = written && (::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST);
    ::unlink(beside.c_str());
    return linked;
}

bool read_key(const std::filesystem::path& file, sources::SecretKey& key) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool whole = ::read(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size());
    ::close(descriptor);
    return whole;
}

} // namespace

Result<sources::SecretKey> load_secret_key(const std::filesystem::path& folder) {
    const auto file = folder / "secret.key";
    if (sodium_init() < 0 || (!std::filesystem::exists(file) && !make_key(file))) return unusable(file);
    sources::SecretKey key{};
    if (!read_key(file, key)) return unusable(file);
    return key;
}

} // namespace maerkbar::app
