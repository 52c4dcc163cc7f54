#include "organisation/pages_people.hpp"

#include "organisation/page_support.hpp"
#include "web/url.hpp"

namespace maerkbar::organisation {
namespace {

using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

std::string page_of_person(PersonId person) {
    return "/people/" + std::to_string(person.value);
}

Result<PersonPage> asked_for(const Visit& visit, const web::Pagination& pagination) {
    const PersonQuery query{visit.context.request.query.text("search"), pagination.offset(), pagination.size};
    return visit.services.database.read([&](storage::Connection& connection) {
        return list_people(connection, visit.viewer.tenant(), visit.viewer.people(), query);
    });
}

std::string roles_text(const Visit& visit, const Person& person) {
    std::string text;
    for (const auto& role : person.roles)
        text += (text.empty() ? "" : "; ") + role_name(role.role, visit.language) + ", " +
                unit_name(visit, role.unit);
    return text;
}

std::string state_text(const Person& person, const web::Language& language) {
    if (person.locked) return language("Locked");
    return person.has_password ? language("Active") : language("Not signed in yet");
}

parts::Table people_table(const Visit& visit, const std::vector<Person>& people) {
    const auto& language = visit.language;
    parts::Table table{language("People"), false};
    table.columns = {{language("Name")},
                     {language("User name")},
                     {language("Roles")},
                     {language("State")},
                     {language("Last sign-in")}};
    for (const auto& person : people)
        table.rows.push_back(
            {link(page_of_person(person.id), person.name), words(person.login),
             words(roles_text(visit, person)), words(state_text(person, language)),
             words(person.last_sign_in ? moment_text(*person.last_sign_in, language) : "–")});
    table.empty = language("Nobody fits the search.");
    return table;
}

Html search_form(const Visit& visit) {
    const auto& language = visit.language;
    Html fields = parts::text_field({.label = {"search", language("Search by name, user name or e-mail")},
                                     .value = visit.context.request.query.text("search"),
                                     .type = "search",
                                     .width = parts::FieldWidth::medium},
                                    language);
    return parts::form({.action = "/people"},
                       fields << parts::button(language("Search"), parts::ButtonKind::secondary));
}

Result<Response> show_people(Visit& visit) {
    const auto& language = visit.language;
    const auto pagination = TRY(web::Pagination::from(visit.context.request.query));
    const auto page = TRY(asked_for(visit, pagination));
    auto info =
        info_of(visit, language("People"), language("Who can sign in, and what they may see and do where."));
    info.actions = parts::button_link(language("New person"), "/people/new", parts::ButtonKind::primary);
    Html body = search_form(visit);
    body << parts::table(people_table(visit, page.people));
    const auto search = visit.context.request.query.text("search");
    body << parts::pagination(
        {static_cast<std::size_t>(pagination.page), static_cast<std::size_t>(pagination.pages(page.total)),
         web::with_query("/people", {{"search", search}}) + "&page={page}"},
        language);
    return page_of(info, body);
}

Result<Person> person_of(const Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<PersonId>("person"));
    return visit.services.database.read([&](storage::Connection& connection) {
        return read_person(connection, visit.viewer.tenant(), id, visit.viewer.people());
    });
}

Html role_table(Visit& visit, const Person& person) {
    const auto& language = visit.language;
    parts::Table table{language("Roles")};
    table.columns = {{language("Unit")}, {language("Role")}, action_column(language)};
    table.empty = language("No roles yet: the person sees nothing.");
    for (const auto& role : person.roles) {
        Html fields = parts::hidden_field("unit", std::to_string(role.unit.value));
        fields << parts::hidden_field("role", name_of(role.role))
               << parts::button(language("Take away"), parts::ButtonKind::secondary);
        table.rows.push_back({words(unit_path(visit, role.unit)), words(role_name(role.role, language)),
                              parts::form({.action = page_of_person(person.id) + "/roles/remove",
                                           .csrf = visit.context.csrf_field()},
                                          fields)});
    }
    Html html = parts::table(table);
    return html << parts::button_row(
               {parts::button_link(language("Give a role"), page_of_person(person.id) + "/roles")});
}

Html person_actions(Visit& visit, const Person& person) {
    const auto& language = visit.language;
    const auto page = page_of_person(person.id);
    return parts::button_row({parts::button_link(language("Edit"), page + "/edit"),
                              send_button(visit, page + "/code", language("Issue a one-time code")),
                              person.locked ? send_button(visit, page + "/unlock", language("Unlock"))
                                            : send_button(visit, page + "/lock", language("Lock"),
                                                          language("Lock this person out at once?"))});
}

Result<Response> show_person(Visit& visit) {
    const auto& language = visit.language;
    const auto person = TRY(person_of(visit));
    auto info = info_of(visit, person.name, language("A role counts for a unit and everything beneath it."),
                        {{language("People"), "/people"}});
    info.actions = person_actions(visit, person);
    Html body =
        parts::fact_list({{language("User name"), words(person.login)},
                          {language("E-mail"), words(person.email.empty() ? "–" : person.email)},
                          {language("State"), words(state_text(person, language))},
                          {language("Last sign-in"),
                           words(person.last_sign_in ? moment_text(*person.last_sign_in, language) : "–")}});
    return page_of(info, body << role_table(visit, person));
}

void write_person(JsonWriter& json, const Person& person) {
    json.begin_object().member("id", person.id).member("login", person.login).member("name", person.name);
    json.member("email", person.email).member("language", person.language).member("locked", person.locked);
    json.key("roles").begin_array();
    for (const auto& role : person.roles)
        json.begin_object().member("unit", role.unit).member("role", name_of(role.role)).end_object();
    json.end_array().end_object();
}

Result<Response> list_people_json(Visit& visit) {
    const auto pagination = TRY(web::Pagination::from(visit.context.request.query));
    const auto page = TRY(asked_for(visit, pagination));
    JsonWriter items;
    items.begin_array();
    for (const auto& person : page.people)
        write_person(items, person);
    items.end_array();
    return list_json(std::move(items), pagination, page.total);
}

Result<Response> one_person_json(Visit& visit) {
    JsonWriter json;
    write_person(json, TRY(person_of(visit)));
    return Response::json(std::move(json).text());
}

} // namespace

std::vector<Reading> people_readings() {
    web::ApiDoc list;
    list.summary = "List the people in reach";
    list.query = {{"search", "In name, user name and e-mail"},
                  {"page", "Page number from 1", R"({"type":"integer","minimum":1})"},
                  {"size", "People a page", R"({"type":"integer","minimum":1,"maximum":500})"}};
    web::ApiDoc one;
    one.summary = "One person with their roles";
    return {{"/people", may::people_manage, show_people},
            {"/people/{person}", may::people_manage, show_person},
            {"/api/v1/people", may::people_manage, list_people_json, std::move(list)},
            {"/api/v1/people/{person}", may::people_manage, one_person_json, std::move(one)}};
}

} // namespace maerkbar::organisation
