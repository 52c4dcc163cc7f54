#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::panels {

using PanelId = StrongId<struct PanelTag>;

enum class Kind {
    panel,    // a group of users that meets again and again
    meeting,  // a dialogue meeting
    survey,   // what came out of a survey
    feedback, // praise, complaints and suggestions
};
inline constexpr Kind all_kinds[] = {Kind::panel, Kind::meeting, Kind::survey, Kind::feedback};
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

// What people fill in.
struct PanelFields {
    UnitId unit;
    Kind kind = Kind::panel;
    Date held_on;
    std::string took_part = {};              // roles: "six citizens, two relatives, the leader"
    std::optional<std::int64_t> people = {}; // how many
    std::string said = {};
    std::string done = {}; // what was changed; empty: nothing yet
    bool operator==(const PanelFields&) const = default;
};

struct Panel {
    PanelId id;
    PanelFields fields;
    std::optional<Date> public_since = {};
    std::int64_t version = 1;
};

} // namespace maerkbar::panels
