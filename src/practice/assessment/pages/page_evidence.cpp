#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/audit_trail.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/report_outline.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/audit_words.hpp"

// What feedback from outside asks for: how the group assessed itself and how it improves, from what the
// system kept. Without names of people.
namespace maerkbar::assessment {

using web::Response;

namespace {

constexpr std::string_view odt_type = "application/vnd.oasis.opendocument.text";
constexpr std::int64_t most_records = 2000;

struct StatusChange {
    std::string title; // of the action
    actions::ActionChange change;
};

struct Evidence {
    Whole whole;
    std::vector<organisation::AuditRecord> steps; // of the round as a whole, oldest first
    std::vector<StatusChange> changes;
};

// What tells of single people, or of how often somebody pressed save, tells nothing of the process.
bool step_of_round(const organisation::AuditRecord& record) {
    constexpr std::string_view steps[] = {
        "assessment.created",        "assessment.scoring",     "assessment.meeting",
        "assessment.items_accepted", "assessment.improving",   "assessment.closed",
        "assessment.reviewed",       "assessment.item_closed", "assessment.participant_left"};
    return std::ranges::find(steps, record.action) != std::end(steps);
}

Result<Evidence> read_evidence(RoundVisit& visit) {
    Evidence evidence{TRY(read_whole(visit)), {}, {}};
    organisation::AuditQuery query;
    query.object_type = "assessment_round";
    query.object_id = std::to_string(evidence.whole.plan.round.id.value);
    query.limit = most_records;
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        evidence.steps = TRY(organisation::read_audit(connection, visit.tenant(), query)).records;
        for (const auto& action : evidence.whole.plan.actions)
            for (auto& change : TRY(actions::history_of(connection, visit.tenant(), action.id)))
                if (change.field == "status")
                    evidence.changes.push_back({action.fields.title, std::move(change)});
        return {};
    }));
    std::erase_if(evidence.steps, std::not_fn(step_of_round));
    std::ranges::reverse(evidence.steps);
    return evidence;
}

std::string step_text(const organisation::AuditRecord& record, const web::Language& language) {
    for (const auto& word : audit_words())
        if (word.code == record.action) return language(word.text);
    return record.action;
}

std::string state_of_action(const std::string& name, const web::Language& language) {
    const auto status = actions::status_named(name);
    return status ? action_status_text(*status, language) : name;
}

// How many items were decided in which way: talk is what the method is about.
std::vector<std::string> agreement_lines(const Whole& whole, const web::Language& language) {
    const auto count = [&](auto condition) {
        return language.integer(std::ranges::count_if(whole.standing.items, condition));
    };
    const auto all = language.integer(std::ranges::ssize(whole.standing.items));
    const auto line = [&](const char* text, std::string number) {
        return language(text, {{"count", std::move(number)}, {"all", all}});
    };
    return {
        line(translatable("{count} of {all} items were talked through one by one."),
             count([](const ItemStanding& one) { return one.item.decided && !one.item.decided_together; })),
        line(translatable("{count} of {all} items were accepted together because the answers lay close."),
             count([](const ItemStanding& one) { return one.item.decided_together; })),
        line(translatable("{count} of {all} items were given no value."),
             count([](const ItemStanding& one) { return one.item.without_value; })),
        line(translatable("{count} of {all} items have a note of those who disagree."),
             count([](const ItemStanding& one) { return !one.item.minority_note.empty(); }))};
}

void add_process(Outline& outline, const Evidence& evidence, const web::Language& language) {
    outline.heading(1, language("How the group assessed itself"));
    Grid facts{language("How we did it"), {language("What"), language("Value")}, {}};
    for (auto& [name, value] : process_facts(evidence.whole, language))
        facts.rows.push_back({name, value});
    outline.blocks.push_back(std::move(facts));
    Grid steps{language("Step by step"), {language("When"), language("What happened")}, {}};
    for (const auto& record : evidence.steps)
        steps.rows.push_back({organisation::moment_text(record.at, language), step_text(record, language)});
    outline.heading(2, language("Step by step"));
    outline.blocks.push_back(std::move(steps));
    outline.lines(2, language("How the group agreed"), agreement_lines(evidence.whole, language));
}

// Of items that were talked through.
void add_minutes(Outline& outline, const Whole& whole, const web::Language& language) {
    Grid minutes{language("Minutes"),
                 {language("Item"), language("Value"), language("Reason"),
                  language("What those who disagree want kept"), language("Minutes")},
                 {}};
    for (const auto& item : whole.standing.items)
        if (item.item.decided && !item.item.decided_together)
            minutes.rows.push_back({title_of(*item.node, language), value_text(item.item.value, language),
                                    item.item.reason, item.item.minority_note, item.item.minutes});
    if (minutes.rows.empty()) return;
    outline.heading(2, language("Minutes of the consensus meeting"));
    outline.blocks.push_back(std::move(minutes));
}

void add_improving(Outline& outline, const Evidence& evidence, const web::Language& language) {
    const auto& whole = evidence.whole;
    outline.heading(1, language("How the group improves"));
    if (!whole.plan.round.no_action_reason.empty())
        outline.paragraph(
            language("Decided not to act: {reason}", {{"reason", whole.plan.round.no_action_reason}}));
    outline.blocks.push_back(plan_grid(whole, language));
    Grid changes{language("What became of the actions"),
                 {language("When"), language("What"), language("From"), language("To")},
                 {}};
    for (const auto& [title, change] : evidence.changes)
        changes.rows.push_back({organisation::moment_text(change.at, language), title,
                                state_of_action(change.before, language),
                                state_of_action(change.after, language)});
    if (!changes.rows.empty()) {
        outline.heading(2, language("What became of the actions"));
        outline.blocks.push_back(std::move(changes));
    }
    std::vector<std::string> reviews;
    for (const auto& review : whole.plan.reviews)
        reviews.push_back(language.date(review.held_on) + ": " + review.note);
    outline.lines(2, language("Follow-ups"), reviews);
}

Outline evidence_outline(const Evidence& evidence, const web::Language& language) {
    Outline outline{language("Evidence for feedback from outside") + " · " +
                    evidence.whole.plan.round.fields.name};
    add_process(outline, evidence, language);
    add_minutes(outline, evidence.whole, language);
    add_improving(outline, evidence, language);
    outline.small(caveat_text(language));
    return outline;
}

} // namespace

Result<Response> show_evidence(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto evidence = TRY(read_evidence(visit));
    const auto& round = evidence.whole.plan.round;
    auto info = round_info(visit, round, language("Evidence for feedback from outside"),
                           language("How the group assessed itself and how it improves, from what was kept "
                                    "on the way. No participant is named."));
    web::Html body;
    body << web::parts::link_line({{language("As a document (ODT)"), address_of(round.id, "/evidence.odt")},
                                   {language("Report"), address_of(round.id, "/report")}})
         << html_of(evidence_outline(evidence, language));
    return organisation::page_of(info, body);
}

Result<Response> evidence_odt(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto evidence = TRY(read_evidence(visit));
    const auto outline = evidence_outline(evidence, language);
    return Response::download(outline.title + ".odt", odt_type, TRY(odt_of(outline, language)));
}

Result<Response> report_odt(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto whole = TRY(read_whole(visit));
    return Response::download(whole.plan.round.fields.name + ".odt", odt_type,
                              TRY(odt_of(report_outline(whole, language), language)));
}

} // namespace maerkbar::assessment
