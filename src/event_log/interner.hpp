#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace maerkbar::event_log {

// The number of a text in an Interner; texts are numbered from 0 in the order they were first met.
using TextNumber = std::uint32_t;
constexpr TextNumber no_text = UINT32_MAX;

// Numbers texts and keeps one copy of each. An open-addressing table that holds texts of up to 16 bytes in
// its slots, so that finding one again touches one line of memory.
class Interner {
  public:
    Interner();

    // The number of the text, a new one where it was not met before.
    TextNumber number_of(std::string_view text) { return number_of(text, key_of(text)); }
    [[nodiscard]] std::optional<TextNumber> find(std::string_view text) const;
    [[nodiscard]] std::string_view operator[](TextNumber number) const { return texts_[number]; }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }

    // The same in two steps: many keys can be made and their slots asked for from memory before the first is
    // looked up.
    struct Key {
        std::uint64_t first = 0; // the whole text where it is short, else its hash …
        std::uint64_t last = 0;  // … and its last 8 bytes
        std::uint64_t hash = 0;
    };
    [[nodiscard]] static Key key_of(std::string_view text);
    void prefetch(const Key& key) const { __builtin_prefetch(&slots_[key.hash & mask_]); }
    TextNumber number_of(std::string_view text, const Key& key);

  private:
    struct Slot {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        TextNumber number = no_text;
        std::uint32_t size = 0;
    };
    [[nodiscard]] std::size_t place_of(std::string_view text, const Key& key) const;
    [[nodiscard]] bool holds(const Slot& slot, std::string_view text, const Key& key) const;
    [[nodiscard]] std::string_view keep(std::string_view text);
    void grow();

    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
    std::vector<std::string_view> texts_; // into blocks_
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_left_ = 0;
    char* block_place_ = nullptr;
};

} // namespace maerkbar::event_log
