#include "app/demo_assessments.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "actions/store.hpp"
#include "measurement/indicator_store.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"
#include "practice/assessment/rounds/finding_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/participant_store.hpp"
#include "practice/assessment/rounds/round_store.hpp"
#include "practice/assessment/rounds/standing.hpp"

namespace maerkbar::app {

namespace {

using namespace assessment;
using storage::Transaction;
using UnitIds = std::map<std::string, UnitId, std::less<>>;

struct PlannedAction {
    std::string_view title;
    std::string_view owner;     // login
    std::string_view indicator; // its Danish name
    actions::Status status;
    std::string_view outcome;
    int due; // days from today
};

struct PlannedFinding {
    std::string_view item;
    FindingKind kind;
    std::string_view content;
};

struct PlannedRound {
    std::string_view name;
    std::string_view model;
    std::string_view unit;        // code; empty: the municipality
    std::string_view facilitator; // login
    double level;                 // around which people score, 0 to 5
    int days_ago;                 // of the meeting
    std::vector<PlannedFinding> findings;
    std::vector<PlannedAction> actions;
    bool scoring = false; // is still being scored
};

std::vector<PlannedRound> planned_rounds() {
    using enum FindingKind;
    using actions::Status;
    return {{"KVIK 1: Hvor står Borgerservice?",
             "kompakt9",
             "BS",
             "leder-borgerservice",
             2,
             700,
             {{"K4.1", strength, "Vi kender vores borgere og hinandens arbejde"},
              {"K6.1", improvement, "Borgerne siger, at vi er svære at få fat i"},
              {"K2.1", improvement, "Planerne bygger ikke på tal om henvendelserne"}},
             {{"Prøv længere åbningstid i et halvt år", "leder-borgerservice", "", Status::done,
               "Flere kom uden for den gamle åbningstid, men oplevelsen var den samme.", -500}}},
            {"KVIK 2: Fra åbningstid til servicemål",
             "kompakt9",
             "BS",
             "leder-borgerservice",
             2.6,
             330,
             {{"K6.2", improvement, "Vi har ingen fælles mål for svartid"},
              {"K6.1", improvement, "Vi spørger for sjældent, hvad borgerne oplever"},
              {"K3.2", improvement, "Telefonvagten er skævt fordelt"},
              {"K1.1", strength, "Alle ved, hvad der er vigtigst"}},
             {{"Sæt servicemål for svartid på hver kanal", "leder-borgerservice",
               "Telefon besvaret inden 2 minutter", Status::done,
               "Målene gælder fra foråret og følges hver måned.", -250},
              {"Spørg borgerne efter hver tiende henvendelse", "medarbejder-borgerservice", "",
               Status::running, "", 45}}},
            {"KIK: Fjordby som helhed",
             "overblik8",
             "",
             "kvalitetskonsulent",
             2.8,
             120,
             {{"A3", improvement, "Politiske mål når ikke ud i hverdagen"},
              {"D1", strength, "Økonomien følges tæt"}},
             {{"Oversæt de politiske mål sammen med hver institution", "kvalitetskonsulent", "",
               Status::running, "", 90}}},
            {"KIK: Sundhed og Ældre",
             "overblik8",
             "SUNDHED",
             "kvalitetskonsulent",
             2.4,
             60,
             {{"B3", improvement, "Overgange mellem hospital, visitation og træning halter"}},
             {{"Fælles aftale om første kontakt efter udskrivning", "leder-visitation", "", Status::open, "",
               60}}},
            {"KIK: Træningscentret Solvænget", "overblik8", "SOLV", "leder-solvaenget", 3, 0, {}, {}, true}};
}

// A number that looks like chance and is the same every time.
unsigned chance(unsigned a, unsigned b) {
    unsigned x = a * 2654435761u + b * 40503u + 97u;
    x ^= x >> 15;
    x *= 2246822519u;
    return x ^ (x >> 13);
}

// On every fifth item leaders and employees see it differently: there the group has something to talk about.
Answer answer_of(const PlannedRound& planned, const Participant& who, std::size_t item, const Scale& scale) {
    Answer answer;
    const auto roll = chance(static_cast<unsigned>(who.id.value), static_cast<unsigned>(item));
    if (roll % 17 == 0) {
        answer.blank = true;
        return answer;
    }
    double value = std::round(planned.level + static_cast<double>(item % 3) * 0.4) + (roll % 4 == 0 ? 1 : 0);
    if (item % 5 == 2) value += who.side == Side::leadership ? 1.6 : -1.2;
    answer.scores[""] = std::clamp(std::round(value), scale.min, scale.max);
    constexpr std::array strengths = {"Vi hjælper hinanden", "Vi kender opgaven",
                                      "Borgerne roser os for tonen"};
    constexpr std::array improvements = {"Mere tid til at følge op", "Tydeligere aftaler",
                                         "Tal, vi kan styre efter", "Færre overleveringer"};
    if (roll % 5 == 0) answer.strengths = strengths[roll / 7 % strengths.size()];
    if (roll % 3 == 0) answer.improvements = improvements[roll / 11 % improvements.size()];
    if (roll % 7 == 0) answer.evidence = "Notat fra personalemødet";
    return answer;
}

class DemoRounds {
  public:
    DemoRounds(Transaction& tx, const UnitIds& units, Date today) : tx_(tx), units_(units), today_(today) {}

    Result<RoundId> make(const PlannedRound& planned, RoundId previous) {
        const auto round = TRY(add(planned, previous));
        TRY(invite(planned, round));
        TRY(start_scoring(tx_, round));
        TRY(score(planned, round));
        if (planned.scoring) return round;
        TRY(assessment::close_scoring(tx_, round, false));
        TRY(agree(round));
        TRY(find(planned, round));
        TRY(plan(planned, round));
        TRY(assessment::close_round(tx_, round, planned.actions.size(), {}));
        return round;
    }

