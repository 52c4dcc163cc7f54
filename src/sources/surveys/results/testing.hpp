#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "organisation/catalogue.hpp"
#include "organisation/store_units.hpp"
#include "sources/surveys/past_answers.hpp"
#include "sources/surveys/results/release.hpp"
#include "sources/surveys/sample_town.hpp"

// For tests: a town with two institutions that ask the sample survey.
namespace maerkbar::surveys::results::testing {

struct Town : surveys::testing::SampleTown {
    UnitId north, south;
    organisation::CatalogueId desk;

    explicit Town(storage::Database& the_database) : SampleTown(the_database) {
        north = add_unit("Nord");
        south = add_unit("Syd");
        desk = write([](storage::Transaction& t) {
                   organisation::CatalogueEntry entry;
                   entry.kind = organisation::CatalogueKind::contact_point;
                   entry.name = "Skranke";
                   return organisation::save_entry(t, entry);
               }).value();
    }

    UnitId add_unit(std::string name) {
        const organisation::NewUnit wanted{{},   organisation::LevelId{2}, std::move(name),
                                           root, organisation::beginning,  {}};
        return write([&](storage::Transaction& t) { return organisation::add_unit(t, actor.tenant, wanted); })
            .value();
    }

    LinkId link(UnitId unit, organisation::CatalogueId point = {}) {
        SurveyLink wanted;
        wanted.unit = unit;
        wanted.contact_point = point;
        return add(wanted);
    }

    // So many times the same answer in a week.
    void answer(LinkId link, std::string_view week, int times, std::string_view answers) {
        const std::vector<PastAnswer> all(static_cast<std::size_t>(times),
                                          {*Date::parse_iso(week), read_answers(answers).value()});
        (void)write([&](storage::Transaction& t) { return store_past_answers(t, link, 1, all); }).value();
    }

    void publish_as_sensitive(const std::vector<std::string>& questions) {
        auto stored =
            read([&](storage::Connection& c) { return read_survey(c, actor.tenant, survey); }).value();
        for (auto& page : stored.draft.pages)
            for (auto& question : page.questions)
                question.sensitive = std::ranges::find(questions, question.name) != questions.end();
        (void)write([&](storage::Transaction& t) -> Result<std::int64_t> {
            TRY(save_draft(t, survey, stored.edition, stored.draft));
            return publish_draft(t, survey);
        }).value();
    }

    void release(std::string_view today) {
        const auto tree =
            read([&](storage::Connection& c) { return organisation::read_units(c, actor.tenant); }).value();
        (void)release_survey(database, actor, tree, survey, *Date::parse_iso(today)).value();
    }

    Figures figures(UnitId unit, std::string_view period, std::string question = "satisfied") {
        ReleaseQuestion asked{survey, unit, std::move(question)};
        asked.contact_point = asked.customer_type = organisation::CatalogueId{};
        asked.first = Period::parse(period)->first;
        asked.last = Period::parse(period)->last();
        const auto found =
            read([&](storage::Connection& c) { return read_releases(c, actor.tenant, asked); }).value();
        return found.empty() ? Figures{} : found.front().figures;
    }
};

} // namespace maerkbar::surveys::results::testing
