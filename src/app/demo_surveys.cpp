#include "app/demo_surveys.hpp"

#include <vector>

#include "app/demo/demo_answers.hpp"
#include "app/demo/demo_contacts.hpp"
#include "measurement/decision_store.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/target_store.hpp"
#include "organisation/catalogue.hpp"
#include "sources/surveys/library.hpp"
#include "sources/surveys/open_text/comment_store.hpp"
#include "sources/surveys/open_text/topic_store.hpp"
#include "sources/surveys/past_answers.hpp"
#include "sources/surveys/results/release.hpp"
#include "sources/surveys/results/slice.hpp"
#include "sources/surveys/wave_store.hpp"

namespace maerkbar::app {

namespace {

using organisation::CatalogueKind;
using storage::Transaction;

// A survey of the library, where it is asked, and what its users think before and after a change.
struct DemoSurvey {
    std::string_view code; // in the library
    std::string_view unit;
    double weekly;
    double before;
    double after;
    std::string_view change;    // written on the chart
    std::string_view indicator; // question of the indicator
    double promised;            // share of the best answers; 0: none
};
// The experiments of the brain-injury service ask in two waves, half a year before the change and half a year
// after it.
constexpr std::string_view experiments_unit = "BRO";
constexpr int wave_days = 26 * 7;
constexpr int days_to_settle = 35;
constexpr double share_answering = 0.6;
constexpr std::size_t comments_left = 25; // for the reader to try

constexpr DemoSurvey demo_surveys[] = {
    {"service_phone", "BS", 9, 0.71, 0.86, "Servicemål vedtaget for hver kanal", "satisfied", 0.80},
    {"service_mail", "BS", 5, 0.66, 0.74, "Servicemål vedtaget for hver kanal", "satisfied", 0.80},
    {"service_web", "BS", 6, 0.78, 0.79, "Servicemål vedtaget for hver kanal", "satisfied", 0.80},
    {"training_centre", "SOLV", 8, 0.74, 0.87, "Mål om 80 % tilfredse vedtaget", "satisfied", 0.80},
    {"mastery", experiments_unit, 4, 0.42, 0.58, "Forsøg: borgernes mestring", "going", 0.50},
    {"caseworkers", experiments_unit, 4, 0.55, 0.78, "Forsøg: bedre individuelle planer", "goals", 0.70},
    {"relatives", experiments_unit, 5, 0.58, 0.76, "Forsøg: dialog med pårørende", "satisfied", 0.75},
};

// How well each contact point serves each customer type, before and after: where the promise fails.
struct DemoMeeting {
    std::string_view point;
    std::string_view type;
    double before;
    double after;
};
constexpr DemoMeeting meetings[] = {
    {"Første kontakt", "Borger", 0.80, 0.90},
    {"Første kontakt", "Pårørende", 0.74, 0.86},
    {"Første kontakt", "Sagsbehandler", 0.82, 0.88},
    {"Indflytning", "Borger", 0.70, 0.84},
    {"Indflytning", "Pårørende", 0.44, 0.50},
    {"Indflytning", "Sagsbehandler", 0.72, 0.80},
    {"Statusmøde", "Borger", 0.60, 0.66},
    {"Statusmøde", "Pårørende", 0.70, 0.90},
    {"Statusmøde", "Sagsbehandler", 0.80, 0.92},
    {"Besøg", "Borger", 0.85, 0.91},
    {"Besøg", "Pårørende", 0.72, 0.88},
};

// Everything that the surveys are made with.
class Maker {
  public:
    Maker(Application& application, TenantId tenant, const std::map<std::string, UnitId, std::less<>>& units,
          const DemoStory& story)
        : application_(application), actor_{tenant, {}, "cli", "demo"}, units_(units), story_(story) {}

