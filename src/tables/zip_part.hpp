#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "tables/byte_input.hpp"
#include "tables/detection.hpp"

namespace maerkbar::tables {

// One file inside a zip, unpacked from front to back and held to the limits while it is: what the archive
// says about its own sizes is not believed.
class ZipPart {
  public:
    // not_found where the archive has no such part; names are compared without regard to case, as Office
    // does.
    static Result<ZipPart> open(const ByteInput& archive, std::string_view name, const ReadLimits& limits);
    ZipPart(ZipPart&&) noexcept;
    ZipPart& operator=(ZipPart&&) noexcept;
    ~ZipPart();

    // 0 at the end, after the checksum was found right.
    Result<std::size_t> read(char* to, std::size_t capacity);
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    struct Handle;
    ZipPart(std::unique_ptr<Handle> handle, std::string name, const ReadLimits& limits);

    std::unique_ptr<Handle> handle_;
    std::string name_;
    ReadLimits limits_;
    std::uint64_t unpacked_ = 0;
};

[[nodiscard]] bool looks_like_zip(std::string_view front);

} // namespace maerkbar::tables
