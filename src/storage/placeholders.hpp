#pragma once

#include <string>
#include <string_view>

namespace maerkbar::storage {

// `?` outside quotes and comments becomes $1, $2 … as PostgreSQL wants it.
std::string numbered_placeholders(std::string_view sql);

} // namespace maerkbar::storage
