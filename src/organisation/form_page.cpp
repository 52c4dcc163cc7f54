#include "organisation/form_page.hpp"

#include "base/json_writer.hpp"
#include "organisation/stored_meanwhile.hpp"
#include "web/make_route.hpp"
#include "web/parts/page.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"
#include "web/problem.hpp"

namespace maerkbar::organisation {
namespace {

using namespace web::literals;
using web::Context;
using web::Html;
using web::Response;
namespace parts = web::parts;

constexpr int refused_status = 422;
constexpr std::string_view done_schema = R"({"type":"object","properties":{"id":{"type":"integer"}}})";

// The person can mend it in the form; anything else ends the request.
bool mendable(const Error& error) {
    return error.kind == ErrorKind::invalid || error.kind == ErrorKind::conflict;
}

Response secret_response(Visit& visit, const Done& done) {
    const auto& language = visit.language;
    auto info = visit.services.frame.info(visit.context, language("Write this down now"));
    info.lead = language("It is shown this once and kept nowhere in clear.");
    Html body = R"(<p class="section"><code class="secret">)"_html;
    body << done.secret << "</code></p>"_html
         << parts::button_row({parts::button_link(language("Go on"), done.go_to)});
    auto response = Response::html(parts::page(info, body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<Done> run(const Change& change, Visit& visit, web::Form& form) {
    auto done = change.send(visit, form);
    if (!done.ok() && mendable(done.error())) {
        // Mistakes that send() has put into the form already are not said twice.
        if (form.ok()) form.fail(done.error());
    }
    return done;
}

Result<Response> show_form(Services& services, Context& context, const Change& change) {
    const auto viewer = TRY(viewer_of(services, context));
    Visit visit{services, context, viewer};
    const Filled filled;
    return form_response(services, context, TRY(change.view(visit, filled)), filled, 200);
}

Result<Response> send_form(Services& services, Context& context, const Change& change) {
    const auto viewer = TRY(viewer_of(services, context));
    Visit visit{services, context, viewer};
    web::Form form{context.request.form};
    const auto done = run(change, visit, form);
    if (done.ok())
        return done->secret.empty() ? Response::redirect(done->go_to) : secret_response(visit, *done);
    if (!mendable(done.error()) || change.view == nullptr) return done.error();
    const Filled filled{form, context.language};
    return form_response(services, context, TRY(change.view(visit, filled)), filled, refused_status);
}

Result<Response> send_json(Services& services, Context& context, const Change& change) {
    const auto viewer = TRY(viewer_of(services, context));
    Visit visit{services, context, viewer};
    web::Form form{context.request.form};
    const auto done = run(change, visit, form);
    if (!done.ok() && form.errors().size() > 1)
        return web::problem(form.errors(), context.language, context.request.request_id);
    if (!done.ok()) return form.ok() ? done.error() : form.errors().front();
    JsonWriter json;
    json.begin_object();
    if (done->id != 0) json.member("id", done->id);
    if (!done->secret.empty()) json.member(done->secret_name, done->secret);
    json.end_object();
    return Response::json(std::move(json).text());
}

using Handler = Result<Response> (*)(Services&, Context&, const Change&);

web::Route route_of(Services& services, const Change& change, web::Method method, std::string_view pattern,
                    Handler handler) {
    auto route = web::guarded_route(
        method, pattern, change.permission,
        [&services, change, handler](Context& context) { return handler(services, context, change); });
    if (method != web::Method::get) route.limit = change.limit;
    return route;
}

} // namespace

Html stored_meanwhile(const Filled& filled, const web::Language& language) {
    std::vector<parts::Fact> facts;
    for (const auto& [label, stored] : filled.changed_meanwhile()) {
        Html value;
        value << (stored.empty() ? "–" : stored);
        facts.push_back({label, std::move(value)});
    }
    if (facts.empty()) return {};
    return parts::section(language("Stored now"), parts::fact_list(facts));
}

Response form_response(Services& services, Context& context, const FormView& view, const Filled& filled,
                       int status) {
    auto info = services.frame.info(context, view.title);
    info.crumbs = view.crumbs;
    info.lead = view.help;
    std::vector<Html> buttons = {parts::button(view.button, view.kind)};
    if (!view.cancel.empty()) buttons.push_back(parts::button_link(context.language("Cancel"), view.cancel));
    Html content;
    if (view.version != 0) content << parts::hidden_field("version", std::to_string(view.version));
    content << view.fields << parts::button_row(buttons);
    Html body = parts::error_summary(filled.errors(), context.language);
    body << stored_meanwhile(filled, context.language);
    body << parts::form(
        {.action = context.request.path, .csrf = context.csrf_field(), .confirm = view.confirm}, content);
    return Response::html(parts::page(info, body), status);
}

void add_routes(std::vector<web::Route>& routes, Services& services, const std::vector<Change>& changes) {
    for (const auto& change : changes) {
        if (!change.page.empty() && change.view != nullptr)
            routes.push_back(route_of(services, change, web::Method::get, change.page, show_form));
        if (!change.page.empty())
            routes.push_back(route_of(services, change, web::Method::post, change.page, send_form));
        if (change.api.empty()) continue;
        auto route = route_of(services, change, change.method, change.api, send_json);
        route.doc.summary = change.summary;
        route.doc.request_schema = change.schema;
        route.doc.response_schema = done_schema;
        routes.push_back(std::move(route));
    }
}

void add_routes(std::vector<web::Route>& routes, Services& services, const std::vector<Reading>& readings) {
    for (const auto& reading : readings) {
        auto route =
            web::guarded_route(web::Method::get, reading.pattern, reading.permission,
                               [&services, show = reading.show](Context& context) -> Result<Response> {
                                   const auto viewer = TRY(viewer_of(services, context));
                                   Visit visit{services, context, viewer};
                                   return show(visit);
                               });
        route.doc = reading.doc;
        routes.push_back(std::move(route));
    }
}

} // namespace maerkbar::organisation
