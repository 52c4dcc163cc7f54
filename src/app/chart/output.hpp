#pragma once

#include <string>

#include "app/chart/series.hpp"

namespace maerkbar::web {
class Language;
}

namespace maerkbar::app_chart {

// What stands before, between and after the series of one output.
struct Frame {
    std::string before;
    std::string between;
    std::string after;
};

struct OutputContext {
    const Request& request;
    const web::Language& language;
    bool categorical = false; // x is no time
    std::string case_id;      // first column of a summary: the name of the file without its ending
};

Frame frame_of(const OutputContext& context);
// Appends one series in the format that was asked for.
void append_series(std::string& out, const ChartedSeries& series, const OutputContext& context);

// One function a format.
std::string csv_header(const Request& request);
void append_csv(std::string& out, const ChartedSeries& series, const Request& request);
std::string summary_header(const Request& request);
void append_summary(std::string& out, const ChartedSeries& series, const OutputContext& context);
void append_json(std::string& out, const ChartedSeries& series, const OutputContext& context);
void append_text(std::string& out, const ChartedSeries& series, const OutputContext& context);
void append_svg(std::string& out, const ChartedSeries& series, const OutputContext& context);

} // namespace maerkbar::app_chart
