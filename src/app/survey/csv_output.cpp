#include "app/chart/fields.hpp"
#include "app/survey/report.hpp"

namespace maerkbar::app_survey {

namespace {

// Writes lines about one wave.
class Lines {
  public:
    Lines(std::string& out, std::string wave) : out_(out), wave_(std::move(wave)) {}

    void put(const std::string& question, std::string_view measure, double number,
             std::string_view value = {}) {
        if (statistics::is_missing(number)) return;
        app_chart::Fields fields(out_);
        fields.text(wave_).text(question).text(measure).text(value).number(number).end();
    }
    void put(const std::string& question, const std::string& measure, const statistics::Interval& interval,
             std::string_view value = {}) {
        put(question, measure + "_lower", interval.lower, value);
        put(question, measure + "_upper", interval.upper, value);
    }

  private:
    std::string& out_;
    std::string wave_;
};

void put_question(Lines& lines, const QuestionFigures& figures) {
    const auto& name = figures.name;
    lines.put(name, "answers", static_cast<double>(figures.answers));
    for (std::size_t i = 1; i < figures.missing.size(); ++i)
        lines.put(name, "missing", static_cast<double>(figures.missing[i]),
                  surveys::name_of(static_cast<surveys::Missing>(i)));
    lines.put(name, "missing", static_cast<double>(figures.blank), "empty");
    for (const auto& value : figures.values) {
        lines.put(name, "count", static_cast<double>(value.count), value.value);
        lines.put(name, "share", value.share, value.value);
        lines.put(name, "share", value.interval, value.value);
        lines.put(name, "mean_place", value.mean_place, value.value);
    }
    if (const auto& scale = figures.scale) {
        lines.put(name, "mean", scale->mean);
        lines.put(name, "top2", scale->top2);
        lines.put(name, "bottom2", scale->bottom2);
        lines.put(name, "index", scale->index);
    }
    if (const auto& number = figures.number) {
        lines.put(name, "mean", number->mean);
        lines.put(name, "standard_deviation", number->standard_deviation);
        lines.put(name, "median", number->median);
        lines.put(name, "least", number->least);
        lines.put(name, "most", number->most);
    }
    lines.put(name, "mean", figures.mean_interval);
    if (const auto& score = figures.net_promoter) {
        lines.put(name, "net_promoter", score->score);
        lines.put(name, "net_promoter", score->interval);
    }
}

void put_gap(Lines& lines, const std::string& name, const statistics::ExpectationGap& gap) {
    lines.put(name, "pairs", static_cast<double>(gap.pairs));
    lines.put(name, "gap", gap.gap);
    lines.put(name, "gap", gap.gap_interval);
    lines.put(name, "ratio", gap.ratio);
    lines.put(name, "ratio", gap.ratio_interval);
    lines.put(name, "met_or_exceeded", gap.met_or_exceeded);
}

void put_target(Lines& lines, const TargetResult& result) {
    const auto& name = result.target.question;
    lines.put(name, "target", result.target.share);
    lines.put(name, "target_met", result.status == statistics::TargetStatus::met);
    lines.put(name, "target_not_met", result.status == statistics::TargetStatus::not_met);
}

void put_group(std::string& out, const Group& group, const Report& report) {
    Lines lines(out, group.wave);
    for (const auto& figures : group.questions)
        put_question(lines, figures);
    for (const auto& [name, gap] : group.gaps)
        put_gap(lines, name, gap);
    for (const auto& target : group.targets)
        put_target(lines, target);
    for (const auto& scale : group.scales) {
        lines.put(scale.scale.name, "alpha", scale.reliability.alpha);
        lines.put(scale.scale.name, "alpha", scale.reliability.alpha_interval);
        lines.put(scale.scale.name, "omega_total", scale.reliability.omega_total);
    }
    if (!group.drivers || !group.drivers->result) return;
    const auto& drivers = *group.drivers;
    lines.put(report.request.overall, "r_squared", drivers.result->r_squared);
    for (std::size_t i = 0; i < drivers.drivers.size(); ++i)
        lines.put(report.request.overall, "shapley", drivers.result->drivers[i].shapley, drivers.drivers[i]);
}

void put_changes(std::string& out, const Analysis& analysis) {
    Lines lines(out, analysis.before + ">" + analysis.after);
    for (const auto& change : analysis.changes) {
        lines.put(change.name, "difference", change.share.difference);
        lines.put(change.name, "difference", change.share.newcombe);
        if (change.ordinal) lines.put(change.name, "probability_after", change.ordinal->probability_after);
        lines.put(change.name, "p", change.p);
        lines.put(change.name, "p_holm", change.p_adjusted);
    }
    for (const auto& change : analysis.paired) {
        lines.put(change.name, "difference", -change.share.difference);
        if (change.ordinal) lines.put(change.name, "mean_change", change.ordinal->mean_change);
        lines.put(change.name, "only_before", static_cast<double>(change.only_before));
        lines.put(change.name, "only_after", static_cast<double>(change.only_after));
        lines.put(change.name, "p", change.p);
        lines.put(change.name, "p_holm", change.p_adjusted);
    }
}

} // namespace

std::string csv_output(const Report& report) {
    std::string out = "wave,question,measure,value,number\n";
    for (const auto& group : report.analysis.groups)
        put_group(out, group, report);
    put_changes(out, report.analysis);
    if (const auto& rates = report.analysis.rates) {
        Lines lines(out, "");
        lines.put("", "RR1", rates->rr1);
        lines.put("", "RR2", rates->rr2);
        lines.put("", "RR3", rates->rr3);
        lines.put("", "RR4", rates->rr4);
        lines.put("", "RR5", rates->rr5);
        lines.put("", "RR6", rates->rr6);
        lines.put("", "COOP1", rates->cooperation);
        lines.put("", "REF1", rates->refusal);
    }
    return out;
}

} // namespace maerkbar::app_survey
