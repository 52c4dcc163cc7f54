#pragma once

#include <string>

#include "app/application.hpp"

namespace maerkbar::app {

// The password of every demo account; the logins are named by role. For trying out only: `maerkbar demo` says
// so.
inline constexpr std::string_view demo_password = "fjordby-demo-2026";

// Makes the synthetic municipality Fjordby Kommune in an empty installation: its tree, accounts named by
// role, contacts generated from a fixed seed and imported as a file would be, indicators and targets. Errors:
// demo.not_empty (conflict).
Result<void> make_demo(Application& application);

} // namespace maerkbar::app
