#pragma once

#include <string>
#include <vector>

#include "base/function_ref.hpp"
#include "cases/case.hpp"
#include "cases/client.hpp"

namespace maerkbar::cases {

// Plays the steps in order until one is not as it should be; what is wrong then, with the case's line, and
// what the answer said instead. Empty when all is well. `settle` is called after each step that may have left
// work behind.
[[nodiscard]] std::vector<std::string> run_case(const Case& text, Client& client, Variables variables,
                                                FunctionRef<Result<void>()> settle);

} // namespace maerkbar::cases