  private:
    Result<PersonId> person(std::string_view login) {
        return TRY(organisation::person_with_login(tx_.connection(), tx_.actor().tenant, login))
            .value_or(PersonId{});
    }

    Result<RoundId> add(const PlannedRound& planned, RoundId previous) {
        NewRound wanted;
        wanted.unit = units_.find(planned.unit)->second;
        wanted.fields.name = planned.name;
        wanted.fields.facilitator = TRY(person(planned.facilitator));
        wanted.fields.client = wanted.fields.facilitator;
        wanted.fields.trained_on = today_ - planned.days_ago - 14;
        wanted.fields.scoring_until = planned.scoring ? today_ + 14 : today_ - planned.days_ago - 3;
        wanted.fields.meeting_on = planned.scoring ? today_ + 21 : today_ - planned.days_ago;
        wanted.fields.plan_by = *wanted.fields.meeting_on + 21;
        wanted.model = TRY(newest_model(tx_.connection(), tx_.actor().tenant, planned.model));
        wanted.previous = previous;
        return add_round(tx_, wanted);
    }

    // Three from leadership, five from staff. In the round that is scoring, the leader's account is one of
    // them.
    Result<void> invite(const PlannedRound& planned, RoundId round) {
        if (planned.scoring)
            TRY(add_participant(tx_, round, {TRY(person(planned.facilitator)), {}, Side::leadership}));
        for (int number = planned.scoring ? 2 : 1; number <= 8; ++number) {
            const auto side = number <= 3 ? Side::leadership : Side::staff;
            TRY(add_participant(tx_, round, {{}, "Deltager " + std::to_string(number), side}));
        }
        return {};
    }

    Result<void> score(const PlannedRound& planned, RoundId round) {
        const auto standing = TRY(read_standing(tx_.connection(), tx_.actor().tenant, round));
        const auto people = TRY(participants_of(tx_.connection(), tx_.actor().tenant, round));
        for (std::size_t number = 0; number < people.size(); ++number) {
            if (planned.scoring && number % 3 == 0) continue; // has not begun
            for (std::size_t item = 0; item < standing.items.size(); ++item)
                TRY(save_answer(tx_, people[number], standing.items[item].item.item,
                                answer_of(planned, people[number], item, *standing.items[item].scale)));
            TRY(set_done(tx_, people[number], true));
        }
        return {};
    }

    Result<void> agree(RoundId round) {
        const auto standing = TRY(read_standing(tx_.connection(), tx_.actor().tenant, round));
        std::vector<Accepted> together;
        for (const auto* item : standing.agreed_already())
            together.push_back({item->item.item, std::round(*item->spread.suggestion)});
        TRY(accept_together(tx_, round, together, ""));
        for (const auto* item : standing.agenda())
            if (!item->spread.suggestion)
                TRY(decide_item(
                    tx_, round, item->item.item,
                    {std::floor(item->spread.median),
                     "Ledelse og medarbejdere så det forskelligt. Vi blev enige om det, alle kan vise.",
                     "To mener, at det står bedre til.",
                     {}},
                    item->item.version));
        return finish_meeting(tx_, round);
    }

    Result<void> find(const PlannedRound& planned, RoundId round) {
        const auto people = TRY(participants_of(tx_.connection(), tx_.actor().tenant, round));
        for (const auto& [item, kind, content] : planned.findings) {
            const auto finding = TRY(add_finding(tx_, round, item, kind, content));
            if (kind == FindingKind::strength) continue;
            for (const auto& one : people) {
                const auto roll =
                    chance(static_cast<unsigned>(one.id.value), static_cast<unsigned>(finding.value));
                // What was written down first is the easiest; people differ by a step.
                const int ease = item == planned.findings.front().item ? 4 : 2;
                TRY(cast_vote(tx_, one, finding,
                              {4 + static_cast<int>(roll % 2), ease + static_cast<int>(roll / 2 % 2)}));
            }
        }
        return {};
    }

    Result<IndicatorId> indicator(std::string_view name) {
        for (const auto& known : TRY(measurement::indicators(tx_.connection(), tx_.actor().tenant)))
            if (!name.empty() && known.definition.name.da == name) return known.id;
        return IndicatorId{};
    }

    Result<void> plan(const PlannedRound& planned, RoundId round) {
        for (const auto& wanted : planned.actions) {
            actions::ActionFields fields;
            fields.unit = units_.find(planned.unit)->second;
            fields.title = wanted.title;
            fields.owner = TRY(person(wanted.owner));
            fields.due = today_ + wanted.due;
            fields.status = wanted.status;
            fields.outcome = wanted.outcome;
            fields.indicator = TRY(indicator(wanted.indicator));
            TRY(actions::add_action(tx_, fields,
                                    {"assessment", round.value, std::string(planned.name),
                                     "/assessments/" + std::to_string(round.value) + "/plan"}));
        }
        return {};
    }

    Transaction& tx_;
    const UnitIds& units_;
    Date today_;
};

} // namespace

Result<void> make_demo_assessments(Application& application, TenantId tenant, const UnitIds& units) {
    std::map<std::string_view, RoundId> last; // of a unit
    for (const auto& planned : planned_rounds()) {
        const auto previous = last[planned.unit];
        last[planned.unit] =
            TRY(application.database().write(storage::Actor{tenant, {}, "cli", "demo"}, [&](Transaction& tx) {
                return DemoRounds(tx, units, application.today()).make(planned, previous);
            }));
    }
    return {};
}

} // namespace maerkbar::app
