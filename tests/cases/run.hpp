#pragma once

#include <string>
#include <vector>

#include "cases/case.hpp"
#include "cases/client.hpp"
#include "cases/site.hpp"

namespace maerkbar::cases {

// Plays the steps in order until one is not as it should be; what is wrong then, with the case's line, and
// what the answer said instead. Empty when all is well. After each step the background work it left behind is
// done.
[[nodiscard]] std::vector<std::string> run_case(const Case& text, Client& client, Variables variables,
                                                Site& site);

} // namespace maerkbar::cases
