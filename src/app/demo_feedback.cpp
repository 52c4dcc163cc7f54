#include "app/demo_feedback.hpp"

#include "actions/store.hpp"
#include "app/demo/demo_entries.hpp"
#include "measurement/decision_store.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/library.hpp"
#include "measurement/target_store.hpp"
#include "organisation/catalogue.hpp"
#include "practice/panels/store.hpp"
#include "sources/feedback/settings.hpp"
#include "sources/feedback/store.hpp"

namespace maerkbar::app {

namespace {

using storage::Transaction;
using UnitIds = std::map<std::string, UnitId, std::less<>>;

constexpr std::uint64_t seed = 20260700;
constexpr int days_told = 600; // before and after the service targets

// A ready indicator and what Borgerservice has promised.
struct Followed {
    std::string_view code;
    std::optional<measurement::Target> target;
};
const Followed followed[] = {{"complaints_count", std::nullopt},
                             {"feedback_answered_in_time", measurement::Target{0.90, std::nullopt}},
                             {"praise_share", std::nullopt}};

struct DemoMeeting {
    std::string_view unit;
    panels::Kind kind;
    int days_ago;
    std::string_view took_part;
    int people;
    std::string_view said;
    std::string_view done;
};
constexpr DemoMeeting meetings[] = {
    {"BS", panels::Kind::panel, 200, "Brugerpanelet: syv borgere, lederen, to medarbejdere", 10,
     "Brevene om folkepension er svære at forstå, og man ved ikke, hvilke papirer man skal have med. "
     "(syntetisk)",
     "Brevet er skrevet om sammen med tre fra panelet. Øverst står nu, hvad man skal have med."},
    {"BS", panels::Kind::meeting, 65, "Fjorten borgere, lederen, en fra Handicaprådet", 16,
     "Alle kan høre, hvad man siger ved skranken. Døve får ikke altid en tolk. (syntetisk)", ""},
    {"BRO", panels::Kind::panel, 170, "Pårørendepanelet: fem pårørende, lederen, en pædagog", 7,
     "Vi hører først om ændringer, når de er sket. (syntetisk)",
     "Hver pårørende har nu en fast kontaktperson, og der ringes hver anden uge."},
    {"BRO", panels::Kind::meeting, 40, "Ni borgere, fire pårørende, lederen", 14,
     "Indflytningen gik for hurtigt, og der var for mange nye ansigter. (syntetisk)",
     "To medarbejdere følger hver ny borger de første tre uger."},
};

class Maker {
    template <typename F>
    auto write(F work) {
        return application_.database().write(actor_, work);
    }

  public:
    Maker(Application& application, TenantId tenant, const UnitIds& units, const DemoStory& story)
        : application_(application), actor_{tenant, {}, "cli", "demo"}, units_(units), story_(story) {}

    Result<void> make() {
        TRY(write([](Transaction& tx) { return feedback::save_settings(tx, {10, 36, true}); }));
        TRY(read_lists());
        TRY(write([&](Transaction& tx) { return add_entries(tx); }));
        for (const auto& one : followed)
            TRY(follow(one));
        for (const auto& meeting : meetings)
            TRY(write([&](Transaction& tx) { return add_meeting(tx, meeting); }));
        return application_.compute_waiting_definitions(actor_);
    }

  private:
    [[nodiscard]] UnitId unit(std::string_view code) const { return units_.find(code)->second; }

    Result<void> read_lists() {
        return application_.database().read([&](storage::Connection& connection) -> Result<void> {
            for (const auto& listed : TRY(organisation::list_entries(
                     connection, actor_.tenant, organisation::CatalogueKind::contact_point)))
                points_[listed.name] = listed.id;
            leader_ =
                PersonId{TRY(connection.number("select id from person where tenant_id = ? and login = ?",
                                               {actor_.tenant, "leder-borgerservice"}))};
            return {};
        });
    }

    Result<void> add_entries(Transaction& tx) {
        const auto today = application_.today();
        int number = 0;
        for (const auto& planned : demo_entries({today - days_told, today - 1, story_.targets_from, seed}))
            TRY(add_entry(tx, planned, "DEMO-" + std::to_string(++number)));
        return {};
    }

    Result<void> add_entry(Transaction& tx, const DemoEntry& planned, const std::string& code) {
        feedback::EntryFields fields;
        fields.kind = planned.kind;
        fields.received_on = planned.received_on;
        fields.place.unit = unit("BS");
        if (const auto point = points_.find(planned.contact_point); point != points_.end())
            fields.place.contact_point = point->second;
        fields.text = planned.text;
        fields.answer_wanted = planned.answer_wanted;
        const auto answered = planned.received_on + planned.days_to_answer;
        if (answered < application_.today() || planned.days_to_answer > 6) fields.responsible = leader_;
        const auto id = TRY(feedback::add_entry(tx, fields, {code}));
        if (answered >= application_.today()) return {};
        const auto entry = TRY(feedback::read_entry(tx.connection(), actor_.tenant, id));
        return feedback::answer_entry(
            tx, entry, {planned.outcome, {}, planned.answer_wanted ? answer_text(planned) : "", answered});
    }

    static std::string answer_text(const DemoEntry& planned) {
        return planned.kind == feedback::Kind::complaint
                   ? "Tak, fordi du skrev. Vi har talt om det på holdet og ændrer det, vi kan. (syntetisk)"
                   : "Tak for forslaget. Vi tager det med, når vi planlægger næste halvår. (syntetisk)";
    }

    Result<void> follow(const Followed& planned) {
        const auto definition = TRY(measurement::adopt(planned.code, {}, application_.languages()));
        return write([&](Transaction& tx) -> Result<void> {
            const auto made = TRY(measurement::create_indicator(tx, definition));
            if (planned.target)
                TRY(measurement::set_target(
                    tx, made.indicator, {unit("BS"), story_.targets_from, std::nullopt, *planned.target}));
            measurement::Note note;
            note.chart = {made.indicator, unit("BS")};
            note.day = story_.targets_from;
            note.intervention = true;
            note.text = "Servicemål vedtaget for hver kanal";
            TRY(measurement::add_note(tx, note));
            return {};
        });
    }

    Result<void> add_meeting(Transaction& tx, const DemoMeeting& planned) {
        panels::PanelFields fields;
        fields.unit = unit(planned.unit);
        fields.kind = planned.kind;
        fields.held_on = application_.today() - planned.days_ago;
        fields.took_part = planned.took_part;
        fields.people = planned.people;
        fields.said = planned.said;
        fields.done = planned.done;
        const auto id = TRY(panels::add_panel(tx, fields));
        if (!planned.done.empty())
            return panels::publish_panel(tx, TRY(panels::read_panel(tx.connection(), actor_.tenant, id)),
                                         true);
        actions::ActionFields action;
        action.unit = fields.unit;
        action.title = "Skærme mellem skrankerne, og tolk bestilt fast";
        action.owner = leader_;
        action.due = application_.today() + 45;
        TRY(actions::add_action(tx, action,
                                {"panel", id.value, "Dialogmøde", "/panels/" + std::to_string(id.value)}));
        return {};
    }

    Application& application_;
    storage::Actor actor_;
    const UnitIds& units_;
    const DemoStory& story_;
    std::map<std::string, feedback::CatalogueId, std::less<>> points_ = {};
    PersonId leader_ = {};
};

} // namespace

Result<void> make_demo_feedback(Application& application, TenantId tenant, const UnitIds& units,
                                const DemoStory& story) {
    return Maker(application, tenant, units, story).make();
}

} // namespace maerkbar::app
