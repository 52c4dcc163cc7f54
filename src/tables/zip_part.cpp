#include "tables/zip_part.hpp"

#include <unzip.h>

#include <algorithm>

namespace maerkbar::tables {

namespace {

constexpr std::uint64_t most_parts = 10000;
constexpr std::uint64_t ratio_applies_from = std::uint64_t{1} << 20;
constexpr unsigned encrypted_flag = 1;

// What minizip reads through: an input with a position.
struct Stream {
    ByteInput input;
    std::uint64_t position = 0;
};

Stream& stream_of(voidpf stream) {
    return *static_cast<Stream*>(stream);
}

voidpf open_stream(voidpf opaque, const void* /*name*/, int /*mode*/) {
    return opaque;
}

uLong read_stream(voidpf /*opaque*/, voidpf stream, void* to, uLong size) {
    auto& from = stream_of(stream);
    const auto got = from.input.read_at(from.position, static_cast<char*>(to), size);
    if (!got.ok()) return 0;
    from.position += *got;
    return *got;
}

uLong refuse_write(voidpf /*opaque*/, voidpf /*stream*/, const void* /*from*/, uLong /*size*/) {
    return 0;
}

ZPOS64_T tell_stream(voidpf /*opaque*/, voidpf stream) {
    return stream_of(stream).position;
}

long seek_stream(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
    auto& in = stream_of(stream);
    const auto base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                      : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.position
                                                         : in.input.size();
    if (base + offset < base || base + offset > in.input.size()) return -1;
    in.position = base + offset;
    return 0;
}

int nothing(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

Error damaged(std::string_view name) {
    return {ErrorKind::invalid,
            "table.damaged",
            "The spreadsheet is damaged ({part}). Open it in Excel and save it again.",
            {{"part", std::string(name)}}};
}

Error too_big(std::string_view name) {
    return {ErrorKind::too_large,
            "table.unpacks_too_big",
            "The spreadsheet unpacks to far more than a table holds ({part}).",
            {{"part", std::string(name)}}};
}

} // namespace

struct ZipPart::Handle {
    Stream stream;
    unzFile file = nullptr;
    std::uint64_t packed_size = 0;

    explicit Handle(ByteInput input) : stream{std::move(input)} {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (file != nullptr) unzClose(file); // closes the current part too
    }
    bool open() {
        zlib_filefunc64_def functions{open_stream, read_stream, refuse_write, tell_stream,
                                      seek_stream, nothing,     nothing,      &stream};
        file = unzOpen2_64("", &functions);
        unz_global_info64 info{};
        return file != nullptr && unzGetGlobalInfo64(file, &info) == UNZ_OK &&
               info.number_entry <= most_parts;
    }
};

ZipPart::ZipPart(std::unique_ptr<Handle> handle, std::string name, const ReadLimits& limits)
    : handle_(std::move(handle)), name_(std::move(name)), limits_(limits) {}
ZipPart::ZipPart(ZipPart&&) noexcept = default;
ZipPart& ZipPart::operator=(ZipPart&&) noexcept = default;
ZipPart::~ZipPart() = default;

Result<ZipPart> ZipPart::open(const ByteInput& archive, std::string_view name, const ReadLimits& limits) {
    constexpr int ignore_case = 2;
    std::string part(name);
    auto handle = std::make_unique<Handle>(archive);
    if (!handle->open()) return damaged("zip");
    if (unzLocateFile(handle->file, part.c_str(), ignore_case) != UNZ_OK)
        return Error{
            ErrorKind::not_found, "table.no_part", "The spreadsheet has no part {part}.", {{"part", part}}};
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(handle->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
        return damaged(part);
    if ((info.flag & encrypted_flag) != 0)
        return Error{
            ErrorKind::invalid, "table.password", "The spreadsheet has a password. Save it without one.", {}};
    if (unzOpenCurrentFile(handle->file) != UNZ_OK) return damaged(part);
    handle->packed_size = std::min<std::uint64_t>(info.compressed_size, archive.size());
    return ZipPart(std::move(handle), std::move(part), limits);
}

Result<std::size_t> ZipPart::read(char* to, std::size_t capacity) {
    const int got = unzReadCurrentFile(handle_->file, to,
                                       static_cast<unsigned>(std::min<std::size_t>(capacity, 1U << 20)));
    if (got < 0) return damaged(name_);
    if (got == 0) {
        if (unzCloseCurrentFile(handle_->file) != UNZ_OK) return damaged(name_);
        return std::size_t{0};
    }
    unpacked_ += static_cast<unsigned>(got);
    const bool bomb =
        unpacked_ > ratio_applies_from && unpacked_ / limits_.unpacking_ratio > handle_->packed_size;
    if (bomb || unpacked_ > limits_.unpacked_bytes) return too_big(name_);
    return static_cast<std::size_t>(got);
}

bool looks_like_zip(std::string_view front) {
    return front.starts_with("PK\x03\x04") || front.starts_with("PK\x05\x06");
}

} // namespace maerkbar::tables
