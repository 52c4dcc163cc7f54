// The simulator against the exact formulas, with fixed seeds: results within their own limits of chance.
#include "simulation/simulate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "simulation/day_profile.hpp"
#include "simulation/impatience.hpp"
#include "simulation/scenario_fixture.hpp"
#include "simulation/steady_queues.hpp"

using namespace maerkbar;
using namespace maerkbar::simulation;
using doctest::Approx;
using test::simple_queue;

namespace {

Estimate figure(const std::vector<Figure>& all, Subject subject, Measure measure,
                const std::string& name = {}) {
    for (const auto& one : all)
        if (one.id.subject == subject && one.id.measure == measure && (name.empty() || one.id.name == name))
            return one.estimate;
    return {};
}

// Twice the 95 % limits: with a fixed seed a right simulator passes for good, and the limits are narrow
// enough to show a wrong one.
void check_near(const Estimate& estimate, double exact, double narrow) {
    CAPTURE(estimate.mean);
    CAPTURE(estimate.half_width);
    CAPTURE(exact);
    CHECK(estimate.half_width < narrow * std::max(exact, 1e-9));
    CHECK(std::fabs(estimate.mean - exact) < 2 * estimate.half_width);
}

std::string content_of(const char* path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Scenario citizen_service() {
    return test::scenario_of(content_of("examples/citizen_service.json"));
}

} // namespace

TEST_CASE("M/M/c: waits, queue, occupancy and service level of Erlang C") {
    const auto scenario = simple_queue(180, 3, 11); // 9 erlangs
    const auto all = figures(scenario, simulate(scenario, {7, 10, 1}));
    const auto exact = waiting_queue({180, 3.0 / 60}, 11);
    check_near(figure(all, Subject::step, Measure::mean_wait), exact->mean_wait, 0.15);
    check_near(figure(all, Subject::step, Measure::mean_queue), exact->mean_queue, 0.15);
    check_near(figure(all, Subject::step, Measure::short_waits), exact->service_level(20.0 / 3600), 0.03);
    check_near(figure(all, Subject::team, Measure::occupancy), exact->occupancy, 0.02);
    check_near(figure(all, Subject::type, Measure::mean_time), exact->mean_time, 0.05);
    // The histogram's classes are 6 % wide.
    CHECK(figure(all, Subject::step, Measure::p90_wait).mean ==
          Approx(exact->wait_quantile(0.9)).epsilon(0.06));
}

TEST_CASE("patience: abandonment and waits of Erlang A") {
    for (const int people : {8, 11}) {
        const auto scenario = simple_queue(200, 3, people, 3);
        const auto all = figures(scenario, simulate(scenario, {11, 10, 1}));
        const auto exact = impatient_queue({200, 3.0 / 60}, people, 3.0 / 60, 20.0 / 3600);
        check_near(figure(all, Subject::type, Measure::left_share), exact->p_abandon, 0.06);
        check_near(figure(all, Subject::step, Measure::mean_queue), exact->mean_queue, 0.06);
        check_near(figure(all, Subject::step, Measure::short_of_all), exact->within.answered_of_offered,
                   0.02);
        check_near(figure(all, Subject::team, Measure::occupancy), exact->occupancy, 0.02);
    }
}

TEST_CASE("constant and varied service times: Pollaczek and Khinchine") {
    for (const auto& [work, variation] :
         {std::pair{R"("4 min")", 0.0}, std::pair{R"({"mean":"4 min","variation":1.5})", 2.25},
          std::pair{R"({"least":"0 min","most":"8 min"})", 1.0 / 3},
          std::pair{R"({"values":["2 min","6 min"]})", 0.25}}) {
        CAPTURE(variation);
        const auto scenario = test::scenario_of(
            std::string(
                R"({"length":"20 w","warm_up":"1 w","teams":[{"name":"t","people":1}],"types":[{"name":"a",)") +
            R"("arrivals":{"per_hour":11},"route":[{"step":"s","team":"t","work":)" + work + "}]}]}");
        const auto all = figures(scenario, simulate(scenario, {3, 10, 1}));
        const auto exact = single_server({11, 4.0 / 60}, variation);
        check_near(figure(all, Subject::step, Measure::mean_wait), exact->mean_wait, 0.25);
    }
}

TEST_CASE("priorities: Cobham's waits") {
    const auto scenario = test::scenario_of(
        R"({"length":"10 w","warm_up":"1 w","teams":[{"name":"t","people":5}],"types":[
        {"name":"low","priority":2,"arrivals":{"per_hour":50},"route":[{"step":"s2","team":"t","work":{"mean":"3 min"}}]},
        {"name":"high","priority":1,"arrivals":{"per_hour":20},"route":[{"step":"s1","team":"t","work":{"mean":"3 min"}}]}]})");
    const auto all = figures(scenario, simulate(scenario, {5, 10, 1}));
    const double rates[] = {20, 50};
    const auto exact = priority_queue(rates, 3.0 / 60, 5);
    check_near(figure(all, Subject::step, Measure::mean_wait, "s1"), (*exact)[0].mean_wait, 0.15);
    check_near(figure(all, Subject::step, Measure::mean_wait, "s2"), (*exact)[1].mean_wait, 0.15);
}

