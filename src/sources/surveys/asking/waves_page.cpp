#include <algorithm>
#include <cmath>

#include "sources/surveys/asking/waves.hpp"
#include "sources/surveys/definition/answers.hpp"
#include "sources/surveys/pair_values.hpp"
#include "sources/surveys/wave_store.hpp"
#include "statistics/own_code_pairing.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// Waves of a survey: before a change and after it, with how well answers of the same people find each other.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::size_t fewest_told = 5;
constexpr std::int64_t fewest_compared = 10; // in each group, before means are compared

std::string kind_name(WaveKind kind, const web::Language& language) {
    return kind == WaveKind::baseline ? language("Wave before the change")
                                      : language("Wave after the change");
}

Html words(std::string_view text) {
    Html html;
    return html << text;
}

std::string told(const web::Language& language, std::size_t count) {
    return count < fewest_told ? language("Fewer than 5")
                               : language.integer(static_cast<std::int64_t>(count));
}

// A wave with what its answers are paired by.
struct Loaded {
    Wave wave;
    std::vector<PairedAnswer> answers;

    [[nodiscard]] std::vector<statistics::HashedCode> codes() const {
        std::vector<statistics::HashedCode> all;
        for (const auto& answer : answers)
            all.push_back(hashed_code(answer.proxy.is_proxy() ? std::string() : answer.pair));
        return all;
    }
};

Result<std::vector<Loaded>> load(editor::Visit& visit, SurveyId survey) {
    return visit.services.database().read(
        [&](storage::Connection& connection) -> Result<std::vector<Loaded>> {
            std::vector<Loaded> all;
            for (auto& wave : TRY(list_waves(connection, visit.viewer.tenant(), survey))) {
                auto answers = TRY(answers_of_wave(connection, visit.viewer.tenant(), wave.id));
                all.push_back({std::move(wave), std::move(answers)});
            }
            return all;
        });
}

Html wave_table(const web::Language& language, const std::vector<Loaded>& waves) {
    parts::Table table{language("Waves"), false};
    table.columns = {
        {language("Name")}, {language("Kind")}, {language("Cohort")}, {language("Answers"), true}};
    for (const auto& one : waves)
        table.rows.push_back(
            {words(one.wave.name), words(kind_name(one.wave.kind, language)),
             words(one.wave.cohort.empty() ? language("All who are asked") : one.wave.cohort),
             words(told(language, one.answers.size()))});
    table.empty = language("There are no waves yet. Make one for the baseline, and one for the follow-up.");
    return parts::table(table);
}

// The first question with steps; pairing is checked by it.
const Question* scale_question(const Definition& survey) {
    for (const auto& page : survey.pages)
        for (const auto& question : page.questions)
            if (highest_step(question) > 0 && question.type != QuestionType::expectation &&
                question.type != QuestionType::matrix)
                return &question;
    return nullptr;
}

// How many gave each step, of the answers that are paired or of the others.
std::vector<std::int64_t> counts(const Loaded& wave, const Question& question,
                                 const std::vector<bool>& paired, bool wanted) {
    std::vector<std::int64_t> steps(static_cast<std::size_t>(highest_step(question)));
    for (std::size_t i = 0; i < wave.answers.size(); ++i) {
        const auto* answer = find(wave.answers[i].answers, question.name);
        if (paired[i] != wanted || answer == nullptr || !answer->answered()) continue;
        const auto step = static_cast<std::size_t>(answer->value().front() - '0');
        if (answer->value().size() == 1 && step >= 1 && step <= steps.size()) ++steps[step - 1];
    }
    return steps;
}

// Whether those who were found in both waves answered as the others did.
std::string bias_text(const web::Language& language, const Loaded& wave, const Question* question,
                      const std::vector<bool>& paired) {
    if (question == nullptr) return {};
    const auto found = counts(wave, *question, paired, true);
    const auto others = counts(wave, *question, paired, false);
    if (statistics::answers_on(found) < fewest_compared || statistics::answers_on(others) < fewest_compared)
        return language("Too few answers to tell whether those who were paired answer as the others do.");
    const auto bias = statistics::pairing_bias(found, others);
    const auto& difference = bias.difference;
    const double p = std::isnan(difference.p_exact) ? difference.p_asymptotic : difference.p_exact;
    const web::Arguments means{{"paired", language.number(bias.paired_mean, 2)},
                               {"others", language.number(bias.unpaired_mean, 2)}};
    return p < 0.05
               ? language(
                     "Those who were paired answer otherwise than the others: mean {paired} against "
                     "{others}. The change of the pairs is not that of all.",
                     means)
               : language(
                     "No sign that those who were paired answer otherwise than the others: mean {paired} "
                     "against {others}.",
                     means);
}

