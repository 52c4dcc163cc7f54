#include "organisation/pages_audit.hpp"

#include <map>

#include "organisation/audit_trail.hpp"
#include "organisation/audit_words.hpp"
#include "organisation/page_support.hpp"
#include "web/url.hpp"

namespace maerkbar::organisation {
namespace {

using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

struct Asked {
    AuditQuery query;
    web::Pagination pagination;
};

Result<Asked> asked_for(const Visit& visit) {
    // The trail names objects of the whole municipality, so a part of it is not enough.
    TRY(visit.viewer.require_everywhere(may::audit_read));
    web::Form form{visit.context.request.query};
    Asked asked{{}, TRY(web::Pagination::from(visit.context.request.query))};
    if (const auto person = form.id<PersonId>("person")) asked.query.person = person;
    asked.query.object_type = form.text("object");
    asked.query.object_id = form.text("id");
    asked.query.from = form.date("from");
    asked.query.to = form.date("to");
    asked.query.offset = asked.pagination.offset();
    asked.query.limit = asked.pagination.size;
    if (!form.ok()) return form.errors().front();
    return asked;
}

Result<AuditPage> found_for(const Visit& visit, const AuditQuery& query) {
    return visit.services.database.read([&](storage::Connection& connection) {
        return read_audit(connection, visit.viewer.tenant(), query);
    });
}

parts::ChoiceField person_choice(const std::vector<Person>& people, PersonId chosen,
                                 const web::Language& language) {
    parts::ChoiceField field{{"person", language("Person")}, {{"", language("Everybody"), {}, !chosen}}};
    for (const auto& person : people)
        field.choices.push_back({std::to_string(person.id.value), person.name, {}, person.id == chosen});
    return field;
}

Result<Html> filter_form(const Visit& visit, const AuditQuery& query) {
    const auto& language = visit.language;
    struct Known {
        std::vector<Person> people;
        std::vector<std::string> types;
    };
    const auto known =
        TRY(visit.services.database.read([&](storage::Connection& connection) -> Result<Known> {
            auto people =
                TRY(list_people(connection, visit.viewer.tenant(), PeopleScope::everybody(), {"", 0, 500}));
            return Known{std::move(people.people), TRY(audited_types(connection, visit.viewer.tenant()))};
        }));
    parts::ChoiceField type{{"object", language("What was changed")},
                            {{"", language("Everything"), {}, query.object_type.empty()}}};
    for (const auto& name : known.types)
        type.choices.push_back({name, audit_text(visit, name), {}, name == query.object_type});
    Html fields = parts::select_field(
        person_choice(known.people, query.person.value_or(PersonId{}), language), language);
    fields << parts::select_field(type, language)
           << parts::text_field({.label = {.name = "id", .text = language("Number"), .optional = true},
                                 .value = query.object_id,
                                 .width = parts::FieldWidth::narrow},
                                language)
           << parts::text_field(date_field({.name = "from", .text = language("From"), .optional = true},
                                           query.from ? query.from->iso() : ""),
                                language)
           << parts::text_field(
                  date_field({.name = "to", .text = language("To and including"), .optional = true},
                             query.to ? query.to->iso() : ""),
                  language)
           << parts::button(language("Show"), parts::ButtonKind::secondary);
    return parts::form({.action = "/audit"}, fields);
}

using ObjectTexts = std::map<std::pair<std::string, std::string>, std::string>;

// What each object on the page is called.
Result<ObjectTexts> objects_of(const Visit& visit, const AuditPage& page) {
    return visit.services.database.read([&](storage::Connection& connection) -> Result<ObjectTexts> {
        ObjectTexts texts;
        for (const auto& record : page.records)
            if (auto [at, fresh] = texts.try_emplace({record.object_type, record.object_id}); fresh)
                at->second = TRY(audit_object_text(visit, connection, record.object_type, record.object_id));
        return texts;
    });
}

parts::Table audit_table(const Visit& visit, const AuditPage& page, const ObjectTexts& objects) {
    const auto& language = visit.language;
    parts::Table table{language("Audit trail"), false};
    table.columns = {{language("When")}, {language("Who")},    {language("By which way")},
                     {language("What")}, {language("Object")}, {language("Details")}};
    table.empty = language("No changes fit the search.");
    for (const auto& record : page.records)
        table.rows.push_back({words(moment_text(record.at, language)),
                              words(record.person ? record.person_name : language("The system")),
                              words(audit_way_text(record.via, language)),
                              words(audit_text(visit, record.action)),
                              words(objects.at({record.object_type, record.object_id})),
                              words(audit_details_text(visit, record.details))});
    return table;
}

Result<Response> show_audit(Visit& visit) {
    const auto& language = visit.language;
    const auto asked = TRY(asked_for(visit));
    const auto page = TRY(found_for(visit, asked.query));
    const auto info =
        info_of(visit, language("Audit trail"),
                language("Every change: who made it, when and by which way. Nobody can change the trail."));
    Html body = TRY(filter_form(visit, asked.query));
    body << parts::table(audit_table(visit, page, TRY(objects_of(visit, page))));
    auto query = visit.context.request.query;
    query.remove("page");
    const auto here = web::with_query("/audit", query);
    body << parts::pagination({static_cast<std::size_t>(asked.pagination.page),
                               static_cast<std::size_t>(asked.pagination.pages(page.total)),
                               here + (query.empty() ? "?" : "&") + "page={page}"},
                              language);
    return page_of(info, body);
}

Result<Response> audit_json(Visit& visit) {
    const auto asked = TRY(asked_for(visit));
    const auto page = TRY(found_for(visit, asked.query));
    JsonWriter items;
    items.begin_array();
    for (const auto& record : page.records)
        items.begin_object()
            .member("id", record.id)
            .member("at", record.at.time_since_epoch().count())
            .member("person", record.person)
            .member("via", record.via)
            .member("action", record.action)
            .member("object", record.object_type)
            .member("object_id", record.object_id)
            .key("details")
            .raw(record.details)
            .end_object();
    items.end_array();
    return list_json(std::move(items), asked.pagination, page.total);
}

} // namespace

std::vector<Reading> audit_readings() {
    web::ApiDoc doc;
    doc.summary = "The audit trail, newest first; `at` is milliseconds since 1970, UTC";
    doc.query = {{"person", "Id of a person", R"({"type":"integer"})"},
                 {"object", "Type of object, such as unit"},
                 {"id", "Id of the object"},
                 {"from", "First local day", R"({"type":"string","format":"date"})"},
                 {"to", "Last local day", R"({"type":"string","format":"date"})"},
                 {"page", "Page number from 1", R"({"type":"integer","minimum":1})"},
                 {"size", "Entries a page", R"({"type":"integer","minimum":1,"maximum":500})"}};
    return {{"/audit", may::audit_read, show_audit},
            {"/api/v1/audit", may::audit_read, audit_json, std::move(doc)}};
}

} // namespace maerkbar::organisation
