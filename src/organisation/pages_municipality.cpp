// The municipality itself: name, country, host name and colour.
#include "organisation/pages_municipality.hpp"

#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

constexpr std::string_view countries[] = {"DK", "NO"};

Result<Tenant> tenant_of(const Visit& visit) {
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    const auto found = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return find_tenant(connection, visit.viewer.tenant()); }));
    if (found) return *found;
    return Error{ErrorKind::not_found, "organisation.no_tenant",
                 translatable("No municipality is set up at this address.")};
}

web::Html text(const Visit& visit, parts::Label label, std::string value, parts::FieldWidth width) {
    return parts::text_field({.label = std::move(label), .value = std::move(value), .width = width},
                             visit.language);
}

Result<FormView> view_municipality(Visit& visit, const Filled& filled) {
    const auto tenant = TRY(tenant_of(visit));
    const auto& language = visit.language;
    FormView view{language("Municipality"),
                  language("What holds for everybody who uses Mærkbar here."),
                  language("Save"),
                  {}};
    view.crumbs = {{language("Organisation"), "/organisation"}};
    view.cancel = "/organisation";
    view.version = tenant.version;
    const auto country = filled.value("country", code_of(tenant.country));
    view.fields
        << text(visit,
                filled.label(
                    "name", language("Name of the municipality"),
                    language("Shown at the top of every page. Units are renamed on their own pages.")),
                filled.value("name", tenant.name), parts::FieldWidth::medium)
        << parts::radio_field(
               {filled.label(
                    "country", language("Country"),
                    language("Decides the public holidays. What has been counted already keeps the old "
                             "ones until its indicator is saved again.")),
                {{"DK", language("Denmark"), {}, country == "DK"},
                 {"NO", language("Norway"), {}, country == "NO"}}},
               language)
        << text(visit,
                filled.optional(
                    "colour", language("Colour"),
                    language("The colour of buttons and marks, such as #1b4f8c. Empty: Mærkbar's own.")),
                filled.value("colour", tenant.colour), parts::FieldWidth::narrow)
        << text(visit,
                filled.optional("host", language("Host name"),
                                language("Only needed where several municipalities share one Mærkbar: the "
                                         "address that leads to this one.")),
                filled.value("host", tenant.host), parts::FieldWidth::medium);
    return view;
}

Result<Done> send_municipality(Visit& visit, Form& form) {
    auto tenant = TRY(tenant_of(visit));
    tenant.name = form.required_text("name");
    tenant.country = country_coded(form.choice("country", countries)).value_or(tenant.country);
    tenant.colour = folded(form.text("colour"));
    tenant.host = folded(form.text("host"));
    if (!form.ok()) return form.errors().front();
    TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& transaction) -> Result<void> {
            const auto now = TRY(find_tenant(transaction.connection(), tenant.id));
            if (now) TRY(expect_version(form, now->version));
            return save_tenant(transaction, tenant);
        }));
    return Done{"/organisation", tenant.id.value};
}

Result<Response> municipality_json(Visit& visit) {
    const auto tenant = TRY(tenant_of(visit));
    JsonWriter json;
    json.begin_object()
        .member("name", tenant.name)
        .member("country", code_of(tenant.country))
        .member("colour", tenant.colour)
        .member("host", tenant.host)
        .member("version", tenant.version)
        .end_object();
    return Response::json(std::move(json).text());
}

constexpr std::string_view schema =
    R"({"type":"object","required":["name","country"],"properties":{"name":{"type":"string","maxLength":200},"country":{"enum":["DK","NO"]},"colour":{"type":"string","pattern":"^(#[0-9a-fA-F]{6})?$"},"host":{"type":"string"},"version":{"type":"integer"}}})";

} // namespace

std::vector<Reading> municipality_readings() {
    web::ApiDoc doc;
    doc.summary = "The municipality: name, country, colour and host name";
    doc.response_schema = schema;
    return {{"/api/v1/municipality", may::organisation_manage, municipality_json, std::move(doc)}};
}

std::vector<Change> municipality_changes() {
    return {{"/organisation/municipality", "/api/v1/municipality", may::organisation_manage,
             view_municipality, send_municipality,
             "Change the municipality; with `version`, only if nobody changed it since", schema,
             web::Method::put}};
}

} // namespace maerkbar::organisation
