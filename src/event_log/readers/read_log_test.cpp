#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "event_log/event_log.hpp"
#include "event_log/filter.hpp"
#include "event_log/readers/log_request.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

Result<LogFile> read(std::string bytes, LogColumns columns = {}) {
    LogRequest request;
    request.columns = std::move(columns);
    return read_log_from(tables::ByteInput::memory(std::move(bytes)), request);
}

std::size_t line_of(const LogFile& file, Oddity oddity) {
    const auto& first = file.raw.oddities.first(oddity);
    return first.empty() ? 0 : first.front().line;
}

const std::string dirty =
    "case,activity,time\n"
    "1,A,2026-01-01 10:00:00\n"
    "NA,A,2026-01-02\n"
    ",A,2026-01-03\n"
    "2,,2026-01-03\n"
    "2,B,\n"
    "2,B,soon\n"
    "\n"
    "2,B\n"
    "2,\"B\n2\",2026-01-04,extra\n"
    "3,A,1900-01-01\n";

} // namespace

TEST_CASE("every odd row is counted with its line, and a case called NA is a case") {
    const auto file = read(dirty);
    REQUIRE(file.ok());
    const auto& oddities = file->raw.oddities;
    CHECK(file->raw.rows == 9);
    CHECK(file->raw.blank_rows == 1);
    CHECK(file->raw.events.size() == 4);
    CHECK(oddities.left_out() == 5);
    CHECK(line_of(*file, Oddity::missing_like_case) == 3);
    CHECK(line_of(*file, Oddity::no_case) == 4);
    CHECK(line_of(*file, Oddity::no_activity) == 5);
    CHECK(line_of(*file, Oddity::no_time) == 6);
    CHECK(oddities.count(Oddity::no_time) == 2);
    CHECK(line_of(*file, Oddity::unreadable_time) == 7);
    CHECK(oddities.first(Oddity::unreadable_time).front().text == "soon");
    CHECK(line_of(*file, Oddity::too_few_cells) == 9);
    CHECK(line_of(*file, Oddity::too_many_cells) == 10);
    CHECK(line_of(*file, Oddity::implausible_time) == 12);
    CHECK(oddities.count(Oddity::no_offset) == 1);
    CHECK(oddities.count(Oddity::date_only) == 3);
    CHECK(file->raw.texts->cases.find("NA").has_value());
    CHECK(file->raw.texts->activities.find("B\n2").has_value());
}

TEST_CASE("each row keeps its case when cases are numbered a few rows later, however long their names are") {
    std::string bytes = "case,activity,time\n";
    std::vector<std::string> names;
    for (int i = 0; i < 500; ++i) {
        // Some short, some longer than a slot holds, and now and then one longer than all that is gathered.
        const std::size_t length = i % 90 == 13 ? 5000 : i % 7 == 0 ? 40 : 3;
        names.push_back(i == 321 ? "NA" : std::string(length, 'c') + std::to_string(i * 37 % 101));
        bytes += names.back() + ",A,2026-01-01T00:00:00Z\n";
        if (i % 50 == 0) bytes += "left out,,2026-01-01T00:00:00Z\n";
    }
    const auto file = read(bytes);
    REQUIRE(file.ok());
    REQUIRE(file->raw.events.size() == names.size());
    const auto& cases = file->raw.texts->cases;
    TextNumber met = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto number = file->raw.events[i].of_case;
        REQUIRE(number <= met); // numbered as they are first met
        met += number == met ? 1 : 0;
        CHECK(cases[number] == names[i]);
    }
    CHECK(cases.size() == met);
    CHECK(file->raw.oddities.count(Oddity::missing_like_case) == 1);
    CHECK(line_of(*file, Oddity::missing_like_case) == 321 + 2 + 7); // seven rows before it were left out
}

TEST_CASE("a case table gives an event for each date; without the last one a case is open") {
    const auto file = read(
        "id;applied;issued;done\n"
        "1;01-02-2026;05-02-2026;09-02-2026\n"
        "2;01-02-2026;;\n"
        "3;05-02-2026;01-02-2026;06-02-2026\n"
        "4;;;\n"
        "1;02-02-2026;;02-02-2026\n",
        {.case_id = "id", .opened = "applied", .steps = {"issued"}, .closed = "done"});
    REQUIRE(file.ok());
    const auto log = EventLog::arrange(file->raw);
    REQUIRE(log.case_count() == 3);
    CHECK(log.knows_open_cases());
    CHECK(log.is_closed(0));
    CHECK_FALSE(log.is_closed(1));
    CHECK(line_of(*file, Oddity::steps_disordered) == 4);
    CHECK(line_of(*file, Oddity::no_step) == 5);
    CHECK(line_of(*file, Oddity::repeated_case) == 6);
    CHECK(file->raw.dates_only);
}

