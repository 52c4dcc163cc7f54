#pragma once

#include <cstdint>
#include <string>

#include "measurement/schema.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// 09:05:00 of seconds since midnight.
[[nodiscard]] std::string clock_text(std::int64_t seconds);

// A stored value as people read it: 2 minutter · Ja · 22.11.2026 · 12,50; empty where it is missing. Not for
// categories, whose texts lie in the dictionary of their source.
[[nodiscard]] std::string fact_text(const web::Language& language, ColumnType type, std::int64_t value);

} // namespace maerkbar::measurement
