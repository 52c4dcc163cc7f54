#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::actions {

using ActionId = StrongId<struct ActionTag>;

enum class Status { open, running, done, dropped };
inline constexpr Status all_statuses[] = {Status::open, Status::running, Status::done, Status::dropped};
[[nodiscard]] std::string_view name_of(Status status);
[[nodiscard]] std::optional<Status> status_named(std::string_view name);

// What an action came out of; empty for one written by hand.
struct Origin {
    std::string kind = {}; // "assessment"
    std::int64_t id = 0;   // of the round
    std::string text = {}; // the finding in words
    std::string path = {}; // the page of the round
    bool operator==(const Origin&) const = default;
};

// What people fill in.
struct ActionFields {
    UnitId unit;
    std::string title;
    std::string detail = {};
    PersonId owner;
    Date due;
    Status status = Status::open;
    std::string outcome = {};   // what came of it, or why it was dropped
    IndicatorId indicator = {}; // the one it should move; 0: none
    bool operator==(const ActionFields&) const = default;
};

struct Action {
    ActionId id;
    ActionFields fields;
    std::string owner_name = {};
    Origin origin = {};
    Instant created = {};
    std::optional<Date> ended_on = {};
    std::int64_t version = 1;

    [[nodiscard]] bool ended() const {
        return fields.status == Status::done || fields.status == Status::dropped;
    }
    [[nodiscard]] bool overdue(Date today) const { return !ended() && fields.due < today; }
};

} // namespace maerkbar::actions
