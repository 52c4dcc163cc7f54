#pragma once

#include <string>
#include <string_view>

#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

inline constexpr std::string_view survey_format = "maerkbar.survey/1";

// A survey from its JSON form (docs/develop/survey-format.md), read strictly: an unknown member, a wrong type
// or an unsound survey (see check()) is an error whose `field` says where. A text alone is one in the main
// language.
[[nodiscard]] Result<Definition> read_survey(std::string_view json);
// The same without check(): a draft that is still being written.
[[nodiscard]] Result<Definition> read_draft(std::string_view json);

// Reads back as the same survey; members that say nothing are left out.
[[nodiscard]] std::string write_survey(const Definition& definition);

} // namespace maerkbar::surveys
