#include "app/demo/demo_contacts.hpp"

#include <doctest/doctest.h>

#include "tables/table_file.hpp"

namespace maerkbar::app {
namespace {

// The share of calls answered within two minutes from `first` up to `last`.
double answered_in_time(const std::string& csv, Date first, Date last) {
    auto file = tables::TableFile::open_bytes(csv);
    REQUIRE(file.ok());
    int calls = 0;
    int in_time = 0;
    tables::Row row;
    for (auto more = file->next(row); more.ok() && *more; more = file->next(row)) {
        if (row[3] != "Telefon") continue;
        const auto day = tables::parse_date(row[1], file->detection().date_order)->date();
        if (day < first || day > last) continue;
        ++calls;
        if (row[8] == "Ja" && std::stoi(std::string(row[6])) <= 120) ++in_time;
    }
    return static_cast<double>(in_time) / calls;
}

TEST_CASE("the story is the same each time, and the targets made a difference") {
    const auto story = demo_story(*Date::from(2026, 10, 31));
    const auto csv = demo_contacts_csv(story, 1);
    CHECK(csv == demo_contacts_csv(story, 1));
    CHECK(csv != demo_contacts_csv(story, 2));
    CHECK(answered_in_time(csv, story.first, story.targets_from - 1) < 0.80);
    CHECK(answered_in_time(csv, story.first, story.targets_from - 1) > 0.74);
    CHECK(answered_in_time(csv, story.targets_from, story.last) > 0.83);
}

} // namespace
} // namespace maerkbar::app