    Result<void> make() {
        for (const auto& planned : demo_surveys)
            TRY(make_survey(planned));
        TRY(make_meetings());
        const auto tree = TRY(application_.trees().get(actor_.tenant));
        TRY(surveys::results::release_all(application_.database(), actor_, *tree, application_.today()));
        TRY(make_topics());
        TRY(read_comments());
        return application_.compute_waiting_definitions(actor_);
    }

  private:
    template <typename F>
    auto write(F work) {
        return application_.database().write(actor_, work);
    }

    [[nodiscard]] DemoAsking asking(double weekly, double before, double after) {
        return {story_.first, application_.today() - 7, story_.targets_from, weekly, before, after, ++seed_};
    }

    Result<surveys::SurveyId> add(const surveys::Definition& definition, std::string_view code) {
        return write([&](Transaction& tx) -> Result<surveys::SurveyId> {
            const auto id = TRY(surveys::add_survey(tx, definition, code));
            TRY(surveys::publish_draft(tx, id));
            return id;
        });
    }

    Result<void> answer(const surveys::SurveyLink& link, const surveys::Definition& definition,
                        const DemoAsking& asked) {
        std::vector<surveys::PastAnswer> answers;
        for (auto& [day, one] : demo_answers(definition, asked))
            answers.push_back({day, std::move(one)});
        return write([&](Transaction& tx) -> Result<void> {
            return surveys::store_past_answers(tx, TRY(surveys::add_link(tx, link)), 1, answers);
        });
    }

    Result<void> follow(surveys::SurveyId survey, const surveys::Definition& definition,
                        const DemoSurvey& planned) {
        const auto question = surveys::results::counted_question(definition, planned.indicator);
        if (!question)
            return Error{ErrorKind::internal, "demo.question", "The demo asks an unknown question."};
        return write([&](Transaction& tx) -> Result<void> {
            const auto made = TRY(measurement::create_indicator(
                tx, surveys::results::proposed_indicator(survey, definition, *question)));
            const auto unit = units_.find(planned.unit)->second;
            TRY(measurement::set_target(
                tx, made.indicator,
                {unit, story_.targets_from, std::nullopt, {planned.promised, std::nullopt}}));
            measurement::Note note;
            note.chart = {made.indicator, unit};
            note.day = story_.targets_from;
            note.intervention = true;
            note.text = std::string(planned.change);
            TRY(measurement::add_note(tx, note));
            return {};
        });
    }

    Result<void> make_survey(const DemoSurvey& planned) {
        auto definition = TRY(surveys::ready_survey(planned.code)).definition;
        mark(definition);
        const auto survey = TRY(add(definition, planned.code));
        surveys::SurveyLink link;
        link.survey = survey;
        link.unit = units_.find(planned.unit)->second;
        const auto asked = asking(planned.weekly, planned.before, planned.after);
        if (planned.unit == experiments_unit)
            TRY(ask_in_waves(link, definition, asked));
        else
            TRY(answer(link, definition, asked));
        return follow(survey, definition, planned);
    }

    // Asked all the time, but for one wave before the change and one after it.
    Result<void> ask_in_waves(surveys::SurveyLink link, const surveys::Definition& definition,
                              const DemoAsking& asked) {
        const auto before = asked.changed - wave_days;
        const auto after = asked.changed + days_to_settle;
        TRY(answer(link, definition, part(asked, asked.first, before - 1)));
        TRY(ask_wave(link, definition,
                     {surveys::WaveKind::baseline, part(asked, before, asked.changed - 1)}));
        TRY(answer(link, definition, part(asked, asked.changed, after - 1)));
        TRY(ask_wave(link, definition,
                     {surveys::WaveKind::follow_up, part(asked, after, after + wave_days - 1)}));
        return answer(link, definition, part(asked, after + wave_days, asked.last));
    }

    struct DemoWave {
        surveys::WaveKind kind;
        DemoAsking asked;
    };

    DemoAsking part(DemoAsking asked, Date first, Date last) {
        asked.first = first;
        asked.last = std::min(last, asked.last);
        asked.seed = ++seed_;
        return asked;
    }

