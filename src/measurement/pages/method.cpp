#include "measurement/pages/method.hpp"

#include "measurement/value_text.hpp"
#include "statistics/false_alarms.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::measurement::pages {

using namespace web::literals;
using web::Html;
using web::Language;

namespace {

std::string chart_name(ChartType type, const web::Language& language) {
    switch (type) {
        case ChartType::run:
            return language("Run chart");
        case ChartType::i:
            return language("I chart");
        case ChartType::i_prime:
            return language("I′ chart");
        case ChartType::p_prime:
            return language("P′ chart");
        case ChartType::u_prime:
            return language("U′ chart");
        case ChartType::p:
            return language("P chart");
        case ChartType::u:
            return language("U chart");
        case ChartType::c:
            return language("C chart");
        case ChartType::g:
            return language("G chart");
        case ChartType::t:
            return language("T chart");
        case ChartType::none:
            break;
    }
    return {};
}

std::string reason_text(ChartReason reason, const web::Language& language) {
    switch (reason) {
        case ChartReason::chosen:
            return language("It was chosen by the person who defined the indicator.");
        case ChartReason::few_points:
            return language("There are too few points for limits.");
        case ChartReason::share:
            return language("It suits shares of many, where days differ more than chance alone explains.");
        case ChartReason::rate:
            return language("It suits rates of many, where days differ more than chance alone explains.");
        case ChartReason::mean_with_count:
            return language("It suits means with different numbers behind them.");
        case ChartReason::single_values:
            return language("It suits one number a period.");
        case ChartReason::skewed:
            return language("The largest values are too far out for limits to be right.");
        case ChartReason::rare_events:
            return language("It suits events that are rare.");
        case ChartReason::no_points:
            break;
    }
    return {};
}

// Centre line, sigma and constants of each chart; statistics/README.md tells where they come from.
std::string formula_text(ChartType type, const Language& language) {
    switch (type) {
        case ChartType::run:
            return language("The line is the median. A run chart has no limits.");
        case ChartType::i:
            return language(
                "The line is the mean, and the limits lie 3 sigma from it. Sigma is the mean difference "
                "between neighbouring periods divided by 1.128; differences of 3.267 times their mean or "
                "more are left out once, so that a single outlier does not widen the limits.");
        case ChartType::i_prime:
            return language(
                "The line is the mean of all records, and the limits lie 3 sigma from it. Sigma of one "
                "record comes from the differences between neighbouring periods, where those of 3.2665 "
                "times their mean or more are left out once; in each period it is divided by the square "
                "root of the number of records.");
        case ChartType::p_prime:
            return language(
                "The line is the share p of all periods together, and the limits lie 3 sigma from it. Sigma "
                "is what chance alone gives for the n records of a period, √(p(1 − p) ÷ n), times how much "
                "more neighbouring periods really differ (mean difference divided by 1.128; differences of "
                "3.267 times their mean or more are left out once).");
        case ChartType::u_prime:
            return language(
                "The line is the rate u of all periods together, and the limits lie 3 sigma from it. Sigma "
                "is what chance alone gives for the size n of a period, √(u ÷ n), times how much more "
                "neighbouring periods really differ (mean difference divided by 1.128; differences of 3.267 "
                "times their mean or more are left out once).");
        case ChartType::p:
            return language(
                "The line is the share p of all periods together, and the limits lie 3 sigma from it. Sigma "
                "is what chance alone gives for the n records of a period: √(p(1 − p) ÷ n).");
        case ChartType::u:
            return language(
                "The line is the rate u of all periods together, and the limits lie 3 sigma from it. Sigma "
                "is what chance alone gives for the size n of a period: √(u ÷ n).");
        case ChartType::c:
            return language(
                "The line is the mean number a period, and the limits lie 3 sigma from it. Sigma is the "
                "square root of the mean, which is what chance alone gives.");
        case ChartType::g:
            return language(
                "The line is the median. The limits lie 3 sigma from the mean m, and sigma is √(m(m + 1)), "
                "which is what chance alone gives between rare events.");
        case ChartType::t:
            return language(
                "The values are raised to the power 1 ÷ 3.6, which takes the skew out of them. Line and "
                "limits are those of an I chart (3 sigma; sigma is the mean difference between neighbours "
                "divided by 1.128), brought back to the scale of the values.");
        case ChartType::none:
            break;
    }
    return {};
}

std::string sigma_text(const Drawing& drawing, const JudgedPhase& phase) {
    const auto& language = drawing.language;
    // That of a T chart is on the scale of the roots and says nothing to anybody.
    if (!phase.sigma || drawing.verdict.chart == ChartType::t) return "–";
    const bool share = drawing.definition.format == NumberFormat::percent;
    auto text = language.number(share ? *phase.sigma * 100 : *phase.sigma, 2);
    if (phase.spread)
        text += " " + language("({times} times chance)", {{"times", language.number(*phase.spread, 2)}});
    return text;
}

// There a period's sigma is the one shown over the square root of its n.
bool limits_follow_n(ChartType type) {
    return type == ChartType::p || type == ChartType::p_prime || type == ChartType::u ||
           type == ChartType::u_prime || type == ChartType::i_prime;
}

std::string sigma_heading(const Drawing& drawing) {
    const auto& language = drawing.language;
    const bool share = drawing.definition.format == NumberFormat::percent;
    if (limits_follow_n(drawing.verdict.chart))
        return share ? language("Sigma at n = 1, percentage points") : language("Sigma at n = 1");
    return share ? language("Sigma, percentage points") : language("Sigma");
}

std::string centre_text(const Drawing& drawing, const JudgedPhase& phase) {
    if (!phase.centre) return "–";
    if (!drawing.verdict.between) return value_text(drawing.language, drawing.definition, *phase.centre, 1);
    return drawing.language("{days} days between events",
                            {{"days", drawing.language.number(*phase.centre, 1)}});
}

Html cell(const std::string& text) {
    return Html() << text;
}

std::vector<Html> row_of(const Drawing& drawing, const JudgedPhase& phase) {
    const auto& language = drawing.language;
    auto name = language.period(phase.first) + " – " + language.period(phase.last);
    if (phase.frozen_until)
        name += "; " + language("limits from the periods up to {period}",
                                {{"period", language.period(*phase.frozen_until)}});
    return {cell(name),
            cell(language.integer(phase.points)),
            cell(centre_text(drawing, phase)),
            cell(sigma_text(drawing, phase)),
            cell(std::to_string(phase.longest_run) + " " +
                 language("(signal above {limit})", {{"limit", std::to_string(phase.longest_run_limit)}})),
            cell(std::to_string(phase.crossings) + " " +
                 language("(signal below {limit})", {{"limit", std::to_string(phase.crossings_limit)}}))};
}

Html phases(const Drawing& drawing) {
    const auto& language = drawing.language;
    web::parts::Table table{language("What each phase was judged by"), true};
    table.columns = {{language("Phase")},      {language("Points"), true}, {language("Centre line"), true},
                     {sigma_heading(drawing)}, {language("Longest run")},  {language("Crossings")}};
    for (const auto& phase : drawing.verdict.phases)
        table.rows.push_back(row_of(drawing, phase));
    return web::parts::table(table);
}

std::string false_alarm_text(const Drawing& drawing) {
    const auto& language = drawing.language;
    const bool limits = drawing.verdict.chart != ChartType::run;
    statistics::FalseAlarms expected;
    int points = 0;
    for (const auto& phase : drawing.verdict.phases) {
        expected = combined(expected, statistics::false_alarms(phase.points, limits));
        points += phase.points;
    }
    const web::Arguments arguments{{"any", language.percent(expected.any)},
                                   {"limits", language.percent(expected.limits)},
                                   {"runs", language.percent(expected.runs)},
                                   {"points", language.integer(points)}};
    if (!limits)
        return language(
            "If nothing but chance is at work, about {any} of run charts with {points} points still give a "
            "signal.",
            arguments);
    return language(
        "If nothing but chance is at work, about {any} of charts with {points} points still give a signal "
        "somewhere: {limits} a point beyond the limits, {runs} a long run or few crossings. It is more where "
        "each period resembles the one before.",
        arguments);
}

} // namespace

Html method(const Drawing& drawing) {
    const auto& language = drawing.language;
    const auto& verdict = drawing.verdict;
    if (verdict.chart == ChartType::none) return {};
    Html text;
    text << "<p>"_html << chart_name(verdict.chart, language) << ". "_html
         << reason_text(verdict.chart_reason, language) << " "_html << formula_text(verdict.chart, language)
         << "</p><p>"_html
         << language(
                "A signal is a point beyond the limits, an unusually long run of points on one side of the "
                "line, or unusually few crossings of it (Anhøj rules: a run longer than log2(n) + 3, "
                "rounded; crossings that chance gives in less than one chart in twenty). Points on the line "
                "do not count.")
         << "</p>"_html << phases(drawing) << "<p>"_html << false_alarm_text(drawing) << " Mærkbar "_html
         << MAERKBAR_VERSION << ".</p>"_html;
    return web::parts::disclosure(language("How this was judged"), text);
}

} // namespace maerkbar::measurement::pages
