#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/connection.hpp"

namespace maerkbar::storage {

// The numbers (module/NNN) after `-- requires:` in the first line.
std::vector<std::string> required_by(std::string_view sql);

// The statements of a migration in the words of one database (rules: migrations/README.md).
std::string schema_text(std::string_view sql, Dialect dialect);

// FNV-1a, 64 bits, as 16 hexadecimal digits: finds changed files, keeps out no attacker.
std::string checksum(std::string_view text);

} // namespace maerkbar::storage
