#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "actions/routes.hpp"
#include "messages/outbox.hpp"
#include "organisation/services.hpp"
#include "practice/assessment/model/evidence.hpp"
#include "practice/assessment/rounds/join_limit.hpp"
#include "web/route.hpp"

namespace maerkbar::assessment {

// What one of the unit's own indicators says now.
struct IndicatorEvidence {
    IndicatorId id;
    std::string code = {}; // of the library of indicators
    std::string name;
    std::string sentence; // the verdict in the reader's language
    Signs signs;
};

struct EvidenceQuestion {
    TenantId tenant;
    UnitId unit;
    Date today;
    const web::Language& language;
};

// What the pages of self-assessment need. Everything outlives the routes.
struct AssessmentServices {
    organisation::Services& organisation;
    actions::ActionServices& actions;
    messages::Outbox& outbox;
    const web::Languages& languages;
    // Verdicts of the unit; filled in where measurement is known.
    std::function<Result<std::vector<IndicatorEvidence>>(storage::Connection&, const EvidenceQuestion&)>
        evidence;
    std::unique_ptr<JoinLimit> join_limit = std::make_unique<JoinLimit>();
};

[[nodiscard]] std::vector<web::Route> routes(AssessmentServices& services);

} // namespace maerkbar::assessment
