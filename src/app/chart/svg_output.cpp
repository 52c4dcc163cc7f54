#include "app/chart/output.hpp"
#include "app/chart/sentence.hpp"
#include "app/chart/value_text.hpp"
#include "web/chart/control_chart.hpp"
#include "web/parts/chart_figure.hpp"

namespace maerkbar::app_chart {

namespace {

namespace picture = web::chart;

picture::Mark mark_of(const ChartedSeries& series, std::size_t index, const DrawnPoint& point) {
    if (const auto* mdc = std::get_if<statistics::MdcChart>(&series.chart)) {
        switch (mdc->points[index].type) {
            case statistics::PointType::common_cause:
                return picture::Mark::ordinary;
            case statistics::PointType::improvement:
                return picture::Mark::improvement;
            case statistics::PointType::concern:
                return picture::Mark::concern;
            default:
                return picture::Mark::unusual;
        }
    }
    return point.signal ? picture::Mark::unusual : picture::Mark::ordinary;
}

picture::ControlChartPicture picture_of(const ChartedSeries& series, const ValueText& value,
                                        const OutputContext& context) {
    picture::ControlChartPicture drawn;
    drawn.title = context.case_id;
    for (const auto& cell : series.facet)
        drawn.title += ", " + cell;
    drawn.description = sentence(series, context);
    drawn.numbers = value.is_share() ? web::parts::share_style(context.language, value.decimals())
                                     : web::parts::number_style(context.language, value.decimals());
    if (value.is_share()) drawn.least = 0, drawn.greatest = 1;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        const auto point = drawn_point(series, i);
        const std::string x(series.x[i]);
        drawn.points.push_back({x, x, "", point.y, point.centre, point.lower, point.upper,
                                mark_of(series, i, point), !point.include});
    }
    return drawn;
}

void add_target(picture::ControlChartPicture& drawn, const ValueText& value, const OutputContext& context) {
    if (!context.request.target) return;
    const auto range = context.request.target_range();
    const auto& language = context.language;
    drawn.targets.push_back({0, range.floor, range.ceiling});
    drawn.target_label = language("Target") + " " + value.as_given(*context.request.target);
}

} // namespace

void append_svg(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    const ValueText value(series, context.request, context.language);
    auto drawn = picture_of(series, value, context);
    add_target(drawn, value, context);
    if (const auto* chart = std::get_if<statistics::Chart>(&series.chart)) {
        for (std::size_t part = 1; part < chart->parts.size(); ++part)
            drawn.phases.push_back({chart->parts[part].first});
        if (context.request.chart.freeze > 0 && chart->parts.size() == 1)
            drawn.baseline = {0, std::min(context.request.chart.freeze, series.x.size()) - 1};
    }
    picture::Options options;
    options.standalone = true;
    out += picture::control_chart(drawn, web::parts::chart_words(context.language), options);
}

} // namespace maerkbar::app_chart
