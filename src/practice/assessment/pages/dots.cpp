#include "practice/assessment/pages/dots.hpp"

#include <algorithm>
#include <cmath>

#include "practice/assessment/pages/words.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;

namespace {

constexpr int width = 340;
constexpr int margin = 14;
constexpr int step = 11; // between dots above each other
constexpr int radius = 5;
constexpr int foot = 20; // room for the numbers

int x_of(const Scale& scale, double value) {
    return margin + static_cast<int>(
                        std::lround((value - scale.min) / (scale.max - scale.min) * (width - 2 * margin)));
}

// How many dots stand at most above each other, when those that would touch are stacked.
std::vector<int> levels_of(const DotPlot& plot) {
    std::vector<int> levels;
    for (std::size_t i = 0; i < plot.points.size(); ++i) {
        int level = 0;
        for (std::size_t j = 0; j < i; ++j)
            if (std::abs(x_of(plot.scale, plot.points[i]) - x_of(plot.scale, plot.points[j])) < 2 * radius)
                level = std::max(level, levels[j] + 1);
        levels.push_back(level);
    }
    return levels;
}

std::string in_words(const DotPlot& plot, const web::Language& language) {
    if (plot.points.empty()) return language("{name}: no points", {{"name", plot.name}});
    std::vector<std::string> values;
    for (const double point : plot.points)
        values.push_back(value_text(point, language));
    return language("{name}: points {values}", {{"name", plot.name}, {"values", language.list(values)}});
}

void add_axis(Html& svg, const DotPlot& plot, int ground, const web::Language& language) {
    svg << "<line class=\"chart-level\""_html << web::Attribute{"x1", std::to_string(margin - 8)}
        << web::Attribute{"x2", std::to_string(width - margin + 8)}
        << web::Attribute{"y1", std::to_string(ground)} << web::Attribute{"y2", std::to_string(ground)}
        << "/>"_html;
    for (const auto& band : plot.scale.ladder()) {
        const auto x = std::to_string(x_of(plot.scale, band.from));
        svg << "<line class=\"chart-grid\""_html << web::Attribute{"x1", x} << web::Attribute{"x2", x}
            << web::Attribute{"y1", "2"} << web::Attribute{"y2", std::to_string(ground)} << "/>"_html
            << "<text class=\"chart-tick\""_html << web::Attribute{"x", x}
            << web::Attribute{"y", std::to_string(ground + 15)} << ">"_html << value_text(band.from, language)
            << "</text>"_html;
    }
}

void add_line(Html& svg, const char* kind, int x, int ground) {
    svg << "<line"_html << web::Attribute{"class", kind} << web::Attribute{"x1", std::to_string(x)}
        << web::Attribute{"x2", std::to_string(x)} << web::Attribute{"y1", "0"}
        << web::Attribute{"y2", std::to_string(ground + 4)} << "/>"_html;
}

} // namespace

Html dot_plot(const DotPlot& plot, const web::Language& language) {
    const auto levels = levels_of(plot);
    const int highest = levels.empty() ? 0 : *std::ranges::max_element(levels);
    const int ground = 16 + std::max(highest + 1, 2) * step;
    Html svg;
    svg << "<svg class=\"chart\" role=\"img\""_html
        << web::Attribute{"viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(ground + foot)}
        << web::Attribute{"aria-label", in_words(plot, language)} << ">"_html;
    add_axis(svg, plot, ground, language);
    if (plot.last_time) add_line(svg, "chart-phase", x_of(plot.scale, *plot.last_time), ground);
    if (plot.agreed) add_line(svg, "chart-intervention", x_of(plot.scale, *plot.agreed), ground);
    for (std::size_t i = 0; i < plot.points.size(); ++i)
        svg << "<circle class=\"chart-point\""_html
            << web::Attribute{"cx", std::to_string(x_of(plot.scale, plot.points[i]))}
            << web::Attribute{"cy", std::to_string(ground - 8 - levels[i] * step)}
            << web::Attribute{"r", std::to_string(radius)} << "/>"_html;
    return svg << "</svg>"_html;
}

} // namespace maerkbar::assessment
