#include <graphviz/gvc.h>

#include <memory>
#include <string>

#include "app/flow/map_layout.hpp"

namespace maerkbar::app_flow {

namespace {

constexpr double points_an_inch = 72;

Error layout_failed() {
    return {ErrorKind::internal, "flow.layout", "The process map could not be laid out."};
}

// Graphviz takes texts that it does not change as char*.
char* constant(const char* text) {
    return const_cast<char*>(text);
}

void set(void* object, const char* attribute, const std::string& value) {
    agsafeset(object, constant(attribute), constant(value.c_str()), constant(""));
}

// Boxes of a fixed size and labels of a fixed size without text: no font is asked for, so the layout is the
// same on every machine.
class Graph {
  public:
    Graph()
        : context_(gvContext(), gvFreeContext),
          graph_(agopen(constant("map"), Agdirected, nullptr), agclose) {
        set(graph_.get(), "rankdir", "TB");
        set(graph_.get(), "nodesep", "0.3");
        set(graph_.get(), "ranksep", "0.35");
    }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    ~Graph() {
        if (laid_out_) gvFreeLayout(context_.get(), graph_.get());
    }

    void add(const MapBox& box) {
        auto* const node = agnode(graph_.get(), constant(std::to_string(nodes_.size()).c_str()), 1);
        set(node, "shape", "box");
        set(node, "label", "");
        set(node, "fixedsize", "true");
        set(node, "width", std::to_string(box.width / points_an_inch));
        set(node, "height", std::to_string(box.height / points_an_inch));
        nodes_.push_back(node);
    }

    void add(const MapLink& link) {
        const auto name = std::to_string(edges_.size());
        auto* const edge =
            agedge(graph_.get(), nodes_[link.from], nodes_[link.to], constant(name.c_str()), 1);
        set(edge, "weight", std::to_string(static_cast<int>(1 + link.weight)));
        if (link.label.width > 0) set_label(edge, link.label);
        edges_.push_back(edge);
    }

    [[nodiscard]] bool lay_out() {
        laid_out_ = gvLayout(context_.get(), graph_.get(), "dot") == 0;
        return laid_out_;
    }

    [[nodiscard]] MapLayout layout() const {
        MapLayout out;
        const auto& bounds = GD_bb(graph_.get());
        out.size = {bounds.UR.x, bounds.UR.y};
        for (auto* const node : nodes_)
            out.boxes.push_back(placed(ND_coord(node)));
        for (auto* const edge : edges_)
            out.lines.push_back(line(edge));
        return out;
    }

  private:
    void set_label(Agedge_t* edge, const MapBox& room) {
        const auto table = "<TABLE BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
                           std::to_string(static_cast<int>(room.width)) + "\" HEIGHT=\"" +
                           std::to_string(static_cast<int>(room.height)) + "\"><TR><TD></TD></TR></TABLE>";
        char* const html = agstrdup_html(graph_.get(), constant(table.c_str()));
        agsafeset(edge, constant("label"), html, constant(""));
        agstrfree(graph_.get(), html);
    }

    [[nodiscard]] MapPoint placed(const pointf& point) const {
        return {point.x, GD_bb(graph_.get()).UR.y - point.y};
    }

    [[nodiscard]] MapLayout::Line line(Agedge_t* edge) const {
        MapLayout::Line out;
        if (const auto* const splines = ED_spl(edge); splines != nullptr && splines->size > 0) {
            const auto& bezier = splines->list[0];
            for (std::size_t i = 0; i < static_cast<std::size_t>(bezier.size); ++i)
                out.curve.push_back(placed(bezier.list[i]));
            if (bezier.eflag != 0) out.tip = placed(bezier.ep);
        }
        if (const auto* const label = ED_label(edge); label != nullptr && label->set != 0)
            out.label = placed(label->pos);
        return out;
    }

    std::unique_ptr<GVC_t, int (*)(GVC_t*)> context_;
    std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph_;
    std::vector<Agnode_t*> nodes_;
    std::vector<Agedge_t*> edges_;
    bool laid_out_ = false;
};

} // namespace

Result<MapLayout> lay_out(std::span<const MapBox> boxes, std::span<const MapLink> links) {
    Graph graph;
    for (const auto& box : boxes)
        graph.add(box);
    for (const auto& link : links)
        graph.add(link);
    if (!graph.lay_out()) return layout_failed();
    return graph.layout();
}

} // namespace maerkbar::app_flow
