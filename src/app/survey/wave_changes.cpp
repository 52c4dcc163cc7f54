#include "app/survey/wave_changes.hpp"

#include <map>

#include "statistics/p_adjust.hpp"

namespace maerkbar::app_survey {

namespace {

using statistics::is_missing;
using surveys::Question;

statistics::Share success_share(const Question& question, const Respondents& respondents,
                                const std::string& name) {
    statistics::Share share;
    for (const auto* respondent : respondents)
        if (const auto success = success_of(question, *respondent, name)) {
            share.n += 1;
            share.count += *success ? 1 : 0;
        }
    return share;
}

// The exact p-value where it is there.
double p_of(const statistics::OrdinalDifference& difference) {
    return is_missing(difference.p_exact) ? difference.p_asymptotic_corrected : difference.p_exact;
}

WaveChange change_of(const Waves& waves, const QuestionFigures& figures) {
    const auto& question = *figures.question;
    WaveChange change;
    change.name = figures.name;
    change.before = success_share(question, waves.before, figures.name);
    change.after = success_share(question, waves.after, figures.name);
    change.share = statistics::compare_shares(change.after, change.before);
    change.p = change.share.p_fisher;
    if (!has_steps(question)) return change;
    change.ordinal = statistics::compare_ordinal(step_counts(question, waves.before, figures.name),
                                                 step_counts(question, waves.after, figures.name));
    change.p = p_of(*change.ordinal);
    return change;
}

template <typename Change>
void adjust(std::vector<Change>& changes) {
    std::vector<double> values;
    for (const auto& change : changes)
        values.push_back(change.p);
    const auto adjusted = statistics::holm(values);
    for (std::size_t i = 0; i < changes.size(); ++i)
        changes[i].p_adjusted = adjusted[i];
}

using ByPerson = std::map<std::string, const Respondent*>;

// Who stands there twice is set aside: which of the two is the pair cannot be known.
ByPerson by_person(const Respondents& respondents, std::size_t& set_aside) {
    ByPerson people;
    for (const auto* respondent : respondents)
        if (!respondent->person.empty() && !people.try_emplace(respondent->person, respondent).second)
            people[respondent->person] = nullptr;
    for (auto person = people.begin(); person != people.end();)
        person = person->second == nullptr ? (++set_aside, people.erase(person)) : std::next(person);
    return people;
}

void count_pair(statistics::PairedCounts& counts, bool before, bool after) {
    if (before)
        (after ? counts.yes_yes : counts.yes_no) += 1;
    else
        (after ? counts.no_yes : counts.no_no) += 1;
}

PairedChange paired_change(const ByPerson& before, const ByPerson& after, const QuestionFigures& figures) {
    const auto& question = *figures.question;
    PairedChange change;
    change.name = figures.name;
    statistics::PairedCounts counts;
    std::vector<double> steps_before;
    std::vector<double> steps_after;
    for (const auto& [person, first] : before) {
        const auto then = success_of(question, *first, figures.name);
        const auto second = after.find(person);
        const auto now =
            second == after.end() ? std::nullopt : success_of(question, *second->second, figures.name);
        if (then && !now) ++change.only_before;
        if (!then && now) ++change.only_after;
        if (!then || !now) continue;
        count_pair(counts, *then, *now);
        if (!has_steps(question)) continue;
        steps_before.push_back(*number_of(*first, figures.name));
        steps_after.push_back(*number_of(*second->second, figures.name));
    }
    for (const auto& [person, second] : after)
        if (!before.contains(person) && success_of(question, *second, figures.name)) ++change.only_after;
    change.share = statistics::compare_paired(counts);
    change.p = change.share.p_exact;
    if (!has_steps(question)) return change;
    change.ordinal = statistics::compare_paired_ordinal(steps_before, steps_after);
    change.p = is_missing(change.ordinal->p_pratt_exact) ? change.ordinal->p_wilcoxon_corrected
                                                         : change.ordinal->p_pratt_exact;
    return change;
}

} // namespace

std::vector<WaveChange> changes_between(const Waves& waves,
                                        const std::vector<const QuestionFigures*>& questions) {
    std::vector<WaveChange> changes;
    for (const auto* figures : questions)
        changes.push_back(change_of(waves, *figures));
    adjust(changes);
    return changes;
}

std::vector<PairedChange> paired_changes(const Waves& waves,
                                         const std::vector<const QuestionFigures*>& questions,
                                         std::size_t& set_aside) {
    const auto before = by_person(waves.before, set_aside);
    const auto after = by_person(waves.after, set_aside);
    std::vector<PairedChange> changes;
    for (const auto* figures : questions)
        changes.push_back(paired_change(before, after, *figures));
    adjust(changes);
    return changes;
}

} // namespace maerkbar::app_survey
