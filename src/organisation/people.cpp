#include "organisation/people.hpp"

#include <algorithm>

#include "base/json_writer.hpp"
#include "organisation/sessions.hpp"
#include "organisation/sign_in_rules.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::size_t longest_name = 200;

Error unknown_person() {
    return {ErrorKind::not_found, "organisation.unknown_person", "There is no such person."};
}

Result<void> check_name(std::string_view name) {
    if (!folded(name).empty() && name.size() <= longest_name) return {};
    return Error{ErrorKind::invalid,
                 "organisation.person_name",
                 "Give the person a name of at most 200 characters.",
                 {},
                 "name"};
}

Result<void> check(const PersonFields& fields) {
    TRY(check_login(fields.login));
    return check_name(fields.name);
}

Result<void> check_free(storage::Connection& connection, TenantId tenant, std::string_view login,
                        PersonId own) {
    const auto holder = TRY(person_with_login(connection, tenant, login));
    if (!holder || *holder == own) return {};
    return Error{ErrorKind::conflict,
                 "organisation.login_taken",
                 "The user name {login} is taken. Choose another.",
                 {{"login", std::string{login}}},
                 "login"};
}

Result<void> audit(storage::Transaction& transaction, std::string_view action, PersonId person,
                   std::string details = "{}", TenantId tenant = {}) {
    return transaction.audit(
        {std::string{action}, "person", std::to_string(person.value), std::move(details), tenant});
}

std::string role_details(const RoleOnUnit& role) {
    JsonWriter json;
    json.begin_object().member("unit", role.unit).member("role", name_of(role.role)).end_object();
    return std::move(json).text();
}

// Somebody who can sign in must keep the administrator's role on the topmost unit.
Result<void> check_administrator_left(storage::Connection& connection, TenantId tenant) {
    const auto left = TRY(connection.number(
        "select count(*) from person p join person_role r on r.tenant_id = p.tenant_id and r.person_id = "
        "p.id "
        "where p.tenant_id = ? and p.locked = 0 and r.role = 'administrator' and not exists "
        "(select 1 from unit_parent u where u.tenant_id = r.tenant_id and u.unit_id = r.unit_id)",
        {tenant}));
    if (left > 0) return {};
    return Error{
        ErrorKind::conflict, "organisation.last_administrator",
        "This is the last administrator of the whole municipality. Make somebody else administrator first."};
}

} // namespace

Result<PersonId> add_person(storage::Transaction& transaction, TenantId tenant, const PersonFields& fields) {
    TRY(check(fields));
    TRY(check_free(transaction.connection(), tenant, fields.login, {}));
    const auto id = TRY(transaction.next_id<PersonId>(tenant, "person"));
    TRY(transaction.connection().execute(
        "insert into person (tenant_id, id, login, name, email, language, created_at) values (?, ?, ?, ?, ?, "
        "?, ?)",
        {tenant, id, fields.login, fields.name, fields.email, fields.language, transaction.now()}));
    TRY(audit(transaction, "person.created", id, "{}", tenant));
    return id;
}

Result<void> save_person(storage::Transaction& transaction, PersonId person, const PersonFields& fields) {
    const auto tenant = transaction.actor().tenant;
    TRY(check(fields));
    TRY(check_free(transaction.connection(), tenant, fields.login, person));
    const auto changed = TRY(transaction.connection().execute(
        "update person set login = ?, name = ?, email = ?, language = ?, version = version + 1 "
        "where tenant_id = ? and id = ?",
        {fields.login, fields.name, fields.email, fields.language, tenant, person}));
    if (changed == 0) return unknown_person();
    return audit(transaction, "person.changed", person);
}

Result<void> save_own(storage::Transaction& transaction, PersonId person, std::string_view name,
                      std::string_view language) {
    TRY(check_name(name));
    TRY(transaction.connection().execute(
        "update person set name = ?, language = ?, version = version + 1 where tenant_id = ? and id = ?",
        {name, language, transaction.actor().tenant, person}));
    return audit(transaction, "person.changed", person);
}

Result<void> set_locked(storage::Transaction& transaction, PersonId person, bool locked) {
    const auto tenant = transaction.actor().tenant;
    const auto changed = TRY(transaction.connection().execute(
        "update person set locked = ?, failures = 0, version = version + 1 where tenant_id = ? and id = ?",
        {locked ? 1 : 0, tenant, person}));
    if (changed == 0) return unknown_person();
    if (locked) TRY(check_administrator_left(transaction.connection(), tenant));
    if (locked) TRY(end_sessions(transaction, tenant, person));
    return audit(transaction, locked ? "person.locked" : "person.unlocked", person);
}

Result<void> give_role(storage::Transaction& transaction, TenantId tenant, PersonId person, RoleOnUnit role) {
    TRY(
        transaction.connection().execute("insert into person_role (tenant_id, person_id, unit_id, role) "
                                         "values (?, ?, ?, ?) on conflict do nothing",
                                         {tenant, person, role.unit, name_of(role.role)}));
    TRY(end_sessions(transaction, tenant, person));
    return audit(transaction, "person.role_given", person, role_details(role), tenant);
}

Result<void> take_role(storage::Transaction& transaction, PersonId person, RoleOnUnit role) {
    const auto tenant = transaction.actor().tenant;
    TRY(transaction.connection().execute(
        "delete from person_role where tenant_id = ? and person_id = ? and unit_id = ? and role = ?",
        {tenant, person, role.unit, name_of(role.role)}));
    TRY(check_administrator_left(transaction.connection(), tenant));
    TRY(end_sessions(transaction, tenant, person));
    return audit(transaction, "person.role_taken", person, role_details(role));
}

} // namespace maerkbar::organisation