TEST_CASE("two steps in a row: each is a queue of its own (Jackson 1957)") {
    const auto scenario = test::scenario_of(
        R"({"length":"20 w","warm_up":"1 w","teams":[{"name":"a","people":4},{"name":"b","people":2}],"types":[{"name":"x",
        "arrivals":{"per_hour":40},"route":[{"step":"first","team":"a","work":{"mean":"3.6 min"},"repeats":0.2},
        {"step":"second","team":"b","work":{"mean":"2.4 min"},"ends":0}]}]})");
    const auto all = figures(scenario, simulate(scenario, {9, 10, 1}));
    check_near(figure(all, Subject::step, Measure::mean_queue, "first"),
               waiting_queue({50, 3.6 / 60}, 4)->mean_queue, 0.3);
    check_near(figure(all, Subject::step, Measure::mean_queue, "second"),
               waiting_queue({40, 2.4 / 60}, 2)->mean_queue, 0.3);
}

TEST_CASE("a day that changes: the course of the forward equations, until people leave") {
    // Staffing rises in the first three hours; later a simulation treats those who leave differently.
    std::string hours;
    const int rates[] = {30, 60, 75};
    const int people[] = {2, 4, 5};
    std::string shifts;
    for (int hour = 0; hour < 3; ++hour) {
        const auto span = R"({"days":"mon","from":"0)" + std::to_string(hour) + R"(:00","to":"0)" +
                          std::to_string(hour + 1) + R"(:00",)";
        hours += (hour == 0 ? "" : ",") + span + R"("per_hour":)" + std::to_string(rates[hour]) + "}";
        shifts += (hour == 0 ? "" : ",") + span + R"("people":)" + std::to_string(people[hour]) + "}";
    }
    const auto scenario = test::scenario_of(
        R"({"length":"3 h","teams":[{"name":"t","shifts":[)" + shifts +
        R"(]}],"types":[{"name":"a","arrivals":{"hours":[)" + hours +
        R"(]},"route":[{"step":"s","team":"t","work":{"mean":"4 min"},"patience":{"mean":"3 min"}}]}]})");
    const auto all = figures(scenario, simulate(scenario, {21, 3000, 1}));
    const DayPart parts[] = {{1, 30, 2}, {1, 60, 4}, {1, 75, 5}};
    const auto exact = day_profile(parts, {4.0 / 60, 3.0 / 60, 0});
    const double queue = ((*exact)[0].mean_queue + (*exact)[1].mean_queue + (*exact)[2].mean_queue) / 3;
    check_near(figure(all, Subject::step, Measure::mean_queue), queue, 0.03);
    check_near(figure(all, Subject::type, Measure::in_system), (*exact)[2].in_system_at_end, 0.03);
}

