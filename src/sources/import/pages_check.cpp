#include "base/translatable.hpp"
#include "sources/import/page_support.hpp"
#include "sources/import/report_view.hpp"
#include "web/form.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"

// The dry run of a whole file, and confirming it.
namespace maerkbar::sources::pages {

using namespace web::literals;
using web::Context;
using web::Html;
using web::Response;

namespace {

std::string address(DraftId id) {
    return "/imports/drafts/" + std::to_string(id.value);
}

Html check_steps(const web::Language& language) {
    return web::parts::step_indicator(
        {language("File"), language("Columns"), language("Check"), language("Import")}, 2, language);
}

// Asks what the columns with personal numbers are; the answer is stored with the mapping.
Html personal_number_form(const Draft& draft, const CheckReport& report, Context& context) {
    const auto& language = context.language;
    Html fields;
    fields << web::parts::hidden_field("version", std::to_string(draft.version));
    for (const auto& found : report.personal_numbers) {
        std::vector<web::parts::Choice> choices{
            {"leave_out", language("Leave the column out"), language("It is not read at all."), true}};
        if (!found.free_text)
            choices.push_back(
                {"not_personal", language("These are not personal numbers"),
                 language("For example journal or phone numbers. Your name is logged with this answer.")});
        fields << web::parts::radio_field(
            {{.name = "personal:" + found.column,
              .text = language.plural(
                  "“{column}”: {count} cell looks like a personal number, first on line {line}.",
                  "“{column}”: {count} cells look like personal numbers, first on line {line}.",
                  static_cast<std::int64_t>(found.cells),
                  {{"column", found.column},
                   {"line", found.lines.empty()
                                ? ""
                                : language.integer(static_cast<std::int64_t>(found.lines.front()))}})},
             choices},
            language);
    }
    fields << web::parts::button_row({web::parts::button(language("Check again"))});
    Html body;
    body << web::parts::notice(
                web::parts::NoticeKind::error,
                language(
                    "The file seems to hold personal numbers. Nothing has been imported. To keep them apart "
                    "without storing them, map the column as “Citizen” on the page before."))
         << web::parts::form({.action = address(draft.id) + "/decisions", .csrf = context.csrf_field()},
                             fields);
    return body;
}

// Lets the person say which unit an unknown text means; remembered with the mapping.
Html unknown_unit_form(const Draft& draft, const CheckReport& report, const organisation::UnitTree& tree,
                       Date today, Context& context) {
    const auto& language = context.language;
    std::vector<web::parts::Choice> units{{"", language("– none: leave the rows out –"), "", true}};
    for (const auto& unit : tree.units())
        if (const auto code = unit.code(organisation::CodeKind::own); tree.open(unit.id, today))
            units.push_back({code.empty() ? std::string(unit.name(today)) : std::string(code),
                             std::string(unit.name(today))});
    Html fields;
    fields << web::parts::hidden_field("version", std::to_string(draft.version));
    for (const auto& text : report.unknown_units)
        fields << web::parts::select_field(
            {{.name = "unit:" + text, .text = language("“{text}” is", {{"text", text}})}, units}, language);
    fields << web::parts::button_row(
        {web::parts::button(language("Check again"), web::parts::ButtonKind::secondary)});
    return web::parts::section(
        language("Units that are not known"),
        web::parts::form({.action = address(draft.id) + "/decisions", .csrf = context.csrf_field()}, fields));
}

Html confirm_form(const Source& source, const Draft& draft, const CheckReport& report, Context& context) {
    const auto& language = context.language;
    Html fields;
    std::vector<web::parts::Choice> modes{
        {"replace", language("Replace the period"),
         language("Earlier rows of “{feed}” in the same units and period give way to these.",
                  {{"feed", draft.feed}}),
         true}};
    if (mapped_row_id(source, draft.mapping))
        modes.push_back({"merge", language("Add"),
                         language("Rows with the same row id are replaced, the others are added.")});
    fields << web::parts::radio_field(
        {{.name = "mode", .text = language("Rows that are there already")}, modes}, language);
    if (report.bad > 0)
        fields << web::parts::radio_field(
            {{.name = "bad_rows", .text = language("Rows that cannot be used")},
             {{"reject", language("Do not import the file"), language("Mend it and upload it again."), true},
              {"leave_out", language("Leave those rows out"),
               language("The import records which and why.")}}},
            language);
    fields << web::parts::button_row(
        {web::parts::button(language("Import")),
         web::parts::button_link(language("Back to the columns"), address(draft.id))});
    return web::parts::form({.action = address(draft.id) + "/confirm", .csrf = context.csrf_field()}, fields);
}

Html errors_section(const Draft& draft, const CheckReport& report, const web::Language& language) {
    Html html;
    if (report.errors.empty()) return html;
    html << error_table(report.errors, 50, language)
         << web::parts::link_line(
                {{language("Download all errors as CSV"), address(draft.id) + "/errors.csv"}});
    return html;
}

Html check_body(ImportServices& services, Context& context, const Draft& draft, const CheckReport& report,
                const organisation::UnitTree& tree) {
    const auto& language = context.language;
    const auto& source = services.importer.source(draft.source)->source();
    Html body;
    body << check_steps(language);
    if (!report.personal_numbers.empty()) return body << personal_number_form(draft, report, context);
    const auto kind = report.bad == 0 ? web::parts::NoticeKind::success : web::parts::NoticeKind::warning;
    body << web::parts::notice(kind, report_sentence(report, language),
                               reading_notes(report.notes, language));
    body << new_values(source, report, language) << errors_section(draft, report, language);
    if (!report.unknown_units.empty())
        body << unknown_unit_form(draft, report, tree, services.today(), context);
    if (report.importable())
        body << confirm_form(source, draft, report, context);
    else
        body << web::parts::button_row(
            {web::parts::button_link(language("Back to the columns"), address(draft.id))});
    if (!report.sample.empty()) body << sample_table(source, report, tree, language);
    return body;
}

// Whether the check of this file is made in the background.
bool large(const std::filesystem::path& file, const ImportServices& services) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    return !failed && size > services.check_at_once_bytes;
}

struct CheckedDraft {
    Draft draft;
    CheckState state; // with an outcome, unless the file is still being read
};

// The draft in the path, and what importing it would do now.
Result<CheckedDraft> checked_draft(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<DraftId>("draft"));
    const auto tenant = context.who().tenant;
    auto draft = TRY(services.drafts.find(tenant, id));
    const auto file = services.drafts.path_of(draft.stored_name);
    const auto read = [&importer = services.importer, tenant, source = draft.source, file,
                       mapping = draft.mapping](const RowsRead& progress) {
        return importer.dry_run(tenant, source, file, mapping, progress);
    };
    if (large(file, services)) {
        const CheckQuestion question{tenant, id, draft.version, TRY(services.tree(tenant))};
        auto state = services.checks.ask(question, read);
        return CheckedDraft{std::move(draft), std::move(state)};
    }
    CheckState state;
    state.outcome = std::make_shared<const Result<CheckReport>>(read({}));
    return CheckedDraft{std::move(draft), std::move(state)};
}

