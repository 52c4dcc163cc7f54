#pragma once

#include "messages/outbox.hpp"
#include "organisation/audit_word.hpp"
#include "organisation/viewer.hpp"
#include "sources/feedback/flood_brake.hpp"
#include "sources/surveys/services.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::feedback {

// What the citizens' pages and those about reaching a citizen need. Everything outlives the routes.
struct FeedbackServices {
    organisation::Services& organisation;
    surveys::Services& surveys;     // counts wrong codes together with those of surveys
    const messages::Outbox& outbox; // its seal also closes how citizens are reached
    FloodBrake brake = {};
};

// The register for staff and its API, and the pages on which citizens write and follow what they wrote.
[[nodiscard]] std::vector<web::Route> routes(FeedbackServices& services);
[[nodiscard]] std::span<const web::parts::PageHelp> page_help();
[[nodiscard]] std::span<const organisation::AuditWord> audit_words();

// A notice for the page of a unit: how many entries there and beneath wait for an answer, with a link.
// Nothing where none waits, or where the viewer may not read the register.
[[nodiscard]] Result<web::Html> waiting_notice(storage::Connection& connection,
                                               const organisation::Viewer& viewer, UnitId unit,
                                               const web::Language& language);

} // namespace maerkbar::feedback
