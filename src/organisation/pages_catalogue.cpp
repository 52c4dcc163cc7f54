#include "organisation/pages_catalogue.hpp"

#include "base/translatable.hpp"
#include "organisation/catalogue.hpp"
#include "organisation/page_support.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

struct KindTexts {
    const char* title;
    const char* help;
    const char* add;
};
// In the order of catalogue_kinds.
constexpr KindTexts kind_texts[] = {
    {translatable("Services"),
     translatable("What the municipality offers, with its KLE number if you use one."),
     translatable("New service")},
    {translatable("Channels"),
     translatable("The ways in which people reach you: phone, in person, e-mail, letter, web."),
     translatable("New channel")},
    {translatable("Customer types"),
     translatable("Whom you serve: the groups that you want to tell apart in the results."),
     translatable("New customer type")},
    {translatable("Contact points"),
     translatable("The moments when you meet: first contact, moving in, status meeting, visit."),
     translatable("New contact point")}};

const KindTexts& texts_of(CatalogueKind kind) {
    return kind_texts[static_cast<std::size_t>(kind)];
}

Result<CatalogueKind> kind_of(const Visit& visit) {
    const auto kind = catalogue_kind(visit.context.request.parameters.text("kind"));
    if (kind) return *kind;
    return Error{ErrorKind::not_found, "organisation.unknown_list", translatable("There is no such list.")};
}

std::string page_of_kind(CatalogueKind kind) {
    return "/catalogue/" + std::string{name_of(kind)};
}

Result<std::vector<CatalogueEntry>> entries_of(const Visit& visit, CatalogueKind kind) {
    return visit.services.database.read([&](storage::Connection& connection) {
        return list_entries(connection, visit.viewer.tenant(), kind);
    });
}

// Entries of all units are kept by those who keep the whole municipality.
Result<void> check_reach(const Visit& visit, UnitId unit) {
    if (unit) return visit.viewer.require(may::organisation_manage, unit);
    return visit.viewer.require_everywhere(may::organisation_manage);
}

Html kind_tabs(const Visit& visit, CatalogueKind present) {
    std::vector<parts::Tab> tabs;
    for (const auto kind : catalogue_kinds)
        tabs.push_back({visit.language(texts_of(kind).title), page_of_kind(kind), kind == present});
    return parts::tabs(visit.language("Lists"), tabs);
}

parts::Table entry_table(const Visit& visit, CatalogueKind kind, const std::vector<CatalogueEntry>& entries) {
    const auto& language = visit.language;
    parts::Table table{language(texts_of(kind).title), false};
    table.columns = {{language("Name")}, {language("Code")}, {language("Applies to")}, {language("State")}};
    if (kind == CatalogueKind::service)
        table.columns.insert(table.columns.begin() + 2, {language("KLE number")});
    for (const auto& entry : entries) {
        std::vector<Html> row = {link(page_of_kind(kind) + "/" + std::to_string(entry.id.value), entry.name),
                                 words(entry.code),
                                 words(entry.unit ? unit_name(visit, entry.unit) : language("All units")),
                                 words(entry.active ? language("In use") : language("No longer in use"))};
        if (kind == CatalogueKind::service) row.insert(row.begin() + 2, words(entry.kle));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<Response> show_list(Visit& visit) {
    const auto& language = visit.language;
    const auto kind = TRY(kind_of(visit));
    const auto entries = TRY(entries_of(visit, kind));
    auto info = info_of(visit, language(texts_of(kind).title), language(texts_of(kind).help),
                        {{language("Organisation"), "/organisation"}});
    info.actions = parts::button_link(language(texts_of(kind).add), page_of_kind(kind) + "/new",
                                      parts::ButtonKind::primary);
    Html body = kind_tabs(visit, kind);
    if (entries.empty())
        body << parts::empty_state(language("The list is empty"),
                                   language("Add what you want to tell apart when you count."));
    else
        body << parts::table(entry_table(visit, kind, entries));
    return page_of(info, body);
}

Result<CatalogueEntry> entry_of(const Visit& visit) {
    const auto kind = TRY(kind_of(visit));
    const auto id = TRY(visit.context.request.parameters.id<CatalogueId>("entry"));
    auto entry = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return read_entry(connection, visit.viewer.tenant(), id); }));
    if (entry.kind != kind)
        return Error{ErrorKind::not_found, "organisation.unknown_entry",
                     translatable("There is no such entry.")};
    TRY(check_reach(visit, entry.unit));
    return entry;
}

