#pragma once

#include <optional>
#include <string>

#include "event_log/readers/unpack.hpp"

namespace maerkbar::event_log {

// The bytes of a log from front to back, unpacked on the way where the file is packed.
class LogInput {
  public:
    // The bytes as they are.
    LogInput(tables::ByteInput bytes) : file_(std::move(bytes)) {}
    // Unpacked where they begin as a gzip file does.
    [[nodiscard]] static Result<LogInput> opened(tables::ByteInput bytes);

    // From its front again, whatever was read of this one.
    [[nodiscard]] LogInput again() const;
    // Fills as much as there is, up to `capacity`; fewer only at the end. invalid: the packed file is
    // damaged.
    [[nodiscard]] Result<std::size_t> read(char* to, std::size_t capacity);
    // The first bytes, at most `count`, from the front.
    [[nodiscard]] Result<std::string> front(std::size_t count) const;
    // All of it in memory. too_large: a packed file that holds more than 4 GiB.
    [[nodiscard]] Result<std::string> whole() const;

    // Where bytes can be read in any order; null for a packed file.
    [[nodiscard]] const tables::ByteInput* seekable() const { return unpacker_ ? nullptr : &file_; }
    // The size of the file, and how much of it was needed so far.
    [[nodiscard]] std::uint64_t file_size() const { return file_.size(); }
    [[nodiscard]] std::uint64_t taken() const { return unpacker_ ? unpacker_->taken() : taken_; }

  private:
    tables::ByteInput file_;
    std::optional<Unpacker> unpacker_;
    std::uint64_t taken_ = 0;
};

} // namespace maerkbar::event_log
