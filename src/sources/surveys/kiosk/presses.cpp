#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/kiosk/kiosk.hpp"
#include "sources/surveys/kiosk/pages.hpp"
#include "web/assets.hpp"

// Taking what was pressed, perhaps days ago.
namespace maerkbar::surveys::kiosk {

namespace {

struct Place {
    TenantId tenant;
    SurveyLink link;
    std::int64_t version = 0; // the latest
};

// Also a link that is closed by now: what was pressed before still counts.
Result<Place> place_in_path(Services& services, const web::Context& context) {
    const auto code = context.request.parameters.text("code");
    return services.database().read([&](storage::Connection& connection) -> Result<Place> {
        const auto tenant = TRY(tenant_of(connection, context.request));
        auto link = TRY(find_link(connection, tenant, code));
        if (!link)
            return Error{ErrorKind::not_found, "link.unknown",
                         translatable("There is no survey at this address.")};
        const auto survey = TRY(read_survey(connection, tenant, link->survey));
        return Place{tenant, std::move(*link), survey.published};
    });
}

Result<Receipt> store(Services& services, const Place& place, const Press& press) {
    if (!was_open(place.link, services.database().now() - press.age))
        return Error{ErrorKind::not_found, "link.closed",
                     translatable("This survey is not open now. Thank you for wanting to answer.")};
    OpenLink link{place.tenant, place.link, press.version, nullptr};
    link.definition = TRY(services.database().read([&](storage::Connection& connection) {
        return services.definitions.get(connection, place.tenant, place.link.survey, press.version);
    }));
    TRY(check_kiosk(link.link, *link.definition));
    Submission submission{press.id, {}, press.language, "kiosk", press.answers};
    submission.age = press.age;
    submission.whole = false;
    submission.oddity = oddity_of(press.pressing);
    return submit(services.database(), link, submission);
}

} // namespace

Result<web::Response> take_presses(Services& services, web::Context& context) {
    const auto presses = TRY(read_presses(context.request.body));
    const auto place = TRY(place_in_path(services, context));
    std::vector<std::string> received;
    std::vector<std::pair<std::string, Error>> refused;
    for (const auto& press : presses) {
        auto receipt = store(services, place, press);
        if (receipt.ok())
            received.push_back(press.id);
        else if (receipt.error().kind == ErrorKind::unavailable)
            break; // the kiosk keeps it and the rest, and sends them again
        else
            refused.emplace_back(press.id, receipt.error());
    }
    JsonWriter json;
    json.begin_object().key("received").begin_array();
    for (const auto& id : received)
        json.value(id);
    json.end_array().key("refused").begin_array();
    for (const auto& [id, error] : refused)
        json.begin_object().member("id", id).member("why", error.code).end_object();
    json.end_array().member("version", place.version);
    json.member("open", was_open(place.link, services.database().now())).end_object();
    return web::Response::json(std::move(json).text());
}

Result<web::Response> worker(Services&, web::Context&) {
    web::Response response;
    for (const auto& asset : web::assets())
        if (asset.name == "kiosk-worker.js") response.body = asset.content;
    response.headers.set("Content-Type", "text/javascript; charset=utf-8");
    return response;
}

} // namespace maerkbar::surveys::kiosk
