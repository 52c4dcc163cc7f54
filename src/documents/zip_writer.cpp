#include "documents/zip_writer.hpp"

#include <zip.h>

#include <algorithm>

namespace maerkbar::documents {

namespace {

// What minizip writes through: bytes with a position.
struct Target {
    std::string bytes;
    std::size_t position = 0;
};

Target& target_of(voidpf stream) {
    return *static_cast<Target*>(stream);
}

voidpf open_target(voidpf opaque, const void* /*name*/, int /*mode*/) {
    return opaque;
}

uLong refuse_read(voidpf /*opaque*/, voidpf /*stream*/, void* /*to*/, uLong /*size*/) {
    return 0;
}

uLong write_target(voidpf /*opaque*/, voidpf stream, const void* from, uLong size) {
    auto& target = target_of(stream);
    target.bytes.resize(std::max(target.bytes.size(), target.position + size));
    std::copy_n(static_cast<const char*>(from), size, target.bytes.data() + target.position);
    target.position += size;
    return size;
}

ZPOS64_T tell_target(voidpf /*opaque*/, voidpf stream) {
    return target_of(stream).position;
}

// minizip goes back to write sizes into headers, and to the end again.
long seek_target(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
    auto& target = target_of(stream);
    const auto base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                      : origin == ZLIB_FILEFUNC_SEEK_CUR ? target.position
                                                         : target.bytes.size();
    if (base + offset > target.bytes.size()) return -1;
    target.position = base + offset;
    return 0;
}

int nothing(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

bool add(zipFile file, const ZipEntry& entry) {
    zip_fileinfo info{};
    info.dosDate = 1u << 21 | 1u << 16; // 1980-01-01
    const std::string name(entry.name);
    const int method = entry.packed ? Z_DEFLATED : 0;
    return zipOpenNewFileInZip(file, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, method,
                               Z_DEFAULT_COMPRESSION) == ZIP_OK &&
           zipWriteInFileInZip(file, entry.content.data(), static_cast<unsigned>(entry.content.size())) ==
               ZIP_OK &&
           zipCloseFileInZip(file) == ZIP_OK;
}

} // namespace

Result<std::string> write_zip(const std::vector<ZipEntry>& entries) {
    Target target;
    zlib_filefunc64_def functions{open_target, refuse_read, write_target, tell_target,
                                  seek_target, nothing,     nothing,      &target};
    auto* file = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    const bool added = file != nullptr &&
                       std::ranges::all_of(entries, [&](const ZipEntry& entry) { return add(file, entry); });
    const bool closed = file != nullptr && zipClose(file, nullptr) == ZIP_OK;
    if (added && closed) return std::move(target.bytes);
    return Error{ErrorKind::internal, "documents.not_packed", "The document could not be packed."};
}

} // namespace maerkbar::documents
