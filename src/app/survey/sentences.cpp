#include <cmath>

#include "app/survey/columns.hpp"
#include "app/survey/report.hpp"
#include "app/survival/words.hpp"
#include "base/text.hpp"
#include "sources/surveys/definition/scale_words.hpp"

namespace maerkbar::app_survey {

namespace {

using statistics::Interval;
using statistics::is_missing;
using statistics::TargetStatus;
using surveys::Question;
using web::Language;

constexpr double level = 0.05;

std::string points(double share, const Language& language) {
    const auto text = language.number(100 * share, 0);
    return std::round(100 * share) > 0 ? "+" + text : text;
}

std::string point_interval(const Interval& interval, const Language& language) {
    return language("{lower} to {upper}", {{"lower", points(interval.lower, language)},
                                           {"upper", points(interval.upper, language)}});
}

std::string whole(double count, const Language& language) {
    return language.integer(static_cast<std::int64_t>(count));
}

// Whether a difference is more than chance, after all comparisons are counted.
std::string judgement(double difference, double p, const Language& language) {
    if (is_missing(p)) return language("Nothing can be said about chance.");
    if (p >= level) return language("It may be chance.");
    return difference > 0 ? language("It is better, and hardly chance.")
                          : language("It is worse, and hardly chance.");
}

// What the share is about.
std::string success_words(const Question& question, const Language& language) {
    if (question.type == surveys::QuestionType::yes_no) return language("Yes");
    return surveys::highest_step(question) <= 3 ? language("The highest step")
                                                : language("The two highest steps");
}

web::Arguments share_words(const statistics::Share& before, const statistics::Share& after,
                           const Language& language) {
    return {{"before", language.percent(before.count / before.n)},
            {"before_count", whole(before.count, language)},
            {"before_n", whole(before.n, language)},
            {"after", language.percent(after.count / after.n)},
            {"after_count", whole(after.count, language)},
            {"after_n", whole(after.n, language)}};
}

} // namespace

std::string question_title(const std::string& name, const Report& report) {
    const auto& definition = report.definition;
    const auto& question = *question_of(definition, name);
    const auto code = report.language.code();
    auto title = name + ": " + definition.say(question.title, code);
    const auto point = name.find('.');
    if (point == std::string::npos) return title;
    const auto part = name.substr(point + 1);
    if (part == surveys::expected_side) return title + " / " + definition.say(question.expectation, code);
    if (part == surveys::experienced_side) return title + " / " + definition.say(question.experience, code);
    for (const auto& row : question.rows)
        if (row.value == part) return title + " / " + definition.say(row.text, code);
    return title + " / " + std::string(surveys::word(surveys::Word::other, code));
}

std::string value_title(const QuestionFigures& figures, const std::string& value, const Report& report) {
    if (figures.question->other && value == surveys::other_value)
        return std::string(surveys::word(surveys::Word::other, report.language.code()));
    const auto words =
        surveys::value_words(report.definition, *figures.question, value, report.language.code());
    return has_steps(*figures.question) && words != value && !words.empty() ? value + " " + words
           : words.empty()                                                  ? value
                                                                            : words;
}

std::string share_text(double share, const Interval& interval, const Language& language) {
    if (is_missing(share)) return "–";
    return language.percent(share) + " (" + language.number(100 * interval.lower, 0) + "–" +
           language.number(100 * interval.upper, 0) + ")";
}

std::string mean_text(double mean, const Interval& interval, const Language& language) {
    if (is_missing(mean)) return "–";
    const auto text = language.number(mean, 2);
    if (is_missing(interval.lower)) return text;
    const auto lower = language.number(interval.lower, 2);
    const auto upper = language.number(interval.upper, 2);
    // A dash beside a minus sign is hard to read.
    return text + " (" +
           (interval.lower < 0 ? language("{lower} to {upper}", {{"lower", lower}, {"upper", upper}})
                               : lower + "–" + upper) +
           ")";
}

std::string target_sentence(const TargetResult& result, const Language& language) {
    const web::Arguments words{{"target", language.percent(result.target.share)},
                               {"count", language.integer(result.share.count)},
                               {"n", language.integer(result.share.answers)}};
    if (result.share.answers == 0) return language("Target {target}: nobody answered.", words);
    std::string text;
    switch (result.status) {
        case TargetStatus::met:
            return language("Target {target}: met. {count} of {n} say so.", words);
        case TargetStatus::not_met:
            return language("Target {target}: not met. {count} of {n} say so.", words);
        case TargetStatus::undecided:
            text = language("Target {target}: undecided. {count} of {n} say so.", words);
    }
    if (!result.needed) return text + " " + language("Not even all of so few answers could show it.");
    return text + " " +
           language("It would take {count} of these answers to show it.",
                    {{"count", language.integer(*result.needed)}});
}

std::string change_sentence(const WaveChange& change, const Report& report) {
    const auto& language = report.language;
    if (change.before.n == 0 || change.after.n == 0)
        return language("One of the waves has no answers, so nothing can be compared.");
    auto words = share_words(change.before, change.after, language);
    words.emplace_back("what", success_words(*question_of(report.definition, change.name), language));
    words.emplace_back("points", points(change.share.difference, language));
    words.emplace_back("interval", point_interval(change.share.newcombe, language));
    auto text = language(
        "{what}: {before} ({before_count} of {before_n}) before, {after} ({after_count} "
        "of {after_n}) after; {points} percentage points ({interval}).",
        words);
    double direction = change.share.difference;
    if (change.ordinal) {
        direction = change.ordinal->probability_after - 0.5;
        text += " " + language("In {count} of 100 random pairs the later answer is the better one.",
                               {{"count", language.number(100 * change.ordinal->probability_after, 0)}});
    }
    return text + " " + judgement(direction, change.p_adjusted, language);
}

std::string paired_sentence(const PairedChange& change, const Report& report) {
    const auto& language = report.language;
    if (is_missing(change.share.difference))
        return language("Nobody answered in both waves, so nothing can be compared.");
    std::string text;
    double direction = -change.share.difference;
    if (change.ordinal) {
        const auto& pairs = *change.ordinal;
        direction = pairs.mean_change;
        text = language(
                   "Of {pairs} who answered twice, {improved} went up, {worsened} went down and "
                   "{unchanged} said the same.",
                   {{"pairs", whole(static_cast<double>(pairs.pairs), language)},
                    {"improved", whole(static_cast<double>(pairs.improved), language)},
                    {"worsened", whole(static_cast<double>(pairs.worsened), language)},
                    {"unchanged", whole(static_cast<double>(pairs.unchanged), language)}}) +
               " ";
    }
    const Interval after_minus_before{-change.share.newcombe10.upper, -change.share.newcombe10.lower};
    text += language("{what}: {before} before, {after} after; {points} percentage points ({interval}).",
                     {{"what", success_words(*question_of(report.definition, change.name), language)},
                      {"before", language.percent(change.share.before)},
                      {"after", language.percent(change.share.after)},
                      {"points", points(-change.share.difference, language)},
                      {"interval", point_interval(after_minus_before, language)}});
    text += " " + judgement(direction, change.p_adjusted, language) + " ";
    return text + language("{before} answered only before, {after} only after.",
                           {{"before", whole(static_cast<double>(change.only_before), language)},
                            {"after", whole(static_cast<double>(change.only_after), language)}});
}

std::string gap_sentence(const statistics::ExpectationGap& gap, const Language& language) {
    auto text = language(
        "Expected {expected}, experienced {experienced}: a gap of {gap} among {pairs} who "
        "answered both.",
        {{"expected", language.number(gap.mean_expectation, 2)},
         {"experienced", language.number(gap.mean_experience, 2)},
         {"gap", mean_text(gap.gap, gap.gap_interval, language)},
         {"pairs", whole(static_cast<double>(gap.pairs), language)}});
    text += " " + language("Experience is {ratio} of what was expected; {met} had it met or exceeded.",
                           {{"ratio", share_text(gap.ratio, gap.ratio_interval, language)},
                            {"met", language.percent(gap.met_or_exceeded)}});
    if (is_missing(gap.ratio_interval.lower))
        text = language("Expected {expected}, experienced {experienced}. Too few answered both for more.",
                        {{"expected", language.number(gap.mean_expectation, 2)},
                         {"experienced", language.number(gap.mean_experience, 2)}});
    return text;
}

std::vector<std::string> notes(const Report& report) {
    const auto& language = report.language;
    std::vector<std::string> out;
    out.push_back(report.request.population
                      ? language("Intervals (95 %): these answers come from {population} who could have "
                                 "answered, and only they matter.",
                                 {{"population", language.integer(*report.request.population)}})
                      : language("Intervals (95 %): these answers stand for many more. Where they are all "
                                 "whom it is about, say how many with --population."));
    if (!report.file.unknown_columns.empty())
        out.push_back(language("Columns that are no question of the survey, left out: {names}.",
                               {{"names", joined(report.file.unknown_columns, ", ")}}));
    if (!report.file.unanswered.empty())
        out.push_back(language("Questions that the file has no column for: {names}.",
                               {{"names", joined(report.file.unanswered, ", ")}}));
    if (const auto lines = report.file.lines_without_wave.size(); lines > 0)
        out.push_back(language.plural("{count} row without a wave was left out.",
                                      "{count} rows without a wave were left out.",
                                      static_cast<std::int64_t>(lines)));
    if (report.analysis.set_aside > 0)
        out.push_back(language.plural("{count} person stands twice in a wave and was not paired.",
                                      "{count} persons stand twice in a wave and were not paired.",
                                      static_cast<std::int64_t>(report.analysis.set_aside)));
    for (const auto& group : report.analysis.groups)
        if (group.rows < 10) {
            out.push_back(
                language("Few answers: who knows the people may see who said what. Nothing here "
                         "is hidden; do not pass it on as it is."));
            break;
        }
    return out;
}

} // namespace maerkbar::app_survey
