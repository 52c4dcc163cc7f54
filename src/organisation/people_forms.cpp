// Changes of people and their roles, as forms and as JSON.
#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "organisation/pages_people.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Html;
namespace parts = web::parts;
namespace may = permission;

constexpr std::string_view languages[] = {"", "da", "nb", "en"};
constexpr std::string_view role_names[] = {"administrator", "quality_consultant", "leader", "employee",
                                           "reader"};

std::string page_of_person(PersonId person) {
    return "/people/" + std::to_string(person.value);
}

// The person of the path, if the viewer looks after them.
Result<Person> person_of(const Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<PersonId>("person"));
    return visit.services.database.read([&](storage::Connection& connection) {
        return read_person(connection, visit.viewer.tenant(), id, visit.viewer.people());
    });
}

Html person_fields(Visit& visit, const Filled& filled, const Person& person) {
    const auto& language = visit.language;
    const auto chosen = filled.value("language", person.language);
    const auto text = [&](parts::Label label, std::string value) {
        return parts::text_field(
            {.label = std::move(label), .value = std::move(value), .width = parts::FieldWidth::medium},
            language);
    };
    Html html = text(filled.label("name", language("Name")), filled.value("name", person.name));
    html << text(filled.label("login", language("User name"),
                              language("Small letters, digits and . _ - @; never a personal number.")),
                 filled.value("login", person.login))
         << text(filled.optional("email", language("E-mail")), filled.value("email", person.email))
         << parts::select_field({filled.label("language", language("Language")),
                                 {{"", language("As the browser"), {}, chosen.empty()},
                                  {"da", "Dansk", {}, chosen == "da"},
                                  {"nb", "Norsk bokmål", {}, chosen == "nb"},
                                  {"en", "English", {}, chosen == "en"}}},
                                language);
    return html;
}

Html role_fields(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    const auto chosen = filled.value("role", "reader");
    std::vector<parts::Choice> choices;
    for (const auto role : all_roles)
        choices.push_back(
            {std::string{name_of(role)}, role_name(role, language), {}, name_of(role) == chosen});
    const auto unit = Form(web::Fields{{"x", filled.value("unit")}}).id<UnitId>("x");
    Html html = parts::select_field({filled.label("role", language("Role")), std::move(choices)}, language);
    return html << parts::select_field(
               {filled.label("unit", language("On this unit and everything beneath it")),
                unit_choices(visit, visit.viewer.scope(may::people_manage), unit)},
               language);
}

PersonFields fields_from(Form& form) {
    PersonFields fields;
    fields.name = form.required_text("name");
    fields.login = folded(form.required_text("login"));
    fields.email = form.text("email");
    fields.language = form.choice("language", languages);
    return fields;
}

// A role on a unit where the viewer looks after people.
Result<RoleOnUnit> role_from(const Visit& visit, Form& form) {
    RoleOnUnit role;
    role.role = role_named(form.choice("role", role_names)).value_or(Role::reader);
    role.unit = form.required_id<UnitId>("unit");
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::people_manage, role.unit));
    return role;
}

FormView view_in(Visit& visit, std::string title, std::string help, std::string button,
                 const Person* person = nullptr) {
    FormView view{std::move(title), std::move(help), std::move(button), {}};
    view.crumbs = {{visit.language("People"), "/people"}};
    view.cancel = person != nullptr ? page_of_person(person->id) : "/people";
    if (person != nullptr) view.crumbs.push_back({person->name, page_of_person(person->id)});
    return view;
}

Result<FormView> view_new(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    auto view =
        view_in(visit, language("New person"),
                language("You get a one-time code to give to the person, who then chooses a password."),
                language("Add the person"));
    view.fields << person_fields(visit, filled, {}) << role_fields(visit, filled);
    return view;
}

Result<Done> send_new(Visit& visit, Form& form) {
    const auto fields = fields_from(form);
    const auto role = TRY(role_from(visit, form));
    const auto tenant = visit.viewer.tenant();
    const auto& settings = visit.services.sign_in.settings();
    return visit.services.database.write(visit.viewer.actor,
                                         [&](storage::Transaction& transaction) -> Result<Done> {
                                             const auto id = TRY(add_person(transaction, tenant, fields));
                                             TRY(give_role(transaction, tenant, id, role));
                                             return Done{page_of_person(id), id.value, "code",
                                                         TRY(issue_code(transaction, tenant, id, settings))};
                                         });
}

Result<FormView> view_edit(Visit& visit, const Filled& filled) {
    const auto person = TRY(person_of(visit));
    const auto& language = visit.language;
    auto view = view_in(visit, language("Edit {name}", {{"name", person.name}}),
                        language("Roles are given on the page of the person."), language("Save"), &person);
    view.fields = person_fields(visit, filled, person);
    view.version = person.version;
    return view;
}

