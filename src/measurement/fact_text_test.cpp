#include "measurement/fact_text.hpp"

#include <doctest/doctest.h>

namespace maerkbar::measurement {
namespace {

TEST_CASE("stored values read as people write them") {
    const web::Languages languages;
    const auto& danish = languages.get("da");
    CHECK(fact_text(danish, ColumnType::seconds, 127) == "2,1 minutter");
    CHECK(fact_text(danish, ColumnType::yes_no, 1) == "Ja");
    CHECK(fact_text(danish, ColumnType::yes_no, 0) == "Nej");
    CHECK(fact_text(danish, ColumnType::second, 32'705) == "09:05:05");
    CHECK(fact_text(danish, ColumnType::number, 125'000) == "12,50");
    CHECK(fact_text(danish, ColumnType::whole, 1'204) == "1.204");
    CHECK(fact_text(danish, ColumnType::day, 0) == "01.01.1970");
    CHECK(fact_text(languages.get("nb"), ColumnType::yes_no, 0) == "Nei");
    CHECK(fact_text(danish, ColumnType::seconds, missing).empty());
}

} // namespace
} // namespace maerkbar::measurement
