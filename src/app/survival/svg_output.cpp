// The curves as a picture: time across, the share still open upwards, limits as bands.
#include <algorithm>

#include "app/survival/output.hpp"
#include "web/chart/document.hpp"
#include "web/chart/scale.hpp"
#include "web/parts/chart_figure.hpp"

namespace maerkbar::app_survival {

namespace {

namespace chart = web::chart;

constexpr double width = 760;
constexpr double height = 420;
constexpr double left = 64;
constexpr double right = 740;
constexpr double top = 44;
constexpr double bottom = 350;
constexpr std::array<const char*, most_curves> dashes{"", "7 4", "2 3", "9 3 2 3"};

struct Frame {
    chart::Axis times;
    chart::Scale x;
    chart::Scale y{0, 1, bottom, top};
};

Frame frame_for(const std::vector<const GroupResult*>& drawn) {
    chart::Range range;
    range.add(0);
    for (const auto* group : drawn)
        if (!group->curve.points.empty()) range.add(group->curve.points.back().time);
    range.add(1);
    Frame frame;
    frame.times = chart::axis_for(range, 0, chart::none, 7, 1);
    frame.x = {0, frame.times.high, left, right};
    return frame;
}

chart::Path curve_path(const statistics::SurvivalCurve& curve, const Frame& frame) {
    chart::Path path;
    path.move(frame.x(0), frame.y(1));
    for (const auto& point : curve.points) {
        path.across(frame.x(point.time));
        if (point.ended > 0) path.down(frame.y(point.share_open));
    }
    return path;
}

// The area between the limits, as far as there are any.
chart::Path band_path(const statistics::SurvivalCurve& curve, const Frame& frame) {
    std::vector<std::pair<double, statistics::Interval>> steps;
    for (const auto& point : curve.points) {
        const auto limits = statistics::limits_at(point, statistics::LimitScale::log_log);
        if (!statistics::is_missing(limits.lower)) steps.emplace_back(point.time, limits);
    }
    chart::Path path;
    if (steps.size() < 2) return path;
    path.move(frame.x(steps.front().first), frame.y(steps.front().second.upper));
    for (std::size_t i = 1; i < steps.size(); ++i)
        path.across(frame.x(steps[i].first)).down(frame.y(steps[i].second.upper));
    path.down(frame.y(steps.back().second.lower));
    for (std::size_t i = steps.size() - 1; i > 0; --i)
        path.down(frame.y(steps[i - 1].second.lower)).across(frame.x(steps[i - 1].first));
    path.close();
    return path;
}

void draw_axes(chart::SvgWriter& svg, const Frame& frame, const Report& report) {
    chart::Path grid;
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const double y = frame.y(quarter / 4.0);
        grid.move(left, y).across(right);
        svg.open("text")
            .at("class", "chart-value")
            .at("x", left - 8)
            .at("y", y + 4.5)
            .text(report.language.percent(quarter / 4.0));
    }
    svg.open("path").at("class", "chart-grid").at("d", grid.data()).close();
    for (const double tick : frame.times.ticks)
        svg.open("text")
            .at("class", "chart-tick")
            .at("x", frame.x(tick))
            .at("y", bottom + 20)
            .text(report.language.number(tick, frame.times.decimals));
    svg.open("text").at("class", "chart-value").at("x", right).at("y", bottom + 40).text(unit_text(report));
    svg.open("text")
        .at("class", "chart-word")
        .at("x", 8.0)
        .at("y", top - 10)
        .text(report.language("share still open"));
}

// All bands lie below all lines.
void draw_curves(chart::SvgWriter& svg, const std::vector<const GroupResult*>& drawn, const Frame& frame) {
    for (const auto* group : drawn)
        if (const auto band = band_path(group->curve, frame); !band.empty())
            svg.open("path").at("class", "chart-band").at("fill-opacity", "0.6").at("d", band.data()).close();
    for (std::size_t i = 0; i < drawn.size(); ++i)
        svg.open("path")
            .at("class", "chart-line")
            .at("stroke-dasharray", dashes[i])
            .at("d", curve_path(drawn[i]->curve, frame).data())
            .close();
}

void draw_legend(chart::SvgWriter& svg, const std::vector<const GroupResult*>& drawn, const Report& report) {
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const double x = left + static_cast<double>(i) * (right - left) / most_curves;
        chart::Path sign;
        sign.move(x, height - 20).across(x + 32);
        svg.open("path")
            .at("class", "chart-line")
            .at("stroke-dasharray", dashes[i])
            .at("d", sign.data())
            .close();
        svg.open("text")
            .at("class", "chart-word")
            .at("x", x + 40)
            .at("y", height - 15.5)
            .text(group_text(drawn[i]->name, report));
    }
}

std::string description(const Report& report) {
    std::string text;
    for (const auto& sentence : statement(report))
        text += (text.empty() ? "" : " ") + sentence;
    return text.empty() ? report.language("open cases counted") : text;
}

} // namespace

std::string svg_output(const Report& report) {
    const auto drawn = drawn_curves(report.analysis);
    const auto frame = frame_for(drawn);
    chart::Options options;
    options.standalone = true;
    chart::SvgWriter svg;
    const auto title = title_text(report);
    const auto told = description(report);
    chart::open_chart(svg, {"survival", title, told, width, height}, options);
    draw_axes(svg, frame, report);
    draw_curves(svg, drawn, frame);
    draw_legend(svg, drawn, report);
    svg.end("svg");
    return svg.take() + "\n";
}

} // namespace maerkbar::app_survival
