#include "sources/surveys/asking/sections.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// How many people came by a kiosk: what its presses are held against; and how many presses were marked as
// odd.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr int weeks_shown = 8;
constexpr std::int64_t fewest_told = 5;

struct Week {
    std::int64_t visitors = 0;
    std::int64_t presses = 0;
};

Result<std::map<std::int64_t, Week>> read_weeks(const Visit& visit) {
    const auto first =
        Period::containing(PeriodKind::week, visit.base.viewer.today).first.days - 7 * weeks_shown;
    return visit.services().database().read(
        [&](storage::Connection& connection) -> Result<std::map<std::int64_t, Week>> {
            std::map<std::int64_t, Week> weeks;
            TRY(connection.query(
                "select day, visitors from survey_footfall where tenant_id = ? and link_id = ? and day >= ?",
                {visit.tenant(), visit.link.id, first}, [&](const storage::Row& row) -> Result<void> {
                    const Date day{static_cast<std::int32_t>(row.integer(0))};
                    weeks[Period::containing(PeriodKind::week, day).first.days].visitors += row.integer(1);
                    return {};
                }));
            TRY(connection.query(
                "select week, count(*) from survey_answer where tenant_id = ? and link_id = ? "
                "and way = 'kiosk' and week >= ? group by week",
                {visit.tenant(), visit.link.id, first}, [&](const storage::Row& row) -> Result<void> {
                    weeks[row.integer(0)].presses = row.integer(1);
                    return {};
                }));
            return weeks;
        });
}

Html words(std::string_view text) {
    Html html;
    return html << text;
}

Html weeks_table(const web::Language& language, const std::map<std::int64_t, Week>& weeks) {
    parts::Table table{language("Presses at the kiosk, week by week")};
    table.columns = {{language("Week")},
                     {language("Visitors"), true},
                     {language("Presses"), true},
                     {language("Share that pressed"), true}};
    for (const auto& [monday, week] : weeks) {
        const bool few = week.presses < fewest_told;
        const auto share = static_cast<double>(week.presses) / static_cast<double>(week.visitors);
        table.rows.push_back({words(language.period(Period::containing(
                                  PeriodKind::week, Date{static_cast<std::int32_t>(monday)}))),
                              words(week.visitors > 0 ? language.integer(week.visitors) : "–"),
                              words(few ? language("Fewer than 5") : language.integer(week.presses)),
                              words(few || week.visitors == 0 ? "–" : language.percent(share))});
    }
    table.empty = language("Nothing has been pressed or counted in the last eight weeks.");
    return parts::table(table);
}

Html form_of(const Visit& visit) {
    const auto& language = visit.language;
    Html fields = parts::text_field({.label = {"day", language("Day")},
                                     .value = visit.base.viewer.today.iso(),
                                     .type = "date",
                                     .width = parts::FieldWidth::narrow},
                                    language);
    fields << parts::text_field({.label = {"visitors", language("People who came by that day")},
                                 .width = parts::FieldWidth::narrow,
                                 .input_mode = "numeric"},
                                language)
           << parts::button_row({parts::button(language("Store"), parts::ButtonKind::secondary)});
    return parts::form({.action = visit.path("/visitors"), .csrf = visit.base.context.csrf_field()}, fields);
}

} // namespace

Result<Html> kiosk_numbers(const Visit& visit) {
    const auto& language = visit.language;
    const auto odd = TRY(visit.services().database().read([&](storage::Connection& connection) {
        return connection.number(
            "select count(*) from survey_answer where tenant_id = ? and link_id = ? and "
            "oddity <> ''",
            {visit.tenant(), visit.link.id});
    }));
    Html html = weeks_table(language, TRY(read_weeks(visit)));
    html << "<p>"_html;
    if (odd == 0)
        html << language("No odd pattern of pressing was seen.");
    else
        html << language.plural(
            "{count} answer is marked as pressed oddly: in a burst, or with a button held. "
            "It is kept and counted.",
            "{count} answers are marked as pressed oddly: in a burst, or with a button "
            "held. They are kept and counted.",
            odd);
    return html << "</p>"_html << form_of(visit);
}

Result<web::Response> count_visitors(Visit& visit) {
    web::Form form(visit.base.sent());
    const auto day = form.required_date("day");
    const auto visitors = form.required_integer("visitors", 0, 1'000'000);
    if (!form.ok()) return form.errors().front();
    TRY(visit.services().database().write(
        visit.base.viewer.actor, [&](storage::Transaction& transaction) -> Result<void> {
            TRY(transaction.connection().execute(
                "insert into survey_footfall (tenant_id, link_id, day, visitors) values (?, ?, ?, ?) on "
                "conflict (tenant_id, link_id, day) do update set visitors = excluded.visitors",
                {visit.tenant(), visit.link.id, day.days, visitors}));
            return transaction.audit(
                {"survey_link.visitors", "survey_link", std::to_string(visit.link.id.value)});
        }));
    return web::Response::redirect(visit.path());
}

} // namespace maerkbar::surveys::asking
