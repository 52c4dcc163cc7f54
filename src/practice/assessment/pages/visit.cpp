#include "practice/assessment/pages/visit.hpp"

#include "base/translatable.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::assessment {

namespace may = organisation::permission;
namespace parts = web::parts;

namespace {

Error unknown_round() {
    return {ErrorKind::not_found, "assessment.unknown_round",
            "There is no such round, or not for your eyes."};
}

struct Sentence {
    std::string_view code;
    const char* text;
};

constexpr Sentence problems[] = {
    {"assessment.state",
     translatable("The round has moved on meanwhile. Look at it again; nothing was changed.")},
    {"assessment.no_facilitator", translatable("Choose who runs the meeting before scoring begins.")},
    {"assessment.few_participants",
     translatable("Add at least two participants. One person alone is no group.")},
    {"assessment.not_done",
     translatable("Not everybody is done. Wait for them, or tick that you close scoring all the same.")},
    {"assessment.undecided_some",
     translatable("Some items are not decided yet. Decide each, also when the decision "
                  "is to give no value.")},
    {"assessment.no_plan",
     translatable("A round ends with a plan. Add an action, or write why you decided not to act.")},
    {"assessment.finding_empty", translatable("Write what you found.")},
    {"assessment.review_note", translatable("Write what you saw at the follow-up.")},
    {"assessment.no_label", translatable("Write what you call the person, or choose an account.")},
    {"assessment.mail_address",
     translatable("That is no e-mail address. Write one such as anne@fjordby.dk, or none.")},
    {"assessment.already_in", translatable("That person takes part already.")},
    {"assessment.reason", translatable("Write in a sentence what the group builds the value on.")},
    {"assessment.model_scale",
     translatable("The scale is still used. Choose another for its items and ways of scoring first.")},
    {"assessment.draft_there",
     translatable("Somebody is working on this model already. Go on with that, or throw it away first.")},
    {"organisation.changed_meanwhile",
     translatable("Somebody else has changed the model meanwhile. Look at it again and repeat your change.")},
    {"actions.title", translatable("Write in a few words what is to be done.")},
    {"actions.owner", translatable("Choose a person who can do it.")},
    {"form",
     translatable("Something was missing in what you sent. Nothing was saved; fill in every field.")}};

constexpr Sentence successes[] = {
    {"saved", translatable("It is saved.")},
    {"invited", translatable("The mails are on their way.")},
    {"started", translatable("Scoring is open.")},
    {"closed", translatable("Scoring is closed. Nobody can change an answer any more.")},
    {"decided", translatable("The item is decided.")},
    {"accepted", translatable("The items are accepted.")},
    {"finished", translatable("The meeting is over. Now choose what to do.")},
    {"ended", translatable("The round is closed.")},
    {"imported", translatable("The file is imported.")},
    {"discarded", translatable("The work is thrown away. The model is as it was.")},
    {"released", translatable("The new version is released. New rounds use it.")}};

std::string sentence_of(std::span<const Sentence> all, std::string_view code, const web::Language& language) {
    for (const auto& sentence : all)
        if (sentence.code == code) return language(sentence.text);
    return {};
}

} // namespace

UnitId RoundVisit::unit_now(const Round& round) const {
    return viewer().tree->standing_for(round.unit, viewer().today);
}

bool RoundVisit::leads(const Round& round) const {
    const auto me = viewer().actor.person;
    return (me && round.fields.facilitator == me) || viewer().may(may::assessment_lead, unit_now(round));
}

Result<Round> RoundVisit::led_round() {
    const auto id = TRY(context().request.parameters.id<RoundId>("round"));
    auto round =
        TRY(read([&](storage::Connection& connection) { return read_round(connection, tenant(), id); }));
    if (!leads(round)) return unknown_round();
    return round;
}

Result<Round> RoundVisit::seen_round() {
    const auto id = TRY(context().request.parameters.id<RoundId>("round"));
    auto round =
        TRY(read([&](storage::Connection& connection) { return read_round(connection, tenant(), id); }));
    const bool agreed = round.state == State::improving || round.state == State::closed;
    if (agreed && viewer().may(may::measurement_read, unit_now(round))) return round;
    return joined_round();
}

Result<Round> RoundVisit::joined_round() {
    const auto id = TRY(context().request.parameters.id<RoundId>("round"));
    auto round =
        TRY(read([&](storage::Connection& connection) { return read_round(connection, tenant(), id); }));
    if (leads(round)) return round;
    const auto me = TRY(read([&](storage::Connection& connection) {
        return participant_by_person(connection, tenant(), id, viewer().actor.person);
    }));
    if (!me) return unknown_round();
    return round;
}

Result<Standing> RoundVisit::standing(const Round& round) {
    return read([&](storage::Connection& connection) { return read_standing(connection, tenant(), round); });
}

std::string address_of(RoundId round, std::string_view rest) {
    return "/assessments/" + std::to_string(round.value) + std::string(rest);
}

bool mendable(const Error& error) {
    return error.kind == ErrorKind::invalid || error.kind == ErrorKind::conflict;
}

Result<web::Response> back_with(const RoundVisit& visit, std::string address, const Error& error) {
    if (!mendable(error)) return error;
    const bool known = !sentence_of(problems, error.code, visit.language()).empty();
    if (!known && error.code.starts_with("form.")) return web::Response::redirect(address + "?problem=form");
    if (!known) return error;
    return web::Response::redirect(address + "?problem=" + error.code);
}

web::Html notice_of(const RoundVisit& visit) {
    const auto problem = visit.context().request.query.text("problem");
    if (const auto text = sentence_of(problems, problem, visit.language()); !text.empty())
        return parts::notice(parts::NoticeKind::warning, text);
    if (const auto text = sentence_of(successes, visit.done(), visit.language()); !text.empty())
        return parts::notice(parts::NoticeKind::success, text);
    return {};
}

parts::PageInfo round_info(RoundVisit& visit, const Round& round, std::string title, std::string lead) {
    const auto& language = visit.language();
    std::vector<parts::Crumb> crumbs = {{language("Self-assessment"), "/assessments"}};
    if (title != round.fields.name) crumbs.push_back({round.fields.name, address_of(round.id)});
    auto info = organisation::info_of(visit.page, std::move(title), std::move(lead), std::move(crumbs));
    info.notice = notice_of(visit);
    return info;
}

web::RouteHandler in_visit(AssessmentServices& services, Result<web::Response> (*handler)(RoundVisit&)) {
    return [&services, handler](web::Context& context) -> Result<web::Response> {
        const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
        organisation::Visit page{services.organisation, context, viewer};
        RoundVisit visit{services, page};
        return handler(visit);
    };
}

} // namespace maerkbar::assessment
