#include <algorithm>

#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/model/difference.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// The models there are and those being worked on, out as files and in again.
namespace maerkbar::assessment::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

// Go on with the work on a model, or begin its next version.
Html work_cell(RoundVisit& visit, const Model& model, const std::vector<Draft>& begun) {
    const auto& language = visit.language();
    const auto on_it = [&](const Draft& draft) { return draft.model.id == model.id; };
    if (std::ranges::any_of(begun, on_it))
        return organisation::link(draft_address(model.id), language("Go on with the new version"));
    return parts::button_form(
        {.action = draft_address(model.id, "/begin"), .csrf = visit.context().csrf_field()},
        language("New version"));
}

Html models_table(RoundVisit& visit, const std::vector<Model>& all, const std::vector<Draft>& begun) {
    const auto& language = visit.language();
    const bool changes = visit.viewer().may_everywhere(may::assessment_lead);
    parts::Table table{language("Models"), false};
    table.columns = {{language("Model")},
                     {language("Version number")},
                     {language("Items"), true},
                     {language("Built like")},
                     {language("See")}};
    if (changes) table.columns.push_back({language("Change")});
    for (const auto& model : all) {
        const auto base = "/assessments/models/" + model.id;
        table.rows.push_back({organisation::words(model.names.in(language.code())),
                              organisation::words(model.version),
                              organisation::words(language.integer(std::ssize(model.items()))),
                              organisation::words(model.based_on),
                              parts::link_line({{language("What corresponds"), base + "/mappings"},
                                                {"JSON", base + ".json"}})});
        if (changes) table.rows.back().push_back(work_cell(visit, model, begun));
    }
    return parts::table(table);
}

// Models that have no version yet.
Html new_models(const std::vector<Draft>& begun, const web::Language& language) {
    std::vector<parts::Crumb> links;
    for (const auto& draft : begun)
        if (draft.base_version.empty())
            links.push_back({draft.model.names.in(language.code()), draft_address(draft.model.id)});
    if (links.empty()) return {};
    return parts::section(language("New models being built"), parts::link_line(links));
}

Html import_form(RoundVisit& visit, const web::Form& form) {
    const auto& language = visit.language();
    const parts::FormErrors errors(form.errors(), language);
    Html fields = parts::text_area(
        {{.name = "document",
          .text = language("The file's content"),
          .hint = language("Take a file from the list, change it in a text editor, give it a "
                           "higher version number (or an id of its own) and paste it here."),
          .error = errors.of("document")},
         form.typed("document"),
         10},
        language);
    fields << parts::button_row({parts::button(language("Import the model"))});
    Html html = parts::error_summary(errors, language);
    return html << parts::form({.action = "/assessments/models", .csrf = visit.context().csrf_field()},
                               fields);
}

Result<Response> models_page(RoundVisit& visit, const web::Form& form, int status) {
    const auto& language = visit.language();
    const auto all =
        TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); }));
    const auto begun =
        TRY(visit.read([&](storage::Connection& connection) { return drafts(connection, visit.tenant()); }));
    auto info = organisation::info_of(
        visit.page, language("Models"),
        language(
            "What can be assessed. A round keeps the version it began with, unless you take it over to a "
            "newer one while nobody has agreed on anything."),
        {{language("Self-assessment"), "/assessments"}});
    info.notice = notice_of(visit);
    Html body = R"(<div class="stack">)"_html;
    body << models_table(visit, all, begun);
    if (visit.viewer().may_everywhere(may::assessment_lead))
        body << parts::button_row({parts::button_link(language("New model"), "/assessments/models/new",
                                                      parts::ButtonKind::primary)})
             << new_models(begun, language)
             << parts::section(language("Import a model"), import_form(visit, form));
    auto response = organisation::page_of(info, body << "</div>"_html);
    response.status = status;
    return response;
}

// A model nobody knows is stored at once; a newer version is looked through first. The page that comes next.
Result<std::string> take_in(RoundVisit& visit, storage::Transaction& tx, const std::string& document) {
    const auto model = TRY(read_model(document));
    for (const auto& known : TRY(models(tx.connection(), visit.tenant()))) {
        if (known.id != model.id) continue;
        TRY(may_follow(known, model));
        TRY(start_draft(tx, model, known.version));
        return draft_address(model.id, "/release");
    }
    TRY(keep_model(tx, model));
    return std::string("/assessments/models?done=imported");
}

} // namespace

Result<Response> show_models(RoundVisit& visit) {
    const web::Fields nothing;
    return models_page(visit, web::Form(nothing), 200);
}

Result<Response> send_model(RoundVisit& visit) {
    TRY(visit.viewer().require_everywhere(may::assessment_lead));
    web::Form form(visit.context().request.form);
    const auto document = form.typed("document");
    const auto next = visit.write([&](storage::Transaction& tx) { return take_in(visit, tx, document); });
    if (next.ok()) return Response::redirect(*next);
    if (!mendable(next.error()) && next.error().kind != ErrorKind::too_large) return next.error();
    auto error = next.error();
    error.field = "document";
    form.fail(std::move(error));
    return models_page(visit, form, refused);
}

Result<Response> model_json(RoundVisit& visit) {
    auto id = visit.context().request.parameters.text("model");
    constexpr std::string_view ending = ".json";
    if (id.ends_with(ending)) id.resize(id.size() - ending.size());
    const auto model = TRY(visit.read(
        [&](storage::Connection& connection) { return newest_model(connection, visit.tenant(), id); }));
    return Response::download(model.id + "-" + model.version + ".json", "application/json",
                              write_model(model));
}

} // namespace maerkbar::assessment::editor