TEST_CASE("names in Windows-1252 become UTF-8, and wrong bytes are told") {
    const auto file = read("sag;aktivitet;dato\n1;Afg\xF8relse;2026-01-01\n2;\xC5\x62ning;2026-01-01\n");
    REQUIRE(file.ok());
    CHECK(file->raw.texts->activities.find("Afgørelse").has_value());
    CHECK(file->raw.texts->activities.find("Åbning").has_value());
    const auto mixed = read(
        "sag;aktivitet;dato\n1;Afgørelse;2026-01-01\n2;Åbning æ ø å;2026-01-01\n"
        "3;Afg\xF8relse;2026-01-01\n");
    REQUIRE(mixed.ok());
    CHECK(mixed->raw.texts->activities.size() == 2);
    CHECK(mixed->raw.oddities.count(Oddity::mended_text) == 1);
}

TEST_CASE("a missing column is named, with those there are") {
    const auto file = read(dirty, {.case_id = "sag"});
    REQUIRE(!file.ok());
    CHECK(file.error().english() ==
          "The file has no column called sag. Its columns are: case, activity, time.");
    CHECK(read("a,b,c\n1,2,3\n").error().code == "event_log.column_unknown");
}

TEST_CASE(
    "XES: defaults fill what is missing but times, and are told; nested attributes are not the event's own") {
    const std::string xes =
        "<log><global scope='event'><string key='concept:name' value='UNKNOWN'/>"
        "<date key='time:timestamp' value='1970-01-01T00:00:00Z'/></global>"
        "<trace><event><string key='x' value='1'><string key='concept:name' value='inner'/></string>"
        "<date key='time:timestamp' value='2026-01-01T00:00:00Z'/></event>"
        "<event><string key='concept:name' value='A &#198; &amp;'/></event>"
        "<string key='concept:name' value='late'/></trace></log>";
    const auto file = read(xes, {.attributes = {"x/concept:name"}});
    REQUIRE(file.ok());
    REQUIRE(file->raw.events.size() == 1);
    CHECK(file->raw.texts->activities[0] == "UNKNOWN");
    CHECK(file->raw.texts->cases[0] == "late");
    CHECK(file->raw.texts->column("x/concept:name")->at(0) == "inner");
    CHECK(line_of(*file, Oddity::default_value) == 1);
    CHECK(line_of(*file, Oddity::no_time) == 2);
}

TEST_CASE("XML that is broken, or no log, or would name other files, is refused") {
    CHECK(read("<log><trace></log>").error().code == "event_log.broken_xml");
    CHECK(read("<html></html>").error().code == "event_log.no_xes");
    const auto entity = read(
        "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><log><trace><string "
        "key='concept:name' value='&x;'/></trace></log>");
    CHECK(entity.error().code == "event_log.broken_xml");
    CHECK(read("\x1F\x8B\x08 and then nothing").error().code == "event_log.damaged_gzip");
}

TEST_CASE("filters keep the cases they say") {
    const auto file = read(
        "case,activity,time,channel\n"
        "1,A,2026-01-01,Post\n1,B,2026-01-03,Post\n"
        "2,A,2026-02-01,Web\n2,C,2026-02-01,Web\n"
        "3,B,2026-02-10,\n3,A,2026-03-10,\n",
        {.attributes = {"channel"}});
    REQUIRE(file.ok());
    const auto log = EventLog::arrange(file->raw);
    const auto kept = [&log](std::initializer_list<const char*> texts) {
        std::vector<Filter> filters;
        for (const auto* const text : texts)
            filters.push_back(*Filter::parse(text));
        std::string names;
        const auto passing = passing_cases(log, filters, Zone());
        REQUIRE(passing.ok());
        for (std::size_t i = 0; i < passing->size(); ++i)
            if ((*passing)[i]) names += log.case_name(i);
        return names;
    };
    CHECK(kept({}) == "123");
    CHECK(kept({"arrived=2026-02-01.."}) == "23");
    CHECK(kept({"completed=2026-01-03..2026-02-01"}) == "12");
    CHECK(kept({"active=2026-02-20..2026-02-21"}) == "3");
    CHECK(kept({"duration=..2d"}) == "12");
    CHECK(kept({"duration!=1h..48h"}) == "23");
    CHECK(kept({"variant=1"}) == "1");
    CHECK(kept({"variant=30%"}) == "1");
    CHECK(kept({"variant=34%"}) == "12");
    CHECK(kept({"variant=100%"}) == "123");
    CHECK(kept({"activity=B"}) == "13");
    CHECK(kept({"start!=B"}) == "12");
    CHECK(kept({"end=A"}) == "3");
    CHECK(kept({"channel=Web"}) == "2");
    CHECK(kept({"channel="}) == "3");
    CHECK(kept({"channel=Fax"}).empty());
    CHECK(kept({"activity=A", "start=A", "channel!=Web"}) == "1");
    CHECK_FALSE(passing_cases(log, std::vector{*Filter::parse("activity=Z")}, Zone()).ok());
    CHECK_FALSE(passing_cases(log, std::vector{*Filter::parse("colour=red")}, Zone()).ok());
    for (const auto* const wrong : {"", "x", "=x", "!=x", "duration=", "duration=3", "variant=0",
                                    "variant=0%", "variant=101%", "variant=%", "arrived=soon.."})
        CHECK_MESSAGE(!Filter::parse(wrong).ok(), wrong);
}
