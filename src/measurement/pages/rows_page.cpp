#include "base/translatable.hpp"
#include "measurement/fact_text.hpp"
#include "measurement/facts_behind.hpp"
#include "measurement/pages/indicator_page.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// The rows behind one point of a chart, for those who may read them.
namespace maerkbar::measurement::pages {

using namespace web::literals;
using web::Html;
using web::Response;

namespace {

namespace permission = organisation::permission;

Html words(std::string_view text) {
    return Html() << text;
}

web::parts::Table table_of(const Visit& visit, const FactsBehind& behind, const Indicator& indicator) {
    const auto& language = visit.language();
    const auto* source = visit.services.verdicts.sources().find(indicator.definition.source);
    web::parts::Table table{language("Rows behind the value"), false};
    table.columns = {{language("Unit")}, {language("Date")}};
    for (const auto& name : behind.columns) {
        const auto column = source ? source->schema().find(name) : std::nullopt;
        table.columns.push_back({column ? language(source->schema().columns[*column].label) : name});
    }
    table.empty = language("No rows count in this period.");
    for (const auto& row : behind.rows) {
        std::vector<Html> cells{words(visit.unit_name(row.unit)), words(language.date(row.day))};
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const auto type = source ? source->schema().columns[i].type : ColumnType::category;
            cells.push_back(words(type == ColumnType::category ? row.values[i]
                                                               : fact_text(language, type, row.stored[i])));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

Result<Response> rows(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language();
    const auto unit = TRY(unit_in(here, permission::rows_read));
    const auto id = TRY(context.request.parameters.id<IndicatorId>("indicator"));
    const auto period = TRY(period_in(here));
    if (!period) return Response::redirect(indicator_address(unit, id));
    const FactsQuestion question{unit, *period};
    Indicator asked;
    const auto behind = TRY(here.read([&](storage::Connection& connection) -> Result<FactsBehind> {
        asked = TRY(measurement::indicator(connection, here.viewer.tenant(), id));
        return facts_behind(connection, here.viewer.tenant(), services.verdicts.sources(), here.tree(), asked,
                            question);
    }));
    TRY(note_looking_at_facts(services.organisation.database, here.viewer.actor, id, question));
    const auto name = asked.definition.name.in(language.code());
    Html body;
    if (behind.more)
        body << web::parts::notice(
            web::parts::NoticeKind::information,
            language.plural("Only the first {count} row is shown.", "Only the first {count} rows are shown.",
                            static_cast<std::int64_t>(behind.rows.size())));
    body << web::parts::table(table_of(here, behind, asked));
    auto info = services.organisation.frame.info(
        context, language("Rows behind {period}", {{"period", language.period(*period)}}));
    info.crumbs = crumbs_to(here, unit);
    info.crumbs.push_back({here.unit_name(unit), unit_address(unit)});
    info.crumbs.push_back({name, indicator_address(unit, id)});
    return Response::html(web::parts::page(info, body));
}

} // namespace maerkbar::measurement::pages
