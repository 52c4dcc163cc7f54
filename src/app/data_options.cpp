#include "app/data_options.hpp"

#include <cstdio>
#include <cstdlib>

namespace maerkbar::app {

void DataOptions::describe(Options& options) {
    options.option("--data", data, "Folder of the database, the key and uploads (default var/maerkbar)");
    options.option("--config", config,
                   "Configuration file (TOML; default /etc/maerkbar/maerkbar.toml where it exists)");
    options.option("--database", database, "postgresql://… instead of the embedded database");
}

Result<Settings> DataOptions::settings() const {
    Settings settings;
    if (!config.empty())
        TRY(read_settings(config, settings));
    else if (std::error_code ignored; std::filesystem::exists(installed_config, ignored))
        TRY(read_settings(installed_config, settings));
    if (!data.empty()) settings.data = data;
    if (!database.empty()) settings.database = database;
    return settings;
}

std::string terminal_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view language(value);
        if (language.starts_with("da")) return "da";
        if (language.starts_with("nb") || language.starts_with("nn") || language.starts_with("no"))
            return "nb";
        return "en";
    }
    return "en";
}

void print_error(const Error& error) {
    const web::Languages languages;
    const auto sentence = languages.get(terminal_language()).error(error);
    std::fprintf(stderr, "%s\n", sentence.c_str());
}

Exit with_application(const DataOptions& options, const std::function<Result<void>(Application&)>& work) {
    const auto run = [&]() -> Result<void> {
        auto application = TRY(Application::create(TRY(options.settings())));
        return work(*application);
    };
    const auto done = run();
    if (done.ok()) return Exit::done;
    print_error(done.error());
    return Exit::bad_data;
}

} // namespace maerkbar::app