TEST_CASE("nobody is lost: arrived and waiting at the start = done, left and still there") {
    const auto scenario = citizen_service();
    for (const auto& result : simulate(scenario, {1, 5, 2}))
        for (const auto& type : result.types) {
            const auto& count = type.count;
            CHECK(count.waiting_at_start + count.arrived == count.done + count.left + count.in_system);
            CHECK(count.arrived > 1000);
            CHECK(count.done > 1000);
        }
}

TEST_CASE("cases in the system by week end where the counts do") {
    const auto scenario = citizen_service();
    const auto result = replicate(scenario, 3, 0);
    CHECK(result.in_system_by_week.size() == 53);
    CHECK(result.in_system_by_week.back() == static_cast<std::int64_t>(total(result).in_system));
    CHECK(*std::min_element(result.in_system_by_week.begin(), result.in_system_by_week.end()) >= 0);
}

TEST_CASE("Little's law: cases in the system = arrivals an hour times the time each spends there") {
    const auto scenario = simple_queue(180, 3, 11, 0, "20 w");
    const auto result = replicate(scenario, 5, 0);
    const auto& type = result.types[0];
    const double in_system = type.system_time / result.measured_hours;
    const double mean_time = type.time_sum / static_cast<double>(type.times.count());
    CHECK(in_system ==
          Approx(static_cast<double>(type.count.arrived) / scenario.hours * mean_time).epsilon(0.03));
}

TEST_CASE("the same seed gives the same result at any number of threads, another seed another") {
    const auto scenario = citizen_service();
    const auto one = simulate(scenario, {42, 7, 1});
    const auto four = simulate(scenario, {42, 7, 4});
    const auto other = simulate(scenario, {43, 7, 1});
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].in_system_by_week == four[i].in_system_by_week);
        for (std::size_t step = 0; step < one[i].steps.size(); ++step) {
            CHECK(one[i].steps[step].wait_sum == four[i].steps[step].wait_sum);
            CHECK(one[i].steps[step].queue_time == four[i].steps[step].queue_time);
        }
        CHECK(one[i].steps[0].wait_sum != other[i].steps[0].wait_sum);
    }
}

TEST_CASE("alternatives meet the same cases, so that a difference is seen sooner") {
    const auto ten = simple_queue(180, 3, 10, 0, "5 w");
    const auto eleven = simple_queue(180, 3, 11, 0, "5 w");
    const auto before = simulate(ten, {1, 20, 1});
    const auto after = simulate(eleven, {1, 20, 1});
    for (std::size_t i = 0; i < before.size(); ++i)
        CHECK(before[i].types[0].count.arrived == after[i].types[0].count.arrived);
    const auto paired =
        figure(differences({ten, before}, {eleven, after}), Subject::step, Measure::mean_wait);
    CHECK(paired.mean < 0);
    const auto strangers = simulate(eleven, {2, 20, 1});
    const auto apart =
        figure(differences({ten, before}, {eleven, strangers}), Subject::step, Measure::mean_wait);
    CHECK(paired.half_width < apart.half_width);
}

TEST_CASE("a waiting list is worked off, its cases by their age, and work stops at night") {
    const auto scenario = test::scenario_of(
        R"({"length":"4 w","teams":[{"name":"t","at_end_of_shift":"pause","shifts":[{"from":"08:00","to":"16:00","people":1}]}],
        "types":[{"name":"a","route":[{"step":"s","team":"t","work":"3 h"}],"waiting":[{"step":"s","values":["1 w","2 w","3 w"]}]}]})");
    const auto result = replicate(scenario, 1, 0);
    CHECK(result.types[0].count.done == 3);
    // 8 to 11, 11 to 14, and 14 to 16 with one more hour on the next morning.
    CHECK(result.types[0].time_sum == Approx(11 + 14 + 24 + 9 + 6 * 168));
    CHECK(result.teams[0].busy_hours == Approx(9));
    CHECK(result.teams[0].staffed_hours == Approx(20 * 8));
}

