#include "organisation/pages_import.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "organisation/store_units.hpp"
#include "organisation/unit_file.hpp"
#include "web/parts/page.hpp"

namespace maerkbar::organisation {
namespace {

using web::Context;
using web::Form;
using web::Html;
using web::Response;
using namespace web::literals;
namespace parts = web::parts;
namespace may = permission;

constexpr std::size_t most_shown = 500;

Result<std::vector<UnitLevel>> levels_of(storage::Connection& connection, const Visit& visit) {
    return read_levels(connection, visit.viewer.tenant());
}

// What the rows would do to the tree as it is; ids of new units are made up.
Result<UnitImport> preview(const Visit& visit, std::vector<UnitRow> rows, Date day) {
    const auto levels = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return levels_of(connection, visit); }));
    const auto& tree = *visit.viewer.tree;
    auto last = tree.units().back().id.value;
    return import_units({tree, levels, day, [&last]() -> Result<UnitId> { return UnitId{++last}; }},
                        std::move(rows));
}

std::string outcome_text(const RowOutcome& outcome, const web::Language& language) {
    if (outcome.error) return language.error(*outcome.error);
    if (outcome.opened) return language("New");
    if (outcome.renamed && outcome.moved) return language("Renamed and moved");
    if (outcome.renamed) return language("Renamed");
    return outcome.moved ? language("Moved") : language("Unchanged");
}

// Rows with an error first: those must be seen; of the others as many as a page can hold.
std::vector<const RowOutcome*> shown(const UnitImport& import) {
    std::vector<const RowOutcome*> rows;
    for (const bool with_error : {true, false})
        for (const auto& outcome : import.outcomes)
            if (outcome.error.has_value() == with_error && rows.size() < most_shown) rows.push_back(&outcome);
    if (import.outcomes.size() <= most_shown)
        std::ranges::sort(rows, {}, [](auto* row) { return row->row.line; });
    return rows;
}

parts::Table outcome_table(const UnitImport& import, const web::Language& language) {
    parts::Table table{language("What the file changes")};
    table.columns = {{language("Name")},
                     {language("Code")},
                     {language("Lies beneath")},
                     {language("Line"), true},
                     {language("What happens")}};
    table.empty = language("The file has no rows.");
    for (const auto* outcome : shown(import))
        table.rows.push_back({words(outcome->row.name), words(outcome->row.code), words(outcome->row.parent),
                              words(language.integer(static_cast<std::int64_t>(outcome->row.line))),
                              words(outcome_text(*outcome, language))});
    return table;
}

parts::PageInfo import_info(Visit& visit, std::string title, std::string help) {
    return info_of(visit, std::move(title), std::move(help),
                   {{visit.language("Organisation"), "/organisation"}});
}

Result<Response> show_preview(Visit& visit, const UnitImport& import, Date day) {
    const auto& language = visit.language;
    const auto info = import_info(visit, language("Check the units"),
                                  language("Nothing is changed yet. Names and places change from {day}.",
                                           {{"day", language.date(day)}}));
    Html body;
    if (!import.sound())
        body << parts::notice(parts::NoticeKind::error,
                              language("Some rows cannot be used. Mend the file and choose it again."));
    body << parts::table(outcome_table(import, language));
    if (import.outcomes.size() > most_shown)
        body << "<p>"_html
             << language("{shown} of {rows} rows are shown, those with errors first.",
                         {{"shown", language.integer(most_shown)},
                          {"rows", language.integer(static_cast<std::int64_t>(import.outcomes.size()))}})
             << "</p>"_html;
    Html fields = parts::hidden_field("rows", TRY(rows_as_text(import.outcomes)));
    fields << parts::hidden_field("from", day.iso());
    std::vector<Html> buttons;
    if (import.sound() && !import.changed.empty())
        buttons.push_back(parts::button(language("Change the units")));
    buttons.push_back(parts::button_link(language("Choose another file"), "/organisation/import"));
    fields << parts::button_row(buttons);
    body << parts::form({.action = "/organisation/import/confirm", .csrf = visit.context.csrf_field()},
                        fields);
    return Response::html(parts::page(info, body), import.sound() ? 200 : 422);
}

Response show_upload(Visit& visit, const Filled& filled, int status) {
    const auto& language = visit.language;
    const auto info = import_info(visit, language("Import units"),
                                  language("A CSV or XLSX file with the columns code, name, parent and "
                                           "level, and at most 20,000 rows; rows are matched by code."));
    Html fields = parts::file_field({filled.label("file", language("File")), ".csv,.xlsx,.txt"}, language);
    fields << parts::text_field(date_field(filled.label("from", language("Changes count from")),
                                           filled.value("from", visit.viewer.today.iso())),
                                language)
           << parts::button_row({parts::button(language("Look at it")),
                                 parts::button_link(language("Cancel"), "/organisation")});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form(
        {.action = "/organisation/import", .csrf = visit.context.csrf_field(), .upload = true}, fields);
    return Response::html(parts::page(info, body), status);
}

Result<UnitImport> read_upload(const Visit& visit, Date day) {
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    const auto* file = visit.context.request.file("file");
    if (file == nullptr || file->size == 0)
        return Error{ErrorKind::invalid,
                     "organisation.no_file",
                     translatable("Choose a file that is not empty."),
                     {},
                     "file"};
    return preview(visit, TRY(read_unit_file(file->path)), day);
}

