#include "app/chart/outlook.hpp"
#include "app/chart/output.hpp"
#include "app/chart/sentence.hpp"
#include "base/json_writer.hpp"
#include "statistics/runs_exact.hpp"
#include "statistics/stable_shift.hpp"

namespace maerkbar::app_chart {

namespace {

using statistics::Capability;
using statistics::Chart;

std::string_view code_of(Capability capability) {
    switch (capability) {
        case Capability::unknown:
            return "unknown";
        case Capability::capable:
            return "capable";
        case Capability::incapable:
            return "incapable";
        case Capability::across:
            return "across";
    }
    return {};
}

void put_point(JsonWriter& json, const ChartedSeries& series, std::size_t index) {
    const auto& point = series.control().points[index];
    const auto& group = series.points[index];
    json.begin_object().member("x", series.x[index]).member("y", point.y);
    json.member("n", group.n).member("subgroup_size", group.size).member("part", point.part);
    json.member("cl", point.cl).member("lcl", point.lcl).member("lcl2", point.lcl2);
    json.member("ucl2", point.ucl2).member("ucl", point.ucl);
    json.member("sigma_signal", point.sigma_signal).member("runs_signal", point.runs_signal);
    json.member("baseline", point.baseline).member("include", point.include).end_object();
}

void put_runs(JsonWriter& json, const ChartedSeries& series, const statistics::ChartPart& part) {
    const auto& runs = part.runs;
    json.member("n_useful", runs.useful).member("longest_run", runs.longest);
    json.member("longest_run_max", runs.longest_max);
    if (runs.useful > 0)
        json.member("longest_run_from", series.x[runs.longest_first])
            .member("longest_run_to", series.x[runs.longest_last]);
    json.member("crossings", runs.crossings).member("crossings_min", runs.crossings_min);
    json.member("runs_signal", part.runs_signal).member("runs_p_value", statistics::runs_p_value(runs));
}

void put_part(JsonWriter& json, const ChartedSeries& series, const statistics::ChartPart& part) {
    json.begin_object().member("from", series.x[part.first]).member("to", series.x[part.end - 1]);
    json.member("cl", series.control().points[part.first].cl).member("sigma_z", part.model.sigma_z);
    put_runs(json, series, part);
    json.member("sigma_signals", part.sigma_signals).member("constant", part.constant).end_object();
}

void put_outlook(JsonWriter& json, const ChartedSeries& series, const OutputContext& context) {
    const auto outlook = outlook_of(series, context.request, context.categorical);
    json.key("next").begin_object().member("n", outlook.n).member("lower", outlook.next.lower);
    json.member("upper", outlook.next.upper).end_object();
    json.member("capability", code_of(outlook.capability))
        .member("probability_of_keeping", outlook.probability);
    json.member("lag1_autocorrelation", outlook.autocorrelation);
}

// Where the values seem to have found a new level. Only asked of a chart that has one level for all its
// points.
void put_proposals(JsonWriter& json, const ChartedSeries& series, const OutputContext& context) {
    const auto& options = context.request.chart;
    json.key("proposed_levels").begin_array();
    if (options.parts.empty() && options.freeze == 0 && options.exclude.empty() && !context.categorical)
        for (const auto& level : statistics::stable_shifts(context.request.type, series.points))
            if (level.first > 0)
                json.begin_object()
                    .member("from", series.x[level.first])
                    .member("after_point", level.first)
                    .member("cl", level.model.centre * options.multiply)
                    .end_object();
    json.end_array();
}

void put_chart(JsonWriter& json, const ChartedSeries& series, const OutputContext& context) {
    json.key("points").begin_array();
    for (std::size_t i = 0; i < series.x.size(); ++i)
        put_point(json, series, i);
    json.end_array().key("parts").begin_array();
    for (const auto& part : series.control().parts)
        put_part(json, series, part);
    json.end_array();
    put_proposals(json, series, context);
    put_outlook(json, series, context);
}

void put_mdc(JsonWriter& json, const ChartedSeries& series) {
    const auto& chart = series.mdc();
    json.key("points").begin_array();
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        const auto& point = chart.points[i];
        json.begin_object().member("x", series.x[i]).member("y", point.y);
        json.member("rebase_group", point.group + series.first_group);
        json.member("used_for_limits", point.used_for_limits);
        json.member("special_cause_type", label_of(point.cause))
            .member("point_type", code_of(point.type))
            .end_object();
    }
    json.end_array().key("groups").begin_array();
    for (const auto& group : chart.groups) {
        json.begin_object().member("from", series.x[group.first]).member("to", series.x[group.end - 1]);
        json.member("mean", group.mean).member("lpl", group.limits.lower).member("upl", group.limits.upper);
        json.member("short_group", group.is_short).end_object();
    }
    json.end_array().member("variation", code_of(chart.latest().type));
    json.member("assurance", code_of(chart.groups.back().assurance));
}

} // namespace

void append_json(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    const auto& request = context.request;
    JsonWriter json;
    json.begin_object().key("facet").begin_array();
    for (const auto& cell : series.facet)
        json.value(cell);
    json.end_array().member("chart", request.making_data_count ? "mdc" : statistics::code_of(request.type));
    request.making_data_count ? put_mdc(json, series) : put_chart(json, series, context);
    json.member("target", request.target.value_or(statistics::missing));
    json.member("sentence", sentence(series, context)).end_object();
    out += json.text();
}

} // namespace maerkbar::app_chart
