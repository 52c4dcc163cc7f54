#include "practice/panels/store.hpp"

#include <array>

#include "base/local_time.hpp"
#include "base/names.hpp"
#include "base/translatable.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::panels {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::array<std::string_view, 4> kind_names{"panel", "meeting", "survey", "feedback"};

constexpr std::string_view columns =
    "select id, unit_id, kind, held_on, took_part, people, said, done, public_since, version from panel "
    "where "
    "tenant_id = ?";

Panel panel_of(const Row& row) {
    Panel panel;
    panel.id = row.id<PanelId>(0);
    panel.fields.unit = row.id<UnitId>(1);
    panel.fields.kind = kind_named(row.text(2)).value_or(Kind::panel);
    panel.fields.held_on = row.date(3);
    panel.fields.took_part = row.string(4);
    panel.fields.people = row.optional_integer(5);
    panel.fields.said = row.string(6);
    panel.fields.done = row.string(7);
    panel.public_since = row.optional_date(8);
    panel.version = row.integer(9);
    return panel;
}

Error wrong(std::string field, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {}, std::move(field)};
}

Error nothing_done() {
    return wrong("done", "panels.done",
                 translatable("Write what was done before it stands on the public page."));
}

Result<void> check(const PanelFields& fields) {
    if (fields.said.empty()) return wrong("said", "panels.said", translatable("Write what was said."));
    for (const auto& [field, text] : {std::pair{"took_part", &fields.took_part},
                                      std::pair{"said", &fields.said}, std::pair{"done", &fields.done}})
        if (tables::find_personal_number(*text))
            return wrong(field, "panels.personal_number",
                         translatable("A personal number stands in this text. Take it out: nobody may be "
                                      "recognised here."));
    return {};
}

std::string id_text(PanelId panel) {
    return std::to_string(panel.value);
}

} // namespace

std::string_view name_of(Kind kind) {
    return name_in<Kind>(kind_names, kind);
}

std::optional<Kind> kind_named(std::string_view name) {
    return named_in<Kind>(kind_names, name);
}

Result<PanelId> add_panel(Transaction& transaction, const PanelFields& fields) {
    TRY(check(fields));
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_id<PanelId>(tenant, "panel"));
    TRY(transaction.connection().execute(
        "insert into panel (tenant_id, id, unit_id, kind, held_on, took_part, people, said, done, "
        "changed_at, "
        "version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        {tenant, id, fields.unit, name_of(fields.kind), fields.held_on.iso(), fields.took_part, fields.people,
         fields.said, fields.done, transaction.now()}));
    TRY(transaction.audit({"panel.created", "panel", id_text(id)}));
    return id;
}

Result<void> change_panel(Transaction& transaction, const Panel& before, const PanelFields& fields) {
    TRY(check(fields));
    if (before.public_since && fields.done.empty()) return nothing_done();
    TRY(transaction.connection().execute(
        "update panel set unit_id = ?, kind = ?, held_on = ?, took_part = ?, people = ?, said = ?, done = ?, "
        "changed_at = ?, version = version + 1 where tenant_id = ? and id = ?",
        {fields.unit, name_of(fields.kind), fields.held_on.iso(), fields.took_part, fields.people,
         fields.said, fields.done, transaction.now(), transaction.actor().tenant, before.id}));
    return transaction.audit({"panel.changed", "panel", id_text(before.id)});
}

Result<void> publish_panel(Transaction& transaction, const Panel& panel, bool open) {
    if (open && panel.fields.done.empty()) return nothing_done();
    const auto since = open ? std::optional(local_day(transaction.now()).iso()) : std::nullopt;
    TRY(transaction.connection().execute(
        "update panel set public_since = ?, version = version + 1 where tenant_id = ? and id = ?",
        {since, transaction.actor().tenant, panel.id}));
    return transaction.audit({open ? "panel.published" : "panel.withdrawn", "panel", id_text(panel.id)});
}

Result<Panel> read_panel(Connection& connection, TenantId tenant, PanelId panel) {
    auto found = TRY(connection.first(std::string(columns) + " and id = ?", {tenant, panel}, panel_of));
    if (!found)
        return Error{ErrorKind::not_found, "panels.unknown", translatable("There is no such meeting.")};
    return std::move(*found);
}

Result<std::vector<Panel>> list_panels(Connection& connection, TenantId tenant, const std::string& condition,
                                       bool only_public) {
    const std::string open = only_public ? " and public_since is not null" : "";
    return connection.all(
        std::string(columns) + " and " + condition + open + " order by held_on desc, id desc limit 500",
        {tenant}, panel_of);
}

Result<bool> anything_public(Connection& connection, TenantId tenant, const std::string& condition) {
    const auto found = TRY(connection.first(
        "select id from panel where tenant_id = ? and public_since is not null and " + condition + " limit 1",
        {tenant}, [](const Row& row) { return row.integer(0); }));
    return found.has_value();
}

} // namespace maerkbar::panels
