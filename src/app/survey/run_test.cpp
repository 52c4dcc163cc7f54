// The command end to end, against the oracle tables.
#include "app/survey/run.hpp"

#include <doctest/doctest.h>

#include <unistd.h>
#include <fstream>

#include "statistics/oracle_table.hpp"

using namespace maerkbar;
using app_chart::Outcome;
using app_survey::Arguments;
using statistics::oracle::close;
using statistics::oracle::Table;

namespace {

namespace fs = std::filesystem;

const fs::path oracles = "tests/data/survey";

// A survey of scale questions, and a file of answers; both go away with the test.
class Sample {
  public:
    explicit Sample(const std::string& questions)
        : folder_(fs::temp_directory_path() / ("maerkbar-analyse-" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        std::ofstream(folder_ / "survey.json")
            << R"({"format":"maerkbar.survey/1","languages":["da","en"],"title":{"da":"Prøve","en":"Trial"},)"
            << R"("pages":[{"name":"one","questions":[)" << questions << "]}]}";
        arguments.definition = (folder_ / "survey.json").string();
        arguments.file = (folder_ / "answers.csv").string();
        arguments.format = "csv";
        arguments.language = "en";
    }
    ~Sample() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Sample(const Sample&) = delete;
    Sample& operator=(const Sample&) = delete;

    Sample& answers(const std::string& content) {
        std::ofstream(arguments.file) << content;
        return *this;
    }
    Sample& run() {
        output.clear();
        complaints.clear();
        outcome = app_survey::run(arguments, {[&](std::string_view text) { output += text; },
                                              [&](std::string_view text) { complaints += text; }});
        return *this;
    }
    // The number in the line "wave,question,measure,value,"; missing where there is no such line.
    [[nodiscard]] double figure(const std::string& line) const {
        const auto at = output.find("\n" + line + ",");
        if (at == std::string::npos) return statistics::missing;
        return std::strtod(output.c_str() + at + line.size() + 2, nullptr);
    }
    [[nodiscard]] bool says(std::string_view text) const { return output.find(text) != std::string::npos; }

    Arguments arguments;
    Outcome outcome = Outcome::done;
    std::string output;
    std::string complaints;

  private:
    fs::path folder_;
};

std::string likert(const std::string& name) {
    return R"({"name":")" + name + R"(","type":"likert","points":5,"title":{"da":")" + name + R"(","en":")" +
           name + R"("},"missing":["dont_know"]})";
}

const std::string yes_no =
    R"({"name":"satisfied","type":"yes_no","title":{"da":"Er du tilfreds?","en":"Are you satisfied?"}})";

std::string yes_and_no(int yes, int no) {
    std::string text = "satisfied\n";
    for (int i = 0; i < yes + no; ++i)
        text += i < yes ? "Ja\n" : "no\n";
    return text;
}

} // namespace

TEST_CASE("top two, index and interval of one question are those of the oracle, for each set of answers") {
    const Table data(oracles / "topbox_data.csv");
    const Table expected(oracles / "topbox.csv");
    for (std::size_t row = 0; row < expected.size(); ++row) {
        std::string text = "id,sat\n";
        for (const auto at : data.rows_where("set", expected.text(row, "set")))
            text += data.text(at, "id") + "," + data.text(at, "sat") + "\n";
        Sample sample(likert("sat"));
        sample.arguments.missing = {"dk=dont_know", "DK=dont_know", "99=dont_know"};
        sample.answers(text).run();
        REQUIRE(sample.outcome == Outcome::done);
        CHECK(close(sample.figure(",sat,answers,"), expected.number(row, "n_valid")));
        CHECK(close(sample.figure(",sat,missing,dont_know"), expected.number(row, "n_dont_know")));
        CHECK(close(sample.figure(",sat,missing,empty"), expected.number(row, "n_missing")));
        CHECK(close(sample.figure(",sat,top2,"), expected.number(row, "top2")));
        CHECK(close(sample.figure(",sat,mean,"), expected.number(row, "mean")));
        CHECK(close(sample.figure(",sat,index,"), expected.number(row, "index0_100")));
    }
}

