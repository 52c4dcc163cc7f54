#include "app/flow/process_map.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/flow/map_layout.hpp"
#include "base/translatable.hpp"
#include "web/chart/svg_writer.hpp"
#include "web/chart/text_width.hpp"

namespace maerkbar::app_flow {

using event_log::ActivityFlow;
using event_log::Edge;
using event_log::TextNumber;
using web::chart::SvgWriter;

namespace {

constexpr std::size_t most_activities = 40;
constexpr double activities_share = 0.97; // of events
constexpr std::size_t most_with_all_detail = 200;
constexpr double font = 13;
constexpr double small_font = 11;
constexpr double box_height = 44;
constexpr double widest_box = 280;
constexpr double circle = 18;
constexpr double margin = 16;
constexpr double head = 56; // room for the title

constexpr std::string_view style =
    "text{font-family:Helvetica,Arial,sans-serif;fill:#1b2733}.box{fill:#1f6fb2;stroke:#1b2733}"
    ".plain{fill:#fff}.line{fill:none;stroke:#4a5b6c}.end{stroke-dasharray:4 3}.tip{fill:#4a5b6c}"
    ".label{fill:#26323e}.halo{fill:none;stroke:#fff;stroke-width:4;stroke-linejoin:round}";

double weight(const Edge& edge, const MapChoice& choice) {
    return static_cast<double>(choice.by == MapChoice::By::time
                                   ? edge.gaps.sum
                                   : static_cast<event_log::Milliseconds>(edge.gaps.count));
}

std::vector<Edge> heaviest_first(const event_log::FlowGraph& graph, const MapChoice& choice) {
    auto edges = graph.edges; // by count already
    if (choice.by == MapChoice::By::time)
        std::ranges::stable_sort(edges, std::ranges::greater(),
                                 [](const Edge& edge) { return edge.gaps.sum; });
    return edges;
}

std::vector<ActivityFlow> shown_activities(const event_log::FlowGraph& graph, const MapChoice& choice) {
    const bool all = choice.detail >= 1;
    std::size_t events = 0;
    for (const auto& flow : graph.activities)
        events += flow.events;
    std::vector<ActivityFlow> shown;
    std::size_t covered = 0;
    for (const auto& flow : graph.activities) {
        const bool enough = static_cast<double>(covered) >= activities_share * static_cast<double>(events);
        if (shown.size() == (all ? most_with_all_detail : most_activities) || (enough && !all)) break;
        shown.push_back(flow);
        covered += flow.events;
    }
    return shown;
}

class Map {
  public:
    Map(Analysis& analysis, const web::Language& language)
        : analysis_(analysis),
          language_(language),
          content_(map_content(analysis.graph(), analysis.request().map)) {}

    Result<std::string> draw() {
        add_activities();
        add_edges();
        add_ends();
        layout_ = TRY(lay_out(boxes_, links_));
        open();
        for (std::size_t i = 0; i < links_.size(); ++i)
            draw_line(i);
        for (std::size_t i = 0; i < content_.activities.size(); ++i)
            draw_activity(i);
        for (auto i = content_.activities.size(); i < boxes_.size(); ++i)
            draw_circle(i);
        svg_.end("svg");
        return svg_.take() + "\n";
    }

  private:
    std::string count(std::size_t number) const {
        return language_.integer(static_cast<std::int64_t>(number));
    }

    void add_activities() {
        for (const auto& flow : content_.activities) {
            names_.push_back(
                web::chart::shortened(analysis_.log().activity_name(flow.activity), font, widest_box - 20));
            const auto wide = web::chart::text_width(names_.back(), font) + 20;
            boxes_.push_back({std::max(90.0, wide), box_height});
        }
    }

    std::size_t box_of(TextNumber activity) const {
        const auto found = std::ranges::find(content_.activities, activity, &ActivityFlow::activity);
        return static_cast<std::size_t>(found - content_.activities.begin());
    }

    // `part`: 0 to 1, how thick its line is.
    void add_link(std::size_t from, std::size_t to, double part, std::string label) {
        const MapBox room{web::chart::text_width(label, small_font) + 6, small_font + 6};
        links_.push_back({from, to, room, 20 * std::sqrt(part)});
        parts_.push_back(part);
        labels_.push_back(std::move(label));
    }

