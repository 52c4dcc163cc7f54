#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "measurement/definition.hpp"

namespace maerkbar::measurement {

// The form in which definitions are stored, exchanged over the API and kept in the library:
//
//   {"name": {"da": "Telefon besvaret"}, "phrase": {"da": "af opkaldene blev besvaret inden 2 minutter"},
//    "source": "contacts", "filter": {"column": "channel", "op": "is", "value": "Telefon"},
//    "measure": {"kind": "share", "condition": {"all": [{"column": "answered", "op": "is", "value": true},
//                                                       {"column": "waited_seconds", "op": "at_most",
//                                                       "value": 120}]}},
//    "direction": "higher", "period": "month", "format": "percent"}
//
// Left out is as the defaults of Definition say; a member that is not known is refused. Errors are `invalid`
// (definition.json …) with the member as `field`.
[[nodiscard]] Result<Definition> read_definition(std::string_view json);
// Only what differs from the defaults, in a fixed order: equal definitions give equal texts.
[[nodiscard]] std::string write_definition(const Definition& definition);

} // namespace maerkbar::measurement
