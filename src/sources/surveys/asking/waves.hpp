#pragma once

#include "sources/surveys/editor/visit.hpp"

namespace maerkbar::surveys::asking {

// /surveys/{survey}/waves, for those who may manage surveys everywhere: it counts over all units.
Result<web::Response> waves_page(editor::Visit& visit);
// Codes for people who are asked in several waves: how many there are, and how to make more.
[[nodiscard]] Result<web::Html> pair_codes_section(editor::Visit& visit, SurveyId survey);
Result<web::Response> make_pair_codes(editor::Visit& visit);
Result<web::Response> create_wave(editor::Visit& visit);

} // namespace maerkbar::surveys::asking
