#include <doctest/doctest.h>

#include <set>

#include "web/assets.hpp"
#include "web/chart/sample_pictures_test.hpp"
#include "web/parts/card.hpp"
#include "web/parts/chart_figure.hpp"
#include "web/parts/form.hpp"
#include "web/parts/page.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

using namespace maerkbar;
using namespace maerkbar::web;
using namespace maerkbar::web::parts;

namespace {

const Language& english() {
    static const Languages languages;
    return languages.get("en");
}

const Language& in(std::string_view code) {
    static const Languages languages;
    return languages.get(code);
}

bool has(const Html& html, std::string_view part) {
    return html.str().find(part) != std::string::npos;
}

Html text(std::string_view words) {
    Html html;
    return html << words;
}

} // namespace

TEST_CASE("every kind of tag has its own words in every language, and a sign beside them") {
    for (const auto* const code : {"da", "nb", "en"}) {
        std::set<std::string> seen;
        for (int kind = 0; kind <= static_cast<int>(TagKind::information); ++kind) {
            const Html html = tag(static_cast<TagKind>(kind), in(code));
            CHECK(has(html, "<svg"));
            CHECK(seen.insert(html.str()).second);
        }
    }
    CHECK(has(tag(TagKind::kept, in("da")), "Mål nået"));
    CHECK(has(tag(TagKind::not_kept, in("nb")), "Mål ikke nådd"));
}

TEST_CASE("a card says title, value, verdict and sentence, and escapes them") {
    const VerdictCard card{"Opkald <2 min", "/indicators/4", "87 %",
                           "oktober",       {TagKind::kept}, "Bedre & bedre"};
    const Html html = verdict_card(card, english());
    CHECK(has(html, R"(<h3><a href="/indicators/4">Opkald &lt;2 min</a></h3>)"));
    CHECK(has(html, "<strong>87 %</strong>"));
    CHECK(has(html, "Target kept"));
    CHECK(has(html, "Bedre &amp; bedre"));
    CHECK_FALSE(has(html, "sparkline"));
    CHECK(has(verdict_card({.title = "t", .href = "/", .value = "", .sentence = ""}, english()),
              "<strong>–</strong>"));
}

TEST_CASE("a table names its rows, aligns numbers and says how it is sorted") {
    Table units{"Units",
                true,
                {{"Unit"}, {"Cases", true, "?sort=cases", Sorted::descending}},
                {{text("A"), text("4")}}};
    const Html html = table(units);
    CHECK(has(html, R"(role="region" tabindex="0" aria-label="Units")"));
    CHECK(has(html, R"(<th scope="row">A</th><td class="number">4</td>)"));
    CHECK(has(html, R"(class="number" aria-sort="descending")"));
    units.rows.clear();
    units.empty = "No units";
    CHECK(has(table(units), "No units"));
}

TEST_CASE("a table of words stacks on a phone, each value with its heading; one of numbers scrolls") {
    Table people{"People",
                 true,
                 {{"Name"}, {"Role"}, {"State"}, {"Seen"}},
                 {{text("A"), text("Leader"), {}, text("1 May")}}};
    const Html stacked = table(people);
    CHECK(has(stacked, R"(<table class="table table-stacks" role="table">)"));
    CHECK(has(stacked, R"(<th scope="row" role="rowheader">A</th>)"));
    CHECK(has(stacked, R"(<td role="cell" data-label="Role"><div>Leader</div></td><td role="cell"></td>)"));
    people.on_phone = OnPhone::scrolls;
    CHECK_FALSE(has(table(people), "table-stacks"));
    const Table numbers{"Cases", true, {{"Unit"}, {"2024", true}, {"2025", true}, {"2026", true}}, {}};
    CHECK_FALSE(has(table(numbers), "table-stacks"));
}

TEST_CASE("a column of what can be done goes where nothing can be done") {
    Table levels{"Levels", true, {{"Name"}, {"Action"}}, {{text("Team"), {}}}};
    levels.columns[1].if_filled = true;
    CHECK_FALSE(has(table(levels), "Action"));
    levels.rows.push_back({text("Sector"), text("Remove")});
    CHECK(has(table(levels), R"(<th scope="col">Action</th>)"));
    CHECK(has(table(levels), R"(<th scope="row">Team</th><td></td>)"));
}

