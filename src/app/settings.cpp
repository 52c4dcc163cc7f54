#include "app/settings.hpp"

#include <algorithm>
#include <fstream>
#include <span>

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

constexpr std::string_view known_settings[] = {
    "data",    "database",         "address", "port", "https", "trusted_proxies",
    "workers", "upload_megabytes", "mail",    "sms"};
constexpr std::string_view known_of_mail[] = {"server", "from", "user", "password_file", "starttls"};
constexpr std::string_view known_of_sms[] = {"url", "body", "header_file"};

// A misspelt name would otherwise be a setting that does nothing.
Result<void> refuse_unknown(const toml::table& table, std::span<const std::string_view> known) {
    for (const auto& [key, node] : table)
        if (std::ranges::find(known, key.str()) == known.end())
            return Error{ErrorKind::invalid,
                         "settings.unknown",
                         translatable("There is no setting called “{name}”."),
                         {{"name", std::string(key.str())}},
                         std::string(key.str())};
    return {};
}

// A secret lies in a file of its own, so that the settings can be shown to others.
Result<void> read_secret(const toml::table& table, std::string_view name, std::string& target) {
    std::string path;
    TRY(read_text(table, name, path));
    if (path.empty()) return {};
    std::ifstream file(path);
    if (!std::getline(file, target))
        return Error{ErrorKind::invalid,
                     "settings.secret",
                     translatable("The file {file} of the setting “{name}” cannot be read."),
                     {{"file", path}, {"name", std::string(name)}},
                     std::string(name)};
    return {};
}

Result<void> read_mail(const toml::table& table, messages::MailSettings& mail) {
    TRY(refuse_unknown(table, known_of_mail));
    TRY(read_text(table, "server", mail.server));
    TRY(read_text(table, "from", mail.from));
    TRY(read_text(table, "user", mail.user));
    TRY(read_secret(table, "password_file", mail.password));
    mail.starttls = table["starttls"].value_or(mail.starttls);
    if (!mail.server.starts_with("smtp://") && !mail.server.starts_with("smtps://"))
        return bad_setting("mail.server", "an address such as smtp://127.0.0.1:25");
    if (mail.from.find('@') == std::string::npos) return bad_setting("mail.from", "an e-mail address");
    return {};
}

Result<void> read_sms(const toml::table& table, messages::SmsSettings& sms) {
    TRY(refuse_unknown(table, known_of_sms));
    TRY(read_text(table, "url", sms.url));
    TRY(read_text(table, "body", sms.body));
    TRY(read_secret(table, "header_file", sms.header));
    if (!sms.url.starts_with("https://") && !sms.url.starts_with("http://"))
        return bad_setting("sms.url", "an address that begins with https://");
    if (sms.body.find("{to}") == std::string::npos || sms.body.find("{text}") == std::string::npos)
        return bad_setting("sms.body", "text with {to} and {text}");
    return {};
}

Result<void> read_gateways(const toml::table& table, messages::GatewaySettings& gateways) {
    if (const auto* mail = table["mail"].as_table()) TRY(read_mail(*mail, gateways.mail));
    if (const auto* sms = table["sms"].as_table()) TRY(read_sms(*sms, gateways.sms));
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
    TRY(refuse_unknown(table, known_settings));
    TRY(read_gateways(table, settings.gateways));
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
