#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace maerkbar::feedback {

// What the form of the public page carries, so that each message needs a page of its own that somebody had
// time to fill in: when it was opened, or that its writer was asked to look again, under a keyed hash
// together with the page's id.
inline constexpr std::chrono::seconds fastest_writing{3};
inline constexpr std::chrono::hours longest_writing{24};

enum class Stamped { opened, asked_again };
[[nodiscard]] std::string form_stamp(std::string_view secret, std::string_view id, Instant now, Stamped why);
// Whether the stamp is ours, of this page, and neither too fresh nor too old. Whoever was asked to look again
// need not wait.
[[nodiscard]] bool stamp_holds(std::string_view secret, std::string_view id, std::string_view stamp,
                               Instant now);

} // namespace maerkbar::feedback
