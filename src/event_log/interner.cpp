#include "event_log/interner.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace maerkbar::event_log {

namespace {

constexpr std::size_t first_slots = 256;
constexpr std::size_t short_text = 16;
constexpr std::size_t block_bytes = std::size_t{256} << 10;

std::uint64_t load8(const char* from) {
    std::uint64_t out = 0;
    std::memcpy(&out, from, sizeof out);
    return out;
}

std::uint64_t load4(const char* from) {
    std::uint32_t out = 0;
    std::memcpy(&out, from, sizeof out);
    return out;
}

// 64 × 64 bits to 128, folded: the mixing step of wyhash (Wang Yi, public domain).
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

constexpr std::uint64_t salt_1 = 0xa0761d6478bd642fULL;
constexpr std::uint64_t salt_2 = 0xe7037ed1a0b428dbULL;

std::uint64_t long_hash(std::string_view text) {
    std::uint64_t hash = salt_1;
    std::size_t at = 0;
    for (; at + 8 < text.size(); at += 8)
        hash = mix(hash ^ load8(text.data() + at), salt_2);
    return mix(hash ^ load8(text.data() + text.size() - 8), salt_2);
}

} // namespace

Interner::Interner() : slots_(first_slots), mask_(first_slots - 1) {}

// Two loads that may overlap tell short texts of the same size apart exactly.
Interner::Key Interner::key_of(std::string_view text) {
    Key key;
    const auto size = text.size();
    const char* const data = text.data();
    if (size > short_text) {
        key.first = long_hash(text);
        key.last = load8(data + size - 8);
    } else if (size >= 8) {
        key.first = load8(data);
        key.last = load8(data + size - 8);
    } else if (size >= 4) {
        key.first = load4(data);
        key.last = load4(data + size - 4);
    } else if (size > 0) {
        const auto byte = [data](std::size_t at) {
            return std::uint64_t{static_cast<unsigned char>(data[at])};
        };
        key.first = byte(0) | (byte(size / 2) << 8) | (byte(size - 1) << 16);
    }
    key.hash = mix(key.first ^ salt_1, key.last ^ salt_2 ^ (std::uint64_t{size} << 56));
    return key;
}

bool Interner::holds(const Slot& slot, std::string_view text, const Key& key) const {
    if (slot.first != key.first || slot.last != key.last || slot.size != text.size()) return false;
    return text.size() <= short_text || texts_[slot.number] == text;
}

std::size_t Interner::place_of(std::string_view text, const Key& key) const {
    auto place = key.hash & mask_;
    while (slots_[place].number != no_text && !holds(slots_[place], text, key))
        place = (place + 1) & mask_;
    return place;
}

std::optional<TextNumber> Interner::find(std::string_view text) const {
    const auto number = slots_[place_of(text, key_of(text))].number;
    return number == no_text ? std::nullopt : std::optional(number);
}

TextNumber Interner::number_of(std::string_view text, const Key& key) {
    auto place = place_of(text, key);
    if (slots_[place].number != no_text) return slots_[place].number;
    if (texts_.size() * 2 >= slots_.size()) {
        grow();
        place = place_of(text, key);
    }
    const auto number = static_cast<TextNumber>(texts_.size());
    slots_[place] = {key.first, key.last, number, static_cast<std::uint32_t>(text.size())};
    texts_.push_back(keep(text));
    return number;
}

std::string_view Interner::keep(std::string_view text) {
    if (text.size() > block_left_) {
        const auto size = std::max(block_bytes, text.size());
        // Not make_unique, which would write zeros first.
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
        block_place_ = blocks_.back().get();
        block_left_ = size;
    }
    char* const to = block_place_;
    std::copy(text.begin(), text.end(), to);
    block_place_ += text.size();
    block_left_ -= text.size();
    return {to, text.size()};
}

void Interner::grow() {
    const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 4));
    mask_ = slots_.size() - 1;
    for (const auto& slot : old) {
        if (slot.number == no_text) continue;
        auto place = key_of(texts_[slot.number]).hash & mask_;
        while (slots_[place].number != no_text)
            place = (place + 1) & mask_;
        slots_[place] = slot;
    }
}

} // namespace maerkbar::event_log