    double share(std::size_t often) const {
        const auto most =
            content_.activities.empty() ? 1 : std::max<std::size_t>(1, content_.activities[0].events);
        return static_cast<double>(often) / static_cast<double>(most);
    }

    // Of the heaviest activity where steps are told by how often, of the heaviest step where by waiting.
    double part(const Edge& edge) const {
        const auto& choice = analysis_.request().map;
        if (choice.by == MapChoice::By::count) return share(edge.gaps.count);
        const double most = weight(content_.edges.front(), choice);
        return most > 0 ? weight(edge, choice) / most : 0;
    }

    void add_edges() {
        for (const auto& edge : content_.edges) {
            const auto median = std::chrono::seconds(std::llround(edge.gaps.median / 1000));
            add_link(box_of(edge.from), box_of(edge.to), part(edge),
                     count(edge.gaps.count) + " · " + language_.duration(median));
        }
        first_end_link_ = links_.size();
    }

    // Circles where cases come in and go out.
    void add_ends() {
        const auto start = boxes_.size();
        boxes_.insert(boxes_.end(), 2, {circle, circle});
        for (std::size_t i = 0; i < content_.activities.size(); ++i) {
            const auto& flow = content_.activities[i];
            const auto enough = analysis_.log().case_count() / 50;
            if (flow.starts > enough) add_link(start, i, share(flow.starts), count(flow.starts));
            if (flow.ends > enough) add_link(i, start + 1, share(flow.ends), count(flow.ends));
        }
    }

    void open() {
        const double width = std::max(520.0, layout_.size.width) + 2 * margin;
        const double height = layout_.size.height + head + 2 * margin;
        svg_.open("svg")
            .at("xmlns", "http://www.w3.org/2000/svg")
            .at("role", "img")
            .at("aria-labelledby", "map-title map-description");
        svg_.at("width", width).at("height", height);
        svg_.at("viewBox",
                "0 0 " + std::to_string(std::lround(width)) + " " + std::to_string(std::lround(height)))
            .body();
        const auto title = language_.plural("Process map: {count} case", "Process map: {count} cases",
                                            static_cast<std::int64_t>(analysis_.log().case_count()));
        const auto legend = language_(
            by_time()
                ? translatable("Shown are {activities} of {kinds} activities and {shown} of {all} steps. "
                               "Thicker: more waiting in all. Darker: more of the waiting ends there.")
                : translatable("Shown are {activities} of {kinds} activities and {shown} of {all} steps. "
                               "Lines: how often, and half within. Darker: more of the waiting ends there."),
            {{"activities", count(content_.activities.size())},
             {"kinds", count(analysis_.graph().activities.size())},
             {"shown", count(content_.steps_shown)},
             {"all", count(content_.steps)}});
        svg_.open("title").at("id", "map-title").text(title);
        svg_.open("desc").at("id", "map-description").text(legend);
        svg_.open("style").text(style);
        write(margin, margin + font, title, font + 2);
        write(margin, margin + font + 20, legend, small_font);
    }

    bool by_time() const { return analysis_.request().map.by == MapChoice::By::time; }

    void write(double x, double y, std::string_view text, double size) {
        svg_.open("text").at("x", x).at("y", y).at("font-size", size).text(text);
    }

    MapPoint shifted(const MapPoint& point) const { return {point.x + margin, point.y + margin + head}; }

    static std::string coordinates(const MapPoint& point) {
        std::string out;
        web::chart::append_coordinate(out, point.x);
        out += ' ';
        web::chart::append_coordinate(out, point.y);
        return out;
    }

