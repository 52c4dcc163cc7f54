#include "organisation/audit_words.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "base/period.hpp"
#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "web/json_fields.hpp"

namespace maerkbar::organisation {
namespace {

// Of this module, and of the background work beneath it.
constexpr AuditWord own_words[] = {
    {"api_token.issued", translatable("Made a key for another system")},
    {"api_token.revoked", translatable("Withdrew the key of another system")},
    {"channel.changed", translatable("Changed a channel")},
    {"channel.created", translatable("Added a channel")},
    {"closing_day.added", translatable("Added a day off")},
    {"closing_day.removed", translatable("Removed a day off")},
    {"contact_point.changed", translatable("Changed a contact point")},
    {"contact_point.created", translatable("Added a contact point")},
    {"customer_type.changed", translatable("Changed a customer type")},
    {"customer_type.created", translatable("Added a customer type")},
    {"job.done", translatable("Finished background work")},
    {"job.failed", translatable("Background work failed")},
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
    {"api_token", translatable("Key of another system"), named_in_table<"api_token">},
    {"channel", translatable("Channel"), named_in_table<"catalogue_entry">},
    {"closing_day", translatable("Day off")},
    {"contact_point", translatable("Contact point"), named_in_table<"catalogue_entry">},
    {"customer_type", translatable("Customer type"), named_in_table<"catalogue_entry">},
    {"job", translatable("Background work")},
    {"opening_hours", translatable("Hours")},
    {"person", translatable("Person"), named_in_table<"person">},
    {"place", translatable("Place"), named_in_table<"place">},
    {"service", translatable("Service"), named_in_table<"catalogue_entry">},
    {"tenant", translatable("Municipality")},
    {"unit", translatable("Unit")},
    {"unit_level", translatable("Level"), named_in_table<"unit_level">},
};

constexpr AuditWord way_words[] = {
    {"setup", translatable("At the set-up")},       {"web", translatable("In the browser")},
    {"api", translatable("Over the API")},          {"job", translatable("In the background")},
    {"cli", translatable("From the command line")}, {"citizen", translatable("By a citizen")},
};

// Members of the details that people can read; ids of units become names.
constexpr AuditWord detail_words[] = {
    {"from", translatable("From")},
    {"parent", translatable("Lies beneath")},
    {"into", translatable("Merged into")},
    {"role", translatable("Role")},
    {"unit", translatable("Unit")},
    {"rows", translatable("Rows")},
    {"rows_good", translatable("Good rows")},
    {"rows_left_out", translatable("Rows left out")},
    {"kind", translatable("Kind")},
    {"period", translatable("Period")},
    {"entries", translatable("Entries")},
    {"ended_before", translatable("Ended before")},
    {"answer_days", translatable("An answer is due after")},
    {"keep_months", translatable("Texts are kept after the answer for")},
    {"open_to_citizens", translatable("Citizens may write on a page of their own")},
};

const AuditWord* find(std::span<const AuditWord> words, std::string_view code) {
    const auto found = std::ranges::find(words, code, &AuditWord::code);
    return found == words.end() ? nullptr : &*found;
}

std::string text_of(std::span<const AuditWord> words, std::string_view code, const web::Language& language) {
    const auto* word = find(words, code);
    return word == nullptr ? std::string{code} : language(word->text);
}

std::string unit_text(const Visit& visit, const std::string& id) {
    const auto unit = web::Form(web::Fields{{"x", id}}).id<UnitId>("x");
    return visit.viewer.tree->find(unit) == nullptr ? std::string{} : unit_name(visit, unit);
}

// Hours go by their unit; the usual levels are called by a gettext key.
Result<std::string> name_of_object(const Visit& visit, storage::Connection& connection,
                                   const std::string& type, const std::string& id) {
    const auto tenant = visit.viewer.tenant();
    if (type == "unit") return unit_text(visit, id);
    if (type == "opening_hours")
        return unit_text(
            visit, TRY(name_in_table(connection, tenant, id, "opening_hours", "cast(unit_id as text)")));
    const auto* word = find(own_words, type);
    if (word == nullptr) word = find(visit.services.audit_words, type);
    if (word == nullptr || word->name == nullptr) return std::string{};
    auto name = TRY(word->name(connection, tenant, id, visit.language.code()));
    return type == "unit_level" ? visit.language(name) : name;
}

std::string detail_text(const Visit& visit, std::string_view name, const std::string& value) {
    const auto& language = visit.language;
    if (name == "kind") return audit_text(visit, value);
    if (name == "role")
        if (const auto role = role_named(value)) return role_name(*role, language);
    if (name == "parent" || name == "into" || name == "unit")
        if (auto unit = unit_text(visit, value); !unit.empty()) return unit;
    if (const auto day = Date::parse_iso(value)) return language.date(*day);
    const auto period = name == "period" ? Period::parse(value) : std::nullopt;
    return period ? language.period(*period) : value;
}

} // namespace

std::span<const AuditWord> audit_words() {
    return own_words;
}

Result<std::string> name_in_table(storage::Connection& connection, TenantId tenant, std::string_view id,
                                  std::string_view table, std::string_view column) {
    std::int64_t number = 0;
    if (std::from_chars(id.data(), id.data() + id.size(), number).ptr != id.data() + id.size())
        return std::string{};
    const auto sql =
        "select " + std::string{column} + " from " + std::string{table} + " where tenant_id = ? and id = ?";
    const auto names =
        TRY(connection.all(sql, {tenant, number}, [](const storage::Row& row) { return row.string(0); }));
    return names.empty() ? std::string{} : names.front();
}

std::string audit_text(const Visit& visit, std::string_view code) {
    if (const auto* word = find(own_words, code)) return visit.language(word->text);
    return text_of(visit.services.audit_words, code, visit.language);
}

Result<std::string> audit_object_text(const Visit& visit, storage::Connection& connection,
                                      const std::string& type, const std::string& id) {
    const auto kind = audit_text(visit, type);
    if (id.empty() || type == "tenant") return kind;
    if (const auto day = Date::parse_iso(id)) return kind + ": " + visit.language.date(*day);
    const auto name = TRY(name_of_object(visit, connection, type, id));
    return name.empty() ? kind + " " + id : kind + ": " + name;
}

std::string audit_way_text(std::string_view via, const web::Language& language) {
    return text_of(way_words, via, language);
}

std::string audit_details_text(const Visit& visit, std::string_view details) {
    const auto fields = web::fields_of_json(details);
    if (!fields.ok()) return std::string{details};
    std::string text;
    for (const auto& [name, value] : *fields)
        text += (text.empty() ? "" : "; ") + text_of(detail_words, name, visit.language) + ": " +
                detail_text(visit, name, value);
    return text;
}

} // namespace maerkbar::organisation
