#include <algorithm>

#include "organisation/people.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view person_columns =
    "select id, login, name, email, language, locked, password_hash <> '', last_sign_in_at, version "
    "from person "
    "where tenant_id = ?";

Person person_of(const storage::Row& row) {
    Person person{row.id<PersonId>(0), row.string(1), row.string(2), row.string(3), row.string(4)};
    person.locked = row.boolean(5);
    person.has_password = row.boolean(6);
    person.last_sign_in = row.optional_instant(7);
    person.version = row.integer(8);
    return person;
}

// Text for LIKE with its own signs taken literally (escape '!').
std::string like(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

std::string list_of(const std::vector<UnitId>& units) {
    std::string text;
    for (const auto unit : units)
        text += (text.empty() ? "" : ", ") + std::to_string(unit.value);
    return text.empty() ? "0" : text;
}

std::string search_condition(std::string_view search, storage::Params& params) {
    if (search.empty()) return {};
    const auto pattern = like(folded(search));
    for (int i = 0; i < 3; ++i)
        params.add(pattern);
    return " and (lower(name) like ? escape '!' or login like ? escape '!' or lower(email) like ? escape "
           "'!')";
}

} // namespace

PeopleScope PeopleScope::within(const UnitScope& scope, const UnitTree& tree, Date today) {
    return scope.everything(tree) ? everybody() : PeopleScope{false, scope.units(tree, today)};
}

bool PeopleScope::holds(UnitId unit) const {
    return all_ || std::ranges::find(units_, unit) != units_.end();
}

bool PeopleScope::holds(const Person& person) const {
    return all_ ||
           (!person.roles.empty() &&
            std::ranges::all_of(person.roles, [this](const RoleOnUnit& role) { return holds(role.unit); }));
}

std::string PeopleScope::condition() const {
    if (all_) return {};
    const std::string with_role =
        "(select 1 from person_role r where r.tenant_id = person.tenant_id and r.person_id = person.id";
    return " and exists " + with_role + ") and not exists " + with_role + " and r.unit_id not in (" +
           list_of(units_) + "))";
}

Result<std::vector<RoleOnUnit>> roles_of(storage::Connection& connection, TenantId tenant, PersonId person) {
    return connection.all(
        "select unit_id, role from person_role where tenant_id = ? and person_id = ? order by unit_id, role",
        {tenant, person}, [](const storage::Row& row) {
            return RoleOnUnit{row.id<UnitId>(0), role_named(row.text(1)).value_or(Role::reader)};
        });
}

Result<Person> read_person(storage::Connection& connection, TenantId tenant, PersonId id,
                           const PeopleScope& scope) {
    const auto sql = std::string{person_columns} + " and id = ?" + scope.condition();
    auto person = TRY(connection.first(sql, {tenant, id}, person_of));
    if (!person)
        return Error{ErrorKind::not_found, "organisation.unknown_person", "There is no such person."};
    person->roles = TRY(roles_of(connection, tenant, id));
    return std::move(*person);
}

Result<PersonPage> list_people(storage::Connection& connection, TenantId tenant, const PeopleScope& scope,
                               const PersonQuery& query) {
    storage::Params params{tenant};
    const auto where = search_condition(query.search, params) + scope.condition();
    PersonPage page;
    page.total = TRY(connection.number("select count(*) from person where tenant_id = ?" + where, params));
    params.add(query.limit);
    params.add(query.offset);
    page.people =
        TRY(connection.all(std::string{person_columns} + where + " order by lower(name), id limit ? offset ?",
                           params, person_of));
    for (auto& person : page.people)
        person.roles = TRY(roles_of(connection, tenant, person.id));
    return page;
}

Result<std::optional<PersonId>> person_with_login(storage::Connection& connection, TenantId tenant,
                                                  std::string_view login) {
    return connection.first("select id from person where tenant_id = ? and login = ?", {tenant, login},
                            [](const storage::Row& row) { return row.id<PersonId>(0); });
}

} // namespace maerkbar::organisation