    void draw_line(std::size_t link) {
        const auto& line = layout_.lines[link];
        if (line.curve.empty()) return;
        std::string path = "M" + coordinates(shifted(line.curve[0]));
        for (std::size_t i = 1; i < line.curve.size(); ++i)
            path += (i % 3 == 1 ? " C" : " ") + coordinates(shifted(line.curve[i]));
        svg_.open("path").at("class", link < first_end_link_ ? "line" : "line end").at("d", path);
        svg_.at("stroke-width", 0.8 + 5 * std::sqrt(parts_[link])).close();
        if (line.tip) draw_tip(shifted(line.curve.back()), shifted(*line.tip));
        for (const auto* const layer : {"halo", "label"})
            middle_text(shifted(line.label), labels_[link], small_font, layer);
    }

    void draw_tip(const MapPoint& from, const MapPoint& to) {
        const double x = to.x - from.x;
        const double y = to.y - from.y;
        const MapPoint left{from.x - y / 2, from.y + x / 2};
        const MapPoint right{from.x + y / 2, from.y - x / 2};
        svg_.open("path").at("class", "tip");
        svg_.at("d", "M" + coordinates(to) + " L" + coordinates(left) + " L" + coordinates(right) + " Z")
            .close();
    }

    void middle_text(const MapPoint& at, std::string_view text, double size, std::string_view name) {
        svg_.open("text").at("class", name).at("x", at.x).at("y", at.y + size / 3).at("font-size", size);
        svg_.at("text-anchor", "middle").text(text);
    }

    void draw_box(const MapPoint& at, const MapBox& box, std::string_view name, double shade) {
        svg_.open("rect").at("class", name).at("x", at.x - box.width / 2).at("y", at.y - box.height / 2);
        svg_.at("width", box.width).at("height", box.height).at("rx", 6);
        if (shade >= 0) svg_.at("fill-opacity", std::to_string(shade));
        svg_.close();
    }

    void draw_activity(std::size_t number) {
        const auto& flow = content_.activities[number];
        const auto at = shifted(layout_.boxes[number]);
        draw_box(at, boxes_[number], "plain", -1);
        // Never so dark that the letters cannot be read on it.
        draw_box(at, boxes_[number], "box", 0.05 + 0.4 * std::sqrt(analysis_.graph().share(flow)));
        middle_text({at.x, at.y - 8}, names_[number], font, "name");
        middle_text({at.x, at.y + 10}, count(flow.events), small_font, "count");
    }

    void draw_circle(std::size_t number) {
        const auto at = shifted(layout_.boxes[number]);
        svg_.open("circle").at("class", "tip").at("cx", at.x).at("cy", at.y).at("r", circle / 2).close();
    }

    Analysis& analysis_;
    const web::Language& language_;
    MapContent content_;
    std::vector<std::string> names_;
    std::vector<MapBox> boxes_; // the activities, then the two ends
    std::vector<MapLink> links_;
    std::vector<double> parts_; // of links: 0 to 1
    std::vector<std::string> labels_;
    std::size_t first_end_link_ = 0;
    MapLayout layout_;
    SvgWriter svg_;
};

} // namespace

MapContent map_content(const event_log::FlowGraph& graph, const MapChoice& choice) {
    MapContent content;
    content.activities = shown_activities(graph, choice);
    std::set<TextNumber> known;
    for (const auto& flow : content.activities)
        known.insert(flow.activity);
    for (const auto& edge : graph.edges)
        content.steps += edge.gaps.count;
    const auto edges = heaviest_first(graph, choice);
    double all = 0;
    for (const auto& edge : edges)
        all += weight(edge, choice);
    double covered = 0;
    std::set<TextNumber> left;
    std::set<TextNumber> entered;
    for (const auto& edge : edges) {
        if (known.count(edge.from) == 0 || known.count(edge.to) == 0) continue;
        if (edge.gaps.count < choice.least) continue;
        const bool enough = covered >= choice.detail * all;
        const bool loop = edge.from == edge.to;
        const bool first_from = !loop && left.insert(edge.from).second;
        const bool first_to = !loop && entered.insert(edge.to).second;
        if (enough && !first_from && !first_to && choice.detail < 1) continue;
        content.edges.push_back(edge);
        content.steps_shown += edge.gaps.count;
        covered += weight(edge, choice);
    }
    return content;
}

Result<std::string> process_map(Analysis& analysis, const web::Language& language) {
    return Map(analysis, language).draw();
}

} // namespace maerkbar::app_flow
