#include <fstream>
#include <iterator>

#include "actions/store.hpp"
#include "organisation/form_page.hpp"
#include "practice/assessment/pages/api.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/rounds/transfer.hpp"

// A round whole as JSON, and one from elsewhere taken in.
namespace maerkbar::assessment {

using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

constexpr int refused = 422;

// Names in Danish, so that a file means the same whoever fetched it.
Result<IndicatorNames> indicator_names(RoundVisit& visit, storage::Connection& connection) {
    IndicatorNames names;
    for (auto& indicator : TRY(visit.services.actions.indicators(connection, visit.tenant(), "da")))
        names[indicator.id] = std::move(indicator.name);
    return names;
}

// `owner` 0: whoever imports.
Result<RoundId> take_in(RoundVisit& visit, UnitId unit, PersonId owner, std::string_view json) {
    TRY(visit.viewer().require(may::assessment_lead, unit));
    const auto file = TRY(read_round_file(json));
    const auto& language = visit.language();
    return visit.write([&](storage::Transaction& tx) -> Result<RoundId> {
        ImportTarget target{unit, owner ? owner : visit.viewer().actor.person,
                            TRY(indicator_names(visit, tx.connection()))};
        for (auto& person : TRY(actions::possible_owners(tx.connection(), visit.tenant(),
                                                         *visit.viewer().tree, unit, visit.viewer().today)))
            target.people.emplace(std::move(person.name), person.person);
        target.responsible = language("Responsible in the file: {name}");
        return import_round(tx, file, target);
    });
}

Result<std::string> uploaded(const RoundVisit& visit) {
    const auto* file = visit.context().request.file("file");
    if (file == nullptr || file->size == 0)
        return Error{
            ErrorKind::invalid, "assessment.no_file", "Choose a file that is not empty.", {}, "file"};
    if (file->size > largest_round)
        return Error{ErrorKind::too_large, "assessment.round_too_large",
                     "The file of a round is at most 16 MB."};
    std::ifstream in(file->path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

Html owner_field(const Filled& filled, const std::vector<actions::Owner>& people,
                 const web::Language& language) {
    std::vector<parts::Choice> choices{{"", language("Me")}};
    for (const auto& person : people)
        choices.push_back({std::to_string(person.person.value), person.name});
    return parts::select_field(
        {filled.optional("owner", language("Owner of its actions"),
                         language("Of those whose file names nobody with an account here. What the file says "
                                  "stands in the action until you hand it on from the plan.")),
         choices},
        language);
}

Result<Response> import_page(RoundVisit& visit, const Filled& filled, int status) {
    const auto& language = visit.language();
    const auto info = organisation::info_of(
        visit.page, language("Import a round"),
        language(
            "A round that was fetched as JSON, here or in another installation. Scores, comments, plan and "
            "follow-ups come along; people do not."),
        {{language("Self-assessment"), "/assessments"}});
    const auto people = TRY(visit.read([&](storage::Connection& connection) {
        return actions::possible_owners(connection, visit.tenant(), *visit.viewer().tree,
                                        visit.viewer().tree->root(), visit.viewer().today);
    }));
    Html fields = parts::file_field({filled.label("file", language("File")), ".json"}, language);
    fields << parts::select_field({filled.label("unit", language("Unit")),
                                   organisation::unit_choices(
                                       visit.page, visit.viewer().scope(may::assessment_lead), UnitId{})},
                                  language)
           << owner_field(filled, people, language)
           << parts::button_row({parts::button(language("Import the round")),
                                 parts::button_link(language("Cancel"), "/assessments")});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form(
        {.action = "/assessments/import", .csrf = visit.context().csrf_field(), .upload = true}, fields);
    auto response = organisation::page_of(info, body);
    response.status = status;
    return response;
}

} // namespace

Result<Response> round_json(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    auto file = TRY(visit.read([&](storage::Connection& connection) -> Result<RoundFile> {
        return export_round(connection, visit.tenant(), round.id, TRY(indicator_names(visit, connection)));
    }));
    file.unit = organisation::unit_name(visit.page, round.unit);
    return Response::download(round.fields.name + ".json", "application/json", write_round_file(file));
}

Result<Response> show_import(RoundVisit& visit) {
    return import_page(visit, Filled(), 200);
}

Result<Response> send_import(RoundVisit& visit) {
    web::Form form(visit.context().request.form);
    const auto unit = form.required_id<UnitId>("unit");
    const auto json = uploaded(visit);
    if (!json.ok()) form.fail(json.error());
    if (form.ok()) {
        const auto made = take_in(visit, unit, form.id<PersonId>("owner"), *json);
        if (made.ok()) return Response::redirect(address_of(*made, "?done=imported"));
        if (!mendable(made.error())) return made.error();
        auto error = made.error();
        error.field = "file";
        form.fail(std::move(error));
    }
    return import_page(visit, Filled(form, visit.language()), refused);
}

Result<Response> post_round_file(RoundVisit& visit) {
    web::Form asked(visit.context().request.query);
    const auto unit = asked.required_id<UnitId>("unit");
    if (!asked.ok()) return asked.errors().front();
    JsonWriter json;
    json.begin_object()
        .member("id", TRY(take_in(visit, unit, asked.id<PersonId>("owner"), visit.context().request.body)))
        .end_object();
    return Response::json(std::move(json).text(), 201);
}

} // namespace maerkbar::assessment
