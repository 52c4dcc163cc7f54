#include "measurement/sentence.hpp"

#include <doctest/doctest.h>

#include "measurement/judge_fixture.hpp"
#include "measurement/value_text.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;
using namespace maerkbar::measurement::testing;

namespace {

const web::Languages languages;

struct Spoken {
    const char* situation;
    std::vector<Share> values;
    Circumstances around;
};

std::vector<Share> last(std::vector<Share> values, Share share) {
    values.back() = share;
    return values;
}

ChartDecisions phase(const char* from) {
    return {.phases = {{*Period::parse(from), "Ny vagtplan"}}};
}

const Spoken situations[] = {
    {"accepted",
     last(joined(steady(0.79, 14), steady(0.87, 10)), {1204, 1384}),
     {.target = Target{0.8}, .decisions = phase("2026-01")}},
    {"proposed", joined(steady(0.79, 14), steady(0.87, 10)), {.target = Target{0.9}}},
    {"worse",
     joined(steady(0.87, 14), steady(0.79, 10)),
     {.target = Target{0.8}, .decisions = phase("2026-01")}},
    {"neutral",
     joined(steady(0.79, 14), steady(0.87, 10)),
     {.decisions = phase("2026-01"), .direction = Direction::neutral}},
    {"stable", steady(0.86, 24), {.target = Target{0.86}}},
    {"long ago", joined(steady(0.79, 10), steady(0.87, 16)), {}},
    {"unusual", last(steady(0.86, 24), {700, 1000}), {.target = Target{0.8}}},
    {"few points", steady(0.86, 5), {.target = Target{0.8}}},
    {"constant", std::vector<Share>(24, Share{500, 500}), {.target = Target{0.95}}},
    {"small", steady(0.75, 24, 12), {}},
    {"sample", last(steady(0.8, 24), {83, 100}), {.target = Target{0.8}, .sample = true}},
    {"nothing", {}, {.target = Target{0.8}}},
    {"missing months",
     [] {
         auto values = steady(0.86, 24);
         values[3] = values[4] = {};
         values[9] = {0, 0};
         return values;
     }(),
     {.running = Share{10, 40}}},
    {"late", steady(0.86, 24), {.today = *Date::from(2027, 2, 3)}},
    {"old", steady(0.9, 24), {.target = Target{0.8}, .today = *Date::from(2028, 3, 1)}},
    {"only running", {}, {.target = Target{0.8}, .running = Share{17, 20}}},
};

// What is said of each situation, read aloud by people who speak the language; notes come after #.
struct Expected {
    const char* situation;
    const char* da;
    const char* nb;
    const char* en;
};

const Expected expected[] = {
    {"accepted",
     "87\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (1.204 af 1.384). Det er "
     "bedre end før: siden januar ligger niveauet på 87\u00a0% mod 79\u00a0% tidligere. Målet "
     "på 80\u00a0% er nået. Om det holder, er det for tidligt at sige.",
     "87\u00a0% av samtalene ble besvart innen 2 minutter i oktober (1\u00a0204 av "
     "1\u00a0384). Det er bedre enn før: siden januar ligger nivået på 87\u00a0% mot 79\u00a0% "
     "tidligere. Målet på 80\u00a0% er nådd. Om det holder, er det for tidlig å si.",
     "87% of the calls were answered within 2 minutes in October (1,204 of 1,384). This is "
     "better than before: since January the level is 87% against 79% earlier. The target of "
     "80% is kept. It is too early to say whether that will last."},
    {"proposed",
     "86\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (862 af 1.000). Det ser "
     "ud til at være blevet bedre: siden januar tyder tallene på et niveau på 87\u00a0% mod "
     "79\u00a0% tidligere. Ingen har bekræftet ændringen endnu. Målet på 90\u00a0% er ikke "
     "nået.",
     "86\u00a0% av samtalene ble besvart innen 2 minutter i oktober (862 av 1\u00a0000). Det "
     "ser ut til å ha blitt bedre: siden januar tyder tallene på et nivå på 87\u00a0% mot "
     "79\u00a0% tidligere. Ingen har bekreftet endringen ennå. Målet på 90\u00a0% er ikke "
     "nådd.",
     "86% of the calls were answered within 2 minutes in October (862 of 1,000). It seems to "
     "have become better: since January the level looks like 87% against 79% earlier. Nobody "
     "has confirmed the change yet. The target of 90% is not kept."},
    {"worse",
     "78\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (782 af 1.000). Det er "
     "dårligere end før: siden januar ligger niveauet på 79\u00a0% mod 87\u00a0% tidligere. "
     "Målet på 80\u00a0% er ikke nået.",
     "78\u00a0% av samtalene ble besvart innen 2 minutter i oktober (782 av 1\u00a0000). Det "
     "er dårligere enn før: siden januar ligger nivået på 79\u00a0% mot 87\u00a0% tidligere. "
     "Målet på 80\u00a0% er ikke nådd.",
     "78% of the calls were answered within 2 minutes in October (782 of 1,000). This is worse "
     "than before: since January the level is 79% against 87% earlier. The target of 80% is "
     "not kept."},
    {"neutral",
     "86\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (862 af 1.000). Niveauet "
     "har ændret sig: siden januar ligger det på 87\u00a0% mod 79\u00a0% tidligere.",
     "86\u00a0% av samtalene ble besvart innen 2 minutter i oktober (862 av 1\u00a0000). "
     "Nivået har endret seg: siden januar ligger det på 87\u00a0% mot 79\u00a0% tidligere.",
     "86% of the calls were answered within 2 minutes in October (862 of 1,000). The level has "
     "changed: since January it is 87% against 79% earlier."},
    {"stable",
     "85,5\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (855 af 1.000). "
     "Udsvingene er almindelige, og intet tyder på en ændring. Målet på 86\u00a0% er ikke "
     "nået. På det nuværende niveau bliver det kun nået nogle gange.",
     "85,5\u00a0% av samtalene ble besvart innen 2 minutter i oktober (855 av 1\u00a0000). "
     "Svingningene er vanlige, og ingenting tyder på en endring. Målet på 86\u00a0% er ikke "
     "nådd. På dagens nivå blir det bare nådd noen ganger.",
     "85.5% of the calls were answered within 2 minutes in October (855 of 1,000). The figures "
     "vary as usual; nothing points to a change. The target of 86% is not kept. At the present "
     "level it is kept some of the time."},
    {"long ago",
     "87\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (868 af 1.000). Niveauet "
     "har været stabilt siden juli 2025.",
     "87\u00a0% av samtalene ble besvart innen 2 minutter i oktober (868 av 1\u00a0000). "
     "Nivået har vært stabilt siden juli 2025.",
     "87% of the calls were answered within 2 minutes in October (868 of 1,000). The level has "
     "been steady since July 2025."},
    {"unusual",
     "70\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (700 af 1.000). Det er "
     "usædvanligt dårligt og kan næppe forklares med tilfældigheder alene. Målet på 80\u00a0% "
     "er ikke nået denne gang, men på det nuværende niveau bliver det normalt nået.",
     "70\u00a0% av samtalene ble besvart innen 2 minutter i oktober (700 av 1\u00a0000). Det "
     "er uvanlig dårlig og kan neppe forklares med tilfeldigheter alene. Målet på 80\u00a0% er "
     "ikke nådd denne gangen, men på dagens nivå blir det normalt nådd.",
     "70% of the calls were answered within 2 minutes in October (700 of 1,000). That is "
     "unusually bad: chance alone hardly explains it. The target of 80% is not kept this time, "
     "but at the present level it normally is."},
    {"few points",
     "85\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (851 af 1.000). Med tal "
     "for kun 5 måneder kan vi endnu ikke skelne tilfældige udsving fra en ændring. Målet på "
     "80\u00a0% er nået. Om det holder, er det for tidligt at sige.",
     "85\u00a0% av samtalene ble besvart innen 2 minutter i oktober (851 av 1\u00a0000). Med "
     "tall for bare 5 måneder kan vi ennå ikke skille tilfeldige svingninger fra en endring. "
     "Målet på 80\u00a0% er nådd. Om det holder, er det for tidlig å si.",
     "85% of the calls were answered within 2 minutes in October (851 of 1,000). With only 5 "
     "months of figures, chance and change cannot be told apart yet. The target of 80% is "
     "kept. It is too early to say whether that will last."},
    {"constant",
     "100\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (500 af 500). Alle "
     "perioder har samme værdi, så der er ingen udsving at vurdere ud fra. Målet på 95\u00a0% "
     "er nået og holdes stabilt.",
     "100\u00a0% av samtalene ble besvart innen 2 minutter i oktober (500 av 500). Alle "
     "periodene har samme verdi, så det er ingen svingninger å vurdere ut fra. Målet på "
     "95\u00a0% er nådd og holdes stabilt.",
     "100% of the calls were answered within 2 minutes in October (500 of 500). All periods "
     "have the same value, so there is no variation to judge by. The target of 95% is kept, "
     "and steadily so."},
    {"small",
     "74\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (8,94 af 12). Udsvingene "
     "er almindelige, og intet tyder på en ændring. Tallet bygger kun på 12 registreringer, så "
     "tilfældigheder flytter det meget.",
     "74\u00a0% av samtalene ble besvart innen 2 minutter i oktober (8,94 av 12). Svingningene "
     "er vanlige, og ingenting tyder på en endring. Tallet bygger bare på 12 registreringer, "
     "så tilfeldigheter flytter det mye.",
     "74% of the calls were answered within 2 minutes in October (8.94 of 12). The figures "
     "vary as usual; nothing points to a change. Only 12 records lie behind the figure, so "
     "chance moves it a lot."},
    {"sample",
     "83\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (83 af 100). Det er en "
     "stikprøve: det sande tal ligger med 95 % sikkerhed mellem 74\u00a0% og 89\u00a0%. "
     "Udsvingene er almindelige, og intet tyder på en ændring. Stikprøven er for lille til at "
     "afgøre, om målet på 80\u00a0% er nået.",
     "83\u00a0% av samtalene ble besvart innen 2 minutter i oktober (83 av 100). Dette er et "
     "utvalg: det sanne tallet ligger med 95 % sikkerhet mellom 74\u00a0% og 89\u00a0%. "
     "Svingningene er vanlige, og ingenting tyder på en endring. Utvalget er for lite til å "
     "avgjøre om målet på 80\u00a0% er nådd.",
     "83% of the calls were answered within 2 minutes in October (83 of 100). This is a "
     "sample: the true figure lies between 74% and 89% with 95% certainty. The figures vary as "
     "usual; nothing points to a change. The sample is too small to tell whether the target of "
     "80% is met."},
    {"nothing",
     "Der er endnu ingen tal at vurdere. Om målet på 80\u00a0% nås, kan vi først sige, når den "
     "første periode er afsluttet.",
     "Det finnes ingen tall å vurdere ennå. Om målet på 80\u00a0% nås, kan vi først si når den "
     "første perioden er avsluttet.",
     "There are no figures to judge yet. Whether the target of 80% is kept can be said when "
     "the first period is complete."},
    {"missing months",
     "86\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (855 af 1.000). "
     "Udsvingene er almindelige, og intet tyder på en ændring. # Der mangler tal for februar "
     "2025 og marts 2025. # Der var intet at måle på i august 2025. # Tallene for november er "
     "ikke komplette endnu og indgår ikke i vurderingen.",
     "86\u00a0% av samtalene ble besvart innen 2 minutter i oktober (855 av 1\u00a0000). "
     "Svingningene er vanlige, og ingenting tyder på en endring. # Det mangler tall for "
     "februar 2025 og mars 2025. # Det var ingenting å måle på i august 2025. # Tallene for "
     "november er ikke komplette ennå og inngår ikke i vurderingen.",
     "86% of the calls were answered within 2 minutes in October (855 of 1,000). The figures "
     "vary as usual; nothing points to a change. # Figures are missing for February 2025 and "
     "March 2025. # There was nothing to measure in August 2025. # The figures for November "
     "are not complete yet and take no part in the judgement."},
    {"late",
     "86\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober 2026 (855 af 1.000). "
     "Udsvingene er almindelige, og intet tyder på en ændring. # De nyeste komplette tal er "
     "fra oktober 2026.",
     "86\u00a0% av samtalene ble besvart innen 2 minutter i oktober 2026 (855 av 1\u00a0000). "
     "Svingningene er vanlige, og ingenting tyder på en endring. # De nyeste komplette tallene "
     "er fra oktober 2026.",
     "86% of the calls were answered within 2 minutes in October 2026 (855 of 1,000). The "
     "figures vary as usual; nothing points to a change. # The latest complete figures are "
     "from October 2026."},
    {"old",
     "90\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober 2026 (895 af 1.000). Der er "
     "ikke kommet nyere komplette tal, så det siger ikke noget om i dag. Målet på 80\u00a0% var nået "
     "dengang.",
     "90\u00a0% av samtalene ble besvart innen 2 minutter i oktober 2026 (895 av 1\u00a0000). Det er "
     "ikke kommet nyere komplette tall, så dette sier ingenting om i dag. Målet på 80\u00a0% var nådd "
     "den gangen.",
     "90% of the calls were answered within 2 minutes in October 2026 (895 of 1,000). No newer "
     "complete figures have come in, so this says nothing about today. The target of 80% was kept "
     "then."},
    {"only running",
     "Ingen periode er afsluttet endnu. Indtil nu: 85\u00a0% af opkaldene blev besvaret inden "
     "2 minutter i november (17 af 20). Om målet på 80\u00a0% nås, kan vi først sige, når den "
     "første periode er afsluttet. # Tallene for november er ikke komplette endnu og indgår "
     "ikke i vurderingen.",
     "Ingen periode er avsluttet ennå. Hittil: 85\u00a0% av samtalene ble besvart innen 2 "
     "minutter i november (17 av 20). Om målet på 80\u00a0% nås, kan vi først si når den "
     "første perioden er avsluttet. # Tallene for november er ikke komplette ennå og inngår "
     "ikke i vurderingen.",
     "No period is complete yet. So far: 85% of the calls were answered within 2 minutes in "
     "November (17 of 20). Whether the target of 80% is kept can be said when the first period "
     "is complete. # The figures for November are not complete yet and take no part in the "
     "judgement."},
};

std::string said_of(const Spoken& spoken, const char* language) {
    const auto said = say(languages.get(language), phone_answered(),
                          judge_shares(spoken.values, spoken.around), spoken.around.today);
    auto text = said.text();
    for (const auto& note : said.notes)
        text += " # " + note;
    return text;
}

} // namespace

