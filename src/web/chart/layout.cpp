#include "web/chart/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include "web/chart/text_width.hpp"

namespace maerkbar::web::chart {
namespace {

constexpr double sign_width = 22;
constexpr double legend_gap = 18;

struct Size {
    double width, plot_height, tick_spacing;
};

Size size_of(Width width) {
    return width == Width::wide ? Size{760, 250, 50} : Size{340, 210, 52};
}

Range values_of(const ControlChartPicture& picture) {
    Range range;
    for (const Point& point : picture.points)
        for (const double value : {point.y, point.centre, point.lower, point.upper})
            range.add(value);
    for (const TargetStep& step : picture.targets)
        for (const double value : {step.floor, step.ceiling})
            range.add(value);
    return range;
}

bool has_mark(const ControlChartPicture& picture, Mark mark) {
    return std::any_of(picture.points.begin(), picture.points.end(),
                       [&](const Point& point) { return point.mark == mark && std::isfinite(point.y); });
}

template <typename Test>
bool any_point(const ControlChartPicture& picture, Test test) {
    return std::any_of(picture.points.begin(), picture.points.end(), test);
}

std::vector<LegendItem> legend_of(const ControlChartPicture& picture, const Words& words) {
    std::vector<LegendItem> items;
    const auto add = [&](bool shown, std::string_view sign, const std::string& word) {
        if (shown) items.push_back({std::string(sign), word});
    };
    add(any_point(picture, [](const Point& p) { return std::isfinite(p.centre); }), "level", words.level);
    add(any_point(picture, [](const Point& p) { return std::isfinite(p.upper) || std::isfinite(p.lower); }),
        "limits", words.limits);
    add(!picture.targets.empty(), "target",
        picture.target_label.empty() ? words.target : picture.target_label);
    add(has_mark(picture, Mark::improvement), "improvement", words.improvement);
    add(has_mark(picture, Mark::concern), "concern", words.concern);
    add(has_mark(picture, Mark::unusual), "unusual", words.unusual);
    add(any_point(picture, [](const Point& p) { return p.excluded; }), "excluded", words.excluded);
    add(picture.baseline.has_value(), "baseline", words.baseline);
    add(!picture.notes.empty(), "note", words.note);
    return items;
}

// Gives every item its place, in as many lines as needed; answers the middle of the last line.
double place_legend(std::vector<LegendItem>& items, double first_line, double width) {
    double x = 0, y = first_line;
    for (LegendItem& item : items) {
        const double wanted = sign_width + text_width(item.word, text_size);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += line_height + 2;
        }
        item.x = x;
        item.y = y;
        x += wanted + legend_gap;
    }
    return y;
}

double widest_tick(const Layout& layout) {
    double widest = 0;
    for (const double tick : layout.axis.ticks)
        widest = std::max(widest, text_width(format(layout.tick_style, tick), text_size));
    return widest;
}

// Room for the figures at the right edge: the last value and the last level.
double widest_end_label(const ControlChartPicture& picture) {
    double widest = text_width(format(picture.numbers, picture.points.back().centre), text_size);
    for (auto point = picture.points.rbegin(); point != picture.points.rend(); ++point)
        if (std::isfinite(point->y))
            return std::max(widest, text_width(format(picture.numbers, point->y), text_size));
    return widest;
}

void lay_out_rows(Layout& layout, const ControlChartPicture& picture, bool standalone) {
    double y = standalone ? 26 : 0;
    if (!picture.y_name.empty()) y += line_height;
    const bool phase_names = std::any_of(picture.phases.begin(), picture.phases.end(),
                                         [](const Phase& phase) { return !phase.label.empty(); });
    if (phase_names) y += line_height;
    layout.top = y + 6;
    layout.bottom = layout.top + layout.height;
    y = layout.bottom;
    if (!picture.notes.empty()) {
        layout.note_line = y + 14;
        y += 24;
    }
    layout.tick_line = y + 18;
    y = layout.tick_line;
    if (any_point(picture, [](const Point& p) { return !p.group.empty(); })) {
        layout.group_line = y + 17;
        y = layout.group_line;
    }
    layout.height = y + 8;
    if (layout.legend.empty()) return;
    layout.height = place_legend(layout.legend, y + 26, layout.width) + 12;
}

} // namespace

Layout lay_out(const ControlChartPicture& picture, const Words& words, const Options& options) {
    const Size size = size_of(options.width);
    Layout layout;
    layout.width = size.width;
    layout.height = size.plot_height;
    layout.legend = legend_of(picture, words);
    layout.axis = axis_for(values_of(picture), picture.least, picture.greatest,
                           static_cast<int>(size.plot_height / size.tick_spacing), picture.numbers.factor);
    layout.tick_style = picture.numbers;
    layout.tick_style.decimals = layout.axis.decimals;
    layout.left = std::ceil(widest_tick(layout)) + 8;
    layout.right = size.width - std::ceil(widest_end_label(picture)) - 10;
    lay_out_rows(layout, picture, options.standalone);
    layout.grid.left = layout.left;
    layout.grid.slot =
        (layout.right - layout.left) / static_cast<double>(std::max<std::size_t>(picture.points.size(), 1));
    layout.grid.y = {layout.axis.low, layout.axis.high, layout.bottom, layout.top};
    return layout;
}

std::vector<std::size_t> tick_points(const std::vector<Point>& points, double slot) {
    // Every point's place within its group; a first group that began before the chart is counted from its
    // end.
    std::vector<std::size_t> place(points.size(), 0);
    std::size_t longest = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        place[i] = points[i].group == points[i - 1].group ? place[i - 1] + 1 : 0;
        longest = std::max(longest, place[i] + 1);
    }
    std::size_t first_group = 0;
    while (first_group < points.size() && points[first_group].group == points.front().group)
        ++first_group;
    for (std::size_t i = 0; first_group < points.size() && i < first_group; ++i)
        place[i] += longest - first_group;

    double widest = 0;
    for (const Point& point : points)
        widest = std::max(widest, text_width(point.tick, text_size) + 8);
    const auto needed = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / slot)));
    constexpr std::array<std::size_t, 10> even = {1, 2, 3, 4, 6, 12, 13, 26, 52, 104};
    const auto* const stride =
        std::find_if(even.begin(), even.end(), [&](std::size_t s) { return s >= needed; });
    const std::size_t step = stride == even.end() ? needed : *stride;

    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (place[i] % step == 0 && (chosen.empty() || i - chosen.back() >= needed)) chosen.push_back(i);
    return chosen;
}

std::vector<double> spread(std::vector<double> wanted, double gap, double low, double high) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    double least = low;
    for (const std::size_t i : order) {
        wanted[i] = std::max(wanted[i], least);
        least = wanted[i] + gap;
    }
    double most = high;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        wanted[*i] = std::min(wanted[*i], most);
        most = wanted[*i] - gap;
    }
    return wanted;
}

} // namespace maerkbar::web::chart
