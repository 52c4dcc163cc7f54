#include "app/settings.hpp"

#include <algorithm>

#include <toml++/toml.h>

#include "base/translatable.hpp"

namespace maerkbar::app {

namespace {

Error bad_setting(std::string_view name, std::string_view wanted) {
    return {ErrorKind::invalid,
            "settings.bad_value",
            translatable("The setting “{name}” must be {wanted}."),
            {{"name", std::string(name)}, {"wanted", std::string(wanted)}},
            std::string(name)};
}

Result<void> read_text(const toml::table& table, std::string_view name, std::string& target) {
    const auto node = table[name];
    if (!node) return {};
    if (!node.is_string()) return bad_setting(name, "text in quotes");
    target = node.value_or(std::string());
    return {};
}

template <typename Number>
Result<void> read_number(const toml::table& table, std::string_view name, std::int64_t most, Number& target) {
    const auto node = table[name];
    if (!node) return {};
    const auto value = node.value<std::int64_t>();
    if (!value || *value < 0 || *value > most)
        return bad_setting(name, "a whole number up to " + std::to_string(most));
    target = static_cast<Number>(*value);
    return {};
}

// A misspelt name would otherwise be a setting that does nothing.
Result<void> refuse_unknown(const toml::table& table) {
    constexpr std::string_view known[] = {"data",  "database",        "address",          "port",
                                          "https", "trusted_proxies", "upload_megabytes", "workers"};
    for (const auto& [key, node] : table)
        if (std::find(std::begin(known), std::end(known), key.str()) == std::end(known))
            return Error{ErrorKind::invalid,
                         "settings.unknown",
                         translatable("There is no setting called “{name}”."),
                         {{"name", std::string(key.str())}},
                         std::string(key.str())};
    return {};
}

} // namespace

std::string Settings::database_url() const {
    return database.empty() ? "sqlite:" + (data / "maerkbar.db").string() : database;
}

Result<void> read_settings(const std::filesystem::path& file, Settings& settings) {
    if (!std::filesystem::exists(file))
        return Error{ErrorKind::not_found,
                     "settings.no_file",
                     translatable("There is no file {file}."),
                     {{"file", file.string()}}};
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        return Error{ErrorKind::invalid,
                     "settings.syntax",
                     translatable("Line {line} of {file} cannot be read: {reason}"),
                     {{"line", std::to_string(error.source().begin.line)},
                      {"file", file.string()},
                      {"reason", std::string(error.description())}}};
    }
    TRY(refuse_unknown(table));
    std::string data = settings.data.string();
    TRY(read_text(table, "data", data));
    settings.data = data;
    TRY(read_text(table, "database", settings.database));
    TRY(read_text(table, "address", settings.address));
    TRY(read_number(table, "port", 65535, settings.port));
    TRY(read_number(table, "upload_megabytes", 4096, settings.upload_megabytes));
    TRY(read_number(table, "workers", 64, settings.workers));
    settings.https = table["https"].value_or(settings.https);
    if (const auto* proxies = table["trusted_proxies"].as_array())
        for (const auto& proxy : *proxies)
            settings.trusted_proxies.push_back(proxy.value_or(std::string()));
    return {};
}

} // namespace maerkbar::app