TEST_CASE("each situation has its sentences in all three languages") {
    REQUIRE(std::size(situations) == std::size(expected));
    for (std::size_t i = 0; i < std::size(situations); ++i) {
        CAPTURE(situations[i].situation);
        CHECK(std::string_view(situations[i].situation) == expected[i].situation);
        CHECK(said_of(situations[i], "da") == expected[i].da);
        CHECK(said_of(situations[i], "nb") == expected[i].nb);
        CHECK(said_of(situations[i], "en") == expected[i].en);
    }
}

TEST_CASE("a month's share, better since a week of spring, with a target that holds") {
    Verdict verdict;
    VerdictPoint october;
    october.period = *Period::parse("2026-10");
    october.value = 1204.0 / 1384;
    october.numerator = 1204;
    october.denominator = 1384;
    verdict.points = {october};
    verdict.latest = 0;
    verdict.shift =
        LevelShift{LevelShift::Status::accepted, *Period::parse("2026-W18"), 0.79, 0.86, Meaning::better, ""};
    verdict.target = Target{0.8};
    verdict.target_status = TargetStatus::kept;
    verdict.capability = Capability::will_keep;
    const auto definition = phone_answered();
    CHECK(say(languages.get("da"), definition, verdict, *Date::from(2026, 11, 22)).text() ==
          "87\u00a0% af opkaldene blev besvaret inden 2 minutter i oktober (1.204 af 1.384). Det er bedre "
          "end før: siden "
          "uge 18 ligger niveauet på 86\u00a0% mod 79\u00a0% tidligere. Målet på 80\u00a0% er nået og holdes "
          "stabilt.");
}

