#include "app/demo_municipality.hpp"

#include <fstream>
#include <map>

#include "app/demo/demo_contacts.hpp"
#include "app/demo_assessments.hpp"
#include "app/demo_feedback.hpp"
#include "app/demo_indicators.hpp"
#include "app/demo_occupancy.hpp"
#include "app/demo_surveys.hpp"
#include "base/translatable.hpp"
#include "organisation/catalogue.hpp"
#include "organisation/people.hpp"
#include "organisation/places.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::app {

namespace {

using namespace organisation;
using storage::Connection;
using storage::Transaction;

constexpr std::uint64_t seed = 20260101;

struct DemoUnit {
    std::string_view code;
    std::string_view name;
    std::string_view parent; // code
    std::size_t level;       // from the top
};
constexpr DemoUnit demo_units[] = {
    {"BORGER", "Borger og Arbejdsmarked", "", 1},
    {"BS", "Borgerservice", "BORGER", 2},
    {"BS-TLF", "Telefonteam", "BS", 3},
    {"SUNDHED", "Sundhed og Ældre", "", 1},
    {"SOLV", "Træningscentret Solvænget", "SUNDHED", 2},
    {"VISI", "Visitation & Bestiller", "SUNDHED", 2},
    {"SOCIAL", "Social og Handicap", "", 1},
    {"BRO", "Specialområde Bro", "SOCIAL", 2},
};

struct DemoPerson {
    std::string_view login;
    std::string_view name; // the role, for there are no invented persons
    Role role;
    std::string_view unit; // code; empty: the municipality
};
constexpr DemoPerson demo_people[] = {
    {"administrator", "Administrator", Role::administrator, ""},
    {"kvalitetskonsulent", "Kvalitetskonsulent", Role::quality_consultant, ""},
    {"leder-borgerservice", "Leder, Borgerservice", Role::leader, "BS"},
    {"medarbejder-borgerservice", "Medarbejder, Borgerservice", Role::employee, "BS"},
    {"leder-solvaenget", "Leder, Solvænget", Role::leader, "SOLV"},
    {"leder-bro", "Leder, Specialområde Bro", Role::leader, "BRO"},
    {"leder-visitation", "Leder, Visitation & Bestiller", Role::leader, "VISI"},
    {"laeser", "Politiker (læseadgang)", Role::reader, ""},
};

using UnitIds = std::map<std::string, UnitId, std::less<>>;

storage::Actor founder(TenantId tenant) {
    return {tenant, {}, "cli", "demo"};
}

Result<CreatedTenant> make_tenant(Application& application) {
    return application.database().write(founder(TenantId{1}), [](Transaction& tx) -> Result<CreatedTenant> {
        if (TRY(any_tenant(tx.connection())))
            return Error{
                ErrorKind::conflict, "demo.not_empty",
                translatable(
                    "The installation is not empty. Choose another data folder for the demo municipality.")};
        return create_tenant(tx, {"Fjordby Kommune", Country::denmark});
    });
}

Result<UnitIds> make_units(Application& application, const CreatedTenant& created) {
    const auto tenant = created.tenant.id;
    const auto levels = TRY(
        application.database().read([&](Connection& connection) { return read_levels(connection, tenant); }));
    UnitIds ids{{"", created.root}};
    for (const auto& planned : demo_units) {
        NewUnit wanted;
        wanted.level = levels.at(planned.level).id;
        wanted.name = planned.name;
        wanted.parent = ids.find(planned.parent)->second;
        wanted.codes = {{CodeKind::own, std::string(planned.code)}};
        ids[std::string(planned.code)] = TRY(application.database().write(
            founder(tenant), [&](Transaction& tx) { return add_unit(tx, tenant, wanted); }));
    }
    return ids;
}

Result<void> make_people(Application& application, TenantId tenant, const UnitIds& units) {
    for (const auto& planned : demo_people) {
        const std::string login(planned.login);
        const auto hash = TRY(application.sign_in().hashed(demo_password, login));
        TRY(application.database().write(founder(tenant), [&](Transaction& tx) -> Result<void> {
            const auto person = TRY(add_person(tx, tenant, {login, std::string(planned.name), "", ""}));
            TRY(give_role(tx, tenant, person, {units.find(planned.unit)->second, planned.role}));
            return store_password(tx, tenant, person, hash);
        }));
    }
    return {};
}

Result<void> make_catalogue(Application& application, TenantId tenant) {
    const std::pair<CatalogueKind, std::vector<std::string_view>> lists[] = {
        {CatalogueKind::channel, {"Telefon", "Personligt fremmøde", "E-mail", "Brev", "Selvbetjening"}},
        {CatalogueKind::customer_type, {"Borger", "Virksomhed"}},
        {CatalogueKind::contact_point, {"Pas og kørekort", "Flytning", "Folkepension", "Skat og betaling"}},
    };
    for (const auto& [kind, names] : lists)
        for (const auto name : names)
            TRY(application.database().write(founder(tenant), [&, kind = kind](Transaction& tx) {
                CatalogueEntry entry;
                entry.kind = kind;
                entry.name = name;
                return save_entry(tx, entry);
            }));
    return {};
}

// A file as another system would give it out, imported the way a person would.
struct DemoFile {
    std::string_view source;
    std::string_view feed;
    std::string_view name;
    std::string csv;
};
Result<void> import_file(Application& application, TenantId tenant, const DemoFile& wanted) {
    const auto path =
        std::filesystem::temp_directory_path() /
        ("maerkbar-demo-" + std::to_string(application.database().now().time_since_epoch().count()) + ".csv");
    std::ofstream(path, std::ios::binary) << wanted.csv;
    const auto import = [&]() -> Result<void> {
        auto& importer = application.importer();
        const auto file = TRY(tables::TableFile::open(path));
        const sources::ImportOrder order{std::string(wanted.source),
                                         std::string(wanted.feed),
                                         std::string(wanted.name),
                                         path,
                                         {},
                                         guess_mapping(importer.source(wanted.source)->source(), file),
                                         sources::ImportMode::replace,
                                         sources::BadRows::reject};
        const auto id = TRY(importer.check_and_confirm(founder(tenant), order));
        return importer.run(founder(tenant), id, path, [](std::int64_t, std::int64_t) {});
    };
    auto done = import();
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return done;
}

} // namespace

Result<void> make_demo(Application& application) {
    const auto created = TRY(make_tenant(application));
    const auto tenant = created.tenant.id;
    const auto units = TRY(make_units(application, created));
    TRY(make_people(application, tenant, units));
    TRY(make_catalogue(application, tenant));
    const auto story = demo_story(Period::containing(PeriodKind::month, application.today()).first - 1);
    TRY(make_demo_indicators(application, tenant, units.find("BS")->second, story));
    TRY(make_demo_assessments(application, tenant, units));
    TRY(make_demo_surveys(application, tenant, units, story));
    TRY(make_demo_feedback(application, tenant, units, story));
    TRY(make_demo_occupancy(application, tenant, units.find("BRO")->second, story));
    TRY(import_file(
        application, tenant,
        {"figures", "Belægning (syntetisk)", "belaegning-syntetisk.csv", demo_occupancy_csv(story, seed)}));
    return import_file(application, tenant,
                       {"contacts", "Henvendelser (syntetiske)", "henvendelser-syntetisk.csv",
                        demo_contacts_csv(story, seed)});
}

} // namespace maerkbar::app
