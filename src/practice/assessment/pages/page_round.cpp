#include "practice/assessment/model/difference.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/round_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "web/parts/tags.hpp"

// A round seen by its facilitator: where it is, what is next, who is done.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

Html steps(const Round& round, const web::Language& language) {
    std::vector<std::string> names;
    for (const auto state :
         {State::preparing, State::scoring, State::meeting, State::improving, State::closed})
        names.push_back(state_text(state, language));
    return parts::step_indicator(names, static_cast<std::size_t>(round.state), language);
}

// A newer version of the model never touches this round; it is only said.
Html newer_model(const RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    const auto& round = overview.round;
    const bool newer = compare_version_numbers(overview.newest_version, round.model_version).value_or(0) > 0;
    if (!newer || round.state == State::closed) return {};
    return parts::notice(
        parts::NoticeKind::information,
        language("The model has come in version {newest}. This round keeps {own} to its end.",
                 {{"newest", overview.newest_version}, {"own", round.model_version}}));
}

Html merged_unit(const RoundVisit& visit, const Round& round) {
    const auto& language = visit.language();
    const auto now = visit.unit_now(round);
    if (now == round.unit) return {};
    return parts::notice(
        parts::NoticeKind::information,
        language("The unit has been merged into {unit}. The round goes on there; nothing is lost.",
                 {{"unit", organisation::unit_name(visit.page, now)}}));
}

Result<RoundOverview> read_overview(RoundVisit& visit, Round round) {
    return visit.read([&](storage::Connection& connection) -> Result<RoundOverview> {
        RoundOverview overview;
        overview.model = TRY(model_version(connection, visit.tenant(), round.model, round.model_version));
        overview.participants = TRY(participants_of(connection, visit.tenant(), round.id));
        overview.items = TRY(items_of(connection, visit.tenant(), round.id));
        overview.progress = TRY(progress_of(connection, visit.tenant(), round.id));
        overview.newest_version = TRY(newest_model(connection, visit.tenant(), round.model)).version;
        overview.people = TRY(actions::possible_owners(connection, visit.tenant(), *visit.viewer().tree,
                                                       visit.unit_now(round), visit.viewer().today));
        overview.round = std::move(round);
        return overview;
    });
}

} // namespace

Result<Response> show_round(RoundVisit& visit) {
    const auto& language = visit.language();
    auto round = TRY(visit.seen_round());
    const bool leads = visit.leads(round);
    const auto overview = TRY(read_overview(visit, std::move(round)));
    auto info = round_info(visit, overview.round, overview.round.fields.name,
                           organisation::unit_name(visit.page, overview.round.unit) + " · " +
                               overview.model.names.in(language.code()));
    Html body = R"(<div class="stack">)"_html;
    body << merged_unit(visit, overview.round) << newer_model(visit, overview)
         << steps(overview.round, language);
    if (leads) body << next_part(visit, overview);
    body << links_part(visit, overview.round) << facts_part(visit, overview, leads);
    if (leads)
        body << participants_part(visit, overview) << TRY(invitations_part(visit, overview))
             << items_part(visit, overview);
    return organisation::page_of(info, body << "</div>"_html);
}

} // namespace maerkbar::assessment
