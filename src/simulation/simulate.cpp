#include "simulation/simulate.hpp"

#include <algorithm>
#include <atomic>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <thread>

namespace maerkbar::simulation {

namespace {

struct Value {
    FigureId id;
    double value = 0;
};

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : statistics::missing;
}

void add_type(std::vector<Value>& values, const std::string& name, const TypeMeasures& type, bool limited) {
    const auto add = [&](Measure measure, double value) {
        values.push_back({{Subject::type, name, measure}, value});
    };
    const auto came = static_cast<double>(type.count.arrived + type.count.waiting_at_start);
    add(Measure::arrived, static_cast<double>(type.count.arrived));
    add(Measure::done, static_cast<double>(type.count.done));
    add(Measure::left_share, ratio(static_cast<double>(type.count.left), came));
    if (limited) add(Measure::turned_share, ratio(static_cast<double>(type.count.turned_away), came));
    add(Measure::mean_time, ratio(type.time_sum, static_cast<double>(type.times.count())));
    add(Measure::p90_time, type.times.quantile(0.9));
    add(Measure::in_system, static_cast<double>(type.count.in_system));
}

void add_step(std::vector<Value>& values, const std::string& name, const StepMeasures& step, double hours) {
    const auto add = [&](Measure measure, double value) {
        values.push_back({{Subject::step, name, measure}, value});
    };
    const auto started = static_cast<double>(step.started);
    const auto in_time = static_cast<double>(step.short_waits);
    add(Measure::mean_wait, ratio(step.wait_sum, started));
    add(Measure::p90_wait, step.waits.quantile(0.9));
    add(Measure::short_waits, ratio(in_time, started));
    add(Measure::short_of_all, ratio(in_time, started + static_cast<double>(step.left)));
    add(Measure::mean_queue, ratio(step.queue_time, hours));
}

std::vector<Value> values_of(const Scenario& scenario, const ReplicationResult& result) {
    std::vector<Value> values;
    const bool limited = std::any_of(scenario.teams.begin(), scenario.teams.end(),
                                     [](const Team& team) { return team.places != SIZE_MAX; });
    for (std::size_t i = 0; i < scenario.types.size(); ++i)
        add_type(values, scenario.types[i].name, result.types[i], limited);
    for (std::size_t i = 0; i < scenario.steps.size(); ++i)
        add_step(values, scenario.steps[i], result.steps[i], result.measured_hours);
    for (std::size_t i = 0; i < scenario.teams.size(); ++i)
        values.push_back({{Subject::team, scenario.teams[i].name, Measure::occupancy},
                          ratio(result.teams[i].busy_hours, result.teams[i].staffed_hours)});
    return values;
}

Estimate estimate_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return statistics::is_missing(value); });
    Estimate estimate;
    estimate.replications = static_cast<int>(values.size());
    estimate.mean = statistics::mean(values);
    if (values.size() < 2) return estimate;
    const auto n = static_cast<double>(values.size());
    const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.975);
    estimate.half_width = t * statistics::standard_deviation(values) / std::sqrt(n);
    return estimate;
}

// One row a replication.
using Rows = std::vector<std::vector<Value>>;

std::vector<Figure> estimates_of(const Rows& rows) {
    std::vector<Figure> all;
    if (rows.empty()) return all;
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        std::vector<double> values;
        for (const auto& row : rows)
            values.push_back(row[i].value);
        all.push_back({rows.front()[i].id, estimate_of(std::move(values))});
    }
    return all;
}

Rows rows_of(const Simulated& simulated) {
    Rows rows;
    for (const auto& result : simulated.results)
        rows.push_back(values_of(simulated.scenario, result));
    return rows;
}

} // namespace

std::vector<ReplicationResult> simulate(const Scenario& scenario, const RunOptions& options) {
    std::vector<ReplicationResult> results(static_cast<std::size_t>(options.replications));
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < results.size(); i = next++)
            results[i] = replicate(scenario, options.seed, static_cast<int>(i));
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < options.threads; ++i)
        threads.emplace_back(work);
    work();
    threads.clear();
    return results;
}

std::vector<Figure> figures(const Scenario& scenario, const std::vector<ReplicationResult>& results) {
    return estimates_of(rows_of({scenario, results}));
}

std::vector<Figure> differences(const Simulated& first, const Simulated& second) {
    const auto before = rows_of(first);
    const auto after = rows_of(second);
    Rows rows(std::min(before.size(), after.size()));
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (const auto& value : after[r]) {
            const auto same = std::find_if(before[r].begin(), before[r].end(),
                                           [&](const Value& other) { return other.id == value.id; });
            if (same != before[r].end()) rows[r].push_back({value.id, value.value - same->value});
        }
    return estimates_of(rows);
}

std::vector<Estimate> in_system_by_week(const std::vector<ReplicationResult>& results) {
    std::vector<Estimate> weeks;
    if (results.empty()) return weeks;
    for (std::size_t week = 0; week < results.front().in_system_by_week.size(); ++week) {
        std::vector<double> values;
        for (const auto& result : results)
            values.push_back(static_cast<double>(result.in_system_by_week[week]));
        weeks.push_back(estimate_of(std::move(values)));
    }
    return weeks;
}

CaseCount total(const ReplicationResult& result) {
    CaseCount sum;
    for (const auto& type : result.types) {
        sum.waiting_at_start += type.count.waiting_at_start;
        sum.arrived += type.count.arrived;
        sum.done += type.count.done;
        sum.left += type.count.left;
        sum.turned_away += type.count.turned_away;
        sum.in_system += type.count.in_system;
    }
    return sum;
}

} // namespace maerkbar::simulation
