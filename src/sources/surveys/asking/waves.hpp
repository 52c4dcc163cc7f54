#pragma once

#include "sources/surveys/editor/visit.hpp"

namespace maerkbar::surveys::asking {

// /surveys/{survey}/waves, for those who may manage surveys everywhere: it counts over all units.
Result<web::Response> waves_page(editor::Visit& visit);
Result<web::Response> create_wave(editor::Visit& visit);

} // namespace maerkbar::surveys::asking
