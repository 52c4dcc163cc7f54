#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace maerkbar {

// A number that only means one kind of thing: `using UnitId = StrongId<struct UnitTag>;`
// 0 is no id; ids from the database start at 1.
template <typename Tag>
struct StrongId {
    std::int64_t value = 0;
    constexpr StrongId() = default;
    constexpr explicit StrongId(std::int64_t number) : value(number) {}
    constexpr explicit operator bool() const { return value != 0; }
    auto operator<=>(const StrongId&) const = default;
};

// The municipality (or other customer) that a row belongs to; leads every primary key.
using TenantId = StrongId<struct TenantTag>;
using PersonId = StrongId<struct PersonTag>;
using UnitId = StrongId<struct UnitTag>;
using IndicatorId = StrongId<struct IndicatorTag>;

} // namespace maerkbar

template <typename Tag>
struct std::hash<maerkbar::StrongId<Tag>> {
    std::size_t operator()(maerkbar::StrongId<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
