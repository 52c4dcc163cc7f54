#include "sources/import/page_support.hpp"

#include <boost/json.hpp>

#include "base/translatable.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::sources {

using namespace web::literals;

namespace {

Result<void> check_units(ImportServices& services, const web::Identity& who,
                         std::span<const measurement::UnitDays> days) {
    const auto scope = TRY(services.scope(who, organisation::permission::import_run));
    const auto tree = TRY(services.tree(who.tenant));
    for (const auto& span : days)
        if (!scope.contains(*tree, span.unit, services.today()))
            return Error{ErrorKind::forbidden,
                         "import.unit_out_of_reach",
                         translatable("The file has rows of {unit}, where you may not import. Leave them out "
                                      "of the file, or ask "
                                      "somebody with the right to import there."),
                         {{"unit", std::string(tree->name(span.unit, span.last))}}};
    return {};
}

// By column of the schema, the values that the dictionary does not have yet.
boost::json::object new_values_json(const CheckReport& report) {
    constexpr std::size_t most = 100;
    boost::json::object columns;
    for (const auto& [column, texts] : report.new_texts) {
        boost::json::array values;
        for (const auto& text : texts)
            if (values.size() < most) values.emplace_back(tables::mask_personal_numbers(text));
        columns[column] = std::move(values);
    }
    return columns;
}

} // namespace

storage::Actor actor_of(const web::Context& context) {
    const auto& who = context.who();
    return {who.tenant, who.person, who.token_client ? "api" : "web", context.request.request_id};
}

Result<void> check_reach(ImportServices& services, const web::Identity& who, const CheckReport& report) {
    return check_units(services, who, report.days);
}

Result<void> check_reach(ImportServices& services, const web::Identity& who,
                         std::span<const measurement::UnitDays> days) {
    return check_units(services, who, days);
}

web::Response import_page(ImportServices& services, web::Context& context, std::string title,
                          const web::Html& body, std::string lead) {
    auto info = services.frame.info(context, std::move(title));
    info.crumbs.push_back({context.language("Imports"), "/imports"});
    info.lead = std::move(lead);
    return web::Response::html(
        web::parts::page(info, web::Html() << "<div class=\"stack\">"_html << body << "</div>"_html));
}

std::string import_json(const ImportRecord& record, std::optional<ImportProgress> progress) {
    boost::json::object object{{"id", record.id.value},
                               {"source", record.source},
                               {"feed", record.feed_name},
                               {"file_name", record.file_name},
                               {"file_digest", record.file_digest},
                               {"mode", name_of(record.mode)},
                               {"state", name_of(record.state)},
                               {"rows_good", record.rows_good},
                               {"rows_left_out", record.rows_bad}};
    if (record.first_day) object["first_day"] = record.first_day->iso();
    if (record.last_day) object["last_day"] = record.last_day->iso();
    if (!record.error.empty()) object["error"] = record.error;
    if (progress) {
        boost::json::object part{{"done", progress->done}, {"total", progress->total}};
        if (progress->obstacle) part["obstacle"] = progress->obstacle->code;
        object["progress"] = std::move(part);
    }
    return boost::json::serialize(object);
}

std::string report_json(const CheckReport& report, const web::Language& language) {
    boost::json::array errors;
    constexpr std::size_t most = 1000;
    for (std::size_t i = 0; i < std::min(most, report.errors.size()); ++i)
        errors.push_back({{"line", report.errors[i].line},
                          {"column", report.errors[i].column},
                          {"code", report.errors[i].error.code},
                          {"detail", language.error(report.errors[i].error)}});
    boost::json::array personal;
    for (const auto& finding : report.personal_numbers)
        personal.push_back(
            {{"column", finding.column}, {"cells", finding.cells}, {"likely", finding.likely}});
    return boost::json::serialize(boost::json::object{{"rows", report.rows},
                                                      {"rows_good", report.good},
                                                      {"rows_bad", report.bad},
                                                      {"importable", report.importable()},
                                                      {"personal_numbers", std::move(personal)},
                                                      {"new_values", new_values_json(report)},
                                                      {"errors", std::move(errors)}});
}

} // namespace maerkbar::sources
