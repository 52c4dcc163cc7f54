#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strong_id.hpp"
#include "organisation/validity.hpp"

namespace maerkbar::organisation {

using LevelId = StrongId<struct UnitLevelTag>;

// Whose register a code of a unit comes from.
enum class CodeKind { own, os2mo, sor, organisation };
inline constexpr CodeKind code_kinds[] = {CodeKind::own, CodeKind::os2mo, CodeKind::sor,
                                          CodeKind::organisation};
[[nodiscard]] std::string_view name_of(CodeKind kind); // "own", "os2mo", "sor", "organisation"
[[nodiscard]] std::optional<CodeKind> code_kind(std::string_view name);

struct UnitCode {
    CodeKind kind = CodeKind::own;
    std::string value;
    auto operator<=>(const UnitCode&) const = default;
};

struct NameSpan {
    Validity valid;
    std::string name;
    auto operator<=>(const NameSpan&) const = default;
};

struct ParentSpan {
    Validity valid;
    UnitId parent;
    auto operator<=>(const ParentSpan&) const = default;
};

// One unit with its whole history. `names` tile `valid` without gaps or overlaps, in order of time; so do
// `parents`, except for the root, which has none.
struct Unit {
    UnitId id;
    LevelId level;
    Validity valid;
    std::vector<NameSpan> names = {};
    std::vector<ParentSpan> parents = {};
    std::vector<UnitCode> codes = {};
    // The unit this one was merged into when it closed.
    UnitId successor = {};
    std::int64_t version = 1; // as stored: counts its changes

    bool operator==(const Unit&) const = default;
    // The name on that day; before the unit opened its first name, after it closed its last.
    [[nodiscard]] std::string_view name(Date day) const;
    // The parent on that day; no value for the root and on days when the unit is not open.
    [[nodiscard]] std::optional<UnitId> parent(Date day) const;
    // The code of that register, or an empty text.
    [[nodiscard]] std::string_view code(CodeKind kind) const;
};

} // namespace maerkbar::organisation
