// What people read: sentences, the picture in the terminal, JSON and SVG.
#include <doctest/doctest.h>

#include "app/chart/draw.hpp"
#include "app/chart/sentence.hpp"
#include "statistics/numbers.hpp"
#include "web/language.hpp"

using namespace maerkbar;
using namespace maerkbar::app_chart;

namespace {

const web::Languages languages;

ChartedSeries series_with(const Request& request, const std::vector<statistics::Subgroup>& points,
                          const std::vector<std::string>& x) {
    ChartedSeries series;
    series.points = points;
    for (const auto& text : x)
        series.x.push_back(text);
    if (request.making_data_count) {
        std::vector<double> values;
        for (const auto& point : points)
            values.push_back(point.value);
        series.chart = *statistics::making_data_count(values, request.mdc);
    } else {
        series.chart = *statistics::chart(request.type, points, request.chart);
    }
    return series;
}

// x is 1, 2, 3 …
struct Example {
    Request request;
    std::vector<statistics::Subgroup> points;
    bool categorical = false;
    std::string language = "en";

    explicit Example(std::initializer_list<double> values,
                     statistics::ChartType type = statistics::ChartType::i) {
        request.type = type;
        for (const double value : values)
            points.push_back(statistics::Subgroup::measured(value));
    }
    Example& target(double value, statistics::Improvement direction = statistics::Improvement::increase) {
        request.target = value;
        request.direction = direction;
        request.mdc.target = value;
        request.mdc.improvement = direction;
        return *this;
    }
    Example& making_data_count() {
        request.making_data_count = true;
        return *this;
    }
    [[nodiscard]] std::string output(Format format) const {
        std::vector<std::string> x;
        for (std::size_t i = 1; i <= points.size(); ++i)
            x.push_back(std::to_string(i));
        Request asked = request;
        asked.format = format;
        const OutputContext context{asked, languages.get(language), categorical, "file"};
        const auto series = series_with(asked, points, x);
        if (format == Format::summary) return sentence(series, context);
        std::string out;
        append_series(out, series, context);
        return out;
    }
    [[nodiscard]] std::string says() const { return output(Format::summary); }
};

} // namespace

TEST_CASE("a quiet chart says what to expect") {
    CHECK(Example({5, 7, 6, 5, 7, 5, 6, 7, 5, 7, 5, 6}).says() ==
          "The latest value (12) is 6. There is only ordinary variation around 5.9; values from 1.8 to 10.0 "
          "are to be "
          "expected.");
}

TEST_CASE("few points, no points and constant series are never judged") {
    CHECK(Example({5, 7, 6}).says() ==
          "The latest value (3) is 6. 3 points are too few to tell a signal from ordinary variation.");
    CHECK(Example({5}).says() ==
          "The latest value (1) is 5. 1 point is too few to tell a signal from ordinary variation.");
    CHECK(Example({statistics::missing}).says() == "There is no value to judge.");
    CHECK(Example({5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}).says() ==
          "The latest value (12) is 5. Every value is the same, so there is no variation to judge.");
}

TEST_CASE("a long run is told with its place") {
    const Example example({1, 2, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 9, 8}, statistics::ChartType::run);
    CHECK(example.says() ==
          "The latest value (16) is 8. Something has changed: 8 values in a row lie above the level, from 9 "
          "to 16.");
}

TEST_CASE("few crossings without a long run are told as well") {
    const Example example({9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1},
                          statistics::ChartType::run);
    CHECK(example.says() ==
          "The latest value (20) is 1. Something has changed: the values cross the level 3 times, where at "
          "least 6 are "
          "usual.");
}

TEST_CASE("values outside the limits are counted and the latest is named") {
    const auto said = Example({5, 6, 5, 6, 5, 30, 6, 5, 6, 5, 6, 5}).says();
    CHECK(said.ends_with("1 value lies outside the limits: 6."));
}

TEST_CASE("a target is kept or not, and so it will go on") {
    const auto quiet = [](double target, statistics::Improvement direction) {
        return Example({5, 7, 6, 5, 7, 5, 6, 7, 5, 7, 5, 6}).target(target, direction).says();
    };
    CHECK(quiet(1.5, statistics::Improvement::increase)
              .ends_with("If it goes on like this, the target will be kept every time."));
    CHECK(quiet(6.5, statistics::Improvement::increase)
              .ends_with("If it goes on like this, the target will be kept sometimes and missed sometimes."));
    CHECK(quiet(11, statistics::Improvement::increase)
              .ends_with("If it goes on like this, the target will not be kept."));
    CHECK(quiet(10, statistics::Improvement::decrease).find("The target of 10 is kept.") !=
          std::string::npos);
    CHECK(quiet(5.25, statistics::Improvement::decrease).find("The target of 5.25 is not kept.") !=
          std::string::npos);
    CHECK(quiet(5, statistics::Improvement::neutral).find("target") == std::string::npos);
}

