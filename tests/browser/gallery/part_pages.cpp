#include "gallery.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::gallery {
namespace {

using namespace web;
using namespace web::parts;

Html token() {
    return hidden_field("token", "gallery");
}

std::vector<Choice> units() {
    return {{"", "Vælg"},
            {"1", "Rådhuset", "", false, "Borgerservice"},
            {"2", "Vesterby", "", false, "Borgerservice"},
            {"3", "Ydelsescentret", "", false, "Økonomi"}};
}

Html fields(const FormErrors& errors, const Language& language) {
    Html html = text_field(
        {.label = {"name", "Navn", "Kort og genkendeligt, fx Færre overleveringer", errors.of("name")}},
        language);
    html << select_field({{"unit", "Enhed", "", errors.of("unit")}, units()}, language);
    html << text_field({.label = {"target", "Måltal", "", errors.of("target")},
                        .value = "firs",
                        .width = FieldWidth::narrow,
                        .input_mode = "decimal",
                        .unit = "%"},
                       language);
    html << text_field(
        {.label = {"from", "Gælder fra", "", "", true}, .type = "date", .width = FieldWidth::narrow},
        language);
    html << radio_field({{"direction", "Hvad er bedst?", "", errors.of("direction")},
                         {{"up", "Højere er bedre"},
                          {"down", "Lavere er bedre"},
                          {"none", "Hverken eller", "Vi følger tallet uden at vurdere retningen"}}},
                        language);
    html << checkbox_field(
        {{"channels", "Kanaler", "", "", true},
         {{"phone", "Telefon", "", true}, {"letter", "Brev"}, {"visit", "Personligt fremmøde"}}},
        language);
    html << file_field({{"file", "Fil med tal", "CSV eller Excel, højst 200 MB"}, ".csv,.xlsx"}, language);
    html << text_area(
        {{"note", "Bemærkning", "Skriv ikke navne eller personnumre", "", true}, "Første linje"}, language);
    html << checkbox("publish", "Vis for borgerne", false);
    return html << button_row({button("Gem"), button("Gem som kladde", ButtonKind::secondary, "draft", "1"),
                               button("Slet", ButtonKind::danger, "delete", "1")});
}

Html all_tags(const Language& language) {
    Html html = R"(<p class="tags">)"_html;
    for (int kind = 0; kind <= static_cast<int>(TagKind::information); ++kind)
        html << tag(static_cast<TagKind>(kind), language) << " "_html;
    return html << "</p>"_html;
}

Html all_notices() {
    return notice(NoticeKind::success, "Målet er gemt.")
           << notice(NoticeKind::information, "Tallene for november kommer den 2. december.")
           << notice(NoticeKind::warning, "3 rækker blev ikke taget med.", words("Hent listen over dem."))
           << notice(NoticeKind::error, "Filen kunne ikke læses. Gem den som CSV og prøv igen.");
}

Html filter_form(const Language& language) {
    const ChoiceField who{{.name = "person", .text = "Person"}, {{"", "Alle"}, {"1", "Leder"}}};
    const TextField from{.label = {.name = "from", .text = "Fra", .optional = true},
                         .type = "date",
                         .width = FieldWidth::narrow};
    Html fields = select_field(who, language);
    fields << text_field(from, language) << button("Vis", ButtonKind::secondary);
    return form({.action = "pieces.html"}, fields);
}

Html wide_table() {
    Table table{"En bred tabel", false, {{"Enhed"}}, {}, ""};
    for (int month = 1; month <= 18; ++month)
        table.columns.push_back({std::to_string(month) + ". måned", true});
    for (const char* name : {"Sagsbehandlingstidsopgørelsesenheden", "Vesterby"}) {
        std::vector<Html> row = {words(name)};
        for (int month = 1; month <= 18; ++month)
            row.push_back(words(std::to_string(1000 * month)));
        table.rows.push_back(row);
    }
    return parts::table(table);
}

} // namespace

GalleryPage form_with_errors(const Language& language) {
    PageInfo info = shell(language, "Ny indikator");
    info.crumbs = {{"Indikatorer", "indicator.html"}};
    FormErrors errors;
    errors.add("name", "Skriv et navn");
    errors.add("unit", "Vælg en enhed");
    errors.add("target", "Skriv måltallet som et tal, fx 80 eller 79,5");
    errors.add("direction", "Vælg, hvad der er bedst");
    Html body = error_summary(errors, language);
    body << form({.action = "/indicators", .csrf = token(), .upload = true, .draft = "indicator"},
                 fields(errors, language));
    return {"form_with_errors", page(info, body)};
}

GalleryPage pieces(const Language& language) {
    PageInfo info = shell(language, "Byggeklodser");
    info.help = words("Alle dele i alle tilstande.");
    Html body = section("Vurderinger", all_tags(language));
    body << section("Beskeder", all_notices());
    body << section("Trin", step_indicator({"Fil", "Kolonner", "Kontrol", "Færdig"}, 2, language));
    body << section("Fremdrift", progress("Import af opkald 2026", 0.62, language));
    body << section("Bred tabel", wide_table());
    body << section("Filter", filter_form(language));
    body << section(
        "Tom tabel",
        table({"Importer", true, {{"Fil"}, {"Rækker", true}}, {}, "Der er ingen importer endnu."}));
    body << pagination({5, 20, "pieces.html?page={page}"}, language);
    body << section(
        "Tomt",
        empty_state("Ingen indikatorer endnu", "Begynd med en fra biblioteket, eller lav en selv.",
                    button_link("Åbn biblioteket", "indicator.html", ButtonKind::primary)),
        3);
    body << disclosure("Vis mere", words("Det, der var foldet sammen."), true);
    body << section("Fortryd",
                    button_form({.action = "/undo", .csrf = token(), .confirm = "Vil du fortryde importen?"},
                                "Fortryd importen", ButtonKind::danger));
    Html copy =
        R"(<p><code id="address">https://maerkbar.example/u/4</code> </p><p><button type="button" class="button" )"_html;
    copy << R"(data-copy="address" data-copied="Kopieret">Kopiér adressen</button></p>)"_html;
    body << section("Kopiér", copy);
    return {"pieces", page(info, body)};
}

GalleryPage sign_in(const Language& language) {
    PageInfo info{.language = language, .title = "Log ind"};
    info.organisation = "Fjordby Kommune";
    info.theme = Theme::automatic;
    Html body = form(
        {.action = "/sign-in", .csrf = token()},
        text_field({.label = {"login", "Brugernavn"}, .autocomplete = "username", .focus = true}, language)
            << text_field({.label = {"password", "Adgangskode"},
                           .type = "password",
                           .autocomplete = "current-password"},
                          language)
            << button_row({button("Log ind")}));
    return {"sign_in", page(info, body)};
}

} // namespace maerkbar::gallery
