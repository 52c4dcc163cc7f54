#include "sources/surveys/results/pages/wave_words.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/finite_population.hpp"
#include "statistics/ordinal_difference.hpp"
#include "statistics/share_difference.hpp"

namespace maerkbar::surveys::results::pages {

using web::Language;
namespace st = statistics;

namespace {

using Sentences = std::vector<std::string>;

constexpr double in_points = 100;

st::Share share_of(const Figures& figures) {
    return {static_cast<double>(figures.favourable.value_or(0)), static_cast<double>(figures.answers)};
}

std::string level_sentence(const Compared& compared, const Figures& before, const Figures& after,
                           const Language& language) {
    return language(
        "Before ({before_wave}) {before} of {before_count} gave one of the best answers, after "
        "({after_wave}) "
        "{after} of {after_count}.",
        {{"before_wave", compared.before.wave.name},
         {"before", language.percent(*before.share())},
         {"before_count", language.integer(before.answers)},
         {"after_wave", compared.after.wave.name},
         {"after", language.percent(*after.share())},
         {"after_count", language.integer(after.answers)}});
}

std::string change_sentence(const Figures& before, const Figures& after, const Language& language) {
    const auto change = st::compare_shares(share_of(after), share_of(before));
    const auto& interval = change.newcombe;
    const auto points = [&](double share) { return language.number(std::abs(share) * in_points, 0); };
    const bool more = change.difference > 0;
    const web::Arguments arguments{{"points", points(change.difference)},
                                   {"least", points(more ? interval.lower : interval.upper)},
                                   {"most", points(more ? interval.upper : interval.lower)}};
    if (interval.lower > 0)
        return language(
            "It has become better: {points} percentage points more, and between {least} and {most} if the "
            "answers stand for all. Chance hardly explains it.",
            arguments);
    if (interval.upper < 0)
        return language(
            "It has become worse: {points} percentage points fewer, and between {least} and {most} if the "
            "answers stand for all. Chance hardly explains it.",
            arguments);
    return language(
        "Whether anything has changed cannot be told from these answers: the difference may be "
        "chance.");
}

// Everybody was asked and answered, both times: nothing is estimated.
std::string census_sentence(const Figures& before, const Figures& after, const Language& language) {
    const auto difference = (*after.share() - *before.share()) * in_points;
    const auto points = language.number(std::abs(difference), 0);
    if (difference > 0)
        return language(
            "Everybody answered both times, so this is no estimate: {points} percentage points more.",
            {{"points", points}});
    if (difference < 0)
        return language(
            "Everybody answered both times, so this is no estimate: {points} percentage points fewer.",
            {{"points", points}});
    return language("Everybody answered both times, so this is no estimate: nothing has changed.");
}

// What the answers of a wave say of all who could answer it, where that is so many and no others matter.
void add_population(const WaveResult& wave, const Figures& figures, const Language& language,
                    Sentences& into) {
    if (!wave.population || figures.answers > *wave.population) return;
    const web::Arguments names{{"wave", wave.wave.name}, {"all", language.integer(*wave.population)}};
    if (wave.everybody_answered(figures)) {
        into.push_back(
            language("{wave}: all {all} who could answer did. That is knowledge, not a sample.", names));
        return;
    }
    const auto range =
        st::hypergeometric_range({figures.favourable.value_or(0), figures.answers, *wave.population});
    auto arguments = names;
    arguments.emplace_back("least", language.integer(range.lower));
    arguments.emplace_back("most", language.integer(range.upper));
    into.push_back(
        language("{wave}: of the {all} who could answer, between {least} and {most} would give one of the "
                 "best answers.",
                 arguments));
}

void add_random_pairs(const Figures& before, const Figures& after, const Language& language,
                      Sentences& into) {
    if (!before.distribution || !after.distribution ||
        before.distribution->values.size() != after.distribution->values.size())
        return;
    const auto better =
        st::compare_ordinal(before.distribution->values, after.distribution->values).probability_after;
    if (!std::isfinite(better)) return;
    into.push_back(
        language("Of 100 random pairs of one answer from each time, the later one is the better in {count}, "
                 "equal ones counted as half.",
                 {{"count", language.number(better * in_points, 0)}}));
}

std::string bias_sentence(const PairFigures& pairs, const Language& language) {
    if (!pairs.paired_mean || !pairs.others_mean)
        return language(
            "There are too few others to tell whether those who were found again answer as they do.");
    const web::Arguments means{{"paired", language.number(*pairs.paired_mean, 1)},
                               {"others", language.number(*pairs.others_mean, 1)}};
    if (pairs.differ)
        return language(
            "Those who were found again had answered otherwise than the others (mean {paired} against "
            "{others}), so their change need not be that of all.",
            means);
    return language(
        "There is no sign that those who were found again answer otherwise than the others (mean "
        "{paired} against {others}).",
        means);
}

void add_pairs(const Compared& compared, const CountedQuestion& question, const Language& language,
               Sentences& into) {
    const auto found = compared.pairs.find(question.name);
    if (found == compared.pairs.end()) return;
    if (!found->second) {
        into.push_back(
            language("How the same persons changed is not shown: there are too few of them, or they could "
                     "be worked out."));
        return;
    }
    const auto& pairs = *found->second;
    into.push_back(
        language("{count} persons were found in both waves ({rate} of the smaller one): {up} answer better "
                 "than before, "
                 "{same} the same and {down} worse.",
                 {{"count", language.integer(pairs.pairs)},
                  {"rate", language.percent(pairs.match_rate)},
                  {"up", language.integer(pairs.up)},
                  {"same", language.integer(pairs.same)},
                  {"down", language.integer(pairs.down)}}));
    into.push_back(bias_sentence(pairs, language));
}

std::optional<std::int64_t> asked_within(const Visit& visit, const WaveLinks& wave, UnitId unit,
                                         const std::optional<std::int64_t>& population) {
    const bool all = std::ranges::all_of(wave.links, [&](const SurveyLink& link) {
        return visit.viewer.tree->within_now(link.unit, unit, visit.viewer.today);
    });
    return all ? population : std::nullopt;
}

std::vector<SurveyLink> links_within(const Visit& visit, const WaveLinks& wave, UnitId unit) {
    std::vector<SurveyLink> links;
    std::ranges::copy_if(wave.links, std::back_inserter(links), [&](const SurveyLink& link) {
        return visit.viewer.tree->within_now(link.unit, unit, visit.viewer.today);
    });
    return links;
}

// Figures of one wave, by question, of its parts in each year.
std::map<std::string, Figures, std::less<>> figures_of(const std::vector<Release>& releases, WaveId wave) {
    std::map<std::string, std::vector<Figures>, std::less<>> parts;
    for (const auto& release : releases)
        if (release.group.wave == wave) parts[release.question].push_back(release.figures);
    std::map<std::string, Figures, std::less<>> figures;
    for (const auto& [question, some] : parts)
        figures[question] = joined(some);
    return figures;
}

Result<std::vector<WaveResult>> read_waves(storage::Connection& connection, const Visit& visit,
                                           const Subject& subject) {
    const auto tenant = visit.viewer.tenant();
    const auto survey = subject.survey.id;
    ReleaseQuestion asked{survey, subject.unit};
    asked.waves = true;
    const auto releases = TRY(read_releases(connection, tenant, asked));
    const auto links = TRY(links_of_waves(connection, tenant, survey));
    std::vector<WaveResult> results;
    for (auto& wave : TRY(list_waves(connection, tenant, survey))) {
        const auto own = std::ranges::find(links, wave.id, &WaveLinks::wave);
        WaveResult result{wave};
        result.figures = figures_of(releases, wave.id);
        result.over = !result.figures.empty();
        result.asked = TRY(people_asked(connection, tenant, links_within(visit, *own, subject.unit)));
        result.population =
            asked_within(visit, *own, subject.unit, TRY(read_population(connection, tenant, wave.id)));
        results.push_back(std::move(result));
    }
    return results;
}

// Whether the unit holds every link of both waves; pairs are decided for them as a whole.
Result<bool> holds_both(storage::Connection& connection, const Visit& visit, const Subject& subject,
                        const Compared& compared) {
    for (const auto& wave : TRY(links_of_waves(connection, visit.viewer.tenant(), subject.survey.id)))
        if ((wave.wave == compared.before.wave.id || wave.wave == compared.after.wave.id) &&
            links_within(visit, wave, subject.unit).size() != wave.links.size())
            return false;
    return true;
}

} // namespace

Result<WaveComparison> wave_results(Visit& visit, const Subject& subject) {
    return visit.read([&](storage::Connection& connection) -> Result<WaveComparison> {
        WaveComparison found{TRY(read_waves(connection, visit, subject)), {}};
        for (const auto& after : found.waves)
            for (const auto& before : found.waves) {
                if (after.wave.kind != WaveKind::follow_up || before.wave.kind != WaveKind::baseline ||
                    after.wave.cohort != before.wave.cohort || !after.over || !before.over)
                    continue;
                Compared compared{before, after};
                if (TRY(holds_both(connection, visit, subject, compared)))
                    compared.pairs =
                        TRY(stored_pairs(connection, visit.viewer.tenant(), before.wave.id, after.wave.id));
                found.compared.push_back(std::move(compared));
            }
        return found;
    });
}

std::vector<std::string> comparison_sentences(const Compared& compared, const CountedQuestion& question,
                                              const Language& language) {
    const auto* before = compared.before.of(question.name);
    const auto* after = compared.after.of(question.name);
    if (before == nullptr || after == nullptr)
        return {language("Nobody was asked this in one of the waves.")};
    for (const auto* figures : {before, after})
        if (!figures->share()) return {why_hidden(*figures, language)};
    Sentences sentences{level_sentence(compared, *before, *after, language)};
    add_population(compared.before, *before, language, sentences);
    add_population(compared.after, *after, language, sentences);
    if (compared.before.everybody_answered(*before) && compared.after.everybody_answered(*after)) {
        sentences.push_back(census_sentence(*before, *after, language));
    } else {
        sentences.push_back(change_sentence(*before, *after, language));
        add_random_pairs(*before, *after, language, sentences);
    }
    add_pairs(compared, question, language, sentences);
    return sentences;
}

} // namespace maerkbar::surveys::results::pages
