#include "app/chart/json_writer.hpp"
#include "app/chart/outlook.hpp"
#include "app/chart/output.hpp"
#include "app/chart/sentence.hpp"
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
    json.begin_object().key("x").text(series.x[index]).key("y").value(point.y);
    json.key("n").value(group.n).key("subgroup_size").integer(group.size).key("part").integer(point.part);
    json.key("cl").value(point.cl).key("lcl").value(point.lcl).key("lcl2").value(point.lcl2);
    json.key("ucl2").value(point.ucl2).key("ucl").value(point.ucl);
    json.key("sigma_signal").flag(point.sigma_signal).key("runs_signal").flag(point.runs_signal);
    json.key("baseline").flag(point.baseline).key("include").flag(point.include).end_object();
}

void put_runs(JsonWriter& json, const ChartedSeries& series, const statistics::ChartPart& part) {
    const auto& runs = part.runs;
    json.key("n_useful").integer(runs.useful).key("longest_run").integer(runs.longest);
    json.key("longest_run_max").integer(runs.longest_max);
    if (runs.useful > 0)
        json.key("longest_run_from")
            .text(series.x[runs.longest_first])
            .key("longest_run_to")
            .text(series.x[runs.longest_last]);
    json.key("crossings").integer(runs.crossings).key("crossings_min").integer(runs.crossings_min);
    json.key("runs_signal").flag(part.runs_signal).key("runs_p_value").value(statistics::runs_p_value(runs));
}

void put_part(JsonWriter& json, const ChartedSeries& series, const statistics::ChartPart& part) {
    json.begin_object().key("from").text(series.x[part.first]).key("to").text(series.x[part.end - 1]);
    json.key("cl").value(series.control().points[part.first].cl).key("sigma_z").value(part.model.sigma_z);
    put_runs(json, series, part);
    json.key("sigma_signals").integer(part.sigma_signals).key("constant").flag(part.constant).end_object();
}

void put_outlook(JsonWriter& json, const ChartedSeries& series, const OutputContext& context) {
    const auto outlook = outlook_of(series, context.request, context.categorical);
    json.key("next").begin_object().key("n").value(outlook.n).key("lower").value(outlook.next.lower);
    json.key("upper").value(outlook.next.upper).end_object();
    json.key("capability")
        .text(code_of(outlook.capability))
        .key("probability_of_keeping")
        .value(outlook.probability);
    json.key("lag1_autocorrelation").value(outlook.autocorrelation);
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
                    .key("from")
                    .text(series.x[level.first])
                    .key("after_point")
                    .integer(static_cast<long long>(level.first))
                    .key("cl")
                    .value(level.model.centre * options.multiply)
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
        json.begin_object().key("x").text(series.x[i]).key("y").value(point.y);
        json.key("rebase_group").integer(point.group + series.first_group);
        json.key("used_for_limits").flag(point.used_for_limits);
        json.key("special_cause_type")
            .text(label_of(point.cause))
            .key("point_type")
            .text(code_of(point.type))
            .end_object();
    }
    json.end_array().key("groups").begin_array();
    for (const auto& group : chart.groups) {
        json.begin_object().key("from").text(series.x[group.first]).key("to").text(series.x[group.end - 1]);
        json.key("mean")
            .value(group.mean)
            .key("lpl")
            .value(group.limits.lower)
            .key("upl")
            .value(group.limits.upper);
        json.key("short_group").flag(group.is_short).end_object();
    }
    json.end_array().key("variation").text(code_of(chart.latest().type));
    json.key("assurance").text(code_of(chart.groups.back().assurance));
}

} // namespace

void append_json(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    const auto& request = context.request;
    JsonWriter json(out);
    json.begin_object().key("facet").begin_array();
    for (const auto& cell : series.facet)
        json.text(cell);
    json.end_array().key("chart").text(request.making_data_count ? "mdc" : statistics::code_of(request.type));
    request.making_data_count ? put_mdc(json, series) : put_chart(json, series, context);
    json.key("target").value(request.target.value_or(statistics::missing));
    json.key("sentence").text(sentence(series, context)).end_object();
}

} // namespace maerkbar::app_chart