TEST_CASE("a new level is told beside the old one") {
    Example example({5, 6, 5, 6, 5, 6, 9, 10, 9, 10, 9, 10});
    example.request.chart.parts = {6};
    CHECK(example.says().find("Since 7 the level is 9.5; before, it was 5.5.") != std::string::npos);
}

TEST_CASE("units are compared without saying which is the latest") {
    Example example({});
    example.request.type = statistics::ChartType::p;
    example.categorical = true;
    example.request.chart.categorical = true;
    for (int unit = 0; unit < 12; ++unit)
        example.points.push_back(statistics::Subgroup::counted(unit == 4 ? 80 : 50, 100));
    CHECK(example.says() == "Outside the limits: 5.");
    example.points[4] = statistics::Subgroup::counted(51, 100);
    CHECK(example.says() == "All differences are within ordinary variation.");
}

TEST_CASE("shares are told in per cent with their figures") {
    Example example({});
    example.request.type = statistics::ChartType::p_prime;
    for (int month = 0; month < 12; ++month)
        example.points.push_back(statistics::Subgroup::counted(month % 2 == 0 ? 800 : 830, 1000));
    CHECK(example.says().starts_with("The latest value (12) is 83.0% (830 of 1,000)."));
    example.language = "da";
    CHECK(example.says().starts_with("Den seneste værdi (12) er 83,0\u00a0% (830 af 1.000)."));
    example.language = "nb";
    CHECK(example.says().starts_with("Den siste verdien (12) er 83,0"));
}

TEST_CASE("limits from rare events are not read") {
    Example example({});
    example.request.type = statistics::ChartType::p_prime;
    for (int month = 0; month < 24; ++month)
        example.points.push_back(statistics::Subgroup::counted(month == 3 ? 1 : 0, 300));
    CHECK(
        example.says().ends_with("There are too few events for the limits of this chart. Choose --type p."));
    example.request.type = statistics::ChartType::p;
    CHECK(example.says().ends_with("1 value lies outside the limits: 4."));
}

TEST_CASE("the icons of Making Data Count in words") {
    const auto high = Example({5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 20}).making_data_count().target(3);
    CHECK(high.says() ==
          "The latest value (15) is 20. The target of 3 is kept. It is a sign of improvement. If it goes on "
          "like this, "
          "the target will be kept every time.");
    auto down = high;
    CHECK(down.target(3, statistics::Improvement::decrease).says().find("It is a sign of decline.") !=
          std::string::npos);
    CHECK(down.target(3, statistics::Improvement::neutral).says() ==
          "The latest value (15) is 20. It is unusually high.");
    CHECK(Example({5, 6, 5, 6}).making_data_count().says() ==
          "The latest value (4) is 6. 4 points are too few to tell a signal from ordinary variation.");
}

TEST_CASE("the picture in the terminal") {
    const auto picture = Example({1, 3, 2, 3}, statistics::ChartType::run).target(2).output(Format::text);
    CHECK(picture ==
          "file\n"
          "3.0 ┤  ●   ● \n"
          "    │        \n"
          "    │        \n"
          "    │        \n"
          "    │────────\n"
          "    │        \n"
          "    │        \n"
          "2.0 ┤════●═══\n"
          "    │        \n"
          "    │        \n"
          "    │        \n"
          "    │        \n"
          "    │        \n"
          "    │        \n"
          "1.0 ┤●       \n"
          "    └────────\n"
          "     1      4\n"
          "● value   ─ level   ═ target\n\n"
          "The latest value (4) is 3. The target of 2 is kept. 4 points are too few to tell a signal from "
          "ordinary "
          "variation.\n");
}

TEST_CASE("JSON has every point and the outlook") {
    const auto json = Example({5, 7, 6, 5, 7, 5, 6, 7, 5, 7, 5, 6}).target(1.5).output(Format::json);
    CHECK(json.starts_with(R"({"facet":[],"chart":"i","points":[{"x":"1","y":5,"n":null,)"));
    CHECK(json.find(R"("capability":"capable")") != std::string::npos);
    CHECK(json.find(R"("longest_run_from":)") != std::string::npos);
    CHECK(json.ends_with(R"(kept every time."})"));
}

TEST_CASE("JSON proposes new levels where none was asked for") {
    Example example({});
    for (int point = 0; point < 50; ++point)
        example.points.push_back(statistics::Subgroup::measured((point < 25 ? 10 : 16) + point % 3 - 1));
    CHECK(
        example.output(Format::json).find(R"("proposed_levels":[{"from":"26","after_point":25,"cl":16}])") !=
        std::string::npos);
    example.request.chart.parts = {25};
    CHECK(example.output(Format::json).find(R"("proposed_levels":[])") != std::string::npos);
}

TEST_CASE("SVG is a file of its own with the sentence in it") {
    const auto svg = Example({5, 7, 6, 5, 7, 5, 6, 7, 5, 7, 5, 6}).target(2).output(Format::svg);
    CHECK(svg.starts_with("<svg"));
    CHECK(svg.find("only ordinary variation") != std::string::npos);
    CHECK(svg.find("Target 2") != std::string::npos);
}
