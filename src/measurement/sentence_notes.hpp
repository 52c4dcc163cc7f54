#pragma once

#include <string>

#include "measurement/definition.hpp"
#include "measurement/verdict.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// The sentence of one caution. A part of say().
[[nodiscard]] std::string caution_sentence(const web::Language& language, const Definition& definition,
                                           const Verdict& verdict, const Caution& caution, Date today);

} // namespace maerkbar::measurement
