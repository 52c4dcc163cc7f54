// Wrong scenarios are refused with the member that is wrong.
#include <doctest/doctest.h>

#include "simulation/scenario_fixture.hpp"

using namespace maerkbar;
using namespace maerkbar::simulation;

namespace {

struct Parts {
    std::string length = R"("1 w")";
    std::string team = R"({"name":"t","people":2})";
    std::string arrivals = R"({"per_hour":4})";
    std::string stage = R"({"step":"s","team":"t","work":"5 min"})";
    std::string more;
    [[nodiscard]] Result<Scenario> read() const {
        return read_scenario(R"({"length":)" + length + R"(,"teams":[)" + team +
                                 R"(],"types":[{"name":"a","arrivals":)" + arrivals + R"(,"route":[)" +
                                 stage + "]" + more + "}]}",
                             test::no_files);
    }
    // Which error, and where.
    [[nodiscard]] std::string fault() const {
        const auto scenario = read();
        return scenario.ok() ? "none" : scenario.error().code + " " + scenario.error().field;
    }
};

} // namespace

TEST_CASE("the smallest scenario") {
    const auto scenario = Parts().read();
    REQUIRE(scenario.ok());
    CHECK(scenario->hours == 168);
    CHECK(scenario->teams[0].people.highest() == 2);
    CHECK(mean_of(scenario->types[0].route[0].work) == doctest::Approx(5.0 / 60));
}

TEST_CASE("what is wrong is named") {
    CHECK(read_scenario("{", test::no_files).error().code == "scenario.not_json");
    CHECK(read_scenario("[]", test::no_files).error().code == "scenario.not_an_object");
    Parts parts;
    parts.length = R"("soon")";
    CHECK(parts.fault() == "scenario.bad_time length");
    parts.length = R"("0 h")";
    CHECK(parts.fault() == "scenario.bad_length length");
    parts = {};
    parts.team = R"({"name":"t"})";
    CHECK(parts.fault() == "scenario.no_people teams[0]");
    parts.team = R"({"name":"t","people":-1})";
    CHECK(parts.fault() == "scenario.bad_number teams[0].people");
    parts.team = R"({"name":"t","people":2,"poeple":3})";
    CHECK(parts.fault() == "scenario.unknown_member teams[0].poeple");
    parts.team = R"({"name":"t","people":2},{"name":"t","people":2})";
    CHECK(parts.fault() == "scenario.twice teams[1].name");
    parts.team = R"({"name":"t","shifts":[{"days":"mon-someday","from":"08:00","to":"16:00","people":1}]})";
    CHECK(parts.fault() == "scenario.bad_days teams[0].shifts[0].days");
    parts.team = R"({"name":"t","shifts":[{"from":"16:00","to":"08:00","people":1}]})";
    CHECK(parts.fault() == "scenario.bad_clock teams[0].shifts[0].from");
}

TEST_CASE("what is wrong with types is named") {
    Parts parts;
    parts.arrivals = "{}";
    CHECK(parts.fault() == "scenario.bad_arrivals types[0].arrivals");
    parts.arrivals = R"({"per_hour":4,"batch":[]})";
    CHECK(parts.fault() == "scenario.bad_batch types[0].arrivals.batch");
    parts.arrivals = R"({"per_hour":1000000})";
    parts.length = R"("5000 w")";
    CHECK(parts.fault() == "scenario.too_many_cases length");
    parts = {};
    parts.stage = R"({"step":"s","team":"u","work":"5 min"})";
    CHECK(parts.fault() == "scenario.no_such_team types[0].route[0].team");
    parts.stage = R"({"step":"s","team":"t"})";
    CHECK(parts.fault() == "scenario.no_work types[0].route[0].work");
    parts.stage = R"({"step":"s","team":"t","work":{"middle":"5 min"}})";
    CHECK(parts.fault() == "scenario.bad_distribution types[0].route[0].work");
    parts.stage = R"({"step":"s","team":"t","work":{"values":[]}})";
    CHECK(parts.fault() == "scenario.no_values types[0].route[0].work");
    parts.stage = R"({"step":"s","team":"t","work":{"file":"f","column":"c"}})";
    CHECK(parts.fault().starts_with("test.no_file"));
    parts = {};
    parts.more = R"(,"waiting":[{"step":"other","count":3}])";
    CHECK(parts.fault() == "scenario.no_such_step types[0].waiting[0].step");
    parts = {};
    parts.team = R"({"name":"t","people":2,"together_at_least":3})";
    parts.stage = R"({"step":"s","team":"t","work":"5 min","patience":"1 h"})";
    CHECK(parts.fault() == "scenario.patience_in_batch types[0].route[0].patience");
}

TEST_CASE("lengths of time need a unit") {
    for (const auto& [text, hours] :
         {std::pair{"20 s", 20.0 / 3600}, std::pair{"3min", 0.05}, std::pair{"1.5 h", 1.5},
          std::pair{"2 d", 48.0}, std::pair{"1 w", 168.0}}) {
        Parts parts;
        parts.stage = std::string(R"({"step":"s","team":"t","work":")") + text + "\"}";
        CHECK(mean_of(parts.read()->types[0].route[0].work) == doctest::Approx(hours));
    }
    for (const char* text : {"", "20", "min", "-3 min", "3 moons", "1e300 w", "nan h"}) {
        Parts parts;
        parts.stage = std::string(R"({"step":"s","team":"t","work":")") + text + "\"}";
        CHECK(parts.fault() == "scenario.bad_time types[0].route[0].work");
    }
}

TEST_CASE("shifts add up over the week") {
    Parts parts;
    parts.team = R"({"name":"t","shifts":[{"days":"mon-fri","from":"08:00","to":"16:00","people":2},
                  {"days":"tue","from":"12:00","to":"20:00","people":1}]})";
    const auto scenario = parts.read();
    REQUIRE(scenario.ok());
    CHECK(scenario->teams[0].people.highest() == 3);
    CHECK(scenario->teams[0].people.average() == doctest::Approx((5 * 8 * 2 + 8) / 168.0));
}
