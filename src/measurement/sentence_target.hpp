#pragma once

#include <string>

#include "measurement/definition.hpp"
#include "measurement/verdict.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// What is said of the target; empty where none is set. A part of say().
[[nodiscard]] std::string target_sentence(const web::Language& language, const Definition& definition,
                                          const Verdict& verdict);

} // namespace maerkbar::measurement
