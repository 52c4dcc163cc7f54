#pragma once

#include <filesystem>

#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// /s/{code}/speech/{question}: a question with its answers read aloud, as a sound file; `folder` keeps what
// was spoken.
[[nodiscard]] web::Route speech_route(Services& services, std::filesystem::path folder);

} // namespace maerkbar::surveys
