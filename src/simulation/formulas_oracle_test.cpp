// Every formula against exact values of 40-digit arithmetic (tests/data/queue/README.md), and published
// figures.
#include <doctest/doctest.h>

#include <sstream>

#include "simulation/day_profile.hpp"
#include "simulation/erlang.hpp"
#include "simulation/impatience.hpp"
#include "simulation/staffing.hpp"
#include "simulation/steady_queues.hpp"
#include "statistics/oracle_table.hpp"

using namespace maerkbar::simulation;
using maerkbar::statistics::oracle::Table;

namespace {

Table table(const char* name) {
    Table read(std::string("tests/data/queue/") + name);
    REQUIRE(read.size() > 0);
    return read;
}

// 1e-8 of the value; printed with ten significant digits.
bool near(double got, double expected) {
    return std::fabs(got - expected) <= 1e-8 * std::fabs(expected);
}

// Half a unit of the last printed decimal.
bool as_printed(double got, const std::string& printed) {
    const auto point = printed.find('.');
    const auto decimals = point == printed.npos ? 0 : printed.size() - point - 1;
    const double unit = std::pow(10.0, -static_cast<double>(decimals));
    return std::fabs(got - std::strtod(printed.c_str(), nullptr)) <= 0.5 * unit * (1 + 1e-6);
}

int whole(const Table& rows, std::size_t row, const char* column) {
    return static_cast<int>(rows.number(row, column));
}

double third(double value) { // 3.333333333 stands for 10/3 and 0.3333333333 for 1/3
    return std::fabs(value * 3 - std::round(value * 3)) < 1e-8 ? std::round(value * 3) / 3 : value;
}

} // namespace

TEST_CASE("Erlang B and C") {
    const auto rows = table("erlang_bc.csv");
    REQUIRE(rows.size() == 140);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const Load load{rows.number(row, "offered_erlangs"), 1};
        const int servers = whole(rows, row, "servers");
        CAPTURE(load.arrival_rate);
        CAPTURE(servers);
        CHECK(near(erlang_b(load.erlangs(), servers), rows.number(row, "erlang_b")));
        const auto queue = waiting_queue(load, servers);
        if (rows.text(row, "erlang_c_wait_prob").empty()) {
            CHECK(queue.error().code == "queue.overload");
            continue;
        }
        CHECK(near(queue->occupancy, rows.number(row, "occupancy")));
        CHECK(near(queue->p_wait, rows.number(row, "erlang_c_wait_prob")));
        CHECK(near(queue->mean_wait, rows.number(row, "mean_wait_in_service_times")));
        CHECK(near(queue->mean_queue, rows.number(row, "mean_queue_length")));
        CHECK(near(queue->service_level(20.0 / 180), rows.number(row, "service_level_T20s_aht180s")));
        CHECK(near(queue->service_level(60.0 / 300), rows.number(row, "service_level_T60s_aht300s")));
    }
}

TEST_CASE("staffing for a target") {
    const auto rows = table("erlang_c_staffing.csv");
    REQUIRE(rows.size() == 128);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const Load load{rows.number(row, "calls_per_hour") / 3600, rows.number(row, "aht_s")};
        const WaitTarget target{rows.number(row, "target_level"), rows.number(row, "target_s")};
        CAPTURE(row);
        const auto needed = servers_needed(load, target);
        REQUIRE(needed.ok());
        CHECK(*needed == whole(rows, row, "servers_needed"));
        const auto queue = waiting_queue(load, *needed);
        CHECK(near(load.erlangs(), rows.number(row, "offered_erlangs")));
        CHECK(near(queue->service_level(target.time), rows.number(row, "service_level")));
        CHECK(near(queue->mean_wait, rows.number(row, "mean_wait_s")));
        CHECK(near(queue->occupancy, rows.number(row, "occupancy")));
        CHECK(scheduled(*needed, 0.3) == whole(rows, row, "scheduled_with_30pct_shrinkage"));
    }
}

