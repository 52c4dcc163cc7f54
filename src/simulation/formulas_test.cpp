// What the tables do not show: overload, edges and absurd input.
#include <doctest/doctest.h>

#include <cmath>

#include "simulation/day_profile.hpp"
#include "simulation/impatience.hpp"
#include "simulation/staffing.hpp"
#include "simulation/steady_queues.hpp"

using namespace maerkbar::simulation;
using doctest::Approx;

TEST_CASE("overload is said with the number of people it takes, never as a negative wait") {
    for (const int servers : {1, 5, 10}) {
        const auto queue = waiting_queue({5, 2}, servers);
        REQUIRE(!queue.ok());
        CHECK(queue.error().code == "queue.overload");
        CHECK(queue.error().english().find("At least 11 are needed.") != std::string::npos);
    }
    CHECK(waiting_queue({5, 2}, 11).ok());
    CHECK(single_server({1, 1}, 1).error().code == "queue.overload");
    const double rates[] = {3.0, 4.0};
    CHECK(priority_queue(rates, 1, 7).error().code == "queue.overload");
}

TEST_CASE("input that makes no sense is refused") {
    CHECK(waiting_queue({0, 2}, 1).error().code == "queue.bad_load");
    CHECK(waiting_queue({NAN, 2}, 1).error().code == "queue.bad_load");
    CHECK(waiting_queue({1, -2}, 1).error().code == "queue.bad_load");
    CHECK(waiting_queue({1, 2}, 0).error().code == "queue.bad_servers");
    CHECK(impatient_queue({1, 2}, 3, 0, 1).error().code == "queue.bad_patience");
    CHECK(impatient_queue({1, 2}, 3, 1, -1).error().code == "queue.bad_patience");
    CHECK(limited_queue({1, 2}, 3, 2).error().code == "queue.bad_places");
    CHECK(single_server({0.1, 2}, -1).error().code == "queue.bad_variation");
    CHECK(servers_needed({1, 2}, {1.0, 3}).error().code == "queue.bad_target");
    CHECK(servers_needed({1, 2}, {0.8, 3}, -1.0).error().code == "queue.bad_patience");
    CHECK(day_profile({}, {1, {}, 0}).error().code == "queue.bad_day");
}

TEST_CASE("an impatient queue under any load stays within its bounds") {
    for (const double rate : {0.001, 1.0, 50.0, 5000.0})
        for (const int servers : {1, 10, 500})
            for (const double patience : {0.01, 1.0, 1000.0}) {
                CAPTURE(rate);
                CAPTURE(servers);
                CAPTURE(patience);
                const auto queue = impatient_queue({rate, 1}, servers, patience, 0.5);
                REQUIRE(queue.ok());
                CHECK((queue->p_abandon >= 0 && queue->p_abandon <= 1));
                CHECK((queue->p_wait >= 0 && queue->p_wait <= 1));
                CHECK(queue->occupancy <= 1 + 1e-12);
                CHECK(queue->within.answered_of_offered <= 1 + 1e-9);
                CHECK(queue->within.answered_of_offered >= -1e-9);
                CHECK(queue->within.answered_or_gone_of_offered <= 1 + 1e-9);
            }
}

TEST_CASE("endless patience is Erlang C, and no time to answer leaves those who do not wait") {
    const auto patient = impatient_queue({8, 1}, 10, 1e7, 0.25);
    const auto queue = waiting_queue({8, 1}, 10);
    CHECK(patient->p_wait == Approx(queue->p_wait).epsilon(1e-5));
    CHECK(patient->within.answered_of_offered == Approx(queue->service_level(0.25)).epsilon(1e-5));
    const auto now = impatient_queue({8, 1}, 10, 2, 0);
    CHECK(now->within.answered_of_offered == Approx(1 - now->p_wait));
}

TEST_CASE("one place for each server is Erlang B") {
    CHECK(limited_queue({7, 1}, 9, 9)->p_blocked == Approx(erlang_b(7, 9)));
    CHECK(limited_queue({5000, 1}, 9, 9000)->p_blocked == Approx(1 - 9.0 / 5000));
}

TEST_CASE("quantiles of the wait") {
    const auto queue = waiting_queue({8, 1}, 10);
    CHECK(queue->wait_quantile(0.1) == 0);
    CHECK(queue->service_level(queue->wait_quantile(0.9)) == Approx(0.9));
}

TEST_CASE("staffing with impatient callers asks for fewer than without") {
    const Load load{48, 1};
    const WaitTarget target{0.9, 1.0 / 3};
    CHECK(*servers_needed(load, target, 2.0) < *servers_needed(load, target));
    CHECK(*servers_needed(load, {0, 0, 0.01}) > *servers_needed(load, {0, 0, 1.0}));
}

TEST_CASE("rounding up never adds a person that is not needed") {
    CHECK(scheduled(7, 0.3) == 10);
    CHECK(scheduled(7, 0) == 7);
    CHECK(scheduled(1, 0.3) == 2);
}

TEST_CASE("a long steady day comes to the balance of the formulas") {
    const DayPart steady[] = {{400, 8, 10}, {10, 8, 10}};
    const auto patient = day_profile(steady, {1, 2.0, 0});
    REQUIRE(patient.ok());
    CHECK((*patient)[1].mean_queue == Approx(impatient_queue({8, 1}, 10, 2, 0)->mean_queue));
    const auto waiting = day_profile(steady, {1, {}, 0});
    REQUIRE(waiting.ok());
    CHECK((*waiting)[1].mean_queue == Approx(waiting_queue({8, 1}, 10)->mean_queue));
    CHECK((*waiting)[1].mean_busy == Approx(8));
}

TEST_CASE("an overloaded day fills up, and a queue at the start is worked off") {
    const DayPart busy[] = {{8, 50, 20}};
    const auto day = day_profile(busy, {1, {}, 0});
    REQUIRE(day.ok());
    CHECK((*day)[0].queue_at_end == Approx(8 * 30).epsilon(0.1));
    const DayPart quiet[] = {{8, 0, 10}};
    const auto worked = day_profile(quiet, {1, {}, 30});
    REQUIRE(worked.ok());
    CHECK((*worked)[0].in_system_at_end < 1);
    const DayPart endless[] = {{100, 5000, 1}};
    CHECK(day_profile(endless, {1, {}, 0}).error().code == "queue.too_long");
}
