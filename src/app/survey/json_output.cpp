#include "app/survey/report.hpp"
#include "base/json_writer.hpp"

namespace maerkbar::app_survey {

namespace {

using statistics::Interval;
using statistics::TargetStatus;

void put(JsonWriter& json, const char* name, const Interval& interval) {
    json.key(name).begin_array().value(interval.lower).value(interval.upper).end_array();
}

std::string_view code_of(TargetStatus status) {
    return status == TargetStatus::met ? "met" : status == TargetStatus::not_met ? "not_met" : "undecided";
}

void put_values(JsonWriter& json, const QuestionFigures& figures, const Report& report) {
    json.key("values").begin_array();
    for (const auto& value : figures.values) {
        json.begin_object()
            .member("value", value.value)
            .member("text", value_title(figures, value.value, report));
        json.member("count", value.count).member("share", value.share);
        put(json, "interval", value.interval);
        if (!statistics::is_missing(value.mean_place)) json.member("mean_place", value.mean_place);
        json.end_object();
    }
    json.end_array();
}

void put_summary(JsonWriter& json, const QuestionFigures& figures) {
    if (const auto& scale = figures.scale) {
        json.member("mean", scale->mean).member("median", scale->median).member("top2", scale->top2);
        json.member("bottom2", scale->bottom2).member("top2_with_dont_know", scale->top2_with_dont_know);
        json.member("index", scale->index);
        put(json, "mean_interval", figures.mean_interval);
    }
    if (const auto& number = figures.number) {
        json.member("mean", number->mean).member("standard_deviation", number->standard_deviation);
        json.member("median", number->median).member("least", number->least).member("most", number->most);
        put(json, "mean_interval", figures.mean_interval);
    }
    if (const auto& score = figures.net_promoter) {
        json.member("net_promoter", score->score);
        put(json, "net_promoter_interval", score->interval);
    }
}

void put_question(JsonWriter& json, const QuestionFigures& figures, const Report& report) {
    json.begin_object().member("name", figures.name).member("title", question_title(figures.name, report));
    json.member("type", name_of(figures.question->type)).member("answers", figures.answers);
    json.key("missing").begin_object();
    for (std::size_t i = 1; i < figures.missing.size(); ++i)
        json.member(name_of(static_cast<surveys::Missing>(i)), figures.missing[i]);
    json.member("empty", figures.blank).end_object();
    if (!figures.values.empty()) put_values(json, figures, report);
    put_summary(json, figures);
    json.end_object();
}

void put_gap(JsonWriter& json, const std::string& name, const statistics::ExpectationGap& gap) {
    json.begin_object().member("question", name).member("pairs", gap.pairs);
    json.member("mean_expectation", gap.mean_expectation).member("mean_experience", gap.mean_experience);
    json.member("gap", gap.gap);
    put(json, "gap_interval", gap.gap_interval);
    json.member("ratio", gap.ratio);
    put(json, "ratio_interval", gap.ratio_interval);
    json.member("met_or_exceeded", gap.met_or_exceeded).end_object();
}

void put_target(JsonWriter& json, const TargetResult& result) {
    json.begin_object().member("question", result.target.question).member("target", result.target.share);
    json.member("count", result.share.count).member("answers", result.share.answers);
    put(json, "interval", result.interval);
    json.member("status", code_of(result.status)).member("needed", result.needed).end_object();
}

void put_scale(JsonWriter& json, const ScaleResult& scale) {
    const auto& result = scale.reliability;
    json.begin_object().member("name", scale.scale.name).member("answers", result.answers);
    json.member("left_out", scale.left_out).member("alpha", result.alpha);
    put(json, "alpha_interval", result.alpha_interval);
    json.member("omega_total", result.omega_total).member("thin", result.thin);
    json.key("items").begin_array();
    for (std::size_t i = 0; i < result.items.size(); ++i)
        json.begin_object()
            .member("question", scale.scale.questions[i])
            .member("mean", result.items[i].mean)
            .member("rest_correlation", result.items[i].rest_correlation)
            .member("alpha_if_dropped", result.items[i].alpha_if_dropped)
            .end_object();
    json.end_array().end_object();
}

void put_drivers(JsonWriter& json, const DriverResult& drivers, const Report& report) {
    json.key("drivers").begin_object().member("overall", report.request.overall);
    json.member("answers", drivers.answers);
    if (!drivers.result) {
        json.member("refused", report.language.error(drivers.result.error())).end_object();
        return;
    }
    json.member("r_squared", drivers.result->r_squared).key("questions").begin_array();
    for (std::size_t i = 0; i < drivers.drivers.size(); ++i) {
        const auto& driver = drivers.result->drivers[i];
        json.begin_object().member("question", drivers.drivers[i]).member("shapley", driver.shapley);
        json.member("relative_weight", driver.relative_weight).member("spearman", driver.spearman);
        json.member("correlation", driver.correlation).member("mean", driver.mean).end_object();
    }
    json.end_array().end_object();
}

template <typename Items, typename Put>
void put_list(JsonWriter& json, const char* name, const Items& items, const Put& put_one) {
    json.key(name).begin_array();
    for (const auto& item : items)
        put_one(item);
    json.end_array();
}

void put_group(JsonWriter& json, const Group& group, const Report& report) {
    json.begin_object();
    if (!group.wave.empty()) json.member("wave", group.wave);
    json.member("rows", group.rows);
    put_list(json, "questions", group.questions, [&](const auto& one) { put_question(json, one, report); });
    put_list(json, "expectations", group.gaps,
             [&](const auto& one) { put_gap(json, one.first, one.second); });
    put_list(json, "targets", group.targets, [&](const auto& one) { put_target(json, one); });
    put_list(json, "scales", group.scales, [&](const auto& one) { put_scale(json, one); });
    if (group.drivers) put_drivers(json, *group.drivers, report);
    json.end_object();
}

void put_ordinal(JsonWriter& json, const statistics::PairedOrdinal& ordinal) {
    json.member("improved", ordinal.improved).member("unchanged", ordinal.unchanged);
    json.member("worsened", ordinal.worsened).member("mean_change", ordinal.mean_change);
    put(json, "mean_change_interval", ordinal.interval);
    json.member("p_sign", ordinal.p_sign).member("p_wilcoxon_exact", ordinal.p_wilcoxon_exact);
    json.member("p_pratt_exact", ordinal.p_pratt_exact);
}

void put_change(JsonWriter& json, const WaveChange& change, const Report& report) {
    json.begin_object().member("question", change.name).member("before_count", change.before.count);
    json.member("before_answers", change.before.n).member("after_count", change.after.count);
    json.member("after_answers", change.after.n).member("difference", change.share.difference);
    put(json, "interval", change.share.newcombe);
    json.member("p_fisher", change.share.p_fisher);
    if (change.ordinal) {
        json.member("probability_after", change.ordinal->probability_after);
        json.member("p_asymptotic", change.ordinal->p_asymptotic_corrected);
        json.member("p_exact", change.ordinal->p_exact);
    }
    json.member("p", change.p).member("p_holm", change.p_adjusted);
    json.member("sentence", change_sentence(change, report)).end_object();
}

void put_paired(JsonWriter& json, const PairedChange& change, const Report& report) {
    json.begin_object().member("question", change.name).member("before", change.share.before);
    json.member("after", change.share.after).member("difference", -change.share.difference);
    put(json, "interval", {-change.share.newcombe10.upper, -change.share.newcombe10.lower});
    json.member("p_mcnemar_exact", change.share.p_exact);
    json.member("only_before", change.only_before).member("only_after", change.only_after);
    if (change.ordinal) put_ordinal(json, *change.ordinal);
    json.member("p", change.p).member("p_holm", change.p_adjusted);
    json.member("sentence", paired_sentence(change, report)).end_object();
}

void put_rates(JsonWriter& json, const statistics::ResponseRates& rates) {
    json.key("response_rates").begin_object();
    json.member("RR1", rates.rr1).member("RR2", rates.rr2).member("RR3", rates.rr3).member("RR4", rates.rr4);
    json.member("RR5", rates.rr5).member("RR6", rates.rr6).member("COOP1", rates.cooperation);
    json.member("REF1", rates.refusal).end_object();
}

} // namespace

std::string json_output(const Report& report) {
    const auto& analysis = report.analysis;
    JsonWriter json;
    json.begin_object().member("population", report.request.population);
    put_list(json, "groups", analysis.groups, [&](const auto& one) { put_group(json, one, report); });
    if (!analysis.before.empty()) json.member("before", analysis.before).member("after", analysis.after);
    put_list(json, "changes", analysis.changes, [&](const auto& one) { put_change(json, one, report); });
    put_list(json, "paired", analysis.paired, [&](const auto& one) { put_paired(json, one, report); });
    if (analysis.rates) put_rates(json, *analysis.rates);
    put_list(json, "notes", notes(report), [&](const auto& one) { json.value(one); });
    json.end_object();
    return json.text() + "\n";
}

} // namespace maerkbar::app_survey
