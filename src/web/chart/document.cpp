#include "web/chart/document.hpp"

#include <string>

#include "base/embedded.hpp"

extern "C" const maerkbar::embedded::Entry maerkbar_embedded_chart_style[];

namespace maerkbar::web::chart {
namespace {

constexpr std::string_view by_day = "light-dark(";

// The value of `--name:` in the text, or nothing; the first of light-dark(), for a file is drawn by day.
std::string_view token(std::string_view tokens, std::string_view name) {
    for (std::size_t at = tokens.find(name); at != std::string_view::npos; at = tokens.find(name, at + 1)) {
        const std::size_t colon = at + name.size();
        if (tokens.substr(colon, 1) != ":") continue;
        const std::size_t first = tokens.find_first_not_of(' ', colon + 1);
        auto value = tokens.substr(first, tokens.find(';', first) - first);
        if (!value.starts_with(by_day)) return value;
        value.remove_prefix(by_day.size());
        return value.substr(0, value.find(", ")); // a colour or var(--name): no comma within
    }
    return {};
}

// The text with every var(--name) replaced by its first value in `tokens`, again and again until none is
// left.
std::string resolved(std::string_view text, std::string_view tokens) {
    std::string out;
    while (true) {
        const std::size_t var = text.find("var(");
        out += text.substr(0, var);
        if (var == std::string_view::npos) return out;
        const std::size_t end = text.find(')', var);
        out += resolved(token(tokens, text.substr(var + 4, end - var - 4)), tokens);
        text.remove_prefix(end + 1);
    }
}

// The rules between the marks "standalone begin" and "standalone end": a file needs no media queries.
std::string_view drawing_rules(std::string_view css) {
    const std::size_t begin = css.find("/* standalone begin */");
    const std::size_t end = css.find("/* standalone end */");
    return css.substr(begin, end - begin);
}

} // namespace

const std::string& standalone_style() {
    static const std::string style =
        resolved(drawing_rules(embedded::find(maerkbar_embedded_chart_style, "chart_style/chart.css")),
                 embedded::find(maerkbar_embedded_chart_style, "chart_style/tokens.css"));
    return style;
}

void open_chart(SvgWriter& svg, const Heading& heading, const Options& options) {
    const std::string title_id = std::string(heading.id) + "-title";
    const std::string description_id = std::string(heading.id) + "-description";
    std::string view_box = "0 0 ";
    append_coordinate(view_box, heading.width);
    append_coordinate(view_box += ' ', heading.height);
    svg.open("svg");
    if (options.standalone)
        svg.at("xmlns", "http://www.w3.org/2000/svg").at("width", heading.width).at("height", heading.height);
    svg.at("class", "chart").at("viewBox", view_box);
    svg.at("role", options.links ? "group" : "img").at("aria-labelledby", title_id);
    svg.at("aria-describedby", description_id).body();
    svg.open("title").at("id", title_id).text(heading.title);
    svg.open("desc").at("id", description_id).text(heading.description);
    if (!options.standalone) return;
    svg.open("style").body();
    svg.raw(standalone_style());
    svg.end("style");
    svg.open("rect")
        .at("class", "chart-ground")
        .at("width", heading.width)
        .at("height", heading.height)
        .close();
    svg.open("text").at("class", "chart-title").at("x", 0.0).at("y", 16).text(heading.title);
}

std::string empty_chart(const Heading& heading, std::string_view words, const Options& options) {
    SvgWriter svg;
    open_chart(svg, heading, options);
    svg.open("text")
        .at("class", "chart-empty")
        .at("x", heading.width / 2)
        .at("y", heading.height / 2)
        .text(words);
    svg.end("svg");
    return svg.take();
}

} // namespace maerkbar::web::chart
