#include "organisation/audit_words.hpp"

#include <algorithm>
#include <span>

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

struct Word {
    std::string_view code;
    const char* text;
};

constexpr Word actions[] = {
    {"api_token.issued", translatable("Gave a system access")},
    {"api_token.revoked", translatable("Withdrew a system's access")},
    {"channel.changed", translatable("Changed a channel")},
    {"channel.created", translatable("Added a channel")},
    {"closing_day.added", translatable("Added a day off")},
    {"closing_day.removed", translatable("Removed a day off")},
    {"contact_point.changed", translatable("Changed a contact point")},
    {"contact_point.created", translatable("Added a contact point")},
    {"customer_type.changed", translatable("Changed a customer type")},
    {"customer_type.created", translatable("Added a customer type")},
    {"opening_hours.created", translatable("Added hours")},
    {"opening_hours.ended", translatable("Ended hours")},
    {"person.changed", translatable("Changed a person")},
    {"person.code_issued", translatable("Issued a one-time code")},
    {"person.created", translatable("Added a person")},
    {"person.locked", translatable("Locked a person out")},
    {"person.password_changed", translatable("Changed a password")},
    {"person.role_given", translatable("Gave a role")},
    {"person.role_taken", translatable("Took a role away")},
    {"person.unlocked", translatable("Let a person in again")},
    {"place.changed", translatable("Changed a place")},
    {"place.created", translatable("Added a place")},
    {"service.changed", translatable("Changed a service")},
    {"service.created", translatable("Added a service")},
    {"session.ended", translatable("Ended a session")},
    {"sign_in.delayed", translatable("Was delayed after wrong passwords")},
    {"sign_in.succeeded", translatable("Signed in")},
    {"tenant.changed", translatable("Changed the municipality")},
    {"tenant.created", translatable("Set up the municipality")},
    {"unit.closed", translatable("Closed a unit")},
    {"unit.corrected", translatable("Corrected a unit")},
    {"unit.created", translatable("Opened a unit")},
    {"unit.imported", translatable("Imported units")},
    {"unit.merged", translatable("Merged a unit into another")},
    {"unit.moved", translatable("Moved a unit")},
    {"unit_level.changed", translatable("Changed a level")},
    {"unit_level.created", translatable("Added a level")},
    {"unit_level.removed", translatable("Removed a level")},
    {"unit.renamed", translatable("Renamed a unit")},
    {"unit.reopened", translatable("Took back the closing of a unit")},
};

constexpr Word objects[] = {
    {"api_token", translatable("Access for a system")},
    {"channel", translatable("Channel")},
    {"closing_day", translatable("Day off")},
    {"contact_point", translatable("Contact point")},
    {"customer_type", translatable("Customer type")},
    {"opening_hours", translatable("Hours")},
    {"person", translatable("Person")},
    {"place", translatable("Place")},
    {"service", translatable("Service")},
    {"tenant", translatable("Municipality")},
    {"unit", translatable("Unit")},
    {"unit_level", translatable("Level")},
};

std::string text_of(std::span<const Word> all, std::string_view code, const web::Language& language) {
    const auto found = std::ranges::find(all, code, &Word::code);
    return found == all.end() ? std::string{code} : language(found->text);
}

} // namespace

std::string action_text(std::string_view action, const web::Language& language) {
    return text_of(actions, action, language);
}

std::string object_text(std::string_view type, const web::Language& language) {
    return text_of(objects, type, language);
}

} // namespace maerkbar::organisation
