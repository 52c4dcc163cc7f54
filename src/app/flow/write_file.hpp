#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"

namespace maerkbar::app_flow {

// Takes bytes as they are made. invalid: they cannot be written.
using Write = std::function<Result<void>(std::string_view)>;

// Makes the folder, and those above it, where they are missing.
[[nodiscard]] Result<void> make_folder(const std::string& folder);
// A file that is written anew.
[[nodiscard]] Result<Write> write_file(const std::string& path);

} // namespace maerkbar::app_flow
