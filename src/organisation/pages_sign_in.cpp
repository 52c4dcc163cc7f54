#include "organisation/pages_sign_in.hpp"

#include "base/translatable.hpp"
#include "organisation/browser.hpp"
#include "organisation/form_page.hpp"
#include "organisation/setup.hpp"
#include "organisation/theme.hpp"
#include "web/parts/pieces.hpp"
#include "web/url.hpp"

namespace maerkbar::organisation {
namespace {

using namespace web::literals;
using web::Context;
using web::Form;
using web::Html;
using web::Response;
namespace parts = web::parts;

constexpr std::string_view set_up_page = "/setup";

// A page that anybody may see: what it shows, and what sending it gives.
struct OpenPage {
    FormView (*view)(Context&, const Filled&);
    Result<NewSession> (*send)(Services&, Context&, Form&);
};

Result<TenantId> tenant_of(Services& services, const Context& context) {
    const auto tenant = TRY(services.database.read(
        [&](storage::Connection& connection) { return tenant_at(connection, context.request); }));
    if (tenant) return tenant->id;
    return Error{ErrorKind::not_found, "organisation.no_tenant",
                 translatable("No municipality is set up at this address.")};
}

Html password_field(const Filled& filled, const web::Language& language, std::string name, std::string text,
                    std::string autocomplete, std::string hint = {}) {
    return parts::text_field({.label = filled.label(std::move(name), std::move(text), std::move(hint)),
                              .type = "password",
                              .width = parts::FieldWidth::medium,
                              .autocomplete = std::move(autocomplete)},
                             language);
}

Html login_field(const Filled& filled, const web::Language& language) {
    return parts::text_field({.label = filled.label("login", language("User name")),
                              .value = filled.value("login"),
                              .width = parts::FieldWidth::medium,
                              .autocomplete = "username"},
                             language);
}

Html new_password_field(const Filled& filled, const web::Language& language) {
    return password_field(filled, language, "new_password", language("New password"), "new-password",
                          language("At least 12 characters, for example three words."));
}

FormView sign_in_view(Context& context, const Filled& filled) {
    const auto& language = context.language;
    FormView view{language("Sign in"),
                  language("With the account you have been given in Mærkbar."),
                  language("Sign in"),
                  {}};
    view.fields << login_field(filled, language)
                << password_field(filled, language, "password", language("Password"), "current-password")
                << parts::hidden_field("next", filled.value("next", context.request.query.text("next")))
                << "<p>"_html
                << R"(<a href="/code">)"_html << language("I have a one-time code") << "</a></p>"_html;
    return view;
}

Result<NewSession> send_sign_in(Services& services, Context& context, Form& form) {
    const auto login = form.required_text("login");
    const auto password = form.typed("password");
    if (!form.ok()) return form.errors().front();
    return services.sign_in.sign_in(
        {TRY(tenant_of(services, context)), login, password, client_name(context.request)});
}

FormView code_view(Context& context, const Filled& filled) {
    const auto& language = context.language;
    FormView view{language("Use a one-time code"),
                  language("Your administrator gives you the code; it works once and for three days."),
                  language("Go on"),
                  {}};
    view.fields << login_field(filled, language)
                << parts::text_field({.label = filled.label("code", language("One-time code")),
                                      .value = filled.value("code"),
                                      .width = parts::FieldWidth::medium,
                                      .autocomplete = "one-time-code"},
                                     language)
                << new_password_field(filled, language);
    view.cancel = "/sign-in";
    return view;
}

Result<NewSession> send_code(Services& services, Context& context, Form& form) {
    const auto login = form.required_text("login");
    const auto code = form.required_text("code");
    if (!form.ok()) return form.errors().front();
    return services.sign_in.redeem(
        {TRY(tenant_of(services, context)), login, code, client_name(context.request)},
        form.typed("new_password"));
}

FormView setup_view(Context& context, const Filled& filled) {
    const auto& language = context.language;
    FormView view{language("Set up Mærkbar"),
                  language("The first person becomes administrator of the whole municipality."),
                  language("Set up"),
                  {}};
    const auto country = filled.value("country", "DK");
    const auto text = [&](std::string name, std::string label, std::string hint = {}) {
        return parts::text_field({.label = filled.label(name, std::move(label), std::move(hint)),
                                  .value = filled.value(name),
                                  .width = parts::FieldWidth::medium},
                                 language);
    };
    view.fields << text("code", language("Set-up code"),
                        language("The server printed it when it was started."))
                << text("tenant", language("Name of the municipality"))
                << parts::radio_field({filled.label("country", language("Country")),
                                       {{"DK", language("Denmark"), {}, country == "DK"},
                                        {"NO", language("Norway"), {}, country == "NO"}}},
                                      language)
                << text("name", language("Your name")) << login_field(filled, language)
                << new_password_field(filled, language);
    return view;
}

Result<NewSession> send_setup(Services& services, Context& context, Form& form) {
    constexpr std::string_view countries[] = {"DK", "NO"};
    SetupForm wanted;
    wanted.code = form.required_text("code");
    wanted.administrator.tenant.name = form.required_text("tenant");
    wanted.administrator.tenant.country =
        country_coded(form.choice("country", countries)).value_or(Country::denmark);
    wanted.administrator.name = form.required_text("name");
    wanted.administrator.login = folded(form.required_text("login"));
    wanted.password = form.typed("new_password");
    wanted.client = client_name(context.request);
    if (!form.ok()) return form.errors().front();
    return set_up(services.database, services.sign_in, wanted);
}

// Nobody can sign in before the installation is set up, and nobody can set it up again.
Result<Response> show(Services& services, Context& context, std::string_view pattern, const OpenPage& page) {
    const bool set_up = TRY(services.database.read(any_tenant));
    if (set_up == (pattern == set_up_page)) return Response::redirect(set_up ? "/sign-in" : "/setup");
    const Filled filled;
    return form_response(services, context, page.view(context, filled), filled, 200);
}

Result<Response> send(Services& services, Context& context, const OpenPage& page) {
    Form form{context.request.form};
    const auto session = page.send(services, context, form);
    if (session.ok()) {
        auto response = Response::redirect(web::local_path_or_root(context.request.form.text("next")));
        set_session_cookie(response, context.request, *session);
        return response;
    }
    const auto kind = session.error().kind;
    if (kind != ErrorKind::invalid && kind != ErrorKind::conflict) return session.error();
    if (form.ok()) form.fail(session.error());
    const Filled filled{form, context.language};
    return form_response(services, context, page.view(context, filled), filled, 422);
}

Result<Response> sign_out(Services& services, Context& context) {
    TRY(services.sign_in.sign_out(context.who()));
    auto response = Response::redirect("/sign-in");
    clear_session_cookie(response, context.request);
    return response;
}

void add(std::vector<web::Route>& routes, Services& services, std::string_view pattern, OpenPage page) {
    routes.push_back(
        {web::Method::get,
         pattern,
         web::Access::open,
         {},
         web::Csrf::none,
         [&services, pattern, page](Context& context) { return show(services, context, pattern, page); }});
    routes.push_back({web::Method::post,
                      pattern,
                      web::Access::open,
                      {},
                      web::Csrf::required,
                      [&services, page](Context& context) { return send(services, context, page); }});
}

} // namespace

void add_sign_in_routes(std::vector<web::Route>& routes, Services& services) {
    add(routes, services, "/sign-in", {sign_in_view, send_sign_in});
    add(routes, services, "/code", {code_view, send_code});
    add(routes, services, set_up_page, {setup_view, send_setup});
    routes.push_back({web::Method::post,
                      "/sign-out",
                      web::Access::signed_in,
                      {},
                      web::Csrf::required,
                      [&services](Context& context) { return sign_out(services, context); }});
}

} // namespace maerkbar::organisation
