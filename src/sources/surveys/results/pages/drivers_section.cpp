#include "sources/surveys/results/pages/drivers_section.hpp"

#include <algorithm>

#include "sources/surveys/results/drivers.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::results::pages {

using web::Html;
namespace parts = web::parts;

namespace {

struct OfYear {
    std::int64_t year = 0;
    std::optional<Drivers> drivers = {};
};

Result<std::optional<OfYear>> latest(storage::Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.first(
        "select year, figures from survey_drivers where tenant_id = ? and survey_id = ? and figures <> '' "
        "order "
        "by year desc limit 1",
        {tenant, survey}, [](const storage::Row& row) -> Result<OfYear> {
            return OfYear{row.integer(0), TRY(read_drivers(row.text(1)))};
        });
}

std::string name_of_driver(const Visit& visit, const Subject& subject, const std::string& question) {
    const auto counted = counted_question(subject.definition, question);
    return counted ? question_title(visit, subject.definition, *counted) : question;
}

Html table_of(const Visit& visit, const Subject& subject, const Drivers& drivers) {
    const auto& language = visit.language;
    parts::Table table{language("Goes together with"), false};
    table.columns = {{language("Question")},
                     {language("Share of what goes together"), true},
                     {language("Correlation (Spearman)"), true},
                     {language("Where it stands, 0 to 100"), true}};
    for (const auto& driver : drivers.drivers)
        table.rows.push_back(
            {words(name_of_driver(visit, subject, driver.question)), words(language.percent(driver.share)),
             words(language.number(driver.spearman, 2)), words(language.number(driver.mean * 100, 0))});
    return parts::table(table);
}

} // namespace

Result<Html> drivers_section(Visit& visit, const Subject& subject) {
    const auto& language = visit.language;
    const auto found = TRY(visit.read([&](storage::Connection& connection) -> Result<std::optional<OfYear>> {
        if (!TRY(holds_all_links(connection, visit, subject))) return std::optional<OfYear>();
        return latest(connection, visit.viewer.tenant(), subject.survey.id);
    }));
    const auto first = headline(subject.definition);
    if (!found || !found->drivers || !first) return Html();
    Html html =
        paragraph(language("Among {count} answers to the whole survey in {year}, these questions go together "
                           "with “{headline}”. That is "
                           "no cause: what goes together may come from a third thing.",
                           {{"count", language.integer(found->drivers->answers)},
                            {"year", std::to_string(found->year)},
                            {"headline", question_title(visit, subject.definition, *first)}}));
    html << table_of(visit, subject, *found->drivers)
         << paragraph(language(
                "Together they account for {share} of the differences between answers. Begin where a "
                "question weighs much and stands low.",
                {{"share", language.percent(found->drivers->explained)}}));
    return parts::section(language("What goes together with it"), html);
}

} // namespace maerkbar::surveys::results::pages
