#include "measurement/pages/api.hpp"

#include "measurement/definition_json.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/pages/subject.hpp"
#include "measurement/verdict_json.hpp"

namespace maerkbar::measurement::api {

using web::Response;

namespace {

std::string indicator_json(const Indicator& indicator) {
    return "{\"id\":" + std::to_string(indicator.id.value) +
           ",\"edition\":" + std::to_string(indicator.edition) +
           ",\"computing\":" + (indicator.computing || indicator.edition == 0 ? "true" : "false") +
           ",\"archived\":" + (indicator.archived ? "true" : "false") +
           ",\"definition\":" + write_definition(indicator.definition) + "}";
}

Result<Visit> definer(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    TRY(here.viewer.require_everywhere(organisation::permission::measurement_define));
    return here;
}

Result<Response> answer(const Visit& visit, PageServices& services, IndicatorId id, int status) {
    const auto stored = TRY(services.organisation.database.read(
        [&](storage::Connection& connection) { return indicator(connection, visit.viewer.tenant(), id); }));
    return Response::json(indicator_json(stored), status);
}

} // namespace

Result<Response> indicators(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    std::string items;
    for (const auto& indicator : here.snapshot->ground().indicators)
        items += (items.empty() ? "" : ",") + indicator_json(indicator);
    return Response::json("{\"items\":[" + items + "]}");
}

Result<Response> create_indicator(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto definition = TRY(read_definition(context.request.body));
    const auto made =
        TRY(services.organisation.database.write(here.viewer.actor, [&](storage::Transaction& tx) {
            return measurement::create_indicator(tx, definition);
        }));
    return answer(here, services, made.indicator, 201);
}

Result<Response> change_indicator(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto id = TRY(context.request.parameters.id<IndicatorId>("indicator"));
    const auto definition = TRY(read_definition(context.request.body));
    TRY(services.organisation.database.write(here.viewer.actor, [&](storage::Transaction& tx) {
        return measurement::change_indicator(tx, id, definition);
    }));
    return answer(here, services, id, 200);
}

Result<Response> verdict(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    const auto said = say(here.language(), subject.indicator.definition, *subject.verdict, here.viewer.today);
    return Response::json(write_verdict(*subject.verdict, said.text()));
}

} // namespace maerkbar::measurement::api
