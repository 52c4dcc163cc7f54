#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// The models there are, out as files and in again.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

constexpr int refused = 422;

Html models_table(const std::vector<Model>& all, const web::Language& language) {
    parts::Table table{language("Models"), false};
    table.columns = {{language("Model")},
                     {language("Version number")},
                     {language("Items"), true},
                     {language("Built like")},
                     {language("File")}};
    for (const auto& model : all)
        table.rows.push_back({organisation::words(model.names.in(language.code())),
                              organisation::words(model.version),
                              organisation::words(language.integer(std::ssize(model.items()))),
                              organisation::words(model.based_on),
                              organisation::link("/assessments/models/" + model.id + ".json", "JSON")});
    return parts::table(table);
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
    auto info = organisation::info_of(
        visit.page, language("Models"),
        language("What can be assessed. A round keeps the version it began with, whatever "
                 "comes later."),
        {{language("Self-assessment"), "/assessments"}});
    info.notice = notice_of(visit);
    Html body = models_table(all, language);
    if (visit.viewer().may_everywhere(may::assessment_lead))
        body << parts::section(language("Import a model"), import_form(visit, form));
    auto response = organisation::page_of(info, body);
    response.status = status;
    return response;
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
    const auto imported = visit.write([&](storage::Transaction& tx) { return import_model(tx, document); });
    if (imported.ok()) return Response::redirect("/assessments/models?done=imported");
    if (!mendable(imported.error()) && imported.error().kind != ErrorKind::too_large) return imported.error();
    auto error = imported.error();
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

} // namespace maerkbar::assessment