TEST_CASE("a field with an error is tied to it, and the summary leads to the field") {
    const std::vector<Error> errors = {{ErrorKind::invalid, "name_missing", "Write a name", {}, "name"},
                                       {ErrorKind::invalid, "form_stale", "Somebody else changed it"}};
    FormErrors found(errors, english());
    const Html field = text_field({.label = {"name", "Name", "Short", found.of("name")}}, english());
    CHECK(has(field, R"(aria-describedby="field-name-hint field-name-error" aria-invalid="true" required)"));
    CHECK(has(field, R"(id="field-name-error">Write a name<)"));
    const Html summary = error_summary(found, english());
    CHECK(has(summary, R"(<a href="#field-name">Write a name</a>)"));
    CHECK(has(summary, "There are 2 errors"));
    CHECK(has(summary, "<li>Somebody else changed it</li>"));
    CHECK(error_summary({}, english()).empty());
    found.call("name", "Your name");
    CHECK(has(error_summary(found, english()), ">Your name: Write a name</a>"));
}

TEST_CASE("fields keep what was typed, escaped, but never a password") {
    CHECK(has(text_field({.label = {"a", "A"}, .value = "\"><b>"}, english()),
              R"(value="&quot;&gt;&lt;b&gt;")"));
    CHECK_FALSE(
        has(text_field({.label = {"p", "P"}, .value = "secret", .type = "password"}, english()), "secret"));
    CHECK(has(text_area({.label = {"t", "T"}, .value = "\nfirst line empty"}, english()),
              ">\n\nfirst line empty<"));
    CHECK(has(text_field({.label = {"a", "A", "", "", true}}, english()), "(optional)"));
}

TEST_CASE("choices carry their state, groups and hints") {
    const ChoiceField field{
        {"unit", "Unit"},
        {{"1", "Town hall", "", false, "Service"}, {"2", "Library", "", true, "Service"}, {"3", "Other"}}};
    const Html select = select_field(field, english());
    CHECK(has(select, R"(<optgroup label="Service"><option value="1">Town hall</option>)"));
    CHECK(has(select, R"(<option value="2" selected>Library</option></optgroup><option value="3">)"));
    const Html radio = radio_field(field, english());
    CHECK(has(radio, R"(<fieldset class="field" id="field-unit"><legend>Unit</legend>)"));
    CHECK(has(radio, R"(id="field-unit-2" value="2" checked)"));
}

TEST_CASE("a form with a token is sent by POST, one without by GET") {
    CHECK(has(form({.action = "/a", .csrf = hidden_field("token", "x"), .upload = true}, {}),
              R"(action="/a" method="post" enctype="multipart/form-data")"));
    CHECK(has(form({.action = "/search"}, {}), R"(class="form form-filter" action="/search" method="get")"));
    CHECK(
        has(button_form({.action = "/undo", .csrf = hidden_field("token", "x"), .confirm = "Sure?"}, "Undo"),
            R"(data-confirm="Sure?")"));
}

TEST_CASE("pagination shows first, last and neighbours") {
    const Html html = pagination({5, 20, "/units?page={page}"}, english());
    for (const auto* const page : {"1", "4", "5", "6", "20"})
        CHECK(has(html, std::string("href=\"/units?page=") + page + "\""));
    CHECK_FALSE(has(html, "page=7\""));
    CHECK(has(html, R"(aria-current="page">5<)"));
    CHECK(pagination({1, 1, "/"}, english()).empty());
    CHECK_FALSE(has(pagination({1, 2, "/{page}"}, english()), "Previous"));
}

TEST_CASE("steps, tabs and breadcrumbs say where one is") {
    CHECK(has(step_indicator({"File", "Columns"}, 1, english()), R"(<li aria-current="step">)"));
    CHECK(has(tabs("Period", {{"Month", "/m", true}, {"Year", "/y"}}),
              R"(<a href="/m" aria-current="page">Month</a>)"));
    CHECK(has(breadcrumbs({{"Top", "/"}}, "Here", english()), R"(<li aria-current="page">Here</li>)"));
    CHECK(breadcrumbs({}, "Here", english()).empty());
}

TEST_CASE("progress stays between nothing and all") {
    CHECK(has(progress("Import", 1.7, english()), R"(value="100")"));
    CHECK(has(progress("Import", -1, english()), R"(value="0")"));
}

TEST_CASE("a chart stands with its sentence, both widths and a table with the newest figures first") {
    ChartFigure figure{chart::samples::everything()};
    figure.csv_href = "/x.csv";
    const Html html = chart_figure(figure, in("da"));
    CHECK(has(html, "87 % af opkaldene"));
    CHECK(has(html, "id=\"everything-title\""));
    CHECK(has(html, "id=\"everything-small-title\""));
    CHECK(has(html, "Tegn på forbedring"));
    CHECK(html.str().find("april 2026</a></th>") < html.str().find("maj 2024</a></th>"));
    CHECK(has(html, R"(<a href="/x.csv">Hent CSV</a>)"));
}

TEST_CASE("numbers of charts are written as the language writes them") {
    CHECK(chart::format(share_style(in("da")), 0.874) == "87\u00a0%");
    CHECK(chart::format(share_style(in("en"), 1), 0.874) == "87.4%");
    CHECK(chart::format(number_style(in("da"), 1, "dage"), 12345.67) == "12.345,7\u00a0dage");
    CHECK(chart::format(number_style(in("en"), 0), 12345.67) == "12,346");
    CHECK(chart::format(number_style(in("nb"), 0), 12345.0) == in("nb").integer(12345));
}

TEST_CASE("the page has a language, one heading, a way past the menu, and no inline style or script") {
    PageInfo info{.language = in("nb"), .title = "Oversikt <1>"};
    info.organisation = "Fjordby Kommune";
    info.navigation = {{"Oversikt", "/", true, {{"Team", "/team"}}}};
    info.theme = Theme::dark;
    info.theme_hash = "abc";
    const Html html = page(info, text("body"));
    CHECK(has(html, R"(<html lang="nb" data-theme="dark">)"));
    CHECK(has(html, "<title>Oversikt &lt;1&gt; – Fjordby Kommune</title>"));
    CHECK(has(html, R"(<a class="skip" href="#main">)"));
    CHECK(has(html, R"(href="/theme.css?v=abc")"));
    CHECK_FALSE(has(html, " style="));
    CHECK_FALSE(has(html, "<style"));
    CHECK_FALSE(has(html, "<script>"));
    CHECK_FALSE(has(html, "/assets/missing"));
    CHECK(html.str().find("<h1>") == html.str().rfind("<h1>"));
}

TEST_CASE("assets are found by an address that changes with their content") {
    for (const auto* const name : {"main.css", "maerkbar.js", "kiosk.js", "kiosk-worker.js", "kiosk.css",
                                   "icon.svg", "designsystemet.css"}) {
        INFO(name);
        CHECK(asset_url(name).starts_with("/assets/"));
        CHECK(asset_url(name).find(name) != std::string_view::npos);
        CHECK(asset_url(name).find("?v=") != std::string_view::npos);
    }
    CHECK(asset_url("no-such-file.css") == "/assets/missing");
    std::set<std::string> urls;
    for (const Asset& asset : assets()) {
        CHECK(urls.insert(asset.url).second);
        CHECK_FALSE(asset.content.empty());
    }
}

TEST_CASE("scripts stay small") {
    std::size_t kiosk = 0;
    for (const Asset& asset : assets()) {
        if (asset.name == "maerkbar.js") CHECK(asset.content.size() <= 6 * 1024);
        if (asset.name.starts_with("kiosk") && asset.name.ends_with(".js")) kiosk += asset.content.size();
    }
    CHECK(kiosk > 0);
    CHECK(kiosk <= 12 * 1024);
}
