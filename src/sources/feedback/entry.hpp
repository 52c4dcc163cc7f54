#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/strong_id.hpp"
#include "organisation/catalogue.hpp"

namespace maerkbar::feedback {

using EntryId = StrongId<struct FeedbackEntryTag>;
using organisation::CatalogueId;

enum class Kind { praise, complaint, suggestion };
inline constexpr Kind all_kinds[] = {Kind::complaint, Kind::praise, Kind::suggestion};
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

// Whether the citizen was right; no_answer ends an entry whose citizen wanted no answer.
enum class Outcome { upheld, partly, not_upheld, no_answer };
inline constexpr Outcome all_outcomes[] = {Outcome::upheld, Outcome::partly, Outcome::not_upheld,
                                           Outcome::no_answer};
[[nodiscard]] std::string_view name_of(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcome_named(std::string_view name);

// Follows from the entry: nobody has it yet, somebody has it, it is ended.
enum class Status { received, under_way, ended };
[[nodiscard]] std::string_view name_of(Status status);

// Where it happened and how it came; 0: not said.
struct Place {
    UnitId unit;
    CatalogueId service = {};
    CatalogueId channel = {};
    CatalogueId contact_point = {};
    bool operator==(const Place&) const = default;
};

// What people fill in.
struct EntryFields {
    Kind kind = Kind::complaint;
    Date received_on;
    Place place;
    std::string text; // stored masked
    bool answer_wanted = true;
    PersonId responsible = {}; // 0: nobody yet
    bool operator==(const EntryFields&) const = default;
};

struct Entry {
    EntryId id;
    EntryFields fields;
    std::string responsible_name = {};
    std::optional<Date> due_on = {}; // none where no answer is wanted
    std::optional<Outcome> outcome = {};
    std::string done = {}; // what was done; the citizen reads it too
    std::optional<Date> answered_on = {};
    bool from_citizen = false;
    bool citizen_waits = false; // has written again, or asked for contact, since anybody looked after it
    std::int64_t version = 1;

    [[nodiscard]] Status status() const;
    [[nodiscard]] bool overdue(Date today) const { return !answered_on && due_on && *due_on < today; }
    // Whether the deadline was kept; none where there is none, or where it can still be kept.
    [[nodiscard]] std::optional<bool> in_time(Date today) const;
};

} // namespace maerkbar::feedback
