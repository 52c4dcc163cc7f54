// The tables of points and of parts, with the columns that analysts know from the programs these charts come
// from.
#include "app/chart/fields.hpp"
#include "app/chart/output.hpp"
#include "statistics/chart_summary.hpp"

namespace maerkbar::app_chart {

namespace {

using statistics::Chart;
using statistics::MdcChart;
using statistics::missing;

// Tables have two facet columns at least.
std::size_t facet_columns(const Request& request) {
    return std::max<std::size_t>(2, request.facets.size());
}

void put_facets(Fields& fields, const ChartedSeries& series, const Request& request) {
    for (std::size_t i = 0; i < facet_columns(request); ++i)
        fields.text(i < series.facet.size() ? series.facet[i] : "1");
}

std::string facet_names(const Request& request) {
    std::string names;
    for (std::size_t i = 1; i <= facet_columns(request); ++i)
        names += "facet" + std::to_string(i) + ",";
    return names;
}

std::string mdc_facet(const ChartedSeries& series) {
    if (series.facet.empty()) return "no facet";
    std::string name;
    for (const auto& cell : series.facet)
        name += (name.empty() ? "" : ", ") + cell;
    return name;
}

void append_chart_points(std::string& out, const ChartedSeries& series, const Request& request) {
    const Chart& chart = series.control();
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const auto& point = chart.points[i];
        Fields fields(out);
        if (!request.facets.empty()) put_facets(fields, series, request);
        fields.integer(point.part).integer(i + 1).text(series.x[i]).number(point.y);
        fields.number(series.points[i].n).integer(series.points[i].size);
        fields.number(point.cl).number(point.lcl).number(point.lcl2).number(point.ucl2).number(point.ucl);
        fields.flag(point.sigma_signal)
            .flag(point.runs_signal)
            .flag(point.baseline)
            .flag(point.include)
            .end();
    }
}

void append_mdc_points(std::string& out, const ChartedSeries& series, const Request& request) {
    const MdcChart& chart = series.mdc();
    const auto facet = mdc_facet(series);
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const auto& point = chart.points[i];
        const auto& group = chart.groups[static_cast<std::size_t>(point.group)];
        const bool placed = !statistics::is_missing(point.y);
        const bool limited = placed && !statistics::is_missing(group.limits.lower);
        Fields fields(out);
        fields.text(facet).integer(point.group + series.first_group).text(series.x[i]).number(point.y);
        fields.flag(point.used_for_limits)
            .number(group.mean)
            .number(group.limits.lower)
            .number(group.limits.upper);
        limited ? fields.flag(point.outside) : fields.nothing();
        placed ? fields.integer(point.side) : fields.nothing();
        limited ? fields.flag(point.near) : fields.nothing();
        fields.text(statistics::label_of(point.cause))
            .text(statistics::code_of(point.type))
            .flag(group.is_short);
        fields.number(request.target.value_or(missing)).end();
    }
}

void put_runs(Fields& fields, const statistics::Runs& runs) {
    fields.integer(runs.useful);
    for (const int value : {runs.longest, runs.longest_max, runs.crossings, runs.crossings_min})
        runs.useful > 0 ? fields.integer(value) : fields.nothing();
}

void append_chart_summary(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    int number = 0;
    for (const auto& part : series.control().parts) {
        const auto summary = statistics::summary_of(series.control(), part);
        Fields fields(out);
        fields.text(context.case_id);
        put_facets(fields, series, context.request);
        fields.integer(++number).integer(summary.points);
        put_runs(fields, summary.runs);
        fields.flag(summary.runs_signal)
            .number(summary.mean_lcl)
            .number(summary.centre)
            .number(summary.mean_ucl);
        fields.integer(summary.sigma_signals).end();
    }
}

void append_mdc_summary(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    const MdcChart& chart = series.mdc();
    int number = series.first_group;
    for (const auto& group : chart.groups) {
        Fields fields(out);
        fields.text(context.case_id)
            .text(mdc_facet(series))
            .integer(number++)
            .integer(group.end - group.first);
        fields.number(group.mean).number(group.limits.lower).number(group.limits.upper);
        fields.integer(group.common).integer(group.improvement).integer(group.concern);
        fields.integer(group.neutral_high).integer(group.neutral_low);
        fields.text(statistics::code_of(chart.points[group.end - 1].type)).flag(group.is_short);
        fields.text(&group == &chart.groups.back() ? statistics::code_of(group.assurance)
                                                   : std::string_view());
        fields.end();
    }
}

} // namespace

std::string csv_header(const Request& request) {
    if (request.making_data_count)
        return "f,rebase_group,x,y,used_for_limits,mean,lpl,upl,outside_limits,relative_to_mean,close_to_"
               "limits,"
               "special_cause_type,point_type,short_group,target\n";
    return (request.facets.empty() ? "" : facet_names(request)) +
           "part,idx,x,y,n,subgroup_size,cl,lcl,lcl2,ucl2,ucl,sigma_signal,runs_signal,baseline,include\n";
}

void append_csv(std::string& out, const ChartedSeries& series, const Request& request) {
    request.making_data_count ? append_mdc_points(out, series, request)
                              : append_chart_points(out, series, request);
}

std::string summary_header(const Request& request) {
    if (request.making_data_count)
        return "case_id,f,rebase_group,n,mean,lpl,upl,n_common,n_improvement,n_concern,n_neutral_high,n_"
               "neutral_low,"
               "variation_last,short_group,assurance\n";
    return "case_id," + facet_names(request) +
           "part,n_obs,n_useful,longest_run,longest_run_max,crossings,crossings_min,runs_signal,mean_lcl,cl,"
           "mean_ucl,"
           "sigma_signals\n";
}

void append_summary(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    context.request.making_data_count ? append_mdc_summary(out, series, context)
                                      : append_chart_summary(out, series, context);
}

} // namespace maerkbar::app_chart
