#pragma once

#include <string>

#include "measurement/verdict.hpp"

namespace maerkbar::measurement {

// The verdict as one JSON object with the stable names of verdict.hpp; periods as codes, what is not there is
// left out. `sentence` is added as "sentence" where it is not empty.
[[nodiscard]] std::string write_verdict(const Verdict& verdict, const std::string& sentence = {});

} // namespace maerkbar::measurement
