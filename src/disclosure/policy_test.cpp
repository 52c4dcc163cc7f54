#include "disclosure/policy.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::disclosure;

namespace {

const LoweringDecision decision{"Quality manager", *Date::from(2026, 11, 22),
                                "17 employees, agreed with their union"};

Minimums with_mean(std::int64_t mean) {
    Minimums minimums;
    minimums.mean = mean;
    return minimums;
}

} // namespace

TEST_CASE("minimums are raised freely and lowered only with a decision") {
    CHECK(Policy::make({}).ok());
    CHECK(!Policy::make(with_mean(6))->decision());
    CHECK(Policy::make(with_mean(4)).error().code == "disclosure.needs_decision");
    const auto lowered = Policy::make(with_mean(4), decision);
    REQUIRE(lowered.ok());
    CHECK(lowered->minimums().mean == 4);
    CHECK(lowered->decision()->decided_by == "Quality manager");
    CHECK(!Policy::make(with_mean(6), decision)->decision()); // there was nothing to decide
    CHECK(Policy::make(with_mean(4), LoweringDecision{"", *Date::from(2026, 11, 22), ""}).error().code ==
          "disclosure.needs_decision");
    CHECK(Policy::make(with_mean(2), decision).error().code == "disclosure.too_low");
    Minimums difference;
    difference.difference = 1;
    CHECK(!Policy::make(difference, decision).ok());
}

TEST_CASE("thresholds of each kind of output") {
    const Policy policy;
    const auto of = [&](Output output, Sensitivity sensitivity = Sensitivity::ordinary) {
        const auto found = thresholds(policy, output, sensitivity);
        return std::vector<std::int64_t>{found.whole, found.split, found.difference};
    };
    CHECK(of(Output::mean) == std::vector<std::int64_t>{5, 10, 3});
    CHECK(of(Output::distribution) == std::vector<std::int64_t>{8, 10, 3});
    CHECK(of(Output::comments) == std::vector<std::int64_t>{10, 10, 3});
    CHECK(of(Output::mean, Sensitivity::sensitive) == std::vector<std::int64_t>{20, 20, 10});
    CHECK(of(Output::comments, Sensitivity::sensitive) == std::vector<std::int64_t>{20, 20, 10});
}
