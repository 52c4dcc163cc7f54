#include "sources/surveys/results/pages/question_section.hpp"

#include <cmath>

#include "sources/surveys/definition/scale_words.hpp"
#include "statistics/expectation.hpp"
#include "statistics/share_difference.hpp"
#include "statistics/target_status.hpp"
#include "web/parts/chart_figure.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::results::pages {

using web::Html;
using web::Language;
namespace parts = web::parts;
namespace st = statistics;

namespace {

constexpr int few_answers_for_pairs = 10; // expectation and experience crossed tell more than either alone

st::Share share_of(const Figures& figures) {
    return {static_cast<double>(figures.favourable.value_or(0)), static_cast<double>(figures.answers)};
}

std::string share_sentence(const Asked& asked, const Language& language) {
    const auto interval = st::wilson(share_of(asked.figures));
    const web::Arguments arguments{{"share", language.percent(*asked.figures.share())},
                                   {"count", language.integer(*asked.figures.favourable)},
                                   {"all", language.integer(asked.figures.answers)},
                                   {"low", language.percent(interval.lower)},
                                   {"high", language.percent(interval.upper)}};
    if (asked.question.kind == CountedKind::yes_no)
        return language(
            "{share} ({count} of {all}) answered yes. If the answers stand for all users, the share lies "
            "between {low} and {high}.",
            arguments);
    return language(
        "{share} ({count} of {all}) gave one of the best answers. If the answers stand for all users, "
        "the share lies between {low} and {high}.",
        arguments);
}

std::string target_sentence(const Asked& asked, const Language& language) {
    const web::Arguments arguments{{"target", language.percent(*asked.promised)}};
    switch (st::test_target(share_of(asked.figures), *asked.promised).status) {
        case st::TargetStatus::met:
            return language("The promise of at least {target} is met.", arguments);
        case st::TargetStatus::not_met:
            return language("The promise of at least {target} is not met.", arguments);
        case st::TargetStatus::undecided:
            break;
    }
    return language("Whether the promise of at least {target} is met cannot be decided from so few answers.",
                    arguments);
}

std::string change_sentence(const Asked& asked, const Language& language) {
    const auto change = st::compare_shares(share_of(asked.figures), share_of(*asked.before));
    const web::Arguments arguments{{"period", asked.before_words},
                                   {"before", language.percent(*asked.before->share())},
                                   {"all", language.integer(asked.before->answers)}};
    if (change.newcombe.lower > 0)
        return language(
            "That is more than in {period}, when it was {before} of {all}; chance hardly explains the "
            "difference.",
            arguments);
    if (change.newcombe.upper < 0)
        return language(
            "That is less than in {period}, when it was {before} of {all}; chance hardly explains the "
            "difference.",
            arguments);
    return language("In {period} it was {before} of {all}. The difference may be chance.", arguments);
}

std::string missing_sentence(const Counts& counts, const Language& language) {
    const auto [dont_know, not_relevant, no_wish, skipped] = counts.missing;
    if (dont_know + not_relevant + no_wish + skipped == 0) return {};
    return language(
        "Beside these, {dont_know} did not know, {not_relevant} found it not relevant, {no_wish} did not "
        "want to answer and {skipped} passed it over. They are not part of the figures.",
        {{"dont_know", language.integer(dont_know)},
         {"not_relevant", language.integer(not_relevant)},
         {"no_wish", language.integer(no_wish)},
         {"skipped", language.integer(skipped)}});
}

st::ExpectationGap gap_of(const Counts& pair) {
    const auto steps = static_cast<std::size_t>(std::lround(std::sqrt(pair.values.size())));
    std::vector<double> expected;
    std::vector<double> experienced;
    for (std::size_t i = 0; i < pair.values.size(); ++i)
        for (std::int64_t k = 0; k < pair.values[i]; ++k) {
            expected.push_back(static_cast<double>(i / steps + 1));
            experienced.push_back(static_cast<double>(i % steps + 1));
        }
    return st::expectation_gap(expected, experienced);
}

std::string between(const Language& language, const st::Interval& interval, int decimals) {
    if (!std::isfinite(interval.lower) || !std::isfinite(interval.upper)) return "–";
    return language("{low} to {high}", {{"low", language.number(interval.lower, decimals)},
                                        {"high", language.number(interval.upper, decimals)}});
}

std::string gap_sentence(const st::ExpectationGap& gap, const Language& language) {
    if (gap.gap_interval.lower > 0) return language("The experience was better than expected.");
    if (gap.gap_interval.upper < 0) return language("The experience was worse than expected.");
    return language("The experience was about as expected: the difference may be chance.");
}

} // namespace

