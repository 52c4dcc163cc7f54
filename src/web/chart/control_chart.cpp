#include "web/chart/control_chart.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "web/chart/document.hpp"
#include "web/chart/layout.hpp"
#include "web/chart/legend.hpp"
#include "web/chart/marks.hpp"
#include "web/chart/text_width.hpp"

namespace maerkbar::web::chart {
namespace {

// With more points than this each lies too close to the next to be pointed at; the table beside the chart has
// them.
constexpr std::size_t most_links = 150;

// One drawing: the same four things go to every function.
struct Drawing {
    SvgWriter& svg;
    const ControlChartPicture& picture;
    const Words& words;
    const Layout& layout;

    void path(const char* name, const Path& path) const {
        if (!path.empty()) svg.open("path").at("class", name).at("d", path.data()).close();
    }
    void text(const char* name, double x, double y, std::string_view words_) const {
        svg.open("text").at("class", name).at("x", x).at("y", y).text(words_);
    }
};

void draw_value_axis(const Drawing& d) {
    Path lines;
    for (const double tick : d.layout.axis.ticks)
        lines.move(d.layout.left, d.layout.grid.y(tick)).across(d.layout.right);
    d.path("chart-grid", lines);
    for (const double tick : d.layout.axis.ticks)
        d.text("chart-value", d.layout.left - 8, d.layout.grid.y(tick) + 4.5,
               format(d.layout.tick_style, tick));
}

void draw_period_axis(const Drawing& d) {
    const auto& points = d.picture.points;
    for (const std::size_t i : tick_points(points, d.layout.grid.slot))
        d.text("chart-tick", d.layout.grid.middle(i), d.layout.tick_line, points[i].tick);
    if (d.layout.group_line == 0) return;
    double free_from = -1e9;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].group.empty() || (i > 0 && points[i].group == points[i - 1].group)) continue;
        const double x = d.layout.grid.start(i);
        if (x < free_from) continue;
        d.text("chart-group", x, d.layout.group_line, points[i].group);
        free_from = x + text_size * static_cast<double>(points[i].group.size());
    }
}

void draw_baseline(const Drawing& d) {
    if (!d.picture.baseline) return;
    const double from = d.layout.grid.start(d.picture.baseline->first);
    const double to = d.layout.grid.start(d.picture.baseline->last + 1);
    d.svg.open("rect").at("class", "chart-baseline").at("x", from).at("y", d.layout.top);
    d.svg.at("width", to - from).at("height", d.layout.bottom - d.layout.top).close();
}

void draw_phases(const Drawing& d) {
    Path borders;
    const auto& phases = d.picture.phases;
    for (std::size_t k = 0; k < phases.size(); ++k) {
        const double x = d.layout.grid.start(phases[k].first);
        const double end = k + 1 < phases.size() ? d.layout.grid.start(phases[k + 1].first) : d.layout.width;
        if (phases[k].first > 0) borders.move(x, d.layout.top - 4).down(d.layout.bottom);
        if (!phases[k].label.empty())
            d.text("chart-phase-name", x, d.layout.top - 8,
                   shortened(phases[k].label, text_size, end - x - 6));
    }
    d.path("chart-phase", borders);
}

// Numbers stand below their points, moved apart where points lie close.
void draw_notes(const Drawing& d) {
    Path lines;
    std::vector<double> at;
    for (const Note& note : d.picture.notes) {
        at.push_back(d.layout.grid.middle(note.point));
        if (note.intervention) lines.move(at.back(), d.layout.top).down(d.layout.bottom);
    }
    at = spread(std::move(at), 19, d.layout.left, d.layout.right);
    for (std::size_t k = 0; k < at.size(); ++k)
        if (d.picture.notes[k].intervention)
            lines.move(d.layout.grid.middle(d.picture.notes[k].point), d.layout.bottom)
                .line(at[k], d.layout.note_line - 9);
    d.path("chart-intervention", lines);
    for (std::size_t k = 0; k < at.size(); ++k) {
        d.svg.open("circle")
            .at("class", "chart-note")
            .at("cx", at[k])
            .at("cy", d.layout.note_line)
            .at("r", 9)
            .close();
        d.text("chart-note-number", at[k], d.layout.note_line + 4.5, std::to_string(k + 1));
    }
}

const std::string* word_of(Mark mark, const Words& words) {
    switch (mark) {
        case Mark::improvement:
            return &words.improvement;
        case Mark::concern:
            return &words.concern;
        case Mark::unusual:
            return &words.unusual;
        default:
            return nullptr;
    }
}

std::string spoken(const Drawing& d, const Point& point) {
    std::string text = point.label + ": " + format(d.picture.numbers, point.y);
    if (!point.remark.empty()) (text += ". ") += point.remark;
    if (const auto* const word = word_of(point.mark, d.words)) (text += ". ") += *word;
    if (point.excluded) (text += ". ") += d.words.excluded;
    return text;
}