// A select of the file's headings; the one that is meant most likely is chosen by its usual names later on.
Html heading_field(const Visit& visit, parts::Label label, const std::vector<std::string>& headings) {
    std::vector<parts::Choice> choices = {{"", visit.language("– not in the file –")}};
    for (const auto& heading : headings)
        choices.push_back({heading, heading});
    return parts::select_field({std::move(label), std::move(choices)}, visit.language);
}

// Where the columns have other names than ours, a person says which is which.
Response show_columns(Visit& visit, const UnitTable& table, Date day) {
    const auto& language = visit.language;
    const auto info = import_info(visit, language("Which column is what"),
                                  language("The file calls its columns otherwise than Mærkbar does."));
    Html fields = parts::hidden_field("table", table.text);
    fields << parts::hidden_field("from", day.iso())
           << heading_field(visit, {.name = "code", .text = language("Code")}, table.headings)
           << heading_field(visit, {.name = "name", .text = language("Name")}, table.headings)
           << heading_field(visit,
                            {.name = "parent", .text = language("Code of the unit above"), .optional = true},
                            table.headings)
           << heading_field(visit, {.name = "level", .text = language("Level"), .optional = true},
                            table.headings)
           << parts::button_row(
                  {parts::button(language("Look at it")),
                   parts::button_link(language("Choose another file"), "/organisation/import")});
    return Response::html(parts::page(
        info,
        parts::form({.action = "/organisation/import/columns", .csrf = visit.context.csrf_field()}, fields)));
}

Result<Response> columns_told(Services& services, Context& context) {
    const auto viewer = TRY(viewer_of(services, context));
    Visit visit{services, context, viewer};
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    Form form{context.request.form};
    const auto day = form.required_date("from");
    const UnitHeadings headings{form.required_text("code"), form.required_text("name"), form.text("parent"),
                                form.text("level")};
    if (!form.ok()) return form.errors().front();
    const auto rows = TRY(read_unit_text(form.typed("table"), headings));
    return show_preview(visit, TRY(preview(visit, rows, day)), day);
}

Result<Response> uploaded(Services& services, Context& context) {
    const auto viewer = TRY(viewer_of(services, context));
    Visit visit{services, context, viewer};
    Form form{context.request.form};
    const auto day = form.required_date("from");
    if (form.ok()) {
        const auto import = read_upload(visit, day);
        if (import.ok()) return show_preview(visit, *import, day);
        if (import.error().kind == ErrorKind::forbidden) return import.error();
        if (import.error().code == "organisation.import_column")
            return show_columns(visit, TRY(read_unit_table(context.request.file("file")->path)), day);
        form.fail(import.error());
    }
    return show_upload(visit, Filled{form, context.language}, 422);
}

Result<std::vector<Unit>> changes_from(storage::Transaction& transaction, const Visit& visit,
                                       const UnitTree& tree, const std::vector<UnitRow>& rows, Date day) {
    const auto levels = TRY(levels_of(transaction.connection(), visit));
    const ImportPlan plan{tree, levels, day,
                          [&] { return transaction.next_id<UnitId>(visit.viewer.tenant(), "unit"); }};
    auto import = TRY(import_units(plan, rows));
    for (const auto& outcome : import.outcomes)
        if (outcome.error) return *outcome.error;
    return std::move(import.changed);
}

Result<Done> send_rows(Visit& visit, Form& form) {
    const auto day = form.required_date("from");
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    const auto rows = TRY(read_unit_text(form.typed("rows")));
    JsonWriter details;
    details.begin_object().member("rows", rows.size()).member("from", day).end_object();
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return change_units(
            transaction, {"unit.imported", visit.viewer.tree->root(), details.text()},
            [&](const UnitTree& tree) { return changes_from(transaction, visit, tree, rows, day); });
    }));
    return Done{"/organisation"};
}

Result<Response> upload_form(Visit& visit) {
    return show_upload(visit, Filled{}, 200);
}

} // namespace

void add_import_routes(std::vector<web::Route>& routes, Services& services) {
    add_routes(routes, services,
               std::vector<Reading>{{"/organisation/import", may::organisation_manage, upload_form}});
    routes.push_back({web::Method::post, "/organisation/import", web::Access::permission,
                      may::organisation_manage, web::Csrf::required,
                      [&services](Context& context) { return uploaded(services, context); },
                      web::BodyLimit::upload});
    routes.push_back({web::Method::post, "/organisation/import/columns", web::Access::permission,
                      may::organisation_manage, web::Csrf::required,
                      [&services](Context& context) { return columns_told(services, context); },
                      web::BodyLimit::document});
    add_routes(
        routes, services,
        std::vector<Change>{
            {"/organisation/import/confirm", "/api/v1/units/import", may::organisation_manage, nullptr,
             send_rows,
             "Open, rename and move units by a table: `rows` is CSV text with the columns code, name, parent "
             "and level",
             R"({"type":"object","required":["rows","from"],"properties":{"rows":{"type":"string"},"from":{"type":"string","format":"date"}}})",
             web::Method::post, web::BodyLimit::document}});
}

} // namespace maerkbar::organisation
