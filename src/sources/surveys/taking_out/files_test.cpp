#include "sources/surveys/taking_out/files.hpp"

#include <doctest/doctest.h>

#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sources/surveys/definition/sample.hpp"
#include "tables/table_file.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

namespace fs = std::filesystem;

const Date monday = *Date::from(2026, 3, 2);
const FixedLabels labels{"Enhed", "Kontaktpunkt", "Uge", "Sprog", "Vej", "Pseudonym"};
const LinkId guarded{1};
const LinkId open{2};

TableSource source() {
    TableSource made;
    made.language = "da";
    made.versions[1] = std::make_shared<const Definition>(testing::sample());
    made.links[guarded].mode = Mode::anonymous;
    made.links[open].mode = Mode::linked;
    for (auto& [id, link] : made.links) {
        link.id = id;
        link.survey = SurveyId{1};
    }
    made.places[guarded] = {"Sødal", "Telefon"};
    made.places[open] = {"Bro", ""};
    made.today = Date{monday.days + 35};
    return made;
}

StoredAnswer answer(LinkId link, int week, std::string_view json) {
    StoredAnswer made;
    made.link = link;
    made.version = 1;
    made.language = "da";
    made.way = "web";
    made.week = Date{monday.days + 7 * week};
    made.answers = read_answers(json).value();
    return made;
}

constexpr std::string_view usual =
    R"({"satisfied":4,"topics":["staff"],"wait.expectation":4,"wait.experience":3,"visits":3,"day":"2026-03-04","rooms.hall":"2","rooms.pool":{"missing":"dont_know"}})";

// Twelve anonymous answers over two weeks, of which one has a number nobody else has.
std::vector<StoredAnswer> twelve() {
    std::vector<StoredAnswer> all;
    for (int i = 0; i < 11; ++i)
        all.push_back(answer(guarded, i % 2, usual));
    all.push_back(answer(
        guarded, 1,
        R"({"satisfied":1,"why":"Ring til 12345678 =1+1","topics":{"missing":"skipped"},"visits":48})"));
    return all;
}

