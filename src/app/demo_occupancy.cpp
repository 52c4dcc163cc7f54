#include "app/demo_occupancy.hpp"

#include "app/demo/demo_contacts.hpp"
#include "app/demo/demo_random.hpp"
#include "measurement/decision_store.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/target_store.hpp"

namespace maerkbar::app {

namespace {

using storage::Transaction;

constexpr int places = 48;
constexpr double taken_before = 0.78;
constexpr double taken_after = 0.91;
constexpr double promised = 0.90;

constexpr std::string_view definition =
    R"json({"name":{"da":"Belægning i dagtilbud (syntetisk)","nb":"Belegg i dagtilbud (syntetisk)","en":"Occupancy of day offers (synthetic)"},
      "phrase":{"da":"af pladserne var optaget","nb":"av plassene var opptatt","en":"of the places were taken"},
      "source":"figures","filter":{"column":"series","op":"is","value":"Belægning i dagtilbud"},
      "measure":{"kind":"share","numerator":"numerator","denominator":"denominator"},
      "direction":"higher","period":"month","format":"percent"})json";

} // namespace

std::string demo_occupancy_csv(const DemoStory& story, std::uint64_t seed) {
    Random random(seed);
    std::string csv = "Periode;Enhed;Serie;Tæller;Nævner\n";
    for (auto month = Period::containing(PeriodKind::month, story.first); month.first <= story.last;
         month = month.next()) {
        const double share = month.first < story.targets_from ? taken_before : taken_after;
        int taken = 0;
        for (int place = 0; place < places; ++place)
            if (random.chance(share)) ++taken;
        csv += month.first.iso().substr(0, 7) + ";BRO;Belægning i dagtilbud;" + std::to_string(taken) + ";" +
               std::to_string(places) + "\n";
    }
    return csv;
}

Result<void> make_demo_occupancy(Application& application, TenantId tenant, UnitId unit,
                                 const DemoStory& story) {
    const storage::Actor actor{tenant, {}, "cli", "demo"};
    TRY(application.database().write(actor, [&](Transaction& tx) -> Result<void> {
        const auto made =
            TRY(measurement::create_indicator(tx, TRY(measurement::read_definition(definition))));
        TRY(measurement::set_target(tx, made.indicator,
                                    {unit, story.targets_from, std::nullopt, {promised, std::nullopt}}));
        measurement::Note note;
        note.chart = {made.indicator, unit};
        note.day = story.targets_from;
        note.intervention = true;
        note.text = "Forsøg: ledige pladser tilbydes hver uge på tværs af dagtilbuddene";
        TRY(measurement::add_note(tx, note));
        return {};
    }));
    return application.compute_waiting_definitions(actor);
}

} // namespace maerkbar::app
