#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"

namespace maerkbar::tables {

// The bytes of a file or of memory, or a part of them, read from front to back. Copies share the file but not
// the position, so each thread may have its own.
class ByteInput {
  public:
    static Result<ByteInput> file(const std::filesystem::path& path);
    static ByteInput memory(std::string bytes);

    [[nodiscard]] std::uint64_t size() const { return end_ - begin_; }
    // Bytes [from, to) of this input, to be read from its front.
    [[nodiscard]] ByteInput part(std::uint64_t from, std::uint64_t to) const;
    [[nodiscard]] ByteInput from(std::uint64_t start) const { return part(start, size()); }

    // Fills as much as there is, up to `capacity`; fewer only at the end.
    Result<std::size_t> read(char* to, std::size_t capacity);
    Result<std::size_t> read_at(std::uint64_t offset, char* to, std::size_t capacity) const;
    // The first bytes, at most `count`.
    [[nodiscard]] Result<std::string> front(std::size_t count) const;

  private:
    struct Store;
    explicit ByteInput(std::shared_ptr<const Store> store, std::uint64_t size);

    std::shared_ptr<const Store> store_;
    std::uint64_t begin_ = 0;
    std::uint64_t end_ = 0;
    std::uint64_t position_ = 0; // from begin_
};

} // namespace maerkbar::tables