TEST_CASE("Erlang A with its four service levels") {
    const auto rows = table("erlang_a.csv");
    REQUIRE(rows.size() == 14);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        CAPTURE(row);
        const Load load{third(rows.number(row, "lambda_per_min")), rows.number(row, "mean_service_min")};
        const auto queue =
            impatient_queue(load, whole(rows, row, "servers"), rows.number(row, "mean_patience_min"),
                            third(rows.number(row, "T_min")));
        REQUIRE(queue.ok());
        CHECK(near(queue->p_wait, rows.number(row, "p_wait")));
        CHECK(near(queue->p_abandon, rows.number(row, "p_abandon")));
        CHECK(near(queue->mean_wait, rows.number(row, "mean_time_in_queue_min_all_callers")));
        CHECK(near(queue->mean_queue, rows.number(row, "mean_queue_length")));
        CHECK(near(queue->occupancy, rows.number(row, "occupancy")));
        const auto& within = queue->within;
        CHECK(near(within.answered_of_offered, rows.number(row, "answered_within_T_over_offered")));
        CHECK(near(within.answered_of_answered, rows.number(row, "answered_within_T_over_answered")));
        CHECK(near(within.answered_or_gone_of_offered,
                   rows.number(row, "answered_or_abandoned_within_T_over_offered")));
        CHECK(near(within.answered_of_offered_without_gone,
                   rows.number(row, "answered_within_T_over_offered_minus_abandoned_within_T")));
    }
}

TEST_CASE("M/M/c") {
    const auto rows = table("mmc.csv");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        CAPTURE(row);
        const auto queue =
            waiting_queue({rows.number(row, "lambda"), 1 / rows.number(row, "mu")}, whole(rows, row, "c"));
        REQUIRE(queue.ok());
        CHECK(near(queue->occupancy, rows.number(row, "rho")));
        CHECK(near(queue->p_empty, rows.number(row, "p0")));
        CHECK(near(queue->p_wait, rows.number(row, "p_wait")));
        CHECK(near(queue->mean_queue, rows.number(row, "Lq")));
        CHECK(near(queue->mean_in_system, rows.number(row, "L")));
        CHECK(near(queue->mean_wait, rows.number(row, "Wq")));
        CHECK(near(queue->mean_time, rows.number(row, "W")));
    }
}

TEST_CASE("M/M/c/K") {
    const auto rows = table("mmck.csv");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        CAPTURE(row);
        const auto queue = limited_queue({rows.number(row, "lambda"), 1 / rows.number(row, "mu")},
                                         whole(rows, row, "c"), whole(rows, row, "K_total_places"));
        REQUIRE(queue.ok());
        CHECK(near(queue->p_empty, rows.number(row, "p0")));
        CHECK(near(queue->p_blocked, rows.number(row, "p_blocked")));
        CHECK(near(queue->mean_in_system, rows.number(row, "L")));
        CHECK(near(queue->mean_queue, rows.number(row, "Lq")));
        CHECK(near(queue->mean_time, rows.number(row, "W_accepted")));
        CHECK(near(queue->mean_wait, rows.number(row, "Wq_accepted")));
        CHECK(near(queue->throughput, rows.number(row, "throughput")));
        CHECK(near(queue->occupancy, rows.number(row, "utilisation")));
    }
}

TEST_CASE("M/G/1") {
    const auto rows = table("mg1.csv");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        CAPTURE(row);
        const auto queue = single_server({rows.number(row, "lambda"), rows.number(row, "mean_service")},
                                         rows.number(row, "service_cv_squared"));
        REQUIRE(queue.ok());
        CHECK(near(queue->occupancy, rows.number(row, "rho")));
        CHECK(near(queue->mean_wait, rows.number(row, "Wq")));
        CHECK(near(queue->mean_queue, rows.number(row, "Lq")));
        CHECK(near(queue->mean_time, rows.number(row, "W")));
        CHECK(near(queue->mean_in_system, rows.number(row, "L")));
    }
}

TEST_CASE("priorities without interruption") {
    const auto rows = table("mmc_priority_nonpreemptive.csv");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        CAPTURE(row);
        std::vector<double> rates;
        std::istringstream text(rows.text(row, "lambdas_high_to_low"));
        for (std::string rate; std::getline(text, rate, '+');)
            rates.push_back(std::strtod(rate.c_str(), nullptr));
        const auto classes = priority_queue(rates, 1 / rows.number(row, "mu"), whole(rows, row, "c"));
        REQUIRE(classes.ok());
        const auto& one = (*classes)[static_cast<std::size_t>(whole(rows, row, "class") - 1)];
        CHECK(near(one.arrival_rate, rows.number(row, "lambda_class")));
        CHECK(near(one.mean_wait, rows.number(row, "Wq")));
        CHECK(near(one.mean_queue, rows.number(row, "Lq")));
        CHECK(near(one.mean_time, rows.number(row, "W")));
    }
}

