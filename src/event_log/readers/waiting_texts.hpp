#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "event_log/interner.hpp"

namespace maerkbar::event_log {

// A few texts on their way to an Interner. The slot of each is asked for from memory when it comes and looked
// at when all are there: where every row names another case than the row before, numbering would otherwise
// wait for memory at each of them.
class WaitingTexts {
  public:
    struct Text {
        std::size_t line = 0;
        Interner::Key key;
        std::size_t begin = 0; // in the bytes
        std::size_t size = 0;
    };

    void add(std::size_t line, std::string_view text, const Interner& interner) {
        const auto key = Interner::key_of(text);
        interner.prefetch(key);
        texts_[count_++] = {line, key, bytes_.size(), text.size()};
        bytes_ += text;
    }
    [[nodiscard]] bool full() const { return count_ == texts_.size() || bytes_.size() >= most_bytes; }
    // In the order they came.
    [[nodiscard]] std::span<const Text> all() const { return std::span(texts_).first(count_); }
    [[nodiscard]] std::string_view operator[](const Text& text) const {
        return std::string_view(bytes_).substr(text.begin, text.size);
    }
    void clear() {
        count_ = 0;
        bytes_.clear();
    }

  private:
    static constexpr std::size_t most_bytes = 4096; // texts of megabytes are not gathered

    std::array<Text, 32> texts_;
    std::size_t count_ = 0;
    std::string bytes_; // cells live only as long as their row
};

} // namespace maerkbar::event_log
