#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace maerkbar::web {

enum class LogLevel { debug, info, warning, error };

struct LogField {
    std::string_view name;
    std::variant<std::string_view, std::int64_t, double> value;
};

// One JSON line on standard error: {"time":…,"level":…,"event":…,fields…}. Safe from all threads. Never log a
// body, a query string, a name or a number of a person.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});
// Lines below this level are dropped; info at start.
void set_log_level(LogLevel level);
// Where lines go instead of standard error, for tests: nullptr puts it back.
void set_log_sink(void (*sink)(std::string_view line));

} // namespace maerkbar::web
