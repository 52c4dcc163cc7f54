#include "organisation/pages_account.hpp"

#include "base/translatable.hpp"
#include "organisation/browser.hpp"
#include "organisation/page_support.hpp"
#include "web/cookie.hpp"
#include "web/parts/page.hpp"

namespace maerkbar::organisation {
namespace {

using web::Context;
using web::Form;
using web::Html;
using web::Response;
namespace parts = web::parts;

constexpr std::string_view languages[] = {"", "da", "nb", "en"};
constexpr std::string_view themes[] = {"automatic", "light", "dark"};
using Send = Result<Response> (*)(Services&, Context&, Form&);

Result<Person> me(Services& services, const Context& context) {
    const auto& who = context.who();
    return services.database.read([&](storage::Connection& connection) {
        return read_person(connection, who.tenant, who.person, PeopleScope::everybody());
    });
}

Html choice_fields(Context& context, const Filled& filled, const Person& person) {
    const auto& language = context.language;
    const auto theme =
        filled.value("theme", web::read_cookie(context.request, "theme").value_or("automatic"));
    const auto chosen = filled.value("language", person.language);
    Html html = parts::select_field({filled.label("language", language("Language")),
                                     {{"", language("As the browser"), {}, chosen.empty()},
                                      {"da", "Dansk", {}, chosen == "da"},
                                      {"nb", "Norsk bokmål", {}, chosen == "nb"},
                                      {"en", "English", {}, chosen == "en"}}},
                                    language);
    html << parts::radio_field({filled.label("theme", language("Colours in this browser")),
                                {{"automatic", language("As the device"), {}, theme == "automatic"},
                                 {"light", language("Light"), {}, theme == "light"},
                                 {"dark", language("Dark"), {}, theme == "dark"}}},
                               language);
    return html;
}

Result<FormView> account_view(Services& services, Context& context, const Filled& filled) {
    const auto& language = context.language;
    const auto person = TRY(me(services, context));
    FormView view{language("My details"),
                  language("How Mærkbar addresses you and looks to you."),
                  language("Save"),
                  {}};
    view.fields << parts::text_field({.label = filled.label("name", language("Name")),
                                      .value = filled.value("name", person.name),
                                      .autocomplete = "name"},
                                     language)
                << choice_fields(context, filled, person);
    view.crumbs = {{language("My account"), "/account"}};
    view.cancel = "/account";
    view.version = person.version;
    return view;
}

Result<Response> send_account(Services& services, Context& context, Form& form) {
    const auto& who = context.who();
    const auto name = form.required_text("name");
    const auto language = form.choice("language", languages);
    const std::string theme{form.choice("theme", themes)};
    if (!form.ok()) return form.errors().front();
    TRY(services.database.write({who.tenant, who.person, "web", context.request.request_id},
                                [&](storage::Transaction& transaction) -> Result<void> {
                                    const auto now = TRY(read_person(transaction.connection(), who.tenant,
                                                                     who.person, PeopleScope::everybody()));
                                    TRY(expect_version(form, now.version));
                                    return save_own(transaction, who.person, name, language);
                                }));
    auto response = Response::redirect("/account");
    if (!language.empty()) keep_in_browser(response, context.request, "language", std::string{language});
    keep_in_browser(response, context.request, "theme", theme);
    return response;
}

Result<FormView> password_view(Services&, Context& context, const Filled& filled) {
    const auto& language = context.language;
    FormView view{language("Change password"),
                  language("You stay signed in here; all other sessions end."),
                  language("Change password"),
                  {}};
    const auto field = [&](std::string name, std::string text, std::string hint, std::string autocomplete) {
        return parts::text_field({.label = filled.label(std::move(name), std::move(text), std::move(hint)),
                                  .type = "password",
                                  .width = parts::FieldWidth::medium,
                                  .autocomplete = std::move(autocomplete)},
                                 language);
    };
    view.fields << field("password", language("Present password"), {}, "current-password")
                << field("new_password", language("New password"),
                         language("At least 12 characters, for example three words."), "new-password");
    view.crumbs = {{language("My account"), "/account"}};
    view.cancel = "/account";
    return view;
}

Result<Response> send_password(Services& services, Context& context, Form& form) {
    const auto session = TRY(
        services.sign_in.change_password(context.who(), form.typed("password"), form.typed("new_password")));
    auto response = Response::redirect("/account");
    set_session_cookie(response, context.request, session);
    return response;
}

Html session_list(Visit& visit, const std::vector<Session>& sessions) {
    const auto& language = visit.language;
    parts::Table table{language("Where you are signed in")};
    table.columns = {
        {language("Browser")}, {language("Signed in")}, {language("Last used")}, {language("Action")}};
    const auto present = session_id(visit.context.who());
    for (const auto& session : sessions) {
        const auto name = session.client.empty() ? language("Unknown browser") : session.client;
        const auto action = "/account/sessions/" + std::to_string(session.id.value) + "/end";
        table.rows.push_back({words(name), words(moment_text(session.times.started, language)),
                              words(moment_text(session.times.last_used, language)),
                              session.id == present ? words(language("This one"))
                                                    : send_button(visit, action, language("End it"))});
    }
    return parts::table(table);
}

Result<Response> show_account(Visit& visit) {
    const auto& language = visit.language;
    const auto person = TRY(me(visit.services, visit.context));
    const auto sessions = TRY(visit.services.database.read([&](storage::Connection& connection) {
        return sessions_of(connection, visit.viewer.tenant(), person.id);
    }));
    auto info = info_of(visit, language("My account"),
                        language("Your details, your rights and where you are signed in."));
    info.actions = parts::button_row({parts::button_link(language("Edit my details"), "/account/edit"),
                                      parts::button_link(language("Change password"), "/account/password")});
    std::vector<parts::Fact> facts = {{language("Name"), words(person.name)},
                                      {language("User name"), words(person.login)}};
    for (const auto& role : person.roles)
        facts.push_back({role_name(role.role, language), words(unit_path(visit, role.unit))});
    Html body = parts::fact_list(facts);
    return page_of(info, body << session_list(visit, sessions));
}

Result<Response> end_one(Services& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<SessionId>("session"));
    const auto& who = context.who();
    TRY(services.database.write({who.tenant, who.person, "web", context.request.request_id},
                                [&](storage::Transaction& transaction) {
                                    return end_session(transaction, who.tenant, who.person, id);
                                }));
    return Response::redirect("/account");
}

using View = Result<FormView> (*)(Services&, Context&, const Filled&);

Result<Response> sent(Services& services, Context& context, View view, Send send) {
    Form form{context.request.form};
    auto response = send(services, context, form);
    const bool mendable = !response.ok() && (response.error().kind == ErrorKind::invalid ||
                                             response.error().kind == ErrorKind::conflict);
    if (!mendable) return response;
    if (form.ok()) form.fail(response.error());
    const Filled filled{form, context.language};
    return form_response(services, context, TRY(view(services, context, filled)), filled, 422);
}

void add_form(std::vector<web::Route>& routes, Services& services, std::string_view pattern, View view,
              Send send) {
    routes.push_back({web::Method::get,
                      pattern,
                      web::Access::signed_in,
                      {},
                      web::Csrf::none,
                      [&services, view](Context& context) -> Result<Response> {
                          const Filled filled;
                          return form_response(services, context, TRY(view(services, context, filled)),
                                               filled, 200);
                      }});
    routes.push_back(
        {web::Method::post,
         pattern,
         web::Access::signed_in,
         {},
         web::Csrf::required,
         [&services, view, send](Context& context) { return sent(services, context, view, send); }});
}

} // namespace

void add_account_routes(std::vector<web::Route>& routes, Services& services) {
    add_routes(routes, services, std::vector<Reading>{{"/account", {}, show_account}});
    add_form(routes, services, "/account/edit", account_view, send_account);
    add_form(routes, services, "/account/password", password_view, send_password);
    routes.push_back({web::Method::post,
                      "/account/sessions/{session}/end",
                      web::Access::signed_in,
                      {},
                      web::Csrf::required,
                      [&services](Context& context) { return end_one(services, context); }});
}

} // namespace maerkbar::organisation
