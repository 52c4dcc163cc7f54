#pragma once

#include "sources/import/source.hpp"

namespace maerkbar::sources {

// Contacts with citizens, one row each: when, where, by which channel, how long they waited and were helped,
// whether they got through and were helped the first time. From phone systems, queue tickets, mail boxes.
[[nodiscard]] Source contacts_source();

} // namespace maerkbar::sources
