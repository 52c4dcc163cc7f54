#include "practice/assessment/pages/report_outline.hpp"

#include <algorithm>

#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/words.hpp"

namespace maerkbar::assessment {

namespace {

std::string day_text(const std::optional<Date>& day, const web::Language& language) {
    return day ? language.date(*day) : "–";
}

std::string indicator_of(const Plan& plan, IndicatorId id) {
    for (const auto& indicator : plan.indicators)
        if (indicator.id == id) return indicator.name;
    return "–";
}

Grid areas_grid(const Standing& standing, const web::Language& language) {
    Grid grid{language("Areas"), {language("Area"), language("Value"), language("Items with a value")}, {}};
    const auto add = [&](std::string name, const Rolled& rolled) {
        if (rolled.of == 0) return;
        grid.rows.push_back({std::move(name), rolled.value ? language.number(*rolled.value, 1) : "–",
                             language("{count} of {all}", {{"count", language.integer(rolled.answered)},
                                                           {"all", language.integer(rolled.of)}})});
    };
    for (const auto* top : standing.model.children({}))
        add(title_of(*top, language), standing.profile.nodes.find(top->id)->second);
    for (const auto& group : standing.model.groups)
        add(group.names.in(language.code()), standing.profile.groups.find(group.id)->second);
    if (standing.profile.whole.value) add(language("The whole"), standing.profile.whole);
    return grid;
}

void add_findings(Outline& outline, const Plan& plan, const web::Language& language) {
    outline.heading(1, language("What we found"));
    Grid grid{language("Areas of improvement, first things first"),
              {language("Area of improvement"), language("Priority"), language("Effect"), language("Ease"),
               language("Votes")},
              {}};
    for (const auto& [finding, priority] : plan.improvements)
        grid.rows.push_back({finding.content, place_text(priority.place, language),
                             priority.n > 0 ? value_text(priority.effect, language) : "–",
                             priority.n > 0 ? value_text(priority.ease, language) : "–",
                             language.integer(priority.n)});
    outline.blocks.push_back(std::move(grid));
    std::vector<std::string> strengths;
    for (const auto& finding : plan.strengths)
        strengths.push_back(finding.content);
    outline.lines(2, language("Strengths"), strengths);
}

// The agreed value and the points behind it, in one sentence each.
void add_value(Outline& outline, const Whole& whole, const ItemStanding& item,
               const web::Language& language) {
    if (item.scale == nullptr) return;
    std::string text =
        item.item.value ? value_with_band(*item.item.value, *item.scale, language) : language("No value");
    const auto* old = whole.before ? whole.before->find(item.item.item) : nullptr;
    if (old != nullptr)
        text += " (" +
                change_text(change_between(whole.before->stand(*old), whole.standing.stand(item)), language) +
                ")";
    outline.paragraph(text);
    const auto& spread = item.spread;
    if (spread.n > 0)
        outline.small(language.plural("{count} score, from {lowest} to {highest}.",
                                      "{count} scores, from {lowest} to {highest}.", spread.n,
                                      {{"lowest", value_text(spread.lowest, language)},
                                       {"highest", value_text(spread.highest, language)}}));
}

void add_item(Outline& outline, const Whole& whole, const ItemStanding& item, const web::Language& language) {
    outline.heading(2, title_of(*item.node, language));
    outline.small(item.node->question.in(language.code()));
    add_value(outline, whole, item, language);
    if (const auto reason = reason_text(item.item, language); !reason.empty()) outline.paragraph(reason);
    if (!item.item.minority_note.empty())
        outline.paragraph(language("Some disagree: {note}", {{"note", item.item.minority_note}}));
    if (!item.item.minutes.empty()) outline.paragraph(language("Minutes") + ": " + item.item.minutes);
    const auto& texts = whole.texts_of(item);
    outline.lines(3, language("Strengths"), texts.strengths);
    outline.lines(3, language("Areas of improvement"), texts.improvements);
    outline.lines(3, language("Evidence"), texts.evidence);
}

} // namespace

const ClosedTexts& Whole::texts_of(const ItemStanding& item) const {
    static const ClosedTexts none;
    const auto found = texts.find(item.item.item);
    return found == texts.end() ? none : found->second;
}

Result<Whole> read_whole(RoundVisit& visit) {
    auto round = TRY(visit.seen_round());
    TRY(require_agreed(round));
    const auto id = round.id;
    Whole whole{TRY(read_plan(visit, round)), TRY(visit.standing(round)), {}, {}, {}, {}};
    whole.unit = organisation::unit_name(visit.page, round.unit);
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        whole.participants = TRY(participants_of(connection, visit.tenant(), id));
        whole.texts = TRY(closed_texts(connection, visit.tenant(), id));
        if (round.previous) whole.before = TRY(read_standing(connection, visit.tenant(), round.previous));
        return {};
    }));
    return whole;
}

std::vector<std::pair<std::string, std::string>> process_facts(const Whole& whole,
                                                               const web::Language& language) {
    const auto& fields = whole.plan.round.fields;
    const auto count = [&](Side side) {
        return language.integer(std::ranges::count(whole.participants, side, &Participant::side));
    };
    return {{language("Unit"), whole.unit},
            {language("Model"),
             whole.standing.model.names.in(language.code()) + " " + whole.standing.model.version},
            {language("From leadership"), count(Side::leadership)},
            {language("From staff"), count(Side::staff)},
            {language("Tried together"), day_text(fields.trained_on, language)},
            {language("Meeting"), day_text(fields.meeting_on, language)},
            {language("Plan ready"), day_text(fields.plan_by, language)}};
}

std::string caveat_text(const web::Language& language) {
    return language(
        "The numbers are the group's own view of itself. They are made for choosing what to do and "
        "for comparing with its own earlier rounds, not for comparing with others.");
}

Grid plan_grid(const Whole& whole, const web::Language& language) {
    Grid grid{language("Plan"),
              {language("What"), language("Owner"), language("Due"), language("Status"),
               language("Should move"), language("What came of it")},
              {}};
    for (const auto& action : whole.plan.actions)
        grid.rows.push_back({action.fields.title, action.owner_name, language.date(action.fields.due),
                             action_status_text(action.fields.status, language),
                             indicator_of(whole.plan, action.fields.indicator), action.fields.outcome});
    return grid;
}

Outline report_outline(const Whole& whole, const web::Language& language) {
    const auto& round = whole.plan.round;
    Outline outline{round.fields.name + " · " + whole.unit};
    outline.heading(1, language("How we did it"));
    std::vector<std::string> facts;
    for (const auto& [name, value] : process_facts(whole, language))
        facts.push_back(name + ": " + value);
    outline.blocks.push_back(Lines{std::move(facts)});
    outline.heading(1, language("What we chose to do"));
    if (!round.no_action_reason.empty())
        outline.paragraph(language("Decided not to act: {reason}", {{"reason", round.no_action_reason}}));
    outline.blocks.push_back(plan_grid(whole, language));
    std::vector<std::string> reviews;
    for (const auto& review : whole.plan.reviews)
        reviews.push_back(language.date(review.held_on) + ": " + review.note);
    outline.lines(2, language("Follow-ups"), reviews);
    add_findings(outline, whole.plan, language);
    outline.heading(1, language("Where we stand"));
    outline.blocks.push_back(areas_grid(whole.standing, language));
    outline.paragraph(rule_text(whole.standing, language));
    outline.heading(1, language("Item by item"));
    for (const auto& item : whole.standing.items)
        add_item(outline, whole, item, language);
    outline.small(caveat_text(language));
    return outline;
}

} // namespace maerkbar::assessment