// The page while the file is being read: it comes again by itself, and says how to look without that.
Response reading_page(ImportServices& services, Context& context, const CheckedDraft& checked) {
    const auto& language = context.language;
    const auto text =
        checked.state.alone
            ? language("The file is being read: {rows} rows so far. Nothing is stored.",
                       {{"rows", language.integer(static_cast<std::int64_t>(checked.state.rows))}})
            : language("The check waits until another one is done.");
    Html body;
    body << check_steps(language)
         << web::parts::notice(web::parts::NoticeKind::information, text,
                               Html() << "<p>"_html
                                      << language("This page looks again by itself. You can leave it and "
                                                  "come back.")
                                      << "</p>"_html)
         << web::parts::button_row(
                {web::parts::button_link(language("Look again"), address(checked.draft.id) + "/check"),
                 web::parts::button_link(language("Back to the columns"), address(checked.draft.id))});
    auto response = import_page(services, context,
                                language("Check of {file}", {{"file", checked.draft.file_name}}), body);
    response.headers.set("Refresh", "2"); // works without script
    return response;
}

Response to_check(DraftId draft) {
    return Response::redirect(address(draft) + "/check");
}

} // namespace

Result<Response> check(ImportServices& services, Context& context) {
    const auto checked = TRY(checked_draft(services, context));
    if (!checked.state.outcome) return reading_page(services, context, checked);
    const auto& draft = checked.draft;
    const auto report = TRY(*checked.state.outcome);
    const auto tree = TRY(services.tree(context.who().tenant));
    return import_page(services, context, context.language("Check of {file}", {{"file", draft.file_name}}),
                       check_body(services, context, draft, report, *tree));
}

Result<Response> check_errors(ImportServices& services, Context& context) {
    const auto checked = TRY(checked_draft(services, context));
    if (!checked.state.outcome) return to_check(checked.draft.id);
    const auto report = TRY(*checked.state.outcome);
    return Response::download(context.language("errors") + ".csv", "text/csv; charset=utf-8",
                              TRY(errors_csv(report.errors, context.language)));
}

Result<Response> decide(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<DraftId>("draft"));
    auto draft = TRY(services.drafts.find(context.who().tenant, id));
    TRY(web::Form(context.request.form).expect_version(draft.version));
    for (const auto& [name, value] : context.request.form)
        if (name.starts_with("personal:"))
            draft.mapping.personal_numbers[name.substr(9)] =
                value == "not_personal" ? PersonalNumberRule::not_personal : PersonalNumberRule::leave_out;
    for (const auto& [name, value] : context.request.form)
        if (name.starts_with("unit:") && !value.empty()) draft.mapping.units[name.substr(5)] = value;
    TRY(services.drafts.save(actor_of(context), draft));
    return to_check(id);
}

Result<Response> confirm(ImportServices& services, Context& context) {
    const auto checked = TRY(checked_draft(services, context));
    if (!checked.state.outcome) return to_check(checked.draft.id); // the program was restarted meanwhile
    const auto& draft = checked.draft;
    const auto report = TRY(*checked.state.outcome);
    const ImportOrder order{
        draft.source,
        draft.feed,
        draft.file_name,
        services.drafts.path_of(draft.stored_name),
        draft.file_digest,
        draft.mapping,
        import_mode(context.request.form.text("mode", "replace")).value_or(ImportMode::replace),
        context.request.form.text("bad_rows") == "leave_out" ? BadRows::leave_out : BadRows::reject};
    TRY(check_reach(services, context.who(), report));
    const auto import = TRY(services.queue.confirm(actor_of(context), order, report, draft));
    return Response::redirect("/imports/" + std::to_string(import.value));
}

} // namespace maerkbar::sources::pages
