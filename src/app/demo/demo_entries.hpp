#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "sources/feedback/entry.hpp"

namespace maerkbar::app {

// One entry of the demo's register as it was received and answered.
struct DemoEntry {
    feedback::Kind kind = feedback::Kind::complaint;
    Date received_on;
    std::string text; // marked as synthetic
    std::string_view contact_point;
    bool answer_wanted = true;
    int days_to_answer = 0; // calendar days
    feedback::Outcome outcome = feedback::Outcome::upheld;
};

// What citizens of Borgerservice said from `first` to `last`: from `better_from` on fewer complaints, more
// praise, and sooner answers. The same seed and days give the same entries.
struct DemoEntriesPlan {
    Date first;
    Date last;
    Date better_from;
    std::uint64_t seed = 0;
};
[[nodiscard]] std::vector<DemoEntry> demo_entries(const DemoEntriesPlan& plan);

} // namespace maerkbar::app