TEST_CASE("a day with changing arrivals and staffing") {
    const auto rows = table("day_profile_mtmnm.csv");
    REQUIRE(rows.size() == 8);
    std::vector<DayPart> parts;
    for (std::size_t row = 0; row < rows.size(); ++row)
        parts.push_back({1, rows.number(row, "calls_per_hour"), whole(rows, row, "servers")});
    const auto day = day_profile(parts, {4.0 / 60, 3.0 / 60, 0});
    REQUIRE(day.ok());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto& hour = (*day)[row];
        CAPTURE(row);
        CHECK(as_printed(hour.mean_queue, rows.text(row, "mean_queue_in_hour")));
        CHECK(as_printed(hour.mean_busy, rows.text(row, "mean_busy_in_hour")));
        CHECK(as_printed(hour.abandoned, rows.text(row, "expected_abandoned")));
        CHECK(as_printed(hour.abandoned / hour.offered, rows.text(row, "abandoned_over_offered")));
        CHECK(as_printed(hour.queue_at_end, rows.text(row, "expected_queue_at_end")));
        CHECK(as_printed(hour.in_system_at_end, rows.text(row, "expected_in_system_at_end")));
    }
}

namespace {

// The exact value behind a row of published figures, by its id; NaN where there is none.
double published_value(const std::string& id) {
    const auto bank = waiting_queue({80, 1.0 / 50}, 2);
    const auto hospital1 = waiting_queue({2, 1.0 / 3}, 1);
    const auto hospital2 = waiting_queue({2, 1.0 / 3}, 2);
    const auto garnett = waiting_queue({48, 1}, 50);
    const auto garnett_a = impatient_queue({48, 1}, 50, 2, 0);
    const auto centre = waiting_queue({4.2, 2}, 12);
    const auto centre_a = impatient_queue({4.2, 2}, 12, 1, 1.0 / 3);
    const auto centre_k = limited_queue({4.2, 2}, 12, 17);
    const auto calls55 = waiting_queue({0.2, 240}, 55);
    const auto calls14 = waiting_queue({100.0 / 1800, 180}, 14);
    const double day = 480 * 4.2;
    const std::pair<const char*, double> values[] = {
        {"gmr_c_pw", garnett->mean_wait * 60},
        {"gmr_c_lq", garnett->mean_queue},
        {"gmr_c_occ", garnett->occupancy},
        {"gmr_a_pab", garnett_a->p_abandon},
        {"gmr_a_ew", garnett_a->mean_wait * 60},
        {"gmr_a_lq", garnett_a->mean_queue},
        {"gmr_a_occ", garnett_a->occupancy},
        {"cc_mmc_sl", centre->service_level(1.0 / 3)},
        {"cc_mmc_asa", centre->mean_wait},
        {"cc_mmc_occ", centre->occupancy},
        {"cc_mmc_good", day * centre->service_level(1.0 / 3)},
        {"cc_ab_sl", centre_a->within.answered_of_answered},
        {"cc_ab_sl2", centre_a->within.answered_of_offered_without_gone},
        {"cc_ab_n", day * centre_a->p_abandon},
        {"cc_blk_n", day * centre_k->p_blocked},
        {"cc_blk_asa", centre_k->mean_wait},
        {"cc_blk_occ", centre_k->occupancy},
        {"txt_bank_lq", bank->mean_queue},
        {"txt_bank_l", bank->mean_in_system},
        {"txt_bank_w", bank->mean_time},
        {"txt_hosp1_lq", hospital1->mean_queue},
        {"txt_hosp2_lq", hospital2->mean_queue},
        {"txt_hosp2_wq", hospital2->mean_wait},
        {"web_55_pw", calls55->p_wait},
        {"web_55_asa", calls55->mean_wait},
        {"web_55_sl", calls55->service_level(15)},
        {"web_14_sl", calls14->service_level(20)},
    };
    for (const auto& [name, value] : values)
        if (id == name) return value;
    return NAN;
}

} // namespace

TEST_CASE("figures printed elsewhere") {
    // Commas inside quotation marks: only the first and the columns from the end are read.
    std::ifstream file("tests/data/queue/published_exact.csv");
    std::string line;
    std::getline(file, line);
    int checked = 0;
    while (std::getline(file, line)) {
        const auto comma = line.find(',');
        const auto id = line.substr(0, comma);
        CAPTURE(id);
        const auto printed = line.substr(comma + 1);
        const double got = published_value(id);
        // Two of them are cut after the last digit instead of rounded.
        const double cut = std::fabs(got / std::strtod(printed.c_str(), nullptr) - 1);
        CHECK((as_printed(got, printed) || cut < 1.5e-6));
        ++checked;
    }
    CHECK(checked == 27);
    const Load calls{100.0 / 1800, 180};
    const auto needed = servers_needed(calls, {0.8, 20});
    CHECK(*needed == 14);
    CHECK(scheduled(*needed, 0.3) == 20);
}
