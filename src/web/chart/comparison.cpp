#include "web/chart/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "web/chart/document.hpp"
#include "web/chart/legend.hpp"
#include "web/chart/marks.hpp"
#include "web/chart/text_width.hpp"

namespace maerkbar::web::chart {
namespace {

// Wide: label, dots and value beside each other. Narrow: label and value above the dots.
struct Frame {
    bool wide;
    double width, row, left, right, top, dot_line;
    Scale x;
    Axis axis;
    NumberStyle ticks;
};

Range values_of(const ComparisonPicture& picture) {
    Range range;
    for (const ComparisonRow& row : picture.rows)
        for (const double value : {row.value, row.lower, row.upper})
            range.add(value);
    range.add(picture.target);
    range.add(picture.reference);
    return range;
}

std::string value_words(const ComparisonPicture& picture, const ComparisonRow& row) {
    const std::string value = std::isfinite(row.value) ? format(picture.numbers, row.value) : "–";
    return row.remark.empty() ? value : value + " (" + row.remark + ")";
}

template <typename Text>
double widest(const ComparisonPicture& picture, Text text) {
    double width = 0;
    for (const ComparisonRow& row : picture.rows)
        width = std::max(width, text_width(text(row), text_size));
    return width;
}

Frame frame_for(const ComparisonPicture& picture, const Options& options) {
    const bool wide = options.width == Width::wide;
    Frame f{wide,
            wide ? 760.0 : 340.0,
            wide ? 32.0 : 46.0,
            6,
            0,
            options.standalone ? 50.0 : 24.0,
            wide ? 16.0 : 32.0,
            {},
            {},
            {}};
    f.right = f.width - 6;
    if (wide) {
        f.left = 14 + std::min(widest(picture, [](const ComparisonRow& row) { return row.label; }), 240.0);
        const auto words = [&](const ComparisonRow& row) { return value_words(picture, row); };
        f.right = f.width - 14 - std::min(widest(picture, words), 220.0);
    }
    f.axis =
        axis_for(values_of(picture), picture.least, picture.greatest, wide ? 6 : 4, picture.numbers.factor);
    f.x = {f.axis.low, f.axis.high, f.left + 8, f.right - 8};
    f.ticks = picture.numbers;
    f.ticks.decimals = f.axis.decimals;
    return f;
}

// A line down through all rows; in the narrow chart only beside the dots, so that no text is crossed.
void add_vertical(Path& path, double x, const Frame& f, double bottom) {
    if (!std::isfinite(x)) return;
    if (f.wide) {
        path.move(x, f.top).down(bottom);
        return;
    }
    for (double y = f.top; y + 1 < bottom; y += f.row)
        path.move(x, y + 20).down(y + f.row - 2);
}

void draw_vertical(SvgWriter& svg, const char* name, const Path& path) {
    if (!path.empty()) svg.open("path").at("class", name).at("d", path.data()).close();
}

void draw_axis(SvgWriter& svg, const Frame& f, double bottom) {
    Path lines;
    for (const double tick : f.axis.ticks)
        add_vertical(lines, f.x(tick), f, bottom);
    draw_vertical(svg, "chart-grid", lines);
    for (const double tick : f.axis.ticks)
        svg.open("text")
            .at("class", "chart-tick")
            .at("x", f.x(tick))
            .at("y", f.top - 8)
            .text(format(f.ticks, tick));
}

void draw_references(SvgWriter& svg, const ComparisonPicture& picture, const Frame& f, double bottom) {
    Path target, reference;
    add_vertical(target, f.x(picture.target), f, bottom);
    add_vertical(reference, f.x(picture.reference), f, bottom);
    draw_vertical(svg, "chart-target", target);
    draw_vertical(svg, "chart-level", reference);
}

void draw_label(SvgWriter& svg, const ComparisonRow& row, double y, double room, bool link) {
    if (link) svg.open("a").at("class", "chart-row-link").at("href", row.href).body();
    svg.open("text")
        .at("class", "chart-row-name")
        .at("x", 0.0)
        .at("y", y)
        .text(shortened(row.label, text_size, room));
    if (link) svg.end("a");
}

void draw_row(SvgWriter& svg, const ComparisonPicture& picture, const ComparisonRow& row, const Frame& f,
              double y, bool links) {
    const double text_line = y + (f.wide ? f.dot_line : 12) + 4.5;
    const std::string words = value_words(picture, row);
    draw_label(svg, row, text_line, f.wide ? f.left - 10 : f.width - text_width(words, text_size) - 10,
               links && !row.href.empty());
    svg.open("text").at("class", "chart-row-value").at("x", f.width).at("y", text_line).text(words);
    if (!std::isfinite(row.value)) return;
    const double middle = y + f.dot_line;
    if (std::isfinite(row.lower) && std::isfinite(row.upper))
        svg.open("path")
            .at("class", "chart-interval")
            .at("d", Path().move(f.x(row.lower), middle).across(f.x(row.upper)).data())
            .close();
    draw_mark(svg, f.x(row.value), middle, row.mark, false);
}

std::vector<LegendItem> legend_of(const ComparisonPicture& picture, const Words& words, double y) {
    std::vector<LegendItem> items;
    double x = 0;
    const auto add = [&](const char* sign, const std::string& word) {
        items.push_back({sign, word, x, y});
        x += 22 + text_width(word, text_size) + 18;
    };
    if (std::isfinite(picture.target))
        add("target", picture.target_label.empty() ? words.target : picture.target_label);
    if (std::isfinite(picture.reference))
        add("level", picture.reference_label.empty() ? words.level : picture.reference_label);
    return items;
}

} // namespace

std::string comparison(const ComparisonPicture& picture, const Words& words, Options options) {
    if (values_of(picture).empty())
        return empty_chart({picture.id, picture.title, picture.description,
                            options.width == Width::wide ? 760.0 : 340.0, 120},
                           words.no_data, options);
    const Frame f = frame_for(picture, options);
    const double bottom = f.top + f.row * static_cast<double>(picture.rows.size());
    const auto legend = legend_of(picture, words, bottom + 22);
    SvgWriter svg;
    svg.reserve(2000 + picture.rows.size() * 320);
    open_chart(svg,
               {picture.id, picture.title, picture.description, f.width, bottom + (legend.empty() ? 8 : 36)},
               options);
    draw_axis(svg, f, bottom);
    draw_references(svg, picture, f, bottom);
    double y = f.top;
    for (const ComparisonRow& row : picture.rows) {
        draw_row(svg, picture, row, f, y, options.links);
        y += f.row;
    }
    draw_legend(svg, legend);
    svg.end("svg");
    return svg.take();
}

} // namespace maerkbar::web::chart
