// A file of answers taken out, read by `maerkbar survey analyse`, says what the pages of results say.
#include <doctest/doctest.h>

#include <unistd.h>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "app/survey/run.hpp"
#include "sources/surveys/definition/definition_json.hpp"
#include "sources/surveys/results/figures.hpp"
#include "sources/surveys/taking_out/files.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view survey_json = R"({
 "format": "maerkbar.survey/1", "languages": ["da"], "title": "Træning", "pages": [{"name": "p", "questions": [
  {"name": "face", "type": "smiley", "points": 5, "title": "Glad?", "missing": ["dont_know", "no_wish"]},
  {"name": "agree", "type": "likert", "points": 6, "title": "Enig?"},
  {"name": "again", "type": "yes_no", "title": "Igen?"},
  {"name": "wait", "type": "expectation", "points": 5, "title": "Ventetid", "expectation": "Ventet?",
   "experience": "Oplevet?"}]}]})";

// Every kind of answer, with gaps: the numbers follow from the place in the row, so that they are not all
// alike.
Answers answers_of(int number) {
    const auto step = [&](int times, int steps) { return std::to_string(1 + number * times % 7 % steps); };
    Answers answers{
        {"face", {{step(3, 5)}}}, {"agree", {{step(5, 6)}}}, {"again", {{number % 3 == 0 ? "no" : "yes"}}}};
    answers["wait.expectation"] = {{step(2, 5)}};
    answers["wait.experience"] = {{step(4, 5)}};
    if (number % 8 == 0) answers["face"] = {{}, Missing::dont_know};
    if (number % 9 == 0) answers["agree"] = {{}, Missing::skipped};
    return answers;
}

std::vector<StoredAnswer> sixty() {
    std::vector<StoredAnswer> all;
    for (int i = 0; i < 60; ++i) {
        StoredAnswer made;
        made.link = LinkId{1};
        made.version = 1;
        made.language = "da";
        made.way = "web";
        made.week = *Date::from(2026, 3, 2);
        made.answers = answers_of(i);
        all.push_back(std::move(made));
    }
    return all;
}

// Of people who agreed to be linked, so that every answer goes out.
std::string file_of(const std::vector<StoredAnswer>& answers, const Definition& definition) {
    TableSource source;
    source.language = "da";
    source.versions[1] = std::make_shared<const Definition>(definition);
    source.links[LinkId{1}].id = LinkId{1};
    source.links[LinkId{1}].mode = Mode::linked;
    source.places[LinkId{1}] = {"Sødal", "Telefon"};
    source.today = *Date::from(2026, 5, 4);
    const auto table =
        make_table(source, {"Enhed", "Kontaktpunkt", "Uge", "Sprog", "Vej", "Pseudonym"}, answers);
    const web::Languages languages;
    return write_answers(table, AnswerFormat::csv, languages.get("da"), "Træning", 0).value();
}

// The lines that the command writes.
std::string analysed(const std::string& file) {
    const auto folder = fs::temp_directory_path() / ("maerkbar-round-trip-" + std::to_string(getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / "survey.json") << survey_json;
    std::ofstream(folder / "answers.csv") << file;
    app_survey::Arguments arguments;
    arguments.definition = (folder / "survey.json").string();
    arguments.file = (folder / "answers.csv").string();
    arguments.format = "csv";
    arguments.language = "da";
    std::string output;
    std::string complaints;
    const auto outcome = app_survey::run(arguments, {[&](std::string_view text) { output += text; },
                                                     [&](std::string_view text) { complaints += text; }});
    fs::remove_all(folder);
    CHECK(complaints.find("udeladt: unit, contact_point, period, language, way, respondent.") !=
          std::string::npos);
    CHECK(outcome == app_chart::Outcome::done);
    return output;
}

double figure(const std::string& output, const std::string& line) {
    const auto at = output.find("\n" + line + ",");
    return at == std::string::npos ? std::nan("")
                                   : std::strtod(output.c_str() + at + line.size() + 2, nullptr);
}

} // namespace

TEST_CASE("answers taken out give the figures of the results page when they are analysed") {
    const auto definition = read_survey(survey_json).value();
    const auto answers = sixty();
    const auto output = analysed(file_of(answers, definition));
    INFO(output);
    const auto questions = results::counted_questions(definition);
    results::CountsByQuestion counts;
    for (const auto& one : answers)
        results::count_answer(questions, one.answers, counts);
    const disclosure::Decision everything{"", disclosure::Showing::distribution, {}};
    for (const auto& question : questions) {
        CAPTURE(question.name);
        const auto shown = results::let_out(&question, counts.at(question.name), everything);
        if (question.kind == results::CountedKind::pair) {
            const auto expected = results::side_of(counts.at("wait"), results::Side::expectation);
            CHECK(figure(output, ",wait,pairs,") == static_cast<double>(expected.answers));
            continue;
        }
        CHECK(figure(output, "," + question.name + ",answers,") == static_cast<double>(shown.answers));
        if (question.has_mean())
            CHECK(figure(output, "," + question.name + ",mean,") == doctest::Approx(shown.mean().value()));
        const auto share = question.kind == results::CountedKind::scale ? ",top2," : ",share,yes";
        CHECK(figure(output, "," + question.name + share) == doctest::Approx(shown.share().value()));
    }
    CHECK(figure(output, ",face,missing,dont_know") == static_cast<double>(counts.at("face").missing[0]));
    CHECK(figure(output, ",agree,missing,skipped") == static_cast<double>(counts.at("agree").missing[3]));
}
