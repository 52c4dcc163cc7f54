#include "sources/surveys/follow_ups/contact_store.hpp"

#include <algorithm>

#include "actions/store.hpp"
#include "base/local_time.hpp"
#include "base/period.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/secrets.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::surveys::follow_ups {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select id, unit_id, sealed, action_id from survey_contact_wish where tenant_id = ?";
constexpr char between = '\n'; // no line break can stand in the first part

Wish wish_of(const Row& row) {
    Wish wish{row.string(0), row.id<UnitId>(1), row.string(2)};
    wish.action.value = row.optional_integer(3).value_or(0);
    return wish;
}

// Then only a later day's run comes upon the wish.
Result<bool> day_has_run(Connection& connection, TenantId tenant, Date day) {
    return TRY(connection.number("select count(*) from job where tenant_id = ? and kind = ? and payload = ? "
                                 "and state = 'done'",
                                 {tenant, day_kind, day.iso()})) > 0;
}

Result<bool> leads(Connection& connection, PersonId person, TenantId tenant, UnitId unit) {
    const auto roles = TRY(organisation::roles_of(connection, tenant, person));
    return std::ranges::find(roles, organisation::RoleOnUnit{unit, organisation::Role::leader}) !=
           roles.end();
}

} // namespace

std::string sealed_contact(const messages::Seal& seal, const Contact& contact) {
    return seal.close(contact.reach + between + contact.about);
}

std::optional<Contact> opened_contact(const messages::Seal& seal, std::string_view sealed) {
    const auto plain = seal.open(sealed);
    if (!plain) return std::nullopt;
    const auto end = std::min(plain->find(between), plain->size());
    return Contact{plain->substr(0, end), plain->substr(std::min(end + 1, plain->size()))};
}

Result<void> store_wish(Transaction& transaction, TenantId tenant, UnitId unit, const Contact& contact,
                        const messages::Seal& seal) {
    if (contact.reach.empty() || contact.reach.find(between) != std::string::npos)
        return Error{ErrorKind::invalid,
                     "contact.reach",
                     translatable("Write a telephone number or an e-mail address."),
                     {},
                     "reach"};
    transaction.without_audit("a wish to be contacted leaves no trace of when it came");
    const Contact kept{tables::mask_personal_numbers(contact.reach),
                       tables::mask_personal_numbers(contact.about)};
    const auto today = local_day(transaction.now());
    const auto week = Period::containing(PeriodKind::week, today).first.days;
    const bool fresh = !TRY(day_has_run(transaction.connection(), tenant, today));
    TRY(transaction.connection().execute(
        "insert into survey_contact_wish (tenant_id, id, unit_id, week, sealed, fresh) values (?, ?, ?, ?, "
        "?, ?)",
        {tenant, new_submission_id(), unit, week, sealed_contact(seal, kept), fresh}));
    return {};
}

Result<std::vector<Wish>> wishes_to_open(Transaction& transaction) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    auto wishes = TRY(connection.all(
        std::string(columns) + " and action_id is null and fresh = 0 order by id", {tenant}, wish_of));
    TRY(connection.execute("update survey_contact_wish set fresh = 0 where tenant_id = ? and fresh = 1",
                           {tenant}));
    return wishes;
}

Result<void> set_action(Transaction& transaction, std::string_view wish, actions::ActionId action) {
    TRY(transaction.connection().execute(
        "update survey_contact_wish set action_id = ? where tenant_id = ? and id = ?",
        {action, transaction.actor().tenant, std::string(wish)}));
    return {};
}

Result<Wish> read_wish(Connection& connection, TenantId tenant, std::string_view id) {
    auto found =
        TRY(connection.first(std::string(columns) + " and id = ?", {tenant, std::string(id)}, wish_of));
    if (!found)
        return Error{
            ErrorKind::not_found, "contact.unknown",
            translatable("There is nothing here any more. What was written is deleted when its action has "
                         "ended.")};
    return std::move(*found);
}

Result<std::int64_t> delete_settled_wishes(Transaction& transaction, TenantId tenant) {
    return transaction.connection().execute(
        "delete from survey_contact_wish where tenant_id = ? and action_id in (select id from action where "
        "tenant_id = ? and status in ('done', 'dropped'))",
        {tenant, tenant});
}

Result<std::optional<PersonId>> owner_of_wish(Connection& connection, const Opener& opener,
                                              const Wish& wish) {
    const auto tenant = opener.actor.tenant;
    const auto owners =
        TRY(actions::possible_owners(connection, tenant, opener.tree, wish.unit, opener.today));
    auto units = opener.tree.ancestors_now(wish.unit, opener.today);
    units.insert(units.begin(), wish.unit);
    for (const auto unit : units)
        for (const auto& owner : owners)
            if (TRY(leads(connection, owner.person, tenant, unit))) return std::optional(owner.person);
    return owners.empty() ? std::nullopt : std::optional(owners.front().person);
}

} // namespace maerkbar::surveys::follow_ups