TEST_CASE("expectation and experience give gap and ratio with Fieller's interval") {
    const Table data(oracles / "expectation_pairs_data.csv");
    const Table expected(oracles / "expectation_pairs.csv");
    for (std::size_t row = 0; row < expected.size(); ++row) {
        // As other programs name the two sides.
        std::string text = "wait/expectation,wait_experience\n";
        for (const auto at : data.rows_where("set", expected.text(row, "set")))
            text += data.text(at, "expectation") + "," + data.text(at, "experience") + "\n";
        Sample sample(R"({"name":"wait","type":"expectation","points":5,"title":"Ventetid",)"
                      R"("expectation":"Ventet","experience":"Oplevet"})");
        sample.answers(text).run();
        CHECK(close(sample.figure(",wait,pairs,"), expected.number(row, "n")));
        CHECK(std::fabs(sample.figure(",wait,gap,") - expected.number(row, "gap")) < 1e-8);
        CHECK(std::fabs(sample.figure(",wait,gap_lower,") - expected.number(row, "gap_lo")) < 1e-8);
        CHECK(std::fabs(sample.figure(",wait,ratio,") - expected.number(row, "ratio_of_means")) < 1e-8);
        CHECK(std::fabs(sample.figure(",wait,ratio_lower,") - expected.number(row, "fieller_lo")) < 1e-8);
        CHECK(std::fabs(sample.figure(",wait,ratio_upper,") - expected.number(row, "fieller_hi")) < 1e-8);
        CHECK(close(sample.figure(",wait,met_or_exceeded,"), expected.number(row, "share_met_or_exceeded")));
    }
}

TEST_CASE("several questions as one scale: alpha with its interval and omega") {
    const Table data(oracles / "reliability_data.csv");
    const Table expected(oracles / "reliability.csv");
    for (std::size_t row = 0; row < expected.size(); ++row) {
        std::map<std::string, std::map<std::string, std::string>> people; // id → item → score
        std::string questions;
        std::string names;
        for (const auto at : data.rows_where("set", expected.text(row, "set")))
            people[data.text(at, "id")][data.text(at, "item")] = data.text(at, "score");
        for (const auto& [item, score] : people.begin()->second) {
            questions += (questions.empty() ? "" : ",") + likert(item);
            names += (names.empty() ? "" : ",") + item;
        }
        std::string text = names + "\n";
        for (const auto& [id, items] : people) {
            std::string line;
            for (const auto& [item, score] : items)
                line += (line.empty() ? "" : ",") + score;
            text += line + "\n";
        }
        Sample sample(questions);
        sample.arguments.scales = {"all=" + names};
        sample.answers(text).run();
        REQUIRE(sample.outcome == Outcome::done);
        CHECK(std::fabs(sample.figure(",all,alpha,") - expected.number(row, "alpha_raw")) < 1e-8);
        CHECK(std::fabs(sample.figure(",all,alpha_lower,") - expected.number(row, "feldt_lo")) < 1e-8);
        CHECK(std::fabs(sample.figure(",all,omega_total,") - expected.number(row, "omega_total_ml")) < 1e-4);
    }
}

TEST_CASE("what goes together with the whole is shared out as in the oracle") {
    const Table expected(oracles / "key_driver.csv");
    Sample sample(likert("overall") + "," + likert("wait") + "," + likert("respect") + "," + likert("info") +
                  "," + likert("place"));
    sample.arguments.file = (oracles / "key_driver_data.csv").string();
    sample.arguments.overall = "overall";
    sample.run();
    CHECK(std::fabs(sample.figure(",overall,r_squared,") - expected.number(0, "r2_total")) < 1e-8);
    for (std::size_t row = 0; row < expected.size(); ++row)
        CHECK(std::fabs(sample.figure(",overall,shapley," + expected.text(row, "driver")) -
                        expected.number(row, "lmg_shapley")) < 1e-8);
    sample.arguments.format = "text";
    sample.run();
    CHECK(sample.says("What goes together with overall"));
}

