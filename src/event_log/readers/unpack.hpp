#pragma once

#include <memory>

#include "base/result.hpp"
#include "tables/byte_input.hpp"

namespace maerkbar::event_log {

// Whether the bytes begin as a file packed with gzip does.
[[nodiscard]] bool is_packed(std::string_view front);

// The content of a gzip file, of one or several members, from front to back: holds some 300 KiB, whatever the
// file unpacks to.
class Unpacker {
  public:
    explicit Unpacker(tables::ByteInput packed);
    Unpacker(Unpacker&&) noexcept;
    ~Unpacker();

    // Fills as much as there is, up to `capacity`; fewer only at the end. invalid: the file is damaged or cut
    // off.
    [[nodiscard]] Result<std::size_t> read(char* to, std::size_t capacity);
    // How many bytes of the packed file were needed so far.
    [[nodiscard]] std::uint64_t taken() const;

  private:
    class Stream;
    std::unique_ptr<Stream> stream_;
};

} // namespace maerkbar::event_log
