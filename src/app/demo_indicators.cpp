#include "app/demo_indicators.hpp"

#include <array>

#include "measurement/decision_store.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/target_store.hpp"

namespace maerkbar::app {

namespace {

using storage::Transaction;

// An indicator of Borgerservice and what it has promised from the day the service targets were adopted.
struct Promise {
    std::string_view definition;
    measurement::Target target;
};

const std::array<Promise, 6> promises = {{
    {R"json({"name":{"da":"Telefon besvaret inden 2 minutter","nb":"Telefon besvart innen 2 minutter","en":"Calls answered within 2 minutes"},
      "phrase":{"da":"af opkaldene blev besvaret inden 2 minutter","nb":"av anropene ble besvart innen 2 minutter","en":"of the calls were answered within 2 minutes"},
      "source":"contacts","filter":{"column":"channel","op":"is","value":"Telefon"},
      "measure":{"kind":"share","condition":{"all":[{"column":"answered","op":"is","value":true},{"column":"waited_seconds","op":"at_most","value":120}]}},
      "direction":"higher","period":"month","format":"percent"})json",
     {0.80, std::nullopt}},
    {R"json({"name":{"da":"Opgivne opkald","nb":"Avbrutte anrop","en":"Abandoned calls"},
      "phrase":{"da":"af opkaldene blev opgivet","nb":"av anropene ble avbrutt","en":"of the calls were abandoned"},
      "source":"contacts","filter":{"column":"channel","op":"is","value":"Telefon"},
      "measure":{"kind":"share","condition":{"column":"answered","op":"is","value":false}},
      "direction":"lower","period":"month","format":"percent","decimals":1})json",
     {std::nullopt, 0.08}},
    {R"json({"name":{"da":"E-mail besvaret inden 2 arbejdsdage","nb":"E-post besvart innen 2 virkedager","en":"E-mails answered within 2 working days"},
      "phrase":{"da":"af e-mailene blev besvaret inden 2 arbejdsdage","nb":"av e-postene ble besvart innen 2 virkedager","en":"of the e-mails were answered within 2 working days"},
      "source":"contacts","filter":{"column":"channel","op":"is","value":"E-mail"},
      "measure":{"kind":"share","condition":{"column":"working_days_to_answer","op":"at_most","value":2},"unknown_is_not_met":true},
      "direction":"higher","period":"month","format":"percent"})json",
     {0.85, std::nullopt}},
    {R"json({"name":{"da":"Brev besvaret inden 10 arbejdsdage","nb":"Brev besvart innen 10 virkedager","en":"Letters answered within 10 working days"},
      "phrase":{"da":"af brevene blev besvaret inden 10 arbejdsdage","nb":"av brevene ble besvart innen 10 virkedager","en":"of the letters were answered within 10 working days"},
      "source":"contacts","filter":{"column":"channel","op":"is","value":"Brev"},
      "measure":{"kind":"share","condition":{"column":"working_days_to_answer","op":"at_most","value":10},"unknown_is_not_met":true},
      "direction":"higher","period":"quarter","format":"percent"})json",
     {0.90, std::nullopt}},
    {R"json({"name":{"da":"Ventetid ved personligt fremmøde, 9 ud af 10","nb":"Ventetid ved personlig oppmøte, 9 av 10","en":"Waiting time in person, 9 out of 10"},
      "source":"contacts","filter":{"column":"channel","op":"is","value":"Personligt fremmøde"},
      "measure":{"kind":"quantile","column":"waited_seconds","quantile":0.9},
      "direction":"lower","period":"month","format":"duration"})json",
     {std::nullopt, 900}},
    {R"json({"name":{"da":"Løst ved første henvendelse","nb":"Løst ved første henvendelse","en":"Solved at first contact"},
      "phrase":{"da":"af henvendelserne blev løst med det samme","nb":"av henvendelsene ble løst med en gang","en":"of the contacts were solved at once"},
      "source":"contacts",
      "measure":{"kind":"share","condition":{"column":"solved_first","op":"is","value":true}},
      "direction":"higher","period":"month","format":"percent"})json",
     {0.75, std::nullopt}},
}};

struct StoryNote {
    Date day;
    const char* text;
};

Result<void> add_promise(Transaction& tx, const Promise& promise, UnitId unit, const DemoStory& story) {
    const auto definition = TRY(measurement::read_definition(promise.definition));
    const auto made = TRY(measurement::create_indicator(tx, definition));
    TRY(measurement::set_target(tx, made.indicator,
                                {unit, story.targets_from, std::nullopt, promise.target}));
    const StoryNote notes[] = {{story.longer_hours_from, "Længere åbningstid: åbent til kl. 18"},
                               {story.targets_from, "Servicemål vedtaget for hver kanal"}};
    for (const auto& note : notes) {
        measurement::Note stored;
        stored.chart = {made.indicator, unit};
        stored.day = note.day;
        stored.intervention = true;
        stored.text = note.text;
        TRY(measurement::add_note(tx, stored));
    }
    return {};
}

// The calls were answered sooner from the day of the service targets on; somebody has looked and confirmed
// it.
Result<void> confirm_change(storage::Database& database, const storage::Actor& actor, UnitId borgerservice,
                            const DemoStory& story) {
    return database.write(actor, [&](Transaction& tx) -> Result<void> {
        for (const auto& indicator : TRY(measurement::indicators(tx.connection(), actor.tenant))) {
            if (indicator.definition.name.da != "Telefon besvaret inden 2 minutter") continue;
            measurement::Decision phase;
            phase.chart = {indicator.id, borgerservice};
            phase.kind = measurement::DecisionKind::phase;
            phase.period = Period::containing(indicator.definition.period, story.targets_from);
            phase.reason = "Servicemålene gælder fra denne måned, og svartiden blev kortere.";
            TRY(measurement::decide(tx, phase));
        }
        return {};
    });
}

} // namespace

Result<void> make_demo_indicators(Application& application, TenantId tenant, UnitId borgerservice,
                                  const DemoStory& story) {
    const storage::Actor actor{tenant, {}, "cli", "demo"};
    for (const auto& promise : promises)
        TRY(application.database().write(
            actor, [&](Transaction& tx) { return add_promise(tx, promise, borgerservice, story); }));
    TRY(confirm_change(application.database(), actor, borgerservice, story));
    return application.compute_waiting_definitions(actor);
}

} // namespace maerkbar::app
