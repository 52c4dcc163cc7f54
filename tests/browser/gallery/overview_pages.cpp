#include "gallery.hpp"
#include "web/chart/sample_pictures_test.hpp"
#include "web/parts/card.hpp"
#include "web/parts/chart_figure.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// The content is Danish on all of them, as a municipality's own words are; the parts speak the page's
// language.
namespace maerkbar::gallery {
namespace {

using namespace web;
using namespace web::parts;

std::vector<VerdictCard> service_cards() {
    const auto calm = chart::samples::small(chart::samples::calls_answered());
    const auto lively = chart::samples::small(chart::samples::everything());
    return {
        {"Opkald besvaret inden 2 minutter",
         "indicator.html",
         "87\u00a0%",
         "oktober 2026",
         {TagKind::kept, TagKind::better},
         "Bedre end før: siden maj 2025 ligger niveauet på 86\u00a0% mod 79\u00a0% tidligere.",
         "Mål: mindst 80 %",
         "1.204 af 1.384",
         calm},
        {"Breve og e-mails besvaret inden 5 arbejdsdage",
         "indicator.html",
         "68 %",
         "oktober 2026",
         {TagKind::not_kept, TagKind::not_capable},
         "Målet er ikke nået 14 måneder i træk, og niveauet er uændret. Uden ændringer nås det heller ikke "
         "næste måned.",
         "Mål: mindst 90 %",
         "412 af 606",
         calm},
        {"Ventetid ved personligt fremmøde, median",
         "indicator.html",
         "9 min.",
         "oktober 2026",
         {TagKind::kept, TagKind::worse, TagKind::uncertain},
         "Ventetiden er længere end før: syv måneder i træk over 7 minutter.",
         "Mål: højst 10 min.",
         "",
         lively}};
}

// Little data, none, and a sample.
std::vector<VerdictCard> uncertain_cards() {
    const auto calm = chart::samples::small(chart::samples::calls_answered());
    return {{"Borgernes samlede vurdering",
             "indicator.html",
             "4,1 af 5",
             "3. kvartal 2026",
             {TagKind::met, TagKind::unchanged},
             "Omtrent som før; forskellen kan være tilfældig.",
             "Mål: mindst 4",
             "412 svar",
             calm},
            {"Klager, hvor afgørelsen ændres",
             "indicator.html",
             "12 %",
             "2026",
             {TagKind::undecided, TagKind::few_data},
             "Der er kun 17 klager, og det er for få til at sige, om niveauet har ændret sig.",
             "Mål: højst 10 %",
             "2 af 17",
             chart::samples::small(chart::samples::calls_answered(5))},
            {"Sygefravær",
             "indicator.html",
             "",
             "oktober 2026",
             {TagKind::no_data},
             "Der er ikke hentet tal for perioden.",
             "",
             "",
             {}}};
}

Html cards(const Language& language) {
    std::vector<Html> drawn;
    for (const auto& some : {service_cards(), uncertain_cards()})
        for (const VerdictCard& card : some)
            drawn.push_back(verdict_card(card, language));
    return card_grid("Indikatorer", drawn);
}

Html units(const Language& language) {
    Table table{"Afdelinger, oktober 2026",
                true,
                {{"Afdeling"},
                 {"Opkald", true, "?sort=calls", Sorted::descending},
                 {"Inden 2 min.", true, "?sort=share"},
                 {"Ventetid", true},
                 {"Vurdering"}}};
    const auto row = [&](const char* name, const char* calls, const char* share, const char* wait,
                         TagKind kind) {
        Html link = "<a href=\"overview.html\">"_html;
        link << name << "</a>"_html;
        table.rows.push_back({link, words(calls), words(share), words(wait), tag(kind, language)});
    };
    row("Borgerservice, rådhuset", "672", "91 %", "6 min.", TagKind::kept);
    row("Borgerservice, biblioteket i Vesterby", "242", "84 %", "8 min.", TagKind::kept);
    row("Ydelsescentret", "325", "71 %", "14 min.", TagKind::not_kept);
    row("Pladsanvisningen", "145", "–", "–", TagKind::no_data);
    return parts::table(table);
}

} // namespace

GalleryPage overview(const Language& language) {
    PageInfo info = shell(language, "Borgerservice");
    info.crumbs = {{"Fjordby Kommune", "overview.html"}, {"Kultur og service", "overview.html"}};
    info.lead = "Oktober 2026 · 6 indikatorer · tal hentet 1. november kl. 4.12";
    info.actions << button_link("Udskriv", "overview.html") << button_link("Del", "overview.html");
    info.help = words("Hvert kort viser en indikator: tallet, vurderingen og hvorfor.");
    Html body = tabs("Periode", {{"Måned", "overview.html", true}, {"Kvartal", "?p=q"}, {"År", "?p=y"}});
    body << R"(<h2 class="hidden-text">Indikatorer</h2>)"_html << cards(language);
    body << section("Afdelinger", units(language));
    return {"overview", page(info, body)};
}

GalleryPage indicator(const Language& language) {
    PageInfo info = shell(language, "Opkald besvaret inden 2 minutter");
    info.crumbs = {{"Fjordby Kommune", "overview.html"}, {"Borgerservice", "overview.html"}};
    info.lead = "Borgerservice · oktober 2026";
    info.notice = notice(NoticeKind::success, "Den nye fase er gemt.");
    ChartFigure figure{chart::samples::everything(), "x.csv", "x.xlsx", "x.svg"};
    figure.picture.numbers = share_style(language);
    Html body = R"(<p class="tags">)"_html;
    body << tag(TagKind::kept, language) << " "_html << tag(TagKind::better, language) << " "_html
         << tag(TagKind::capable, language) << "</p>"_html;
    body << section("Udvikling", chart_figure(figure, language));
    ComparisonFigure side_by_side{chart::samples::units(), "Enhed"};
    side_by_side.picture.numbers = share_style(language);
    body << section("Afdelingerne", comparison_figure(side_by_side, language));
    body << section("Tre år i uger", chart_figure({chart::samples::weeks(), "", "", ""}, language));
    ChartFigure nothing{};
    nothing.picture.id = "nothing";
    nothing.picture.title = "Ventetid";
    nothing.picture.description = "Der er ikke hentet tal endnu.";
    body << section("Uden tal", chart_figure(nothing, language));
    body << section("Om indikatoren", fact_list({{"Retning", words("Højere er bedre")},
                                                 {"Mål", words("Mindst 80 % siden 1. januar 2025")}}));
    return {"indicator", page(info, body)};
}

} // namespace maerkbar::gallery
