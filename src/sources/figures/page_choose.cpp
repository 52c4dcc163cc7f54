#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "sources/figures/pages.hpp"
#include "sources/figures/publish.hpp"
#include "sources/figures/sheet_store.hpp"

// Choosing a sheet, going on with one, and what was published.
namespace maerkbar::sources::pages {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::string_view may_type = organisation::permission::figures_enter;

struct Stored {
    std::vector<std::string> series;
    std::vector<SheetChoice> drafts;
};

Result<Stored> read_stored(const Visit& visit) {
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Stored> {
        return Stored{TRY(known_series(connection, visit.viewer.tenant())),
                      TRY(drafts_of(connection, draft_owner(visit.context.who())))};
    });
}

// Chosen before, when the page comes back with mistakes.
std::string before(const Visit& visit, std::string_view name, std::string_view otherwise = {}) {
    return visit.context.request.query.text(name, otherwise);
}

std::vector<parts::Choice> marked(std::vector<parts::Choice> choices, std::string_view chosen) {
    for (auto& choice : choices)
        choice.chosen = choice.value == chosen;
    return choices;
}

Html series_fields(const Visit& visit, const std::vector<std::string>& known,
                   const parts::FormErrors& errors) {
    const auto& language = visit.language;
    std::vector<parts::Choice> series{{"", language("– a new one –")}};
    for (const auto& name : known)
        series.push_back({name, name});
    Html html;
    if (!known.empty())
        html << parts::select_field({{.name = "series", .text = language("Series"), .optional = true},
                                     marked(series, before(visit, "series"))},
                                    language);
    return html << parts::text_field(
               {.label = {.name = "new_series",
                          .text = language("New series"),
                          .hint = language("What is counted, for example “Sick leave, days”. Indicators find "
                                           "the figures by this name."),
                          .error = errors.of("new_series"),
                          .optional = !known.empty()},
                .value = before(visit, "new_series"),
                .width = parts::FieldWidth::medium,
                .max_length = 100},
               language);
}

Html span_fields(const Visit& visit, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto last = Period::containing(PeriodKind::month, visit.viewer.today).previous();
    auto first = last;
    for (int i = 1; i < 12; ++i)
        first = first.previous();
    const std::vector<parts::Choice> shapes{
        {"share", language("Numerator and denominator"),
         language("For shares and rates: 12 of 140. They add up over units and periods.")},
        {"value", language("One number"), language("For amounts and counts.")}};
    const std::vector<parts::Choice> kinds{{"month", language("Month")},     {"week", language("Week")},
                                           {"quarter", language("Quarter")}, {"tertial", language("Tertial")},
                                           {"year", language("Year")},       {"day", language("Day")}};
    Html html;
    html << parts::radio_field({{.name = "shape", .text = language("What is typed")},
                                marked(shapes, before(visit, "shape", "share"))},
                               language)
         << parts::select_field(
                {{.name = "kind", .text = language("Period")}, marked(kinds, before(visit, "kind", "month"))},
                language)
         << parts::text_field(organisation::date_field({.name = "from",
                                                        .text = language("From the period with the day"),
                                                        .error = errors.of("from")},
                                                       before(visit, "from", first.first.iso())),
                              language)
         << parts::text_field(
                organisation::date_field(
                    {.name = "to", .text = language("To the period with the day"), .error = errors.of("to")},
                    before(visit, "to", last.last().iso())),
                language);
    return html;
}

Html choice_form(Visit& visit, const Stored& stored, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    web::Form query(visit.context.request.query);
    Html fields;
    fields << parts::select_field(
                  {{.name = "unit", .text = language("Unit"), .error = errors.of("unit")},
                   organisation::unit_choices(visit, visit.viewer.scope(may_type), query.id<UnitId>("unit"))},
                  language)
           << series_fields(visit, stored.series, errors) << span_fields(visit, errors)
           << parts::button_row({parts::button(language("Open the sheet"))});
    return Html() << "<form class=\"form\" method=\"get\" action=\"/figures/sheet\">"_html << fields
                  << "</form>"_html;
}

