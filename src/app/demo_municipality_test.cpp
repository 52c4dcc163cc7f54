#include "app/demo_municipality.hpp"

#include <doctest/doctest.h>

#include "measurement/indicator_store.hpp"
#include "measurement/sentence.hpp"
#include "organisation/tenants.hpp"
#include "storage/testing.hpp"

namespace maerkbar::app {
namespace {

// What is said of an indicator of the municipality's only unit with this code.
std::string said(Application& application, TenantId tenant, std::string_view indicator_name,
                 const char* unit) {
    const auto today = application.today();
    const auto tree = application.trees().get(tenant).value();
    const auto all = application.database()
                         .read([&](storage::Connection& connection) {
                             return measurement::indicators(connection, tenant);
                         })
                         .value();
    for (const auto& indicator : all) {
        if (indicator.definition.name.da != indicator_name) continue;
        const auto verdict = application.verdicts()
                                 .get(tenant, {indicator.id, *tree->find_by_code(unit, today)}, today)
                                 .value();
        return measurement::say(application.languages().get("da"), indicator.definition, *verdict, today)
            .text();
    }
    return {};
}

TEST_CASE("Borgerservice of the demo answers calls sooner since its service targets, as somebody confirmed") {
    storage::testing::TestDatabase database(storage::Dialect::sqlite);
    Settings settings;
    settings.data = database.folder();
    settings.cheap_passwords = true;
    const auto application = Application::create(settings, database.settings()).value();
    const auto made = make_demo(*application);
    REQUIRE_MESSAGE(made.ok(), (made.ok() ? "" : made.error().english()));
    const auto text = said(*application, TenantId{1}, "Telefon besvaret inden 2 minutter", "BS");
    INFO(text);
    CHECK(text.find("af opkaldene blev besvaret inden 2 minutter") != std::string::npos);
    CHECK(text.find(
              "Det er bedre end før: siden maj 2025 ligger niveauet på 85\u00a0% mod 78\u00a0% tidligere.") !=
          std::string::npos);
    const auto places = said(*application, TenantId{1}, "Belægning i dagtilbud (syntetisk)", "BRO");
    INFO(places);
    CHECK(places.find("af pladserne var optaget") != std::string::npos);
    CHECK(places.find("Det ser ud til at være blevet bedre") != std::string::npos);
    CHECK(text.find("Målet på 80\u00a0% er nået") != std::string::npos);
}

} // namespace
} // namespace maerkbar::app
