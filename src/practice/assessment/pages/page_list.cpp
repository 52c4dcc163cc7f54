#include "organisation/scope_sql.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "web/parts/tags.hpp"

// All rounds the person may see, and those they are asked to take part in.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

struct Lists {
    std::vector<Round> mine; // I score in
    std::vector<Round> others;
    std::vector<Model> models;
};

std::string model_name(const Lists& lists, const std::string& id, const web::Language& language) {
    for (const auto& model : lists.models)
        if (model.id == id) return model.names.in(language.code());
    return id;
}

Html state_tag(const Round& round, const web::Language& language) {
    const auto kind = round.state == State::closed ? parts::TagKind::met : parts::TagKind::information;
    return parts::tag(kind, state_text(round.state, language));
}

Html my_rounds(const RoundVisit& visit, const Lists& lists) {
    const auto& language = visit.language();
    if (lists.mine.empty()) return {};
    parts::Table table{language("You are asked to take part"), true};
    table.columns = {
        {language("Round")}, {language("Unit")}, {language("Status")}, {language("Score until")}};
    for (const auto& round : lists.mine)
        table.rows.push_back(
            {organisation::link(address_of(round.id, "/score"), round.fields.name),
             organisation::words(organisation::unit_name(visit.page, round.unit)), state_tag(round, language),
             organisation::words(round.fields.scoring_until ? language.date(*round.fields.scoring_until)
                                                            : "–")});
    return parts::table(table);
}

Html all_rounds(const RoundVisit& visit, const Lists& lists) {
    const auto& language = visit.language();
    parts::Table table{language("Rounds"), true};
    table.columns = {{language("Round")}, {language("Unit")}, {language("Model")}, {language("Status")}};
    table.empty = language("No rounds yet. A round takes a group from everybody's own scores to a plan.");
    for (const auto& round : lists.others)
        table.rows.push_back({organisation::link(address_of(round.id), round.fields.name),
                              organisation::words(organisation::unit_name(visit.page, round.unit)),
                              organisation::words(model_name(lists, round.model, language)),
                              state_tag(round, language)});
    return parts::table(table);
}

Result<Lists> read_lists(RoundVisit& visit) {
    const auto& viewer = visit.viewer();
    const auto led = organisation::scope_condition(viewer.scope(may::assessment_lead), *viewer.tree,
                                                   viewer.today, "r.unit_id");
    const auto seen = organisation::scope_condition(viewer.scope(may::measurement_read), *viewer.tree,
                                                    viewer.today, "r.unit_id");
    const auto condition = "(" + led + " or r.facilitator_id = " + std::to_string(viewer.actor.person.value) +
                           " or (r.state in ('improving', 'closed') and " + seen + "))";
    return visit.read([&](storage::Connection& connection) -> Result<Lists> {
        return Lists{TRY(rounds_of_person(connection, visit.tenant(), viewer.actor.person)),
                     TRY(list_rounds(connection, visit.tenant(), condition)),
                     TRY(models(connection, visit.tenant()))};
    });
}

} // namespace

Result<Response> show_rounds(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto lists = TRY(read_lists(visit));
    auto info = organisation::info_of(
        visit.page, language("Self-assessment"),
        language("Look at yourselves all the way round, agree, and choose what to do."));
    info.notice = notice_of(visit);
    std::vector<Html> buttons;
    if (visit.viewer().access.may(may::assessment_lead)) {
        buttons.push_back(
            parts::button_link(language("New round"), "/assessments/new", parts::ButtonKind::primary));
        buttons.push_back(parts::button_link(language("Models"), "/assessments/models"));
        buttons.push_back(parts::button_link(language("Import a round"), "/assessments/import"));
    }
    buttons.push_back(parts::button_link(language("Across units"), "/assessments/units"));
    info.actions = parts::button_row(buttons);
    Html body = R"(<div class="stack">)"_html;
    body << my_rounds(visit, lists) << all_rounds(visit, lists) << "</div>"_html;
    return organisation::page_of(info, body);
}

} // namespace maerkbar::assessment