// Runs one write on the person of the path and goes back to their page.
Result<Done> on_person(Visit& visit, FunctionRef<Result<void>(storage::Transaction&, PersonId)> work) {
    const auto person = TRY(person_of(visit));
    TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& transaction) { return work(transaction, person.id); }));
    return Done{page_of_person(person.id), person.id.value};
}

Result<Done> send_edit(Visit& visit, Form& form) {
    const auto fields = fields_from(form);
    if (!form.ok()) return form.errors().front();
    return on_person(visit, [&](storage::Transaction& transaction, PersonId id) -> Result<void> {
        const auto now =
            TRY(read_person(transaction.connection(), visit.viewer.tenant(), id, visit.viewer.people()));
        TRY(expect_version(form, now.version));
        return save_person(transaction, id, fields);
    });
}

Result<Done> send_lock(Visit& visit, Form&) {
    return on_person(visit, [](storage::Transaction& transaction, PersonId person) {
        return set_locked(transaction, person, true);
    });
}

Result<Done> send_unlock(Visit& visit, Form&) {
    return on_person(visit, [](storage::Transaction& transaction, PersonId person) {
        return set_locked(transaction, person, false);
    });
}

Result<Done> send_code(Visit& visit, Form&) {
    std::string code;
    auto done = TRY(on_person(visit, [&](storage::Transaction& transaction, PersonId person) -> Result<void> {
        code = TRY(issue_code(transaction, visit.viewer.tenant(), person, visit.services.sign_in.settings()));
        return {};
    }));
    done.secret_name = "code";
    done.secret = std::move(code);
    return done;
}

Result<FormView> view_role(Visit& visit, const Filled& filled) {
    const auto person = TRY(person_of(visit));
    const auto& language = visit.language;
    auto view =
        view_in(visit, language("Give {name} a role", {{"name", person.name}}),
                language("The person must sign in again afterwards."), language("Give the role"), &person);
    view.fields = role_fields(visit, filled);
    return view;
}

Result<Done> send_role(Visit& visit, Form& form) {
    const auto role = TRY(role_from(visit, form));
    return on_person(visit, [&](storage::Transaction& transaction, PersonId person) {
        return give_role(transaction, visit.viewer.tenant(), person, role);
    });
}

Result<Done> send_role_away(Visit& visit, Form& form) {
    const auto role = TRY(role_from(visit, form));
    return on_person(visit, [&](storage::Transaction& transaction, PersonId person) {
        return take_role(transaction, person, role);
    });
}

constexpr std::string_view new_schema =
    R"({"type":"object","required":["name","login","role","unit"],"properties":{"name":{"type":"string"},"login":{"type":"string"},"email":{"type":"string"},"language":{"enum":["","da","nb","en"]},"role":{"enum":["administrator","quality_consultant","leader","employee","reader"]},"unit":{"type":"integer"}}})";
constexpr std::string_view edit_schema =
    R"({"type":"object","required":["name","login"],"properties":{"name":{"type":"string"},"login":{"type":"string"},"email":{"type":"string"},"language":{"enum":["","da","nb","en"]}}})";
constexpr std::string_view role_schema =
    R"({"type":"object","required":["role","unit"],"properties":{"role":{"enum":["administrator","quality_consultant","leader","employee","reader"]},"unit":{"type":"integer"}}})";

} // namespace

std::vector<Change> people_changes() {
    return {
        {"/people/new", "/api/v1/people", may::people_manage, view_new, send_new,
         "Add a person; answers with a one-time code", new_schema},
        {"/people/{person}/edit", "/api/v1/people/{person}", may::people_manage, view_edit, send_edit,
         "Change a person", edit_schema, web::Method::put},
        {"/people/{person}/lock", "/api/v1/people/{person}/lock", may::people_manage, nullptr, send_lock,
         "Lock a person out"},
        {"/people/{person}/unlock", "/api/v1/people/{person}/unlock", may::people_manage, nullptr,
         send_unlock, "Let a person in again"},
        {"/people/{person}/code", "/api/v1/people/{person}/code", may::people_manage, nullptr, send_code,
         "Issue a one-time code"},
        {"/people/{person}/roles", "/api/v1/people/{person}/roles", may::people_manage, view_role, send_role,
         "Give a role on a unit", role_schema},
        {"/people/{person}/roles/remove", "/api/v1/people/{person}/roles/remove", may::people_manage, nullptr,
         send_role_away, "Take a role on a unit away", role_schema},
    };
}

} // namespace maerkbar::organisation
