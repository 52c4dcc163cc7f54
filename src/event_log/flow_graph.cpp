#include "event_log/flow_graph.hpp"

#include <algorithm>
#include <numeric>

#include "event_log/pair_numbers.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t no_case_yet = SIZE_MAX;

// Counts cases: how many different ones a thing was met in.
struct CaseCounter {
    std::size_t cases = 0;
    std::size_t repeated_cases = 0; // met twice or more in them
    std::size_t last = no_case_yet;
    bool again = false;

    void meet(std::size_t index) {
        if (last != index) {
            last = index;
            again = false;
            ++cases;
        } else if (!again) {
            again = true;
            ++repeated_cases;
        }
    }
};

// Gathers the gaps of each edge beside each other, the edges into one activity beside each other too, so that
// the waits of an activity are one stretch.
class GraphBuilder {
  public:
    GraphBuilder(const EventLog& log, const WorkCalendar* calendar)
        : log_(log),
          calendar_(calendar),
          numbers_(log.activity_limit()),
          flows_(log.activity_limit()),
          met_(log.activity_limit()) {}

    FlowGraph build() {
        count();
        gather_gaps();
        FlowGraph graph;
        describe_edges(graph);
        describe_activities(graph);
        return graph;
    }

  private:
    void count() {
        edge_of_gap_.reserve(log_.events().size() - log_.case_count());
        for (std::size_t i = 0; i < log_.case_count(); ++i)
            count_case(i, log_.case_events(i));
    }

    void count_case(std::size_t index, std::span<const Event> events) {
        ++flows_[events.front().activity].starts;
        ++flows_[events.back().activity].ends;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const auto activity = events[i].activity;
            ++flows_[activity].events;
            met_[activity].meet(index);
            if (i == 0) continue;
            const auto edge = numbers_.number_of(events[i - 1].activity, activity);
            if (edge == edges_.size()) edges_.emplace_back();
            edges_[edge].meet(index);
            ++edges_[edge].count;
            edge_of_gap_.push_back(edge);
        }
    }

    // Edges in the order of where they lead to.
    void lay_out_edges() {
        order_.resize(edges_.size());
        std::iota(order_.begin(), order_.end(), 0U);
        const auto& pairs = numbers_.pairs();
        std::ranges::sort(order_, {}, [&pairs](std::uint32_t edge) { return pairs[edge].second; });
        std::size_t place = 0;
        for (const auto edge : order_) {
            edges_[edge].begin = edges_[edge].place = place;
            place += edges_[edge].count;
        }
    }

    void gather_gaps() {
        lay_out_edges();
        gaps_.resize(edge_of_gap_.size());
        auto edge = edge_of_gap_.begin();
        for (std::size_t i = 0; i < log_.case_count(); ++i) {
            const auto events = log_.case_events(i);
            for (std::size_t k = 1; k < events.size(); ++k)
                gaps_[edges_[*edge++].place++] = length(events[k - 1].time, events[k].time);
        }
    }

    [[nodiscard]] Milliseconds length(Milliseconds from, Milliseconds to) const {
        return calendar_ == nullptr ? to - from : calendar_->between(from, to);
    }

    void describe_edges(FlowGraph& graph) {
        for (const auto number : order_) {
            const auto& edge = edges_[number];
            const auto& pair = numbers_.pairs()[number];
            const auto gaps = std::span(gaps_).subspan(edge.begin, edge.count);
            graph.edges.push_back({pair.first, pair.second, edge.cases, describe_in_place(gaps)});
            graph.all_waiting += graph.edges.back().gaps.sum;
        }
        const auto name = [this](TextNumber activity) { return log_.activity_name(activity); };
        std::ranges::sort(graph.edges, [&name](const Edge& a, const Edge& b) {
            if (a.gaps.count != b.gaps.count) return a.gaps.count > b.gaps.count;
            return a.from != b.from ? name(a.from) < name(b.from) : name(a.to) < name(b.to);
        });
    }

    void describe_waits() {
        for (std::size_t i = 0; i < order_.size();) {
            const auto to = numbers_.pairs()[order_[i]].second;
            const auto begin = edges_[order_[i]].begin;
            std::size_t count = 0;
            for (; i < order_.size() && numbers_.pairs()[order_[i]].second == to; ++i)
                count += edges_[order_[i]].count;
            flows_[to].waits = describe_in_place(std::span(gaps_).subspan(begin, count));
        }
    }

    void describe_activities(FlowGraph& graph) {
        describe_waits();
        for (TextNumber i = 0; i < flows_.size(); ++i) {
            if (flows_[i].events == 0) continue;
            flows_[i].activity = i;
            flows_[i].cases = met_[i].cases;
            flows_[i].rework_cases = met_[i].repeated_cases;
            graph.activities.push_back(flows_[i]);
        }
        std::ranges::sort(graph.activities, [this](const ActivityFlow& a, const ActivityFlow& b) {
            if (a.events != b.events) return a.events > b.events;
            return log_.activity_name(a.activity) < log_.activity_name(b.activity);
        });
    }

    struct EdgeGaps : CaseCounter {
        std::size_t count = 0;
        std::size_t begin = 0; // in gaps_
        std::size_t place = 0; // where its next gap goes
    };

    const EventLog& log_;
    const WorkCalendar* calendar_;
    PairNumbers numbers_;
    std::vector<ActivityFlow> flows_;
    std::vector<CaseCounter> met_;
    std::vector<EdgeGaps> edges_;
    std::vector<std::uint32_t> order_;       // of edges in gaps_
    std::vector<std::uint32_t> edge_of_gap_; // in the order of the log
    std::vector<Milliseconds> gaps_;
};

} // namespace

FlowGraph flow_graph(const EventLog& log, const WorkCalendar* calendar) {
    return GraphBuilder(log, calendar).build();
}

} // namespace maerkbar::event_log
