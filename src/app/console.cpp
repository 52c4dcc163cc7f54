#include "app/console.hpp"

#include <cstdio>
#include <cstdlib>

namespace maerkbar::app {

std::string_view locale_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != 0) return value;
    return {};
}

app_chart::Streams console() {
    const auto write_to = [](std::FILE* stream) {
        return [stream](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); };
    };
    return {write_to(stdout), write_to(stderr)};
}

Exit exit_of(app_chart::Outcome outcome) {
    if (std::fflush(stdout) != 0) return Exit::bad_data;
    switch (outcome) {
        case app_chart::Outcome::done:
            return Exit::done;
        case app_chart::Outcome::bad_data:
            return Exit::bad_data;
        case app_chart::Outcome::bad_usage:
            return Exit::bad_usage;
    }
    return Exit::bad_usage;
}

} // namespace maerkbar::app
