#pragma once

#include "measurement/verdict.hpp"
#include "organisation/viewer.hpp"
#include "sources/surveys/results/pages/routes.hpp"
#include "sources/surveys/results/release_store.hpp"
#include "web/context.hpp"
#include "web/parts/page.hpp"
#include "web/response.hpp"

// What the pages of this folder share.
namespace maerkbar::surveys::results::pages {

// One request, and who asks.
struct Visit {
    ResultServices& services;
    web::Context& context;
    organisation::Viewer viewer;
    const web::Language& language;

    template <typename F>
    auto read(F&& work) {
        return services.surveys.database().read(std::forward<F>(work));
    }
    [[nodiscard]] std::string unit_name(UnitId unit) const {
        return std::string(viewer.tree->name(unit, viewer.today));
    }
};
[[nodiscard]] Result<Visit> visit(ResultServices& services, web::Context& context);

// The survey of the path, and the units for which it has results that this person may see, the highest first.
struct Subject {
    Survey survey;
    Definition definition; // its latest version
    std::vector<UnitId> units;
    UnitId unit;
};
// ?unit=…; without it their common_unit(). Error: not_found (results.none), also for what the person may not
// see.
[[nodiscard]] Result<Subject> subject_of(Visit& visit);
[[nodiscard]] std::vector<UnitId> units_with_results(const Visit& visit,
                                                     const std::vector<ReleasedPlace>& places,
                                                     SurveyId survey);

// The lowest unit that holds all others of them, or lies beneath them: those above it show the same.
[[nodiscard]] UnitId common_unit(const Visit& visit, const std::vector<UnitId>& units);

// Whether the survey is asked at the subject's unit and beneath it alone: what is of the survey as a whole is
// shown only there.
[[nodiscard]] Result<bool> holds_all_links(storage::Connection& connection, const Visit& visit,
                                           const Subject& subject);

[[nodiscard]] std::string title_of(const Visit& visit, const Definition& definition);
[[nodiscard]] std::string question_title(const Visit& visit, const Definition& definition,
                                         const CountedQuestion& question);
// "3. kvartal 2026", "November 2026 so far", "2026 until 30 September".
[[nodiscard]] std::string period_words(const GroupKey& group, const web::Language& language);
// In addresses: "quarter:2026-07-01:2026-09-30".
[[nodiscard]] std::string period_code(const GroupKey& group);
[[nodiscard]] std::string address_of(SurveyId survey, std::string_view tail, UnitId unit);
[[nodiscard]] web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead);
[[nodiscard]] web::Html link(std::string_view href, std::string_view text);
[[nodiscard]] web::Html words(std::string_view text);
[[nodiscard]] web::Html paragraph(std::string_view text);

// Why a group is not shown, in plain words; never more than "too few".
[[nodiscard]] std::string why_hidden(const Figures& figures, const web::Language& language);
// "45", "< 5" or "–".
[[nodiscard]] std::string count_words(const Figures& figures, const web::Language& language);

// The promise for a question in a unit, and how it has gone: the indicator on it, if there is one.
struct Followed {
    IndicatorId indicator;
    measurement::Definition definition;
    std::shared_ptr<const measurement::Verdict> verdict;
    [[nodiscard]] std::optional<double> promised() const {
        return verdict->target ? verdict->target->low : std::nullopt;
    }
};
[[nodiscard]] Result<std::optional<Followed>> followed(Visit& visit, const Subject& subject,
                                                       std::string_view question);

Result<web::Response> list(ResultServices& services, web::Context& context);
Result<web::Response> results_page(ResultServices& services, web::Context& context);
Result<web::Response> map_page(ResultServices& services, web::Context& context);
Result<web::Response> follow(ResultServices& services, web::Context& context);
Result<web::Response> take_over_answers(ResultServices& services, web::Context& context);
Result<web::Response> results_api(ResultServices& services, web::Context& context);
Result<web::Response> waves_page(ResultServices& services, web::Context& context);
Result<web::Response> set_population(ResultServices& services, web::Context& context);
Result<web::Response> waves_api(ResultServices& services, web::Context& context);
Result<web::Response> comments_api(ResultServices& services, web::Context& context);

} // namespace maerkbar::surveys::results::pages
