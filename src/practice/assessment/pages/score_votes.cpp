#include <array>

#include "practice/assessment/pages/scorer.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/finding_store.hpp"

// Each participant says how much an improvement would help, and how easy it is.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Ballot {
    Round round;
    std::vector<Finding> findings;
    std::map<FindingId, Vote> votes;
};

Result<Ballot> read_ballot(ScorerVisit& visit) {
    return visit.read([&](storage::Connection& connection) -> Result<Ballot> {
        Ballot ballot{TRY(read_round(connection, visit.tenant, visit.participant.round)),
                      TRY(findings_of(connection, visit.tenant, visit.participant.round)),
                      TRY(own_votes(connection, visit.tenant, visit.participant))};
        std::erase_if(ballot.findings, [](const Finding& one) { return one.kind == FindingKind::strength; });
        return ballot;
    });
}

Html five(const ScorerVisit& visit, std::string name, std::string text,
          const std::array<std::string, 5>& words, int chosen) {
    std::vector<parts::Choice> choices;
    for (int value = 1; value <= 5; ++value)
        choices.push_back({std::to_string(value),
                           std::to_string(value) + " · " + words[static_cast<std::size_t>(value - 1)],
                           {},
                           value == chosen});
    return parts::select_field({{.name = std::move(name), .text = std::move(text)}, choices}, visit.language);
}

Html vote_fields(const ScorerVisit& visit, const Finding& finding, Vote vote) {
    const auto& language = visit.language;
    const auto id = std::to_string(finding.id.value);
    Html fields = "<div class=\"grid-2\">"_html;
    fields << five(visit, "effect-" + id, language("Effect"),
                   {language("Hardly any"), language("A little"), language("Some"), language("Much"),
                    language("Very much")},
                   vote.effect)
           << five(visit, "ease-" + id, language("Ease"),
                   {language("Very hard"), language("Hard"), language("Neither"), language("Easy"),
                    language("Very easy")},
                   vote.ease)
           << "</div>"_html;
    return parts::section(finding.content, fields);
}

} // namespace

Result<Response> show_votes(ScorerVisit& visit) {
    const auto& language = visit.language;
    const auto ballot = TRY(read_ballot(visit));
    auto info = visit.services.organisation.frame.info(visit.context, language("What matters most?"));
    info.crumbs = {{ballot.round.fields.name, visit.address()}};
    info.lead = language(
        "Say for each how much it would help and how easy it is. The group sees the votes, not whose "
        "they are.");
    if (visit.context.request.query.text("done") == "saved")
        info.notice = parts::notice(parts::NoticeKind::success, language("Your votes are saved."));
    if (ballot.findings.empty() ||
        (ballot.round.state != State::meeting && ballot.round.state != State::improving))
        return Response::html(parts::page(
            info, parts::empty_state(language("Nothing to vote on"),
                                     language("The facilitator writes down what the group found first."))));
    Html fields;
    for (const auto& finding : ballot.findings) {
        const auto own = ballot.votes.find(finding.id);
        fields << vote_fields(visit, finding, own == ballot.votes.end() ? Vote() : own->second);
    }
    fields << parts::button_row({parts::button(language("Save my votes"))});
    return Response::html(parts::page(
        info,
        parts::form({.action = visit.context.request.path, .csrf = visit.context.csrf_field()}, fields)));
}

Result<Response> send_votes(ScorerVisit& visit) {
    const auto ballot = TRY(read_ballot(visit));
    web::Form form(visit.context.request.form);
    TRY(visit.write([&](storage::Transaction& tx) -> Result<void> {
        for (const auto& finding : ballot.findings) {
            const auto id = std::to_string(finding.id.value);
            const auto effect = form.integer("effect-" + id, 1, 5);
            const auto ease = form.integer("ease-" + id, 1, 5);
            if (effect && ease)
                TRY(cast_vote(tx, visit.participant, finding.id,
                              {static_cast<int>(*effect), static_cast<int>(*ease)}));
        }
        return {};
    }));
    return Response::redirect(visit.context.request.path + "?done=saved");
}

} // namespace maerkbar::assessment