TEST_CASE("means and medians say how many records they stand on, and the name where there is no phrase") {
    Verdict verdict;
    VerdictPoint week;
    week.period = *Period::parse("2026-W18");
    week.value = 187;
    week.count = 1204;
    verdict.points = {week};
    verdict.latest = 0;
    verdict.period_kind = PeriodKind::week;
    verdict.signals = {
        {SignalKind::long_run_below, Meaning::better, *Period::parse("2026-W08"), week.period, 11}};
    Definition definition;
    definition.name = {"Ventetid"};
    definition.format = NumberFormat::duration;
    definition.measure.kind = MeasureKind::quantile;
    CHECK(say(languages.get("da"), definition, verdict, *Date::from(2026, 5, 22)).text() ==
          "Ventetid: 3,1 minutter i uge 18 (1.204 registreringer). De seneste 11 uger har alle ligget bedre "
          "end det "
          "sædvanlige niveau, og det er sjældent tilfældigt.");
}

TEST_CASE("a value is said so that it can be seen on which side of the target it lies") {
    auto definition = phone_answered();
    CHECK(decimals_to_judge(definition, Target{0.86}, 0.855) == 1);
    CHECK(decimals_to_judge(definition, Target{0.86}, 0.8596) == 2);
    CHECK(decimals_to_judge(definition, Target{0.86}, 0.87) == 0);
    CHECK(decimals_to_judge(definition, {}, 0.855) == 0);
}
