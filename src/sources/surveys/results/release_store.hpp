#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sources/surveys/results/figures.hpp"
#include "sources/surveys/results/lattice_plan.hpp"
#include "sources/surveys/survey_store.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys::results {

// What was released of one question in one group.
struct Release {
    GroupKey group;
    std::string question; // whole_survey: how many answers there are
    Figures figures;
};

// Which releases of a survey are asked for; what is left out may be anything.
struct ReleaseQuestion {
    SurveyId survey;
    std::optional<UnitId> unit = {};
    std::optional<std::string> question = {};
    std::optional<CatalogueId> contact_point = {}; // an id of 0: not split by it
    std::optional<CatalogueId> customer_type = {};
    std::optional<GroupKind> kind = {};
    std::optional<Date> first = {};
    std::optional<Date> last = {};
    View view = View::self;
    bool waves = false; // only groups of kind wave; otherwise none of them
};
// In order of question, unit, contact point, customer type, kind and time.
[[nodiscard]] Result<std::vector<Release>> read_releases(storage::Connection& connection, TenantId tenant,
                                                         const ReleaseQuestion& question);
// Whose answers there are releases of at this unit.
[[nodiscard]] Result<std::vector<View>> released_views(storage::Connection& connection, TenantId tenant,
                                                       SurveyId survey, UnitId unit);
[[nodiscard]] Result<void> store_releases(storage::Transaction& transaction, SurveyId survey, View view,
                                          const std::vector<Release>& releases, Date today);

// How far a survey is counted and released, as the Mondays of weeks.
struct CountedUntil {
    std::optional<Date> counted = {};
    std::optional<Date> released = {};
};
[[nodiscard]] Result<CountedUntil> counted_until(storage::Connection& connection, TenantId tenant,
                                                 SurveyId survey);
[[nodiscard]] Result<void> set_counted(storage::Transaction& transaction, SurveyId survey,
                                       const CountedUntil& until);

// Of weeks in [first, last].
[[nodiscard]] Result<Atoms> read_atoms(storage::Connection& connection, TenantId tenant, SurveyId survey,
                                       Date first, Date last);
[[nodiscard]] Result<void> store_atoms(storage::Transaction& transaction, SurveyId survey,
                                       const Atoms& atoms);

// Which surveys have releases for which units.
struct ReleasedPlace {
    SurveyId survey;
    UnitId unit;
    auto operator<=>(const ReleasedPlace&) const = default;
};
[[nodiscard]] Result<std::vector<ReleasedPlace>> released_places(storage::Connection& connection,
                                                                 TenantId tenant);

} // namespace maerkbar::surveys::results