std::string text_of(const AnswerTable& table, AnswerFormat format, std::string_view language = "da") {
    static const web::Languages languages;
    return write_answers(table, format, languages.get(language), "Træning", 1'700'000'000).value();
}

// The cells of a column, by the table reader that imports use.
std::vector<std::string> column_of(const std::string& bytes, const std::string& name) {
    tables::ReadOptions options;
    options.header_line = 1;
    auto file = tables::TableFile::open_bytes(bytes, options).value();
    const auto column = file.column(name);
    REQUIRE(column.has_value());
    std::vector<std::string> cells;
    tables::Row row;
    while (file.next(row).value())
        cells.emplace_back(row[*column]);
    return cells;
}

std::size_t column_at(const AnswerTable& table, const std::string& name) {
    const auto found = std::ranges::find(table.columns, name, &AnswerColumn::name);
    REQUIRE(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

} // namespace

TEST_CASE("anonymous answers go out in joined weeks, with rare background withheld and words apart") {
    const auto table = make_table(source(), labels, twelve());
    CHECK(table.rows.size() == 12);
    CHECK(table.waiting == 0);
    const auto csv = text_of(table, AnswerFormat::csv);
    CHECK(column_of(csv, "period") == std::vector<std::string>(12, "2026-W10/2026-W11"));
    // One of 48 visits: with him all others of the group are withheld, for one "*" alone would tell.
    CHECK(column_of(csv, "visits") == std::vector<std::string>(12, "*"));
    CHECK(table.values_withheld > 0);
    CHECK(csv.find("12345678") == std::string::npos);
    CHECK(csv.find("why") == std::string::npos);
    CHECK(table.comments.empty());
    CHECK(table.comments_withheld == 1);
}

TEST_CASE("fewer than ten wait, and so does a week that is not over") {
    auto answers = twelve();
    answers.resize(9);
    const auto few = make_table(source(), labels, answers);
    CHECK(few.rows.empty());
    CHECK(few.waiting == 9);
    auto early = source();
    early.today = Date{monday.days + 8}; // in the second week
    CHECK(make_table(early, labels, twelve()).rows.empty());
}

TEST_CASE("with a sensitive question twenty go out together, in whichever version it is") {
    auto with_sensitive = source();
    auto marked = testing::sample();
    marked.pages[0].questions[1].sensitive = true;
    with_sensitive.versions[2] = std::make_shared<const Definition>(marked);
    auto answers = twelve();
    const auto few = make_table(with_sensitive, labels, answers);
    CHECK(few.rows.empty());
    CHECK(few.waiting == 12);
    CHECK(few.fewest == 20);
    for (int i = 0; i < 15; ++i) {
        answers.push_back(answer(guarded, 1, usual));
        answers.back().answers["why"] = {{"Larm"}, Missing::none};
    }
    const auto more = make_table(with_sensitive, labels, answers);
    CHECK(more.rows.size() == 27);
    CHECK(more.comments.empty()); // sixteen
    CHECK(more.comments_withheld == 16);
}

TEST_CASE("the codebook says which questions are sensitive") {
    auto with_sensitive = source();
    auto marked = testing::sample();
    for (auto& question : marked.pages[1].questions)
        question.sensitive = true;
    with_sensitive.versions[2] = std::make_shared<const Definition>(marked);
    const auto table = make_table(with_sensitive, labels, {});
    static const web::Languages languages;
    std::vector<std::string> said;
    for (const auto& line : codebook(table, languages.get("en")))
        if (line.words == "Sensitive question") said.push_back(line.name);
    CHECK(said == std::vector<std::string>{"wait.expectation", "wait.experience", "visits", "rooms.hall",
                                           "rooms.pool", "day"});
}

TEST_CASE("linked answers go out whole, with their day and masked words") {
    auto one = answer(open, 0, usual);
    one.received = Date{monday.days + 1};
    one.respondent = "abc";
    one.answers["why"] = {{"Mail ib@example.dk, 010190-1234"}, Missing::none};
    const auto table = make_table(source(), labels, {one});
    const auto csv = text_of(table, AnswerFormat::csv);
    CHECK(column_of(csv, "period") == std::vector<std::string>{"2026-03-03"});
    CHECK(column_of(csv, "visits") == std::vector<std::string>{"3"});
    CHECK(column_of(csv, "rooms.pool") == std::vector<std::string>{"dont_know"});
    CHECK(column_of(csv, "topics.staff") == std::vector<std::string>{"1"});
    CHECK(column_of(csv, "topics.place") == std::vector<std::string>{"0"});
    CHECK(column_of(csv, "respondent")[0].size() == 12);
    REQUIRE(table.comments.size() == 1);
    CHECK(table.comments[0].text == "Mail [EMAIL], [ID]");
}

TEST_CASE("for Excel: byte order mark, semicolons, words, and no formula") {
    auto one = answer(open, 0, usual);
    one.answers["visits"] = {{"2.5"}, Missing::none};
    auto from = source();
    from.places[open] = {"=HYPERLINK(\"x\")", ""};
    const auto table = make_table(from, labels, {one});
    const auto text = text_of(table, AnswerFormat::excel);
    CHECK(
        text.starts_with("\xEF\xBB\xBF"
                         "unit;contact_point;"));
    CHECK(text.find(";2,5;") != std::string::npos);
    CHECK(text.find("'=HYPERLINK") != std::string::npos);
    CHECK(column_of(text, "rooms.hall") == std::vector<std::string>{"Godt"});
    CHECK(column_of(text, "rooms.pool") == std::vector<std::string>{"Ved ikke"});
    CHECK(column_of(text_of(table, AnswerFormat::xlsx), "satisfied") == std::vector<std::string>{"4"});
    CHECK(column_of(text_of(table, AnswerFormat::xlsx), "topics.staff") == std::vector<std::string>{"Ja"});
}

TEST_CASE("a column of an older version stays, also where the kind of question changed") {
    auto from = source();
    auto newer = testing::sample();
    newer.pages[0].questions[0].type = QuestionType::yes_no;
    newer.pages[0].questions[0].points = 0;
    newer.pages[1].questions.pop_back();
    from.versions[2] = std::make_shared<const Definition>(newer);
    auto later = answer(open, 1, R"({"satisfied":"yes"})");
    later.version = 2;
    const auto table = make_table(from, labels, {answer(open, 0, usual), later});
    CHECK(table.columns[column_at(table, "satisfied")].values.size() == 2);
    CHECK(table.columns[column_at(table, "satisfied_v1")].steps);
    CHECK(table.rows[0][column_at(table, "day")].value == "2026-03-04");
    CHECK(table.rows[1][column_at(table, "day")].state == AnswerCell::State::nothing);
}

TEST_CASE("the codebook has every column, value and reason") {
    const web::Languages languages;
    const auto table = make_table(source(), labels, twelve());
    const auto lines = codebook(table, languages.get("en"));
    const auto has = [&](std::string_view name, std::string_view value, std::string_view code) {
        return std::ranges::any_of(lines, [&](const CodebookLine& line) {
            return line.name == name && line.value == value && line.code == code;
        });
    };
    CHECK(has("satisfied", "5", "5"));
    CHECK(has("satisfied", "dont_know", "-8"));
    CHECK(has("satisfied", "*", "-5"));
    CHECK(has("topics.staff", "1", "1"));
    const auto bytes = write_codebook(table, AnswerFormat::excel, languages.get("da")).value();
    CHECK(column_of(bytes, "Kolonne").size() == lines.size());
}

TEST_CASE("PSPP reads answers with labels, and reasons as missing") {
    if (std::system("command -v pspp > /dev/null 2>&1") != 0) {
        MESSAGE("SKIPPED: pspp is not installed");
        return;
    }
    std::vector<StoredAnswer> answers;
    for (const auto* satisfied : {"5", "4", R"({"missing":"dont_know"})"})
        answers.push_back(answer(open, 0, std::string(R"({"satisfied":)") + satisfied + "}"));
    const auto table = make_table(source(), labels, answers);
    const auto folder = fs::temp_directory_path() / ("maerkbar-pspp-" + std::to_string(getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / "a.sav", std::ios::binary) << text_of(table, AnswerFormat::sav);
    std::ofstream(folder / "a.sps") << "GET FILE='a.sav'.\nDESCRIPTIVES /VARIABLES=satisfied.\n"
                                       "FREQUENCIES /VARIABLES=satisfied unit.\n";
    REQUIRE(std::system(("cd " + folder.string() +
                         " && LC_ALL=C.UTF-8 pspp -o out.txt -O format=txt a.sps > /dev/null 2>&1")
                            .c_str()) == 0);
    std::ifstream file(folder / "out.txt");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(text.find("Er du tilfreds?") != std::string::npos);
    CHECK(text.find("Ved ikke") != std::string::npos);
    CHECK(text.find("4.50") != std::string::npos); // the mean of the two who answered
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}
