#pragma once

#include <cstdint>
#include <string>

#include "base/date.hpp"

namespace maerkbar::app {

// Story 1 as a file: contacts of a made-up citizen service centre over 34 months up to `last`, as its phone,
// ticket and mail systems would give them out (Windows-1252, semicolons, Danish words). Everything comes from
// `seed`; the same seed and day give the same bytes. What the story holds:
//  * about 79 % of calls answered within two minutes until the service targets, 86 % from `targets_from` on;
//  * longer opening hours a year and a half before changed the number of contacts but not the experience;
//  * a week of the switchboard being down, more calls in January and June, fewer in July.
struct DemoStory {
    Date first;
    Date last;
    Date longer_hours_from;
    Date targets_from;
};
[[nodiscard]] DemoStory demo_story(Date last);
[[nodiscard]] std::string demo_contacts_csv(const DemoStory& story, std::uint64_t seed);

} // namespace maerkbar::app
