#include "actions/table.hpp"

#include "organisation/page_support.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::actions {

namespace parts = web::parts;

web::Html table_of(const std::vector<Action>& found, const web::Language& language) {
    parts::Table table{language("Actions"), false};
    table.columns = {{language("What")}, {language("Owner")}, {language("Due")}};
    table.empty = language("No action came out of it yet.");
    for (const auto& action : found)
        table.rows.push_back(
            {organisation::link("/actions/" + std::to_string(action.id.value), action.fields.title),
             organisation::words(action.owner_name), organisation::words(language.date(action.fields.due))});
    return parts::table(table);
}

} // namespace maerkbar::actions