TEST_CASE("a board decides what waits, several at a time, every other week") {
    const auto scenario = test::scenario_of(
        R"({"length":"4 w","teams":[{"name":"board","together_at_most":10,"shifts":[{"days":"wed","from":"10:00","to":"12:00",
        "people":1,"week":2}]}],"types":[{"name":"a","arrivals":{"values":["1 h","2 h","3 h","1 w","3 w"]},
        "route":[{"step":"s","team":"board","work":"1 h"}]}]})");
    const auto result = replicate(scenario, 1, 0);
    CHECK(result.types[0].count.done == 5);
    CHECK(result.teams[0].busy_hours == Approx(2)); // two meetings
    const double first = 168 + 48 + 10;
    CHECK(result.steps[0].wait_sum ==
          Approx((first - 1) + (first - 2) + (first - 3) + (first - 168) + (first + 336 - 3 * 168)));
}

TEST_CASE("arrivals in batches of measured sizes") {
    const auto scenario = test::scenario_of(
        R"({"length":"10 w","teams":[{"name":"t","people":9}],"types":[{"name":"a","arrivals":{"per_hour":10,"batch":[1,2,6]},
        "route":[{"step":"s","team":"t","work":"1 min"}]}]})");
    const auto arrived =
        figure(figures(scenario, simulate(scenario, {1, 20, 1})), Subject::type, Measure::arrived);
    check_near(arrived, 10 * 3 * 1680.0, 0.02);
}

TEST_CASE("limited room: who is turned away, and the waits of the others, as M/M/c/K has them") {
    struct Room {
        double rate;
        int people;
        int waiting;
    };
    for (const auto& room : {Room{180, 10, 0}, Room{240, 11, 4}, Room{150, 9, 20}, Room{300, 10, 1}}) {
        CAPTURE(room.rate);
        CAPTURE(room.waiting);
        auto scenario = simple_queue(room.rate, 3, room.people, 0, "20 w");
        scenario.teams[0].places = static_cast<std::size_t>(room.waiting);
        const auto all = figures(scenario, simulate(scenario, {7, 10, 1}));
        const auto exact = limited_queue({room.rate, 3.0 / 60}, room.people, room.people + room.waiting);
        check_near(figure(all, Subject::type, Measure::turned_share), exact->p_blocked, 0.1);
        check_near(figure(all, Subject::team, Measure::occupancy), exact->occupancy, 0.02);
        if (room.waiting == 0) continue;
        check_near(figure(all, Subject::step, Measure::mean_wait), exact->mean_wait, 0.1);
        check_near(figure(all, Subject::step, Measure::mean_queue), exact->mean_queue, 0.1);
    }
}

TEST_CASE("a place is free again when somebody gives up, and nobody is lost from the count") {
    auto scenario = simple_queue(300, 3, 8, 2, "20 w");
    scenario.teams[0].places = 1;
    const auto one = replicate(scenario, 1, 0);
    const auto all = total(one);
    CHECK(all.left > 0);
    CHECK(all.turned_away > 0);
    CHECK(all.arrived == all.done + all.left + all.turned_away + all.in_system);
    // M/M/8/9 whose one place empties at rate 1/patience too: birth and death, by hand.
    double weight = 1;
    double sum = 0;
    double last = 0;
    for (int n = 1; n <= 9; ++n) {
        sum += weight;
        weight *= 300.0 / (n <= 8 ? n * 20.0 : 8 * 20.0 + 30.0);
        last = weight;
    }
    const double blocked = last / (sum + last);
    CHECK(static_cast<double>(all.turned_away) / static_cast<double>(all.arrived) ==
          Approx(blocked).epsilon(0.01));
}
