#include "practice/assessment/pages/api.hpp"
#include "practice/assessment/rounds/finding_store.hpp"

// Participants and their votes as JSON: one's own only. Those of the group stand on the plan, without names.
namespace maerkbar::assessment {

using web::Response;

Result<Participant> own_participation(RoundVisit& visit, RoundId round) {
    const auto me = TRY(visit.read([&](storage::Connection& connection) {
        return participant_by_person(connection, visit.tenant(), round, visit.viewer().actor.person);
    }));
    if (me) return *me;
    return Error{
        ErrorKind::not_found, "assessment.not_taking_part",
        "You do not take part in this round. If you were given a code, type it at the address /join."};
}

Result<Response> votes_json(RoundVisit& visit) {
    const auto round = TRY(visit.context().request.parameters.id<RoundId>("round"));
    const auto me = TRY(own_participation(visit, round));
    const auto votes = TRY(visit.read(
        [&](storage::Connection& connection) { return own_votes(connection, visit.tenant(), me); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& [finding, vote] : votes)
        json.begin_object()
            .member("finding", finding)
            .member("effect", vote.effect)
            .member("ease", vote.ease)
            .end_object();
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> put_vote(RoundVisit& visit) {
    const auto& parameters = visit.context().request.parameters;
    const auto round = TRY(parameters.id<RoundId>("round"));
    const auto finding = TRY(parameters.id<FindingId>("finding"));
    const auto me = TRY(own_participation(visit, round));
    web::Form form(visit.context().request.form);
    const auto effect = form.required_integer("effect", 1, highest_vote);
    const auto ease = form.required_integer("ease", 1, highest_vote);
    if (!form.ok()) return form.errors().front();
    const Vote vote{static_cast<int>(effect), static_cast<int>(ease)};
    TRY(visit.write([&](storage::Transaction& tx) { return cast_vote(tx, me, finding, vote); }));
    return Response::no_content();
}

} // namespace maerkbar::assessment