std::optional<parts::TagKind> target_tag(const Figures& figures, std::optional<double> promised) {
    if (!promised || !figures.share()) return std::nullopt;
    switch (st::test_target(share_of(figures), *promised).status) {
        case st::TargetStatus::met:
            return parts::TagKind::met;
        case st::TargetStatus::not_met:
            return parts::TagKind::not_met;
        case st::TargetStatus::undecided:
            break;
    }
    return parts::TagKind::undecided;
}

std::vector<std::string> sentences_of(const Asked& asked, const Language& language) {
    std::vector<std::string> sentences;
    if (!asked.figures.shown()) return {why_hidden(asked.figures, language)};
    if (asked.figures.share()) {
        sentences.push_back(share_sentence(asked, language));
        if (asked.promised) sentences.push_back(target_sentence(asked, language));
        if (asked.before != nullptr && asked.before->share())
            sentences.push_back(change_sentence(asked, language));
    }
    if (const auto mean = asked.figures.mean())
        sentences.push_back(
            language("The mean is {mean} on a scale from {low} to {high}.",
                     {{"mean", language.number(*mean, 1)},
                      {"low", language.integer(asked.question.lowest)},
                      {"high", language.integer(asked.question.lowest - 1 +
                                                static_cast<std::int64_t>(asked.question.values.size()))}}));
    if (!asked.figures.distribution)
        sentences.push_back(language("How the answers are spread is shown when there are at least 8."));
    else if (auto missing = missing_sentence(*asked.figures.distribution, language); !missing.empty())
        sentences.push_back(std::move(missing));
    return sentences;
}

Html distribution(const Visit& visit, const Definition& definition, const Asked& asked,
                  const std::string& title) {
    if (!asked.figures.distribution) return {};
    const auto& language = visit.language;
    parts::ComparisonFigure figure;
    figure.name_heading = language("Answer");
    auto& picture = figure.picture;
    picture.id = "answers-" + asked.question.name;
    picture.title = title;
    picture.description =
        language("Each answer's share of all, with what it may be among all users (95% interval).");
    picture.numbers = parts::share_style(language);
    picture.least = 0;
    picture.greatest = 1;
    const auto& counts = *asked.figures.distribution;
    for (std::size_t i = asked.question.values.size(); i-- > 0;) {
        const st::Share share{static_cast<double>(counts.values[i]), static_cast<double>(counts.answers)};
        const auto interval = st::wilson(share);
        web::chart::ComparisonRow row{
            value_words(definition, *asked.question.question, asked.question.values[i], language.code())};
        row.value = share.count / share.n;
        row.lower = interval.lower;
        row.upper = interval.upper;
        row.remark = language.integer(counts.values[i]);
        picture.rows.push_back(std::move(row));
    }
    return parts::comparison_figure(figure, language);
}

Html expectation(const Visit& visit, const Asked& asked) {
    const auto& language = visit.language;
    if (!asked.figures.distribution || asked.figures.answers < few_answers_for_pairs)
        return paragraph(why_hidden(asked.figures, language));
    const auto gap = gap_of(*asked.figures.distribution);
    Html html = paragraph(gap_sentence(gap, language));
    html << parts::fact_list(
        {{language("Experience"), words(language.number(gap.mean_experience, 2))},
         {language("Expectation"), words(language.number(gap.mean_expectation, 2))},
         {language("Experience less expectation"),
          words(language.number(gap.gap, 2) + " (" + between(language, gap.gap_interval, 2) + ")")},
         {language("Experience divided by expectation"),
          words(language.number(gap.ratio, 2) + " (" + between(language, gap.ratio_interval, 2) + ")")},
         {language("Got what they expected, or better"), words(language.percent(gap.met_or_exceeded))},
         {language("Answers"), words(language.integer(asked.figures.answers))}});
    html << paragraph(
        language("Means of the same persons on a scale from 1, with 95% intervals. Read them beside the "
                 "experience itself: lower expectations are no success."));
    return html;
}

} // namespace maerkbar::surveys::results::pages
