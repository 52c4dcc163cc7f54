#include "app/chart/output.hpp"

namespace maerkbar::app_chart {

Frame frame_of(const OutputContext& context) {
    switch (context.request.format) {
        case Format::csv:
            return {csv_header(context.request), "", ""};
        case Format::summary:
            return {summary_header(context.request), "", ""};
        case Format::json:
            return {"[\n", ",\n", "\n]\n"};
        case Format::text:
            return {"", "\n", ""};
        case Format::svg:
            return {"", "\n", "\n"};
    }
    return {};
}

void append_series(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    switch (context.request.format) {
        case Format::csv:
            return append_csv(out, series, context.request);
        case Format::summary:
            return append_summary(out, series, context);
        case Format::json:
            return append_json(out, series, context);
        case Format::text:
            return append_text(out, series, context);
        case Format::svg:
            return append_svg(out, series, context);
    }
}

} // namespace maerkbar::app_chart
