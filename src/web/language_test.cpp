#include "web/language.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "web/nynorsk.hpp"

namespace maerkbar::web {
namespace {

const Languages& languages() {
    static const Languages all;
    return all;
}

std::string in(std::string_view code, const auto& write) {
    return write(languages().get(code));
}

// One line for each language: Danish, Norwegian, English.
void check_all(std::string_view da, std::string_view nb, std::string_view en, const auto& write) {
    CHECK(in("da", write) == da);
    CHECK(in("nb", write) == nb);
    CHECK(in("en", write) == en);
}

Date day(std::string_view iso) {
    return Date::parse_iso(iso).value();
}

TEST_CASE("whole numbers and fractions") {
    check_all("1.234.567", "1\u00a0234\u00a0567", "1,234,567",
              [](const auto& l) { return l.integer(1'234'567); });
    check_all("-1.204", "−1\u00a0204", "-1,204", [](const auto& l) { return l.integer(-1204); });
    check_all("999", "999", "999", [](const auto& l) { return l.integer(999); });
    check_all("1.204,50", "1\u00a0204,50", "1,204.50", [](const auto& l) { return l.number(1204.5, 2); });
    check_all("0,0", "0,0", "0.0", [](const auto& l) { return l.number(-0.04, 1); });
    check_all("–", "–", "–", [](const auto& l) { return l.number(std::nan(""), 1); });
    CHECK(languages().get("da").integer(INT64_MIN) == "-9.223.372.036.854.775.808");
    CHECK(languages().get("en").number(1e308, 0).size() == 309 + 102);
}

TEST_CASE("Nynorsk is there for respondents, and nobody can choose it") {
    const auto nn = nynorsk();
    CHECK(nn.code() == "nn");
    CHECK(nn("Thank you for your answer.") == "Takk for svaret.");
    CHECK(nn("Surveys") == languages().get("nb")("Surveys"));
    CHECK(nn.plural("{count} question. You may pass over it.",
                    "{count} questions. You may pass over any of them.",
                    2) == "2 spørsmål. Du kan hoppe over dei du vil.");
    CHECK_FALSE(languages().has(nynorsk_code));
    CHECK(languages().all().size() == 3);
}

TEST_CASE("percentages keep their blank with the number") {
    check_all("87\u00a0%", "87\u00a0%", "87%", [](const auto& l) { return l.percent(0.8734); });
    check_all("87,3\u00a0%", "87,3\u00a0%", "87.3%", [](const auto& l) { return l.percent(0.8734, 1); });
}

TEST_CASE("dates") {
    check_all("02.11.2026", "02.11.2026", "02/11/2026",
              [](const auto& l) { return l.date(day("2026-11-02")); });
    check_all("2. november 2026", "2. november 2026", "2 November 2026",
              [](const auto& l) { return l.date(day("2026-11-02"), DateStyle::long_); });
}

TEST_CASE("periods") {
    const auto check = [](PeriodKind kind, std::string_view da, std::string_view nb, std::string_view en) {
        const auto period = Period::containing(kind, day("2026-10-02"));
        check_all(da, nb, en, [&](const auto& l) { return l.period(period); });
    };
    check(PeriodKind::day, "2. oktober 2026", "2. oktober 2026", "2 October 2026");
    check(PeriodKind::week, "uge 40 2026", "uke 40 2026", "week 40 2026");
    check(PeriodKind::month, "oktober 2026", "oktober 2026", "October 2026");
    check(PeriodKind::quarter, "4. kvartal 2026", "4. kvartal 2026", "Q4 2026");
    check(PeriodKind::tertial, "3. tertial 2026", "3. tertial 2026", "T3 2026");
    check(PeriodKind::year, "2026", "2026", "2026");
    const auto week = Period::containing(PeriodKind::week, day("2026-10-02"));
    check_all("uge 40", "uke 40", "week 40", [&](const auto& l) { return l.period_without_year(week); });
}

TEST_CASE("moments are on the wall clock of Denmark and Norway, summer and winter") {
    const auto at = [](std::string_view iso, int hour) {
        return std::chrono::sys_seconds(std::chrono::hours(24 * day(iso).days + hour));
    };
    check_all("22.11.2026 kl. 13.00", "22.11.2026 kl. 13:00", "22/11/2026, 13:00",
              [&](const auto& l) { return l.moment(at("2026-11-22", 12)); });
    CHECK(languages().get("da").moment(at("2026-07-01", 23)) == "02.07.2026 kl. 01.00");
    CHECK(languages().get("da").moment(std::chrono::sys_seconds(std::chrono::seconds(-1))) ==
          "01.01.1970 kl. 00.59");
}

TEST_CASE("durations use their largest whole unit") {
    const auto check = [](long seconds, std::string_view da, std::string_view nb, std::string_view en) {
        check_all(da, nb, en, [&](const auto& l) { return l.duration(std::chrono::seconds(seconds)); });
    };
    check(0, "0 sekunder", "0 sekunder", "0 seconds");
    check(1, "1 sekund", "1 sekund", "1 second");
    check(120, "2 minutter", "2 minutter", "2 minutes");
    check(5400, "1,5 timer", "1,5 timer", "1.5 hours");
    check(86400, "1 dag", "1 dag", "1 day");
    check(3 * 86400, "3 dage", "3 dager", "3 days");
}

TEST_CASE("lists, plurals and contexts") {
    const std::vector<std::string> items = {"a", "b", "c"};
    check_all("a, b og c", "a, b og c", "a, b and c", [&](const auto& l) { return l.list(items); });
    CHECK(languages().get("da").list(std::span(items).first(1)) == "a");
    CHECK(languages().get("da").list({}).empty());
    check_all("1.000 dage", "1\u00a0000 dager", "1,000 days",
              [](const auto& l) { return l.plural("{count} day", "{count} days", 1000); });
    check_all("uge 7", "uke 7", "week 7", [](const auto& l) {
        return fill_in(l.in_context("period", "week {number}"), {{"number", "7"}});
    });
}

TEST_CASE("an empty text stays empty, and does not become the catalogue's header") {
    check_all("", "", "", [](const Language& language) { return language(""); });
}

TEST_CASE("errors read as sentences, unknown texts as their key") {
    const Error error{ErrorKind::not_found, "web.no_such_page", "There is no such page."};
    check_all("Siden findes ikke.", "Siden finnes ikke.", "There is no such page.",
              [&](const auto& l) { return l.error(error); });
    const Error unknown{ErrorKind::invalid, "x", "Zyx {what}", {{"what", "7"}}};
    CHECK(languages().get("da").error(unknown) == "Zyx 7");
}

TEST_CASE("names come in the order of the alphabet: z æ ø å, and aa as å") {
    std::vector<std::string> names = {"Åby", "Aalborg", "Zorro", "Øst", "Ærø", "Bro"};
    const auto& danish = languages().get("da");
    std::sort(names.begin(), names.end(),
              [&](const auto& a, const auto& b) { return danish.compare(a, b) < 0; });
    CHECK(names.front() == "Bro");
    CHECK(names[1] == "Zorro");
    CHECK(names[2] == "Ærø");
    CHECK(names[3] == "Øst");
    CHECK(folded_for_search("ÆRØ Straße") == "ærø strasse");
}

TEST_CASE("the language is the person's, then the cookie's, then the browser's, then Danish") {
    const auto chosen = [](std::string_view person, std::string_view cookie, std::string_view accept) {
        return std::string(languages().choose(person, cookie, accept).code());
    };
    CHECK(chosen("nb", "en", "da") == "nb");
    CHECK(chosen("", "en", "da") == "en");
    CHECK(chosen("xx", "", "de, nn-NO;q=0.9, en;q=0.8") == "nb");
    CHECK(chosen("", "", "en-US,en;q=0.9,da;q=0.95") == "en");
    CHECK(chosen("", "", "en;q=0.1, da;q=0.2") == "da");
    CHECK(chosen("", "", "fr,,;q=,*;q=x") == "da");
}

TEST_CASE("one language serves many threads") {
    const auto expected =
        languages().get("da").period(Period::containing(PeriodKind::week, day("2026-10-02")));
    std::atomic<int> wrong = 0;
    const auto work = [&] {
        for (int i = 0; i < 2000; ++i)
            if (languages().get("da").period(Period::containing(PeriodKind::week, day("2026-10-02"))) !=
                expected)
                ++wrong;
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    CHECK(wrong == 0);
}

} // namespace
} // namespace maerkbar::web