TEST_CASE("two waves of different persons, and of the same") {
    const Table pairs(oracles / "paired_ordinal_data.csv");
    const Table expected(oracles / "paired_ordinal.csv");
    for (std::size_t row = 0; row < expected.size(); ++row) {
        std::string text = "wave,who,q\n";
        for (const auto at : pairs.rows_where("set", expected.text(row, "set"))) {
            text += "before," + pairs.text(at, "pair") + "," + pairs.text(at, "before") + "\n";
            text += "after," + pairs.text(at, "pair") + "," + pairs.text(at, "after") + "\n";
        }
        text += "before,gone,1\nafter,new,5\n";
        Sample sample(likert("q"));
        sample.arguments.wave = "wave";
        sample.arguments.person = "who";
        sample.answers(text).run();
        CHECK(std::fabs(sample.figure("before>after,q,mean_change,") - expected.number(row, "mean_change")) <
              1e-8);
        CHECK(std::fabs(sample.figure("before>after,q,p,") - expected.number(row, "p_pratt_exact")) < 1e-8);
        CHECK(sample.figure("before>after,q,only_before,") == 1);
        CHECK(sample.figure("before>after,q,only_after,") == 1);
    }
    const Table groups(oracles / "ordinal_two_groups_data.csv");
    const Table differences(oracles / "ordinal_two_groups.csv");
    for (std::size_t row = 0; row < differences.size(); ++row) {
        std::string text = "time,q\n";
        for (const auto at : groups.rows_where("set", differences.text(row, "set")))
            text += groups.text(at, "group") + "," + groups.text(at, "score") + "\n";
        Sample sample(likert("q"));
        sample.arguments.wave = "time";
        sample.arguments.compare = {"before", "after"};
        sample.answers(text).run();
        REQUIRE(sample.outcome == Outcome::done);
        CHECK(std::fabs(sample.figure("before>after,q,probability_after,") -
                        differences.number(row, "prob_superiority_after")) < 1e-8);
    }
}

TEST_CASE("a target is met, not met or undecided; that depends on whom the answers stand for") {
    Sample sample(yes_no);
    sample.arguments.format = "text";
    sample.arguments.targets = {"satisfied=80"};
    sample.answers(yes_and_no(14, 3)).run();
    CHECK(sample.says("Target 80%: undecided. 14 of 17 say so. It would take 17 of these answers"));
    sample.arguments.population = 17;
    sample.run();
    CHECK(sample.says("Target 80%: met. 14 of 17 say so."));
    CHECK(sample.says("82% (82–82)")); // all have answered: nothing is uncertain
    sample.arguments.population = 16;
    CHECK(sample.run().outcome == Outcome::bad_usage);
    sample.arguments.population.reset();
    sample.answers(yes_and_no(3, 14)).run();
    CHECK(sample.says("Target 80%: not met."));
    sample.answers(yes_and_no(5, 0)).run();
    CHECK(sample.says("Not even all of so few answers could show it."));
    CHECK(sample.says("Few answers: who knows the people"));
}

