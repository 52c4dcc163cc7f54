#include "event_log/lifecycle.hpp"

#include <algorithm>
#include <map>

namespace maerkbar::event_log {

namespace {

struct Lists {
    std::size_t instances = 0;
    std::size_t paired = 0;
    std::size_t overlapping = 0;
    std::vector<Milliseconds> processing;
    std::vector<Milliseconds> waiting;
    std::vector<Milliseconds> scheduled;
};

// Collects the instances of one case from its rows in order.
class Pairing {
  public:
    void take(const Event& event, TextNumber key, Transition transition) {
        if (transition == Transition::other) return;
        if (transition == Transition::complete) return complete(event, key);
        auto& waiting = waiting_[{event.activity, key}];
        if (transition == Transition::start)
            start(event, waiting);
        else
            open(event, waiting).scheduled = event.time;
    }
    std::vector<Instance> instances;

  private:
    using Numbers = std::vector<std::size_t>; // of instances not yet complete

    Instance& open(const Event& event, Numbers& waiting) {
        waiting.push_back(instances.size());
        return instances.emplace_back(Instance{event.activity, {}, {}, {}, 0});
    }

    void start(const Event& event, Numbers& waiting) {
        const auto scheduled =
            std::ranges::find_if(waiting, [this](std::size_t number) { return !instances[number].started; });
        auto& instance = scheduled == waiting.end() ? open(event, waiting) : instances[*scheduled];
        instance.started = event.time;
    }

    void complete(const Event& event, TextNumber key) {
        auto& waiting = waiting_[{event.activity, key}];
        auto begun = std::ranges::find_if(
            waiting, [this](std::size_t number) { return instances[number].started.has_value(); });
        if (begun == waiting.end()) begun = waiting.begin();
        if (begun == waiting.end()) {
            open(event, waiting);
            begun = std::prev(waiting.end());
        }
        auto& instance = instances[*begun];
        instance.completed = event.time;
        instance.complete_row = event.row;
        waiting.erase(begun);
    }

    std::map<std::pair<TextNumber, TextNumber>, Numbers> waiting_;
};

bool before(const Instance& a, const Instance& b) {
    const auto start = [](const Instance& instance) {
        return instance.started.value_or(*instance.completed);
    };
    if (start(a) != start(b)) return start(a) < start(b);
    return a.completed != b.completed ? *a.completed < *b.completed : a.complete_row < b.complete_row;
}

class Measuring {
  public:
    Measuring(const EventLog& log, Lifecycle& out) : log_(log), out_(out), lists_(log.activity_limit()) {}

    void take(std::size_t index, std::vector<Instance> instances) {
        note_unfinished(instances);
        std::erase_if(instances, [](const Instance& instance) { return !instance.completed; });
        std::ranges::sort(instances, before);
        const auto span = log_.span_of(index);
        CaseWork work{log_.case_name(index), span.arrived, span.completed, instances.size(), 0, 0};
        std::optional<Milliseconds> latest;  // complete so far
        std::optional<Milliseconds> covered; // until when time counts as active already
        for (const auto& instance : instances) {
            measure(instance, latest);
            latest = std::max(latest.value_or(*instance.completed), *instance.completed);
            if (!instance.started) continue;
            work.processing += *instance.completed - *instance.started;
            const auto from = std::max(covered.value_or(*instance.started), *instance.started);
            work.active += std::max<Milliseconds>(0, *instance.completed - from);
            covered = std::max(covered.value_or(*instance.completed), *instance.completed);
        }
        out_.cases.push_back(work);
    }

    void finish() {
        for (const auto activity : activities_by_name(log_)) {
            auto& list = lists_[activity];
            if (list.instances == 0) continue;
            out_.activities.push_back({activity, list.instances, list.paired, list.overlapping,
                                       describe_in_place(list.processing), describe_in_place(list.waiting),
                                       describe_in_place(list.scheduled)});
            out_.instances += list.instances;
            out_.paired += list.paired;
        }
        out_.complete_without_start = out_.instances - out_.paired;
        std::ranges::sort(out_.cases, {}, &CaseWork::name);
    }

  private:
    void note_unfinished(std::span<const Instance> instances) {
        for (const auto& instance : instances) {
            out_.start_without_complete += instance.started && !instance.completed ? 1 : 0;
            out_.schedule_without_start += instance.scheduled && !instance.started ? 1 : 0;
        }
    }

    void measure(const Instance& instance, std::optional<Milliseconds> latest) {
        auto& list = lists_[instance.activity];
        ++list.instances;
        if (!instance.started) return;
        ++list.paired;
        list.processing.push_back(*instance.completed - *instance.started);
        if (instance.scheduled) list.scheduled.push_back(*instance.started - *instance.scheduled);
        if (!latest) return;
        list.overlapping += *instance.started < *latest ? 1 : 0;
        list.waiting.push_back(std::max<Milliseconds>(0, *instance.started - *latest));
    }

    const EventLog& log_;
    Lifecycle& out_;
    std::vector<Lists> lists_;
};

std::vector<Transition> transitions_of(const TextColumn& column) {
    std::vector<Transition> out;
    for (TextNumber i = 0; i < column.texts.size(); ++i)
        out.push_back(transition_named(column.texts[i]));
    return out;
}

} // namespace

Transition transition_named(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, Transition>, 3> names{
        {{"schedule", Transition::schedule},
         {"start", Transition::start},
         {"complete", Transition::complete}}};
    const auto same = [text](std::string_view name) {
        return std::ranges::equal(text, name, {}, [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    };
    for (const auto& [name, transition] : names)
        if (same(name)) return transition;
    return Transition::other;
}

double Lifecycle::flow_efficiency() const {
    double active = 0;
    double throughput = 0;
    for (const auto& work : cases) {
        active += static_cast<double>(work.active);
        throughput += static_cast<double>(work.throughput());
    }
    return throughput > 0 ? active / throughput : 0;
}

Lifecycle lifecycle(const EventLog& log, const TextColumn& transition, const TextColumn* instance) {
    Lifecycle out;
    const auto transitions = transitions_of(transition);
    Measuring measuring(log, out);
    for (std::size_t i = 0; i < log.case_count(); ++i) {
        Pairing pairing;
        for (const auto& event : log.case_events(i)) {
            const auto number = transition.values[event.row];
            const auto what = number == no_text ? Transition::other : transitions[number];
            pairing.take(event, instance == nullptr ? no_text : instance->values[event.row], what);
        }
        measuring.take(i, std::move(pairing.instances));
    }
    measuring.finish();
    return out;
}

} // namespace maerkbar::event_log