// A point that can be reached: its whole column is the target. Only the last is a tab stop; arrow keys go on.
void draw_stop(const Drawing& d, std::size_t i, bool tab_stop) {
    const Point& point = d.picture.points[i];
    const char* const element = point.href.empty() ? "g" : "a";
    const std::string text = spoken(d, point);
    d.svg.open(element)
        .at("class", "chart-stop")
        .at("tabindex", tab_stop ? "0" : "-1")
        .at("aria-label", text);
    point.href.empty() ? d.svg.at("role", "img") : d.svg.at("href", point.href);
    d.svg.body();
    d.svg.open("title").text(text);
    d.svg.open("rect").at("class", "chart-column").at("x", d.layout.grid.start(i)).at("y", d.layout.top);
    d.svg.at("width", d.layout.grid.slot).at("height", d.layout.bottom - d.layout.top).close();
    draw_mark(d.svg, d.layout.grid.middle(i), d.layout.grid.y(point.y), point.mark, point.excluded);
    d.svg.end(element);
}

std::size_t last_point(const std::vector<Point>& points) {
    std::size_t last = points.size();
    while (last > 0 && !std::isfinite(points[last - 1].y))
        --last;
    return last; // one past it; 0 when there is none
}

void draw_points(const Drawing& d, bool links) {
    const auto& points = d.picture.points;
    const bool room_for_dots = d.layout.grid.slot >= 6;
    if (!links && room_for_dots) d.path("chart-dots", dots(points, d.layout.grid));
    const std::size_t last = last_point(points);
    for (std::size_t i = 0; i < last; ++i) {
        if (!std::isfinite(points[i].y)) continue;
        if (links)
            draw_stop(d, i, i + 1 == last);
        else if (points[i].excluded || points[i].mark != Mark::ordinary)
            draw_mark(d.svg, d.layout.grid.middle(i), d.layout.grid.y(points[i].y), points[i].mark,
                      points[i].excluded);
    }
}

// Level and last value in figures at the right edge, moved apart where they would cover each other.
void draw_end_labels(const Drawing& d) {
    const auto& points = d.picture.points;
    const Point& last = points[last_point(points) - 1];
    std::vector<double> at = {d.layout.grid.y(last.y)};
    if (std::isfinite(points.back().centre)) at.push_back(d.layout.grid.y(points.back().centre));
    at = spread(at, 16, d.layout.top, d.layout.bottom);
    d.text("chart-last", d.layout.right + 6, at[0] + 4.5, format(d.picture.numbers, last.y));
    if (at.size() > 1)
        d.text("chart-level-value", d.layout.right + 6, at[1] + 4.5,
               format(d.picture.numbers, points.back().centre));
}

void draw_lines(const Drawing& d) {
    const auto& [points, grid] = std::tie(d.picture.points, d.layout.grid);
    d.path("chart-band", band(points, grid));
    d.path("chart-limit", stepped_line(points, grid, &Point::upper, d.picture.phases));
    d.path("chart-limit", stepped_line(points, grid, &Point::lower, d.picture.phases));
    d.path("chart-target", target_lines(d.picture.targets, grid, points.size()));
    d.path("chart-level", stepped_line(points, grid, &Point::centre, d.picture.phases));
    d.path("chart-line", joined_line(points, grid));
}

} // namespace

std::string control_chart(const ControlChartPicture& picture, const Words& words, Options options) {
    options.links = options.links && picture.points.size() <= most_links;
    const Heading heading{picture.id, picture.title, picture.description, 0, 0};
    if (last_point(picture.points) == 0) {
        Heading small = heading;
        small.width = options.width == Width::wide ? 760 : 340;
        small.height = 120;
        return empty_chart(small, words.no_data, options);
    }
    const Layout layout = lay_out(picture, words, options);
    SvgWriter svg;
    svg.reserve(6000 + picture.points.size() * 80);
    const Drawing drawing{svg, picture, words, layout};
    open_chart(svg, {picture.id, picture.title, picture.description, layout.width, layout.height}, options);
    if (!picture.y_name.empty())
        drawing.text("chart-y-name", 0, (options.standalone ? 26 : 0) + 13, picture.y_name);
    draw_baseline(drawing);
    draw_value_axis(drawing);
    draw_period_axis(drawing);
    draw_phases(drawing);
    draw_lines(drawing);
    draw_notes(drawing);
    draw_points(drawing, options.links);
    draw_end_labels(drawing);
    draw_legend(svg, layout.legend);
    svg.end("svg");
    return svg.take();
}

} // namespace maerkbar::web::chart