Html pairing_facts(const web::Language& language, const Loaded& before, const Loaded& after,
                   const Question* question) {
    const auto pairing = statistics::pair_hashed_codes(before.codes(), after.codes());
    std::vector<parts::Fact> facts{{language("Pairs found"), words(told(language, pairing.pairs.size()))}};
    if (pairing.pairs.size() >= fewest_told) {
        std::vector<bool> paired(before.answers.size());
        for (const auto& pair : pairing.pairs)
            paired[pair.before] = true;
        facts.push_back({language("Share of the smaller wave"), words(language.percent(pairing.match_rate))});
        facts.push_back(
            {language("Found although one sign differs"), words(told(language, pairing.distance1))});
        facts.push_back(
            {language("Codes given twice, set aside"), words(told(language, pairing.ambiguous_codes))});
        facts.push_back({language("Are the pairs like the others?"),
                         words(bias_text(language, before, question, paired))});
    }
    return parts::fact_list(facts);
}

// Every follow-up beside the baseline of its cohort.
Html pairings(const web::Language& language, const std::vector<Loaded>& waves, const Question* question) {
    Html html;
    for (const auto& after : waves) {
        if (after.wave.kind != WaveKind::follow_up) continue;
        const auto before = std::ranges::find_if(waves, [&](const Loaded& one) {
            return one.wave.kind == WaveKind::baseline && one.wave.cohort == after.wave.cohort;
        });
        if (before == waves.end()) continue;
        html << parts::section(before->wave.name + " → " + after.wave.name,
                               pairing_facts(language, *before, after, question));
    }
    return html;
}

Html new_wave_form(editor::Visit& visit, const Survey& survey, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto kind = visit.sent().text("kind");
    Html fields = parts::text_field(
        {.label = {"name", language("Name"), language("For example “Spring 2026”."), errors.of("name")},
         .value = visit.sent().text("name"),
         .width = parts::FieldWidth::medium},
        language);
    fields << parts::radio_field(
        {{"kind", language("Kind")},
         {{"baseline", language("Wave before the change"), {}, kind != "follow_up"},
          {"follow_up", language("Wave after the change"), {}, kind == "follow_up"}}},
        language);
    parts::Label cohort{"cohort", language("Cohort"),
                        language("Who is asked both times, for example “Moved in 2025”.")};
    cohort.optional = true;
    fields << parts::text_field(
                  {.label = cohort, .value = visit.sent().text("cohort"), .width = parts::FieldWidth::medium},
                  language)
           << parts::button_row({parts::button(language("Make the wave"))});
    Html html = parts::error_summary(errors, language);
    return html << parts::form(
               {.action = editor::path_of(survey.id, "/waves"), .csrf = visit.context.csrf_field()}, fields);
}

Result<web::Response> show(editor::Visit& visit, const Survey& survey, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto waves = TRY(load(visit, survey.id));
    auto info = editor::info_below(visit, survey, language("Waves"));
    Html body = wave_table(language, waves);
    body << pairings(language, waves, scale_question(survey.draft))
         << parts::section(language("A new wave"), new_wave_form(visit, survey, errors))
         << TRY(pair_codes_section(visit, survey.id));
    return web::Response::html(parts::page(info, body), errors.empty() ? 200 : 422);
}

} // namespace

Result<web::Response> waves_page(editor::Visit& visit) {
    TRY(visit.viewer.require_everywhere(may_manage));
    return show(visit, TRY(editor::survey_in_path(visit)), {});
}

Result<web::Response> create_wave(editor::Visit& visit) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto survey = TRY(editor::survey_in_path(visit));
    web::Form form(visit.sent());
    Wave wave;
    wave.survey = survey.id;
    wave.kind = form.typed("kind") == name_of(WaveKind::follow_up) ? WaveKind::follow_up : WaveKind::baseline;
    wave.name = form.text("name", 80);
    wave.cohort = form.text("cohort", 80);
    if (form.ok()) {
        const auto added = visit.services.database().write(
            visit.viewer.actor,
            [&](storage::Transaction& transaction) { return add_wave(transaction, wave); });
        if (added.ok()) return web::Response::redirect(editor::path_of(survey.id, "/waves"));
        if (added.error().field.empty()) return added.error();
        form.fail(added.error());
    }
    return show(visit, survey, parts::FormErrors(form.errors(), visit.language));
}

} // namespace maerkbar::surveys::asking
