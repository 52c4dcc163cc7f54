#include "app/audit_words.hpp"

#include "actions/audit_words.hpp"
#include "base/translatable.hpp"
#include "measurement/audit_words.hpp"
#include "practice/assessment/rounds/audit_words.hpp"
#include "practice/panels/routes.hpp"
#include "sources/feedback/pages/routes.hpp"
#include "sources/import/audit_words.hpp"
#include "sources/surveys/audit_words.hpp"

namespace maerkbar::app {
namespace {

constexpr organisation::AuditWord own_words[] = {
    {"upkeep.calendar", translatable("Counting after a change of days off and hours")},
    {"upkeep.tree", translatable("Sums after a change of the organisation")},
};

} // namespace

std::vector<organisation::AuditWord> audit_words() {
    std::vector<organisation::AuditWord> all(std::begin(own_words), std::end(own_words));
    for (const auto words :
         {measurement::audit_words(), sources::audit_words(), actions::audit_words(),
          assessment::audit_words(), surveys::audit_words(), panels::audit_words(), feedback::audit_words()})
        all.insert(all.end(), words.begin(), words.end());
    return all;
}

} // namespace maerkbar::app
