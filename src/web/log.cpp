#include "web/log.hpp"

#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace maerkbar::web {

namespace {

namespace json = boost::json;

std::atomic<LogLevel> lowest = LogLevel::info;
std::atomic<void (*)(std::string_view)> sink = nullptr;

json::string_view name_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return "debug";
        case LogLevel::info:
            return "info";
        case LogLevel::warning:
            return "warning";
        case LogLevel::error:
            break;
    }
    return "error";
}

// 2026-11-22T13:05:09.123Z
std::string now() {
    const auto time = std::chrono::system_clock::now().time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    const std::time_t seconds = milliseconds / 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char buffer[40];
    const auto length = std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%S", &utc);
    const auto fraction = std::to_string(1000 + milliseconds % 1000).substr(1);
    return std::string(buffer, length) + "." + fraction + "Z";
}

json::value value_of(const LogField& field) {
    if (const auto* text = std::get_if<std::string_view>(&field.value))
        return json::value(json::string_view(text->data(), text->size()));
    if (const auto* whole = std::get_if<std::int64_t>(&field.value)) return *whole;
    return std::get<double>(field.value);
}

} // namespace

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    if (level < lowest) return;
    json::object line = {
        {"time", now()}, {"level", name_of(level)}, {"event", json::string_view(event.data(), event.size())}};
    for (const auto& field : fields)
        line[json::string_view(field.name.data(), field.name.size())] = value_of(field);
    const auto text = json::serialize(line) + "\n";
    if (auto* other = sink.load()) return other({text.data(), text.size() - 1});
    std::fwrite(text.data(), 1, text.size(), stderr); // one call a line: lines of several threads do not mix
}

void set_log_level(LogLevel level) {
    lowest = level;
}

void set_log_sink(void (*other)(std::string_view line)) {
    sink = other;
}

} // namespace maerkbar::web
