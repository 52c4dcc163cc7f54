#include <cmath>

#include "base/json_writer.hpp"
#include "sources/surveys/permission.hpp"
#include "sources/surveys/results/pages/wave_words.hpp"
#include "web/form.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// GET /results/{survey}/waves: what was answered before a change and after it, in words.
namespace maerkbar::surveys::results::pages {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::string told(const WaveResult& wave, const web::Language& language) {
    const auto* whole = wave.of(whole_survey);
    if (!wave.over) return language("Still being asked");
    return whole == nullptr ? "–" : count_words(*whole, language);
}

// Of those who were asked, where that is known.
std::string rate_of(const WaveResult& wave, const web::Language& language) {
    const auto rate = wave.response_rate();
    return rate ? language.percent(*rate) : "–";
}

Html wave_table(const std::vector<WaveResult>& waves, const web::Language& language) {
    parts::Table table{language("Waves"), false};
    table.columns = {{language("Name")},
                     {language("Cohort")},
                     {language("Answers"), true},
                     {language("People asked"), true},
                     {language("Response rate (AAPOR RR1)"), true},
                     {language("These are all"), true}};
    for (const auto& one : waves)
        table.rows.push_back(
            {words(one.wave.name),
             words(one.wave.cohort.empty() ? language("All who are asked") : one.wave.cohort),
             words(told(one, language)), words(one.asked ? language.integer(*one.asked) : "–"),
             words(rate_of(one, language)), words(one.population ? language.integer(*one.population) : "–")});
    return parts::table(table);
}

// What was seen of one question, before and after.
Html question_of(Visit& visit, const Subject& subject, const Compared& compared,
                 const CountedQuestion& question) {
    Html html;
    for (const auto& sentence : comparison_sentences(compared, question, visit.language))
        html << paragraph(sentence);
    return parts::section(question_title(visit, subject.definition, question), html, 3);
}

Html pair_of_waves(Visit& visit, const Subject& subject, const Compared& compared) {
    Html html;
    for (const auto& question : counted_questions(subject.definition))
        if (question.favourable_from) html << question_of(visit, subject, compared, question);
    return parts::section(compared.before.wave.name + " → " + compared.after.wave.name, html);
}

// Who may say that a wave asked everybody.
Html population_form(Visit& visit, const Subject& subject, const WaveResult& wave) {
    const auto& language = visit.language;
    parts::Label label{"population",
                       language("{wave}: everybody who could answer", {{"wave", wave.wave.name}}),
                       language("The number, where only these matter. Empty: the answers stand for other and "
                                "later users too.")};
    label.optional = true;
    Html fields = parts::hidden_field("wave", std::to_string(wave.wave.id.value));
    fields << parts::text_field({.label = label,
                                 .value = wave.population ? std::to_string(*wave.population) : "",
                                 .width = parts::FieldWidth::narrow,
                                 .input_mode = "numeric"},
                                language)
           << parts::button(language("Save"), parts::ButtonKind::secondary);
    return parts::form({.action = address_of(subject.survey.id, "/waves/population", subject.unit),
                        .csrf = visit.context.csrf_field()},
                       fields);
}

Html populations(Visit& visit, const Subject& subject, const std::vector<WaveResult>& waves) {
    if (!visit.viewer.may_everywhere(may_manage)) return {};
    Html html;
    for (const auto& wave : waves)
        html << population_form(visit, subject, wave);
    return parts::disclosure(visit.language("Sample, or everybody?"), html);
}

void write_wave(JsonWriter& json, const WaveResult& wave) {
    json.begin_object()
        .member("wave", wave.wave.id)
        .member("name", wave.wave.name)
        .member("kind", name_of(wave.wave.kind))
        .member("cohort", wave.wave.cohort)
        .member("over", wave.over)
        .member("asked", wave.asked)
        .member("population", wave.population);
    if (const auto rate = wave.response_rate()) json.member("response_rate", *rate);
    json.key("questions").begin_array();
    for (const auto& [question, figures] : wave.figures) {
        json.begin_object().member("question", question).member("shown", disclosure::code(figures.showing));
        if (figures.count.exactly) json.member("answers", *figures.count.exactly);
        if (figures.count.below) json.member("fewer_than", *figures.count.below);
        if (figures.favourable) json.member("favourable", *figures.favourable);
        if (const auto mean = figures.mean()) json.member("mean", *mean);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_pairs_of(JsonWriter& json, const Compared& compared) {
    json.begin_object()
        .member("before", compared.before.wave.id)
        .member("after", compared.after.wave.id)
        .key("pairs")
        .begin_array();
    for (const auto& [question, pairs] : compared.pairs)
        if (pairs)
            json.begin_object()
                .member("question", question)
                .member("pairs", pairs->pairs)
                .member("match_rate", pairs->match_rate)
                .member("up", pairs->up)
                .member("same", pairs->same)
                .member("down", pairs->down)
                .end_object();
    json.end_array().end_object();
}

} // namespace

Result<Response> waves_page(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    const auto& language = here.language;
    const auto found = TRY(wave_results(here, subject));
    auto info = info_of(here, language("Before and after"), title_of(here, subject.definition));
    info.crumbs.push_back(
        {title_of(here, subject.definition), address_of(subject.survey.id, "", subject.unit)});
    if (found.waves.empty())
        return Response::html(parts::page(
            info,
            parts::empty_state(language("This survey has no waves"),
                               language("A wave is one time of asking: before a change, or after it."))));
    Html body = "<div class=\"stack\">"_html;
    body << wave_table(found.waves, language);
    for (const auto& compared : found.compared)
        body << pair_of_waves(here, subject, compared);
    if (found.compared.empty())
        body << paragraph(
            language("Both waves are shown beside each other once both are over: when their links "
                     "have ended, and the week with them."));
    body << populations(here, subject, found.waves) << "</div>"_html;
    return Response::html(parts::page(info, body));
}

// POST /results/{survey}/waves/population: whether a wave asked everybody, and how many that is.
Result<Response> set_population(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    TRY(here.viewer.require_everywhere(may_manage));
    const auto subject = TRY(subject_of(here));
    web::Form form(context.request.form);
    const auto wave = form.required_id<WaveId>("wave");
    const auto population = form.integer("population", 1, 10'000'000);
    if (!form.ok()) return form.errors().front();
    TRY(services.surveys.database().write(here.viewer.actor, [&](storage::Transaction& transaction) {
        return store_population(transaction, subject.survey.id, wave, population);
    }));
    return Response::redirect(address_of(subject.survey.id, "/waves", subject.unit));
}

// GET /api/v1/surveys/{survey}/waves
Result<Response> waves_api(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    const auto found = TRY(wave_results(here, subject));
    JsonWriter json;
    json.begin_object().member("survey", subject.survey.id).member("unit", subject.unit);
    json.key("waves").begin_array();
    for (const auto& wave : found.waves)
        write_wave(json, wave);
    json.end_array().key("compared").begin_array();
    for (const auto& compared : found.compared)
        write_pairs_of(json, compared);
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

} // namespace maerkbar::surveys::results::pages
