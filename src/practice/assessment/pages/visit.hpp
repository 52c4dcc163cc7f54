#pragma once

#include <string>

#include "organisation/page_support.hpp"
#include "practice/assessment/pages/routes.hpp"
#include "practice/assessment/rounds/participant_store.hpp"
#include "practice/assessment/rounds/round_store.hpp"
#include "practice/assessment/rounds/standing.hpp"
#include "web/make_route.hpp"

// What the handlers of this module share; not for other modules.
namespace maerkbar::assessment {

// One request of somebody signed in.
struct RoundVisit {
    AssessmentServices& services;
    organisation::Visit& page;

    [[nodiscard]] const organisation::Viewer& viewer() const { return page.viewer; }
    [[nodiscard]] const web::Language& language() const { return page.language; }
    [[nodiscard]] web::Context& context() const { return page.context; }
    [[nodiscard]] TenantId tenant() const { return page.viewer.tenant(); }
    [[nodiscard]] std::string done() const { return page.context.request.query.text("done"); }
    template <typename F>
    auto read(F&& work) {
        return services.organisation.database.read(std::forward<F>(work));
    }
    template <typename F>
    auto write(F&& work) {
        return services.organisation.database.write(viewer().actor, std::forward<F>(work));
    }

    // A round outlives its unit: one that was merged counts for the unit it went into.
    [[nodiscard]] UnitId unit_now(const Round& round) const;
    // Whether they set it up and run it.
    [[nodiscard]] bool leads(const Round& round) const;

    // The round of the path, for those who lead it. Error: not_found for everybody else.
    [[nodiscard]] Result<Round> led_round();
    // For those who lead it or take part, and, once the group has agreed, who see the unit's results.
    [[nodiscard]] Result<Round> seen_round();
    // For those who lead it or take part. Error: not_found for everybody else.
    [[nodiscard]] Result<Round> joined_round();
    [[nodiscard]] Result<Standing> standing(const Round& round);
};

[[nodiscard]] std::string address_of(RoundId round, std::string_view rest = {});
// A mistake that the person mends on the page they came from is shown there.
[[nodiscard]] bool mendable(const Error& error);
// The handler of a route for people: `handler` in their visit.
[[nodiscard]] web::RouteHandler in_visit(AssessmentServices& services,
                                         Result<web::Response> (*handler)(RoundVisit&));

// Back to `address` with the sentence of the error as a notice, where the error can be mended; else the
// error.
[[nodiscard]] Result<web::Response> back_with(const RoundVisit& visit, std::string address,
                                              const Error& error);
// The notice of ?problem= (the code of an error) or ?done=.
[[nodiscard]] web::Html notice_of(const RoundVisit& visit);

// The page of a round, with crumbs to it.
[[nodiscard]] web::parts::PageInfo round_info(RoundVisit& visit, const Round& round, std::string title,
                                              std::string lead = {});

} // namespace maerkbar::assessment