TEST_CASE("choices stand in one column or in one each, texts are only counted, and all is said in Danish") {
    Sample sample(R"({"name":"topics","type":"multiple_choice","title":"Hvad var godt?","other":true,)"
                  R"("choices":[{"value":"staff","text":"Personalet"},{"value":"place","text":"Stedet"}]},)"
                  R"({"name":"order","type":"ranking","title":"Vigtigst?",)"
                  R"("choices":[{"value":"a","text":"A"},{"value":"b","text":"B"}]},)"
                  R"({"name":"why","type":"open_text","title":"Hvorfor?"},)"
                  R"({"name":"age","type":"number","title":"Alder","least":0,"most":120})");
    sample
        .answers(
            "topics,topics.other,order,why,age,extra\n\"Personalet; place\",,b a,secret words,70,1\n"
            "staff,The cake,\"a;b\",,\"80,5\",1\nVed ikke,,b,,,1\n")
        .run();
    REQUIRE(sample.outcome == Outcome::done);
    CHECK(sample.figure(",topics,answers,") == 2);
    CHECK(sample.figure(",topics,count,staff") == 2);
    CHECK(sample.figure(",topics,count,place") == 1);
    CHECK(sample.figure(",topics,missing,dont_know") == 1);
    CHECK(sample.figure(",order,count,b") == 2);
    CHECK(sample.figure(",order,mean_place,a") == 1.5);
    CHECK(sample.figure(",age,mean,") == 75.25);
    CHECK(sample.figure(",why,answers,") == 1);
    CHECK_FALSE(sample.says("secret"));
    CHECK(sample.complaints.find("left out: extra") != std::string::npos);
    sample.answers("topics/staff,topics/place\n1,0\n1,1\n0,0\n").run();
    CHECK(sample.figure(",topics,answers,") == 2);
    CHECK(sample.figure(",topics,count,place") == 1);
    sample.arguments.format = "text";
    sample.arguments.language = "da";
    sample.run();
    CHECK(sample.says("Prøve · 3 rækker"));
}

TEST_CASE("json holds what the text says, and response rates by AAPOR's names") {
    Sample sample(likert("q"));
    sample.arguments.format = "json";
    sample.arguments.asked = {"complete=58",   "partial=6", "refusal=10",
                              "noncontact=20", "other=1",   "unknown=5"};
    sample.arguments.eligible = 0.5;
    sample.answers("q\n4\n5\n").run();
    CHECK(sample.says(R"("RR3":0.594871794)"));
    CHECK(sample.says(R"("question":)") == false);
    CHECK(sample.says(R"("name":"q","title":"q: q","type":"likert","answers":2)"));
    CHECK(sample.complaints.empty());
}

TEST_CASE("what is wrong is said with its line and with what to do") {
    Sample sample(likert("q"));
    sample.answers("q\n4\n9\n").run();
    CHECK(sample.outcome == Outcome::bad_data);
    CHECK(sample.complaints ==
          "Line 3, q: “9” is no answer to this question. If it is a code for no answer, say so: --missing "
          "\"9=dont_know\".\n");
    sample.arguments.missing = {"9=not_relevant"};
    CHECK(sample.run().figure(",q,missing,not_relevant") == 1);
    const auto usage = [&](auto change) {
        const auto kept = sample.arguments;
        change(sample.arguments);
        const auto outcome = sample.run().outcome;
        sample.arguments = kept;
        return outcome == Outcome::bad_usage && !sample.complaints.empty();
    };
    CHECK(usage([](Arguments& arguments) { arguments.targets = {"q=0.8"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.targets = {"other=80"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.wave = "time"; }));
    CHECK(usage([](Arguments& arguments) { arguments.person = "id"; }));
    CHECK(usage([](Arguments& arguments) { arguments.compare = {"a", "b"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.scales = {"x=q"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.drivers = {"q"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.asked = {"happy=3"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.missing = {"9=whatever"}; }));
    CHECK(usage([](Arguments& arguments) { arguments.eligible = 2; }));
    CHECK(usage([](Arguments& arguments) { arguments.population = 0; }));
    sample.answers("p\n4\n").run();
    CHECK(sample.outcome == Outcome::bad_usage);
    CHECK(sample.complaints.find("The survey has: q") != std::string::npos);
    sample.arguments.definition = "no_such_file.json";
    CHECK(sample.run().outcome == Outcome::bad_data);
}
