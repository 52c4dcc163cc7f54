#pragma once

#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "organisation/tenants.hpp"
#include "sources/surveys/definition/sample.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/survey_store.hpp"
#include "storage/testing.hpp"

namespace maerkbar::surveys::testing {

// For tests: a municipality with the sample survey in its first version.
struct SampleTown {
    storage::Database& database;
    storage::Actor actor{TenantId{1}, {}, "web"};
    UnitId root;
    SurveyId survey;
    DefinitionCache cache = {};

    template <typename F>
    auto write(F work) {
        return database.write(actor, work);
    }
    template <typename F>
    auto read(F work) {
        return database.read(work);
    }

    explicit SampleTown(storage::Database& the_database) : database(the_database) {
        const auto made =
            write([](storage::Transaction& t) {
                return organisation::create_tenant(t, {"Fjordby Kommune", organisation::Country::denmark});
            }).value();
        actor.tenant = made.tenant.id;
        root = made.root;
        survey = write([](storage::Transaction& t) { return add_survey(t, sample()); }).value();
        CHECK(write([&](storage::Transaction& t) { return publish_draft(t, survey); }).value() == 1);
    }

    [[nodiscard]] static Date day() { return *Date::from(2026, 2, 25); }

    LinkId add(SurveyLink wanted) {
        wanted.survey = survey;
        if (!wanted.unit) wanted.unit = root;
        return write([&](storage::Transaction& t) { return add_link(t, wanted); }).value();
    }

    OpenLink open(LinkId link) {
        return read([&](storage::Connection& c) -> Result<OpenLink> {
                   return open_link(c, cache, actor.tenant, TRY(read_link(c, actor.tenant, link)).code,
                                    day());
               })
            .value();
    }
    OpenLink open(Mode mode, bool by_code = false) {
        SurveyLink wanted;
        wanted.mode = mode;
        wanted.by_code = by_code;
        return open(add(std::move(wanted)));
    }

    std::int64_t number(const std::string& sql) {
        return read([&](storage::Connection& c) { return c.number(sql); }).value();
    }
};

} // namespace maerkbar::surveys::testing
