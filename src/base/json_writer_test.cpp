#include "base/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace maerkbar {
namespace {

TEST_CASE("JSON is written with commas, escapes and nulls in place") {
    JsonWriter json;
    json.begin_object().member("id", UnitId{3}).member("none", UnitId{}).member("on", true).key("list");
    json.begin_array().value(1).value(0.1).value("a\"\\\n\x01ø").begin_array().end_array().end_array();
    json.member("day", Date{0}).member("absent", std::optional<int>{}).key("raw").raw("{}").end_object();
    CHECK(
        json.text() ==
        R"({"id":3,"none":null,"on":true,"list":[1,0.1,"a\"\\\n\u0001ø",[]],"day":"1970-01-01","absent":null,"raw":{}})");
}

TEST_CASE("numbers that JSON cannot hold become null") {
    JsonWriter json;
    json.begin_array().value(std::numeric_limits<double>::infinity()).value(-2.5).end_array();
    CHECK(json.text() == "[null,-2.5]");
}

} // namespace
} // namespace maerkbar