FormView form_of(Visit& visit, const Filled& filled, const CatalogueEntry& entry, std::string title,
                 std::string button) {
    const auto& language = visit.language;
    FormView view{std::move(title), language(texts_of(entry.kind).help), std::move(button), {}};
    view.crumbs = {{language(texts_of(entry.kind).title), page_of_kind(entry.kind)}};
    view.cancel = page_of_kind(entry.kind);
    view.version = entry.id ? entry.version : 0;
    const auto text = [&](parts::Label label, std::string value) {
        return parts::text_field({.label = std::move(label),
                                  .value = std::move(value),
                                  .width = parts::FieldWidth::medium,
                                  .max_length = 200},
                                 language);
    };
    view.fields << text(filled.label("name", language("Name")), filled.value("name", entry.name))
                << text(filled.optional("code", language("Code"),
                                        language("What your other systems call it.")),
                        filled.value("code", entry.code));
    if (entry.kind == CatalogueKind::service)
        view.fields << text(filled.optional("kle", language("KLE number")), filled.value("kle", entry.kle));
    const auto chosen =
        Form(web::Fields{{"x", filled.value("unit", std::to_string(entry.unit.value))}}).id<UnitId>("x");
    const auto scope = visit.viewer.scope(may::organisation_manage);
    const auto none =
        visit.viewer.may_everywhere(may::organisation_manage) ? language("All units") : std::string{};
    view.fields << parts::select_field({filled.label("unit", language("Applies to")),
                                        unit_choices(visit, scope, chosen, none)},
                                       language)
                << parts::checkbox("active", language("In use"), filled.checked("active", entry.active));
    return view;
}

Result<FormView> view_new(Visit& visit, const Filled& filled) {
    CatalogueEntry entry;
    entry.kind = TRY(kind_of(visit));
    return form_of(visit, filled, entry, visit.language(texts_of(entry.kind).add), visit.language("Add"));
}

Result<FormView> view_edit(Visit& visit, const Filled& filled) {
    const auto entry = TRY(entry_of(visit));
    return form_of(visit, filled, entry, visit.language("Edit {name}", {{"name", entry.name}}),
                   visit.language("Save"));
}

Result<Done> save(Visit& visit, Form& form, CatalogueEntry entry) {
    entry.name = form.required_text("name");
    entry.code = form.text("code");
    entry.kle = form.text("kle");
    entry.unit = form.id<UnitId>("unit");
    entry.active = form.checked("active");
    if (!form.ok()) return form.errors().front();
    TRY(check_reach(visit, entry.unit));
    const auto id = TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& transaction) -> Result<CatalogueId> {
            if (entry.id)
                TRY(expect_version(
                    form,
                    TRY(read_entry(transaction.connection(), visit.viewer.tenant(), entry.id)).version));
            return save_entry(transaction, entry);
        }));
    return Done{page_of_kind(entry.kind), id.value};
}

Result<Done> send_new(Visit& visit, Form& form) {
    CatalogueEntry entry;
    entry.kind = TRY(kind_of(visit));
    return save(visit, form, std::move(entry));
}

Result<Done> send_edit(Visit& visit, Form& form) {
    return save(visit, form, TRY(entry_of(visit)));
}

Result<Response> list_as_json(Visit& visit) {
    const auto entries = TRY(entries_of(visit, TRY(kind_of(visit))));
    JsonWriter items;
    items.begin_array();
    for (const auto& entry : entries)
        items.begin_object()
            .member("id", entry.id)
            .member("name", entry.name)
            .member("code", entry.code)
            .member("kle", entry.kle)
            .member("unit", entry.unit)
            .member("active", entry.active)
            .end_object();
    items.end_array();
    return list_json(std::move(items), {1, std::max<std::int64_t>(1, std::ssize(entries))},
                     std::ssize(entries));
}

constexpr std::string_view schema =
    R"({"type":"object","required":["name","active"],"properties":{"name":{"type":"string"},"code":{"type":"string"},"kle":{"type":"string"},"unit":{"type":["integer","null"]},"active":{"type":"boolean"}}})";

} // namespace

std::vector<Reading> catalogue_readings() {
    web::ApiDoc list;
    list.summary = "List the services, channels, customer types or contact points (kind)";
    return {{"/catalogue/{kind}", may::organisation_manage, show_list},
            {"/api/v1/catalogue/{kind}", may::measurement_read, list_as_json, std::move(list)}};
}

std::vector<Change> catalogue_changes() {
    return {{"/catalogue/{kind}/new", "/api/v1/catalogue/{kind}", may::organisation_manage, view_new,
             send_new, "Add an entry", schema},
            {"/catalogue/{kind}/{entry}", "/api/v1/catalogue/{kind}/{entry}", may::organisation_manage,
             view_edit, send_edit, "Change an entry", schema, web::Method::put}};
}

} // namespace maerkbar::organisation
