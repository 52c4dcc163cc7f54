#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// A new model, and what a model is called.
namespace maerkbar::assessment::editor {

using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

Html head_fields(const Model& model, const Filled& filled, const web::Language& language) {
    Html html = three_fields({"names", language("Name")}, model.names, filled, language);
    html << three_fields({"description", language("What it is for"), {}, 3}, model.description, filled,
                         language)
         << parts::text_field(
                {.label = filled.optional("based_on", language("Built like"),
                                          language("Whose structure it follows, such as CAF 2020.")),
                 .value = filled.value("based_on", model.based_on)},
                language);
    return html;
}

void read_head(web::Form& form, Model& model) {
    model.names = read_required_three(form, "names");
    model.description = read_three(form, "description");
    model.based_on = form.text("based_on");
}

Result<Response> head_page(RoundVisit& visit, const Draft& draft, const Filled& filled) {
    const auto& language = visit.language();
    return form_page(visit, draft,
                     {language("Name and purpose"),
                      {},
                      draft_address(draft.model.id, "/head"),
                      head_fields(draft.model, filled, language)},
                     filled);
}

Html begin_fields(const std::vector<Model>& all, const Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> choices{{"", language("– nothing: an empty model –")}};
    for (const auto& model : all)
        choices.push_back({model.id, model.names.in(language.code())});
    Html html = three_fields({"names", language("Name")}, {}, filled, language);
    html << parts::text_field({.label = filled.label("id", language("Short name in files and addresses"),
                                                     language("Letters a–z, digits, dots and dashes, such as "
                                                              "library-2026. It cannot be changed later.")),
                               .value = filled.value("id"),
                               .width = parts::FieldWidth::medium,
                               .max_length = 60},
                              language)
         << choose(filled.label("copy", language("Begin with a copy of"),
                                language("Its items, scales and rules, to change as you like.")),
                   choices, filled.value("copy"), language);
    return html;
}

Result<Response> begin_page(RoundVisit& visit, const Filled& filled) {
    const auto& language = visit.language();
    const auto all =
        TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); }));
    Html fields = begin_fields(all, filled, language);
    fields << parts::button_row(
        {parts::button(language("Begin")), parts::button_link(language("Cancel"), "/assessments/models")});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form({.action = "/assessments/models/new", .csrf = visit.context().csrf_field()}, fields);
    const auto info = organisation::info_of(
        visit.page, language("New model"),
        language("You build it piece by piece. Nobody can use it before you release it."),
        {{language("Self-assessment"), "/assessments"}, {language("Models"), "/assessments/models"}});
    auto response = organisation::page_of(info, body);
    response.status = filled.errors().empty() ? 200 : refused;
    return response;
}

// Nobody may take the place of a model that is there.
Result<void> check_new(RoundVisit& visit, web::Form& form, const std::string& id) {
    for (const auto& known :
         TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); })))
        if (known.id == id)
            form.fail("id", "assessment.model_known",
                      "There is a model with that short name. Choose another, or make a new version of it.");
    return {};
}

} // namespace

Result<Response> show_new_model(RoundVisit& visit) {
    TRY(visit.viewer().require_everywhere(may::assessment_lead));
    return begin_page(visit, Filled());
}

Result<Response> send_new_model(RoundVisit& visit) {
    TRY(visit.viewer().require_everywhere(may::assessment_lead));
    web::Form form(visit.context().request.form);
    Model model;
    if (const auto copy = form.text("copy"); !copy.empty())
        model = TRY(visit.read(
            [&](storage::Connection& connection) { return newest_model(connection, visit.tenant(), copy); }));
    model.id = form.required_text("id", 60);
    model.version = "1.0.0";
    model.names = read_required_three(form, "names");
    TRY(check_new(visit, form, model.id));
    if (form.ok()) {
        const auto begun = visit.write([&](storage::Transaction& tx) { return start_draft(tx, model, {}); });
        if (begun.ok()) return Response::redirect(draft_address(model.id));
        if (!mendable(begun.error())) return begun.error();
        auto error = begun.error();
        error.field = "id";
        form.fail(std::move(error));
    }
    return begin_page(visit, Filled(form, visit.language()));
}

Result<Response> show_head(RoundVisit& visit) {
    return head_page(visit, TRY(asked_draft(visit)), Filled());
}

Result<Response> send_head(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    web::Form form(visit.context().request.form);
    read_head(form, draft.model);
    if (TRY(store(visit, draft, form, "names-da")))
        return Response::redirect(draft_address(draft.model.id, "?done=saved"));
    return head_page(visit, draft, Filled(form, visit.language()));
}

} // namespace maerkbar::assessment::editor