std::string span_text(const web::Language& language, const SheetChoice& choice) {
    if (choice.first == choice.last) return language.period(choice.first);
    return language.period(choice.first) + " – " + language.period(choice.last);
}

Html draft_list(const Visit& visit, const std::vector<SheetChoice>& drafts) {
    const auto& language = visit.language;
    parts::Table table{language("Not published yet"), true};
    table.columns = {{language("Series")}, {language("Unit")}, {language("Periods")}};
    for (const auto& choice : drafts)
        table.rows.push_back({organisation::link(address_of(choice), choice.series),
                              organisation::words(organisation::unit_name(visit, choice.unit)),
                              organisation::words(span_text(language, choice))});
    return table.rows.empty() ? Html() : parts::table(table);
}

std::string state_text(ImportState state, const web::Language& language) {
    if (state == ImportState::published) return language.in_context("import", "Counts");
    if (state == ImportState::undone) return language.in_context("import", "Undone");
    if (state == ImportState::failed) return language.in_context("import", "Failed");
    return language.in_context("import", "Running");
}

Html published_list(Visit& visit, const std::vector<ImportRecord>& sheets) {
    const auto& language = visit.language;
    parts::Table table{language("Published"), true};
    table.columns = {{language("Series")},
                     {language("Rows"), true},
                     {language("State")},
                     {language("When")},
                     {language("Undo")}};
    for (const auto& sheet : sheets) {
        const auto action = "/figures/published/" + std::to_string(sheet.id.value) + "/undo";
        table.rows.push_back(
            {organisation::words(std::string_view(sheet.file_name).substr(0, sheet.file_name.rfind(".csv"))),
             organisation::words(language.integer(sheet.rows_good)),
             organisation::words(state_text(sheet.state, language)),
             organisation::words(organisation::moment_text(sheet.created_at, language)),
             sheet.state == ImportState::published
                 ? organisation::send_button(visit, action, language("Undo"))
                 : Html()});
    }
    return table.rows.empty() ? Html() : parts::table(table);
}

Html what_happened(const Visit& visit) {
    const auto done = visit.context.request.query.text("done");
    const auto& language = visit.language;
    if (done == "published")
        return parts::notice(parts::NoticeKind::success,
                             language("The figures are on their way and count in a moment."));
    if (done == "undone")
        return parts::notice(parts::NoticeKind::success,
                             language("The figures are being taken back; what counted before counts again."));
    return {};
}

// For the summary of errors; the fields stand in choice_form().
parts::FormErrors named(const std::vector<Error>& errors, const web::Language& language) {
    parts::FormErrors shown(errors, language);
    shown.call("unit", language("Unit"));
    shown.call("new_series", language("New series"));
    shown.call("shape", language("What is typed"));
    shown.call("kind", language("Period"));
    shown.call("from", language("From the period with the day"));
    shown.call("to", language("To the period with the day"));
    return shown;
}

} // namespace

Result<Response> choose_sheet(FiguresServices& services, web::Context& context,
                              const std::vector<Error>& errors) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    Visit visit{services.organisation, context, viewer};
    const auto stored = TRY(read_stored(visit));
    const auto& language = context.language;
    const auto shown = named(errors, language);
    auto info = organisation::info_of(visit, language("Figures by hand"),
                                      language("Type figures that no system delivers, and correct them."));
    info.notice = what_happened(visit);
    Html body;
    body << "<div class=\"stack\">"_html << parts::error_summary(shown, language)
         << draft_list(visit, stored.drafts)
         << parts::section(language("Choose a sheet"), choice_form(visit, stored, shown))
         << published_list(visit, TRY(published_sheets(services, viewer))) << "</div>"_html;
    auto response = organisation::page_of(info, body);
    if (!errors.empty()) response.status = 422;
    return response;
}

Result<Response> figures(FiguresServices& services, web::Context& context) {
    return choose_sheet(services, context, {});
}

Result<Response> undo_figures(FiguresServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    TRY(undo_sheet(services, viewer, TRY(context.request.parameters.id<ImportId>("import"))));
    return Response::redirect("/figures?done=undone");
}

} // namespace maerkbar::sources::pages
