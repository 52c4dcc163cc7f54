#pragma once

#include "base/result.hpp"
#include "tables/byte_input.hpp"

namespace maerkbar::event_log {

// Whether the bytes begin as a file packed with gzip does.
[[nodiscard]] bool is_packed(std::string_view front);

// The content of a gzip file, of one or several members, in memory. invalid: it is damaged or cut off;
// too_large: over 4 GiB.
[[nodiscard]] Result<tables::ByteInput> unpack(tables::ByteInput input);

} // namespace maerkbar::event_log
