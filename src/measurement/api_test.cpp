#include "measurement/api.hpp"

#include <doctest/doctest.h>

#include "measurement/fake_source.hpp"
#include "measurement/recompute_jobs.hpp"
#include "organisation/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::measurement;
using organisation::testing::has;
using web::Method;

namespace {

// Fjordby with contacts of the library since 1 January 2026; today is 25 February.
class Town {
  public:
    explicit Town(storage::Dialect dialect)
        : site(dialect),
          trees(site.database()),
          verdicts(site.database(), trees, sources),
          services{site.services, verdicts, languages},
          router(api_routes(services), site.sign_in, languages, error_page) {
        measurement::testing::Import import{1, true, {}, {}};
        for (auto day = *Date::from(2026, 1, 1); day <= *Date::from(2026, 2, 20); day = day + 1)
            for (int call = 0; call < 5; ++call)
                import.facts.push_back({site.library, { day, { 1, call == 0 ? 300 : 60, missing } }});
        source.imports.push_back(import);
    }

    web::Response ask(Method method, std::string_view target, std::string body = {}) {
        auto request = web::testing::request(method, target);
        request.headers.set("Cookie", "language=en; session=" + site.cookie);
        if (const auto who = site.sign_in.identify(request).value())
            request.headers.set("X-CSRF-Token", who->csrf_token);
        request.headers.set("Content-Type", "application/json");
        request.body = std::move(body);
        return router.handle(std::move(request));
    }

    void run_jobs() {
        storage::JobRunner runner(site.database(), {}, job_handlers(site.database(), sources));
        while (runner.run_next().value()) {
        }
    }

    std::string unit(UnitId id, std::string_view rest = {}) const {
        return "/api/v1/units/" + std::to_string(id.value) + std::string(rest);
    }

    organisation::testing::Site site;
    measurement::testing::FakeSource source;
    SourceList sources{{&source}};
    organisation::UnitTreeCache trees;
    Verdicts verdicts;
    web::Languages languages;
    web::testing::PlainErrorPage error_page;
    Services services;
    web::Router router;
};

constexpr auto answered =
    R"({"name":{"en":"Phone answered"},"phrase":{"en":"of the calls were answered"},"source":"contacts","direction":"higher",)"
    R"("format":"percent","filter":{"column":"channel","op":"is","value":"telefon"},)"
    R"("measure":{"kind":"share","condition":{"column":"waited","op":"at_most","value":120}}})";

void for_each_town(FunctionRef<void(Town&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Town town(dialect);
        test(town);
    }
}

} // namespace

TEST_CASE("the route table of the API is sound") {
    Town town(storage::Dialect::sqlite);
    for (const auto& fault : web::faults_in(api_routes(town.services)))
        FAIL_CHECK(fault);
}

TEST_CASE("an indicator is defined, computed in the background, and read with its sentence") {
    for_each_town([](Town& town) {
        const auto made = town.ask(Method::post, "/api/v1/indicators", answered);
        CHECK(made.status == 201);
        CHECK(made.body == R"({"id":1,"edition":1,"computing":true,"unseen_categories":[]})");
        CHECK(has(town.ask(Method::get, "/api/v1/indicators"), R"("edition":0,"computing":true)"));
        town.run_jobs();
        const auto verdict = town.ask(Method::get, town.unit(town.site.culture, "/indicators/1"));
        CHECK(verdict.status == 200);
        CHECK(has(verdict, "80% of the calls were answered in January (124 of 155)."));
        CHECK(has(town.ask(Method::get, town.unit(town.site.installed.root, "/verdicts?period=week")),
                  R"("period":"2026-W08","state":"complete")"));
        CHECK(has(town.ask(Method::get, town.unit(town.site.care, "/indicators/1")), R"("tag":"no_data")"));
    });
}

TEST_CASE("a definition that does not fit is refused with the place") {
    for_each_town([](Town& town) {
        const auto refused =
            town.ask(Method::post, "/api/v1/indicators",
                     R"({"name":"A","source":"contacts","measure":{"kind":"mean","column":"channel"}})");
        CHECK(refused.status == 422);
        CHECK(has(refused, R"("field":"measure.column")"));
        CHECK(town.ask(Method::post, "/api/v1/indicators", "nonsense").status >= 400);
        CHECK(has(town.ask(Method::get, "/api/v1/sources"), R"("texts":["Telefon","Brev"])"));
        CHECK(has(town.ask(Method::get, "/api/v1/library"), R"("code":"phone_answered_within")"));
    });
}

TEST_CASE("targets, notes and decisions are made, listed and taken back") {
    for_each_town([](Town& town) {
        town.ask(Method::post, "/api/v1/indicators", answered);
        town.run_jobs();
        const auto root = std::to_string(town.site.installed.root.value);
        const auto chart = town.unit(town.site.library, "/indicators/1");
        CHECK(town.ask(Method::post, "/api/v1/indicators/1/targets",
                       R"({"unit":)" + root + R"(,"from":"2025-01-01","low":0.75})")
                  .body == R"({"id":1})");
        CHECK(has(town.ask(Method::get, chart), R"("target_status":"kept")"));
        CHECK(has(town.ask(Method::get, "/api/v1/indicators/1/targets"),
                  R"("from":"2025-01-01","to":null,"low":0.75)"));
        CHECK(town.ask(Method::post, chart + "/decisions",
                       R"({"kind":"phase","period":"2026-02","reason":"Ny vagtplan"})")
                  .status == 201);
        CHECK(town.ask(Method::post, chart + "/decisions",
                       R"({"kind":"rebase","period":"2026-02","reason":"x"})")
                  .status == 422);
        CHECK(has(town.ask(Method::get, chart + "/decisions"),
                  R"("kind":"phase","period":"2026-02","reason":"Ny vagtplan")"));
        CHECK(town.ask(Method::post, chart + "/notes",
                       R"({"day":"2026-02-02","text":"Flere på telefonen","intervention":true})")
                  .status == 201);
        CHECK(has(town.ask(Method::get, chart + "/notes"),
                  R"("intervention":true,"text":"Flere på telefonen")"));
        for (const auto* made : {"/api/v1/targets/1", "/api/v1/chart-decisions/1", "/api/v1/chart-notes/1"}) {
            CHECK(town.ask(Method::delete_, made).status == 204);
            CHECK(town.ask(Method::delete_, made).status == 404);
        }
    });
}

TEST_CASE("somebody sees their own units only, and rows only with leave") {
    for_each_town([](Town& town) {
        town.ask(Method::post, "/api/v1/indicators", answered);
        town.run_jobs();
        town.site.cookie = town.site.person("leder", {town.site.culture, organisation::Role::leader});
        CHECK(has(town.ask(Method::get, town.unit(town.site.library, "/indicators/1/rows?period=2026-W08")),
                  R"("columns":["channel","waited","answered_day"])"));
        CHECK(town.ask(Method::get, town.unit(town.site.library, "/indicators/1/rows?period=x")).status ==
              422);
        town.site.cookie = town.site.person("laeser", {town.site.culture, organisation::Role::reader});
        CHECK(town.ask(Method::get, town.unit(town.site.library, "/indicators/1")).status == 200);
        CHECK(town.ask(Method::get, town.unit(town.site.care, "/indicators/1")).status == 404);
        CHECK(town.ask(Method::get, town.unit(town.site.library, "/indicators/1/rows?period=2026-W08"))
                  .status == 403);
        CHECK(town.ask(Method::post, "/api/v1/indicators", answered).status == 403);
    });
}
