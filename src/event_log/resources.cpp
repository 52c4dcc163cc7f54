#include "event_log/resources.hpp"

#include <algorithm>
#include <utility>

#include "event_log/pair_numbers.hpp"

namespace maerkbar::event_log {

namespace {

std::string_view text_of(const TextColumn& column, TextNumber number) {
    return number == no_text ? std::string_view() : column.texts[number];
}

} // namespace

std::vector<ResourceFlow> resources(const EventLog& log, const TextColumn& column) {
    std::vector<ResourceFlow> flows(column.texts.size());
    std::vector<std::size_t> last_case(column.texts.size(), SIZE_MAX);
    PairNumbers used(std::max(column.texts.size(), log.activity_limit()));
    for (std::size_t i = 0; i < log.case_count(); ++i)
        for (const auto& event : log.case_events(i)) {
            const auto resource = column.values[event.row];
            if (resource == no_text) continue;
            auto& flow = flows[resource];
            flow.resource = resource;
            ++flow.events;
            flow.cases += std::exchange(last_case[resource], i) != i ? 1 : 0;
            const auto known = used.pairs().size();
            flow.activities += used.number_of(resource, event.activity) == known ? 1 : 0;
        }
    std::erase_if(flows, [](const ResourceFlow& flow) { return flow.events == 0; });
    std::ranges::sort(flows, [&column](const ResourceFlow& a, const ResourceFlow& b) {
        if (a.events != b.events) return a.events > b.events;
        return column.texts[a.resource] < column.texts[b.resource];
    });
    return flows;
}

std::vector<Handover> handovers(const EventLog& log, const TextColumn& column) {
    PairNumbers numbers(column.texts.size());
    std::vector<Handover> found;
    for (std::size_t i = 0; i < log.case_count(); ++i) {
        const auto events = log.case_events(i);
        for (std::size_t k = 1; k < events.size(); ++k) {
            const auto from = column.values[events[k - 1].row];
            const auto to = column.values[events[k].row];
            if (from == no_text || to == no_text) continue;
            const auto number = numbers.number_of(from, to);
            if (number == found.size()) found.push_back({from, to, 0});
            ++found[number].count;
        }
    }
    std::ranges::sort(found, [&column](const Handover& a, const Handover& b) {
        if (a.count != b.count) return a.count > b.count;
        return a.from != b.from ? column.texts[a.from] < column.texts[b.from]
                                : column.texts[a.to] < column.texts[b.to];
    });
    return found;
}

std::vector<ValueFlow> by_attribute(const EventLog& log, const TextColumn& column) {
    struct Group {
        std::vector<Milliseconds> durations;
        std::size_t cases = 0;
        std::size_t events = 0;
    };
    std::vector<Group> groups(column.texts.size() + 1); // the last for cases without a value
    for (std::size_t i = 0; i < log.case_count(); ++i) {
        const auto events = log.case_events(i);
        const auto value = column.values[events.front().row];
        auto& group = groups[value == no_text ? column.texts.size() : value];
        ++group.cases;
        if (log.is_closed(i)) group.durations.push_back(log.span_of(i).duration());
        group.events += events.size();
    }
    std::vector<ValueFlow> out;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].cases == 0) continue;
        const auto value = i == column.texts.size() ? no_text : static_cast<TextNumber>(i);
        const auto cases = static_cast<double>(groups[i].cases);
        out.push_back({value, groups[i].cases, describe_in_place(groups[i].durations),
                       static_cast<double>(groups[i].events) / cases});
    }
    std::ranges::sort(out, [&column](const ValueFlow& a, const ValueFlow& b) {
        if (a.cases != b.cases) return a.cases > b.cases;
        return text_of(column, a.value) < text_of(column, b.value);
    });
    return out;
}

} // namespace maerkbar::event_log
