#include <cmath>

#include "sources/surveys/asking/sections.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "statistics/response_rate.hpp"
#include "statistics/survey_planning.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// What can be seen with so many answers, told before the survey is asked; and how many of those asked have
// answered.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr statistics::ShareChange told_changes[] = {{0.6, 0.8}, {0.7, 0.8}, {0.75, 0.8}};
constexpr std::int64_t fewest_told = 5; // a smaller number of answers may tell who has answered
constexpr std::int64_t usual_answers = 50;

std::string seen(const web::Language& language, statistics::Visibility visibility) {
    switch (visibility) {
        case statistics::Visibility::probable:
            return language("Will probably be seen");
        case statistics::Visibility::possible:
            return language("May be seen, or missed");
        case statistics::Visibility::unlikely:
            return language("Will probably be missed");
    }
    return {};
}

Html words(std::string_view text) {
    Html html;
    return html << text;
}

Html changes_table(const web::Language& language, std::int64_t answers) {
    parts::Table table{language.plural("With {count} answer a wave", "With {count} answers a wave", answers)};
    table.columns = {{language("Change of the share")},
                     {language("Whether it shows")},
                     {language("Chance of seeing it"), true},
                     {language("Answers for a good chance (80 %)"), true}};
    for (const auto& change : told_changes)
        table.rows.push_back({words(language.percent(change.before) + " → " + language.percent(change.after)),
                              words(seen(language, statistics::visibility(change, answers))),
                              words(language.percent(statistics::power_of_waves(change, answers))),
                              words(language.integer(statistics::answers_for_power(change)))});
    return parts::table(table);
}

std::string count_text(const web::Language& language, std::int64_t answers) {
    return answers < fewest_told ? language("Fewer than 5") : language.integer(answers);
}

} // namespace

Html planning_section(const Visit& visit) {
    const auto& language = visit.language;
    const auto typed = visit.base.context.request.query.text("answers");
    std::int64_t answers = visit.link.people.value_or(usual_answers);
    if (!typed.empty() && typed.size() < 8 && typed.find_first_not_of("0123456789") == std::string::npos)
        answers = std::max<std::int64_t>(std::stoll(typed), 1);
    Html fields = parts::text_field({.label = {"answers", language("Answers you expect in each wave")},
                                     .value = std::to_string(answers),
                                     .width = parts::FieldWidth::narrow,
                                     .input_mode = "numeric"},
                                    language);
    fields << parts::button(language("Show"), parts::ButtonKind::secondary);
    Html html = parts::form({.action = visit.path()}, fields);
    return parts::section(language("What can be seen"), html << changes_table(language, answers));
}

Result<Html> response_section(const Visit& visit) {
    const auto& language = visit.language;
    const auto counts = TRY(visit.services().database().read(
        [&](storage::Connection& connection) -> Result<std::pair<std::int64_t, CodeCount>> {
            const auto answers = TRY(
                connection.number("select count(*) from survey_answer where tenant_id = ? and link_id = ?",
                                  {visit.tenant(), visit.link.id}));
            return std::pair(answers, TRY(count_codes(connection, visit.tenant(), visit.link.id)));
        }));
    const auto& [answers, codes] = counts;
    const auto asked = visit.link.people.value_or(visit.link.by_code ? codes.issued : 0);
    std::vector<parts::Fact> facts{{language("Answers"), words(count_text(language, answers))}};
    if (asked > 0) {
        facts.push_back({language("People asked"), words(language.integer(asked))});
        statistics::Dispositions all;
        all.complete = static_cast<double>(answers);
        all.noncontact = static_cast<double>(std::max<std::int64_t>(asked - answers, 0));
        if (answers >= fewest_told && answers <= asked)
            facts.push_back({language("Response rate (AAPOR RR1)"),
                             words(language.percent(statistics::response_rates(all).rr1))});
    }
    return parts::section(language("How many have answered"), parts::fact_list(facts));
}

} // namespace maerkbar::surveys::asking