    Result<void> ask_wave(surveys::SurveyLink link, const surveys::Definition& definition,
                          const DemoWave& wave) {
        const bool before = wave.kind == surveys::WaveKind::baseline;
        link.wave = TRY(write([&](Transaction& tx) {
            return surveys::add_wave(
                tx, {{}, link.survey, wave.kind, before ? "Før forsøget" : "Efter forsøget"});
        }));
        link.opens = wave.asked.first;
        link.closes = wave.asked.last;
        link.people = static_cast<std::int64_t>(wave.asked.weekly * wave_days / 7 / share_answering);
        return answer(link, definition, wave.asked);
    }

    Result<void> make_topics() {
        const std::pair<const char*, const char*> topics[] = {{"Ventetid", "vente, ventetid, hurtig"},
                                                              {"Tone", "venlig, venlighed, dejlig"},
                                                              {"Svar", "svar, forstå, hjælp"}};
        return write([&](Transaction& tx) -> Result<void> {
            for (const auto& [name, words] : topics)
                TRY(surveys::open_text::save_topic(tx,
                                                   {{}, {name, surveys::open_text::words_of_list(words)}}));
            return {};
        });
    }

    // Somebody has read what people wrote; the last ones wait.
    Result<void> read_comments() {
        namespace ot = surveys::open_text;
        const auto waiting = TRY(application_.database().read([&](storage::Connection& connection) {
            return ot::list_comments(connection, actor_.tenant, {.state = ot::State::waiting});
        }));
        return write([&](Transaction& tx) -> Result<void> {
            for (std::size_t i = comments_left; i < waiting.size(); ++i)
                TRY(ot::decide_comment(tx, waiting[i], {ot::State::shown, waiting[i].text}));
            return {};
        });
    }

    // The brain-injury service asks after every meeting, each customer type at each contact point.
    Result<void> make_meetings() {
        auto definition = TRY(surveys::ready_survey("meeting")).definition;
        mark(definition);
        const auto survey = TRY(add(definition, "meeting"));
        for (const auto& meeting : meetings) {
            surveys::SurveyLink link;
            link.survey = survey;
            link.unit = units_.find("BRO")->second;
            link.contact_point = TRY(entry(CatalogueKind::contact_point, meeting.point));
            link.customer_type = TRY(entry(CatalogueKind::customer_type, meeting.type));
            TRY(answer(link, definition, asking(2.6, meeting.before, meeting.after)));
        }
        return follow(survey, definition,
                      {"meeting", "BRO", 0, 0, 0, "Serviceløfte for hvert møde", "satisfied", 0.80});
    }

    Result<organisation::CatalogueId> entry(CatalogueKind kind, std::string_view name) {
        const auto known = TRY(application_.database().read([&](storage::Connection& connection) {
            return organisation::list_entries(connection, actor_.tenant, kind);
        }));
        for (const auto& one : known)
            if (one.name == name) return one.id;
        return write([&](Transaction& tx) {
            organisation::CatalogueEntry wanted;
            wanted.kind = kind;
            wanted.name = name;
            return organisation::save_entry(tx, wanted);
        });
    }

    static void mark(surveys::Definition& definition) {
        for (const auto& [language, word] :
             {std::pair{"da", " (syntetisk)"}, {"nb", " (syntetisk)"}, {"en", " (synthetic)"}})
            definition.title.by_language[language] += word;
    }

    Application& application_;
    storage::Actor actor_;
    const std::map<std::string, UnitId, std::less<>>& units_;
    const DemoStory& story_;
    std::uint64_t seed_ = 20260300;
};

} // namespace

Result<void> make_demo_surveys(Application& application, TenantId tenant,
                               const std::map<std::string, UnitId, std::less<>>& units,
                               const DemoStory& story) {
    return Maker(application, tenant, units, story).make();
}

} // namespace maerkbar::app
