#include <doctest/doctest.h>

#include "statistics/response_rate.hpp"
#include "statistics/scale_summary.hpp"
#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;
using oracle::near;
using oracle::whole;

namespace {

// Satisfaction of 1 to 5 and recommendation of 0 to 10, as counts.
struct Answers {
    std::vector<std::int64_t> satisfied = std::vector<std::int64_t>(5, 0);
    std::array<std::int64_t, 11> recommend{};
    std::int64_t dont_know = 0;
    std::int64_t unanswered = 0;
};

Answers answers_of(const oracle::Table& data, const std::string& set) {
    Answers answers;
    for (const auto row : data.rows_where("set", set)) {
        const auto text = data.text(row, "sat");
        if (text == "dk")
            ++answers.dont_know;
        else if (text.empty())
            ++answers.unanswered;
        else
            ++answers.satisfied.at(static_cast<std::size_t>(whole(data, row, "sat")) - 1);
        if (!data.text(row, "nps").empty())
            ++answers.recommend.at(static_cast<std::size_t>(whole(data, row, "nps")));
    }
    return answers;
}

} // namespace

TEST_CASE("top-2 box, index and net promoter score against R") {
    const auto table = oracle::survey_table("topbox.csv");
    const auto data = oracle::survey_table("topbox_data.csv");
    REQUIRE(table.size() == 4);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto set = table.text(row, "set");
        CAPTURE(set);
        const auto answers = answers_of(data, set);
        CHECK(answers.dont_know == whole(table, row, "n_dont_know"));
        CHECK(answers.unanswered == whole(table, row, "n_missing"));
        const auto got = summarise_scale(answers.satisfied, answers.dont_know);
        CHECK(got.answers == whole(table, row, "n_valid"));
        CHECK(near(got.top1, table.number(row, "top1")));
        CHECK(near(got.top2, table.number(row, "top2")));
        CHECK(near(got.top2_with_dont_know, table.number(row, "top2_incl_dk")));
        CHECK(near(got.bottom2, table.number(row, "bottom2")));
        CHECK(near(got.net, table.number(row, "net_sat")));
        CHECK(near(got.top2_interval.lower, table.number(row, "wilson_lo")));
        CHECK(near(got.top2_interval.upper, table.number(row, "wilson_hi")));
        CHECK(near(got.mean, table.number(row, "mean")));
        CHECK(near(got.index, table.number(row, "index0_100")));
        const auto nps = net_promoter(answers.recommend);
        CHECK(nps.answers == whole(table, row, "nps_n"));
        CHECK(near(nps.promoters, table.number(row, "promoters")));
        CHECK(near(nps.passives, table.number(row, "passives")));
        CHECK(near(nps.detractors, table.number(row, "detractors")));
        CHECK(near(nps.score, table.number(row, "nps")));
        CHECK(near(nps.standard_error, table.number(row, "nps_se")));
        CHECK(near(nps.interval.lower, table.number(row, "nps_lo")));
        CHECK(near(nps.interval.upper, table.number(row, "nps_hi")));
    }
}

TEST_CASE("a question nobody answered has no figures") {
    const std::vector<std::int64_t> none(5, 0);
    CHECK(summarise_scale(none, 3).answers == 0);
    CHECK(is_missing(summarise_scale(none, 3).mean));
    CHECK(is_missing(summarise_scale(none, 3).top2));
    const std::vector<std::int64_t> faces{1, 2, 7};
    CHECK(summarise_scale(faces).mean == doctest::Approx(2.6));
    CHECK(summarise_scale(faces).index == doctest::Approx(80));
    CHECK(is_missing(summarise_scale(faces).top2)); // of three faces, the middle one is no praise
    CHECK(is_missing(net_promoter(std::array<std::int64_t, 11>{}).score));
}

TEST_CASE("response rates of AAPOR") {
    const auto table = oracle::survey_table("response_rates.csv");
    REQUIRE(table.size() == 3);
    for (std::size_t row = 0; row < table.size(); ++row) {
        CAPTURE(row);
        const auto got = response_rates(
            {table.number(row, "complete"), table.number(row, "partial"), table.number(row, "refusal"),
             table.number(row, "noncontact"), table.number(row, "other"), table.number(row, "unknown")},
            table.number(row, "e"));
        CHECK(near(got.rr1, table.number(row, "RR1")));
        CHECK(near(got.rr2, table.number(row, "RR2")));
        CHECK(near(got.rr3, table.number(row, "RR3")));
        CHECK(near(got.rr4, table.number(row, "RR4")));
        CHECK(near(got.rr5, table.number(row, "RR5")));
        CHECK(near(got.rr6, table.number(row, "RR6")));
        CHECK(near(got.cooperation, table.number(row, "COOP1")));
        CHECK(near(got.refusal, table.number(row, "REF1")));
    }
    CHECK(is_missing(response_rates({}).rr1));
}
