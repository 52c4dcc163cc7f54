#include "app/survey/question_figures.hpp"

#include <algorithm>
#include <numeric>

#include "statistics/finite_population.hpp"

namespace maerkbar::app_survey {

namespace {

using surveys::Missing;
using surveys::Question;
using surveys::QuestionType;
using Population = std::optional<std::int64_t>;

std::vector<std::string> values_asked_for(const Question& question) {
    std::vector<std::string> values;
    if (question.type == QuestionType::yes_no) return {"yes", "no"};
    for (int step = surveys::lowest_step(question); step <= surveys::highest_step(question); ++step)
        values.push_back(std::to_string(step));
    if (!values.empty()) return values;
    for (const auto& choice : question.choices)
        values.push_back(choice.value);
    if (question.other) values.emplace_back(surveys::other_value);
    return values;
}

bool is_ranking(const Question& question) {
    return question.type == QuestionType::ranking;
}

// Of a ranking it counts who put the value first.
ValueFigures value_figures(const Question& question, const std::string& name, const std::string& value,
                           const Respondents& respondents) {
    ValueFigures figures;
    figures.value = value;
    double places = 0;
    std::int64_t ranked = 0;
    for (const auto* respondent : respondents) {
        const auto* answer = surveys::find(respondent->answers, name);
        if (answer == nullptr || !answer->answered()) continue;
        const auto found = std::ranges::find(answer->values, value);
        if (found == answer->values.end()) continue;
        const auto place = found - answer->values.begin();
        places += static_cast<double>(place + 1);
        ++ranked;
        if (!is_ranking(question) || place == 0) ++figures.count;
    }
    if (is_ranking(question) && ranked > 0) figures.mean_place = places / static_cast<double>(ranked);
    return figures;
}

void count_answers(QuestionFigures& figures, const Respondents& respondents) {
    for (const auto* respondent : respondents) {
        const auto* answer = surveys::find(respondent->answers, figures.name);
        if (answer == nullptr)
            ++figures.blank;
        else if (answer->answered())
            ++figures.answers;
        else
            ++figures.missing[static_cast<std::size_t>(answer->missing)];
    }
}

std::vector<double> numbers_of(const Respondents& respondents, const std::string& name) {
    std::vector<double> numbers;
    for (const auto* respondent : respondents)
        if (const auto number = number_of(*respondent, name)) numbers.push_back(*number);
    return numbers;
}

double median_of(std::vector<double> numbers) {
    std::ranges::sort(numbers);
    const auto half = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
}

// The mean with its interval; an endless population is one so large that it makes no difference.
statistics::PopulationMean mean_of(const std::vector<double>& numbers, Population population) {
    constexpr double endless = 1e15;
    return statistics::population_mean(numbers, population ? static_cast<double>(*population) : endless);
}

NumberFigures summarise(const std::vector<double>& numbers, const statistics::PopulationMean& mean) {
    const auto [least, most] = std::ranges::minmax(numbers);
    return {mean.mean, mean.standard_deviation, median_of(numbers), least, most};
}

std::optional<statistics::NetPromoter> net_promoter_of(const std::vector<std::int64_t>& counts) {
    std::array<std::int64_t, 11> steps{};
    std::ranges::copy(counts, steps.begin());
    return statistics::net_promoter(steps);
}

void add_numbers(QuestionFigures& figures, const Respondents& respondents, Population population) {
    const auto& question = *figures.question;
    const auto numbers = numbers_of(respondents, figures.name);
    if (numbers.empty()) return;
    const auto mean = mean_of(numbers, population);
    figures.mean_interval = mean.interval;
    if (question.type == QuestionType::number) figures.number = summarise(numbers, mean);
    if (!has_steps(question)) return;
    const auto counts = step_counts(question, respondents, figures.name);
    if (question.type == QuestionType::nps)
        figures.net_promoter = net_promoter_of(counts);
    else
        figures.scale = statistics::summarise_scale(
            counts, figures.missing[static_cast<std::size_t>(Missing::dont_know)]);
}

} // namespace

statistics::Interval share_interval(std::int64_t count, std::int64_t answers, Population population) {
    if (answers == 0) return {};
    if (population) return statistics::wilson_finite({count, answers, *population});
    return statistics::wilson({static_cast<double>(count), static_cast<double>(answers)});
}

QuestionFigures figures_of(const Question& question, const std::string& name, const Respondents& respondents,
                           Population population) {
    QuestionFigures figures;
    figures.name = name;
    figures.question = &question;
    count_answers(figures, respondents);
    const bool beside_other = question.other && name != question.name;
    if (!beside_other)
        for (const auto& value : values_asked_for(question)) {
            auto one = value_figures(question, name, value, respondents);
            if (figures.answers > 0)
                one.share = static_cast<double>(one.count) / static_cast<double>(figures.answers);
            one.interval = share_interval(one.count, figures.answers, population);
            figures.values.push_back(std::move(one));
        }
    const bool is_number = question.type == QuestionType::number || has_steps(question);
    if (is_number) add_numbers(figures, respondents, population);
    return figures;
}

TargetResult test_of(const Target& target, const Question& question, const Respondents& respondents,
                     Population population) {
    TargetResult out;
    out.target = target;
    out.share.population = population.value_or(0);
    for (const auto* respondent : respondents)
        if (const auto success = success_of(question, *respondent, target.question)) {
            ++out.share.answers;
            out.share.count += *success;
        }
    out.interval = share_interval(out.share.count, out.share.answers, population);
    if (out.share.answers == 0) return out;
    if (population) {
        out.status = statistics::test_target(out.share, target.share).status;
        out.needed = statistics::fewest_to_meet(out.share.answers, *population, target.share);
    } else {
        const statistics::Share share{static_cast<double>(out.share.count),
                                      static_cast<double>(out.share.answers)};
        out.status = statistics::test_target(share, target.share).status;
        out.needed = statistics::fewest_to_meet(out.share.answers, target.share);
    }
    return out;
}

} // namespace maerkbar::app_survey
