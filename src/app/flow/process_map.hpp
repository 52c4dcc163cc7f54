#pragma once

#include <string>
#include <vector>

#include "app/flow/analysis.hpp"
#include "web/language.hpp"

namespace maerkbar::app_flow {

// What of a log is drawn: a map with every step of a big log would be a ball of wool.
struct MapContent {
    std::vector<event_log::ActivityFlow> activities; // the most frequent: 97 % of events, at most 40; with
                                                     // all detail every one, at most 200
    std::vector<event_log::Edge> edges;              // of these activities, heaviest first
    std::size_t steps_shown = 0;                     // how often one of the edges was taken
    std::size_t steps = 0;                           // of all
};

// The heaviest edges until they cover the wanted share of all steps (or of all waiting), and for each
// activity the heaviest edge that leads to it and from it; none taken less often than wanted.
[[nodiscard]] MapContent map_content(const event_log::FlowGraph& graph, const MapChoice& choice);

// The process map as a picture: activities shaded by the share of waiting that ends in them, steps by how
// often and how slowly. internal: the layout failed.
[[nodiscard]] Result<std::string> process_map(Analysis& analysis, const web::Language& language);

} // namespace maerkbar::app_flow
