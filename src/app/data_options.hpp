#pragma once

#include <functional>
#include <memory>

#include "app/application.hpp"
#include "app/command_line.hpp"

namespace maerkbar::app {

// The options of every command that works on an installation's data.
struct DataOptions {
    std::string data;
    std::string config;
    std::string database;
    // Read where no file is named and this one exists; what the package's service is configured by.
    std::string installed_config = "/etc/maerkbar/maerkbar.toml";

    void describe(Options& options);
    // Configuration file first, then the options over it.
    Result<Settings> settings() const;
};

// Opens the installation and runs `work`; a failure is printed as a sentence and gives Exit::bad_data.
Exit with_application(const DataOptions& options, const std::function<Result<void>(Application&)>& work);

// Prints the sentence of an error on standard error, in the language of the terminal.
void print_error(const Error& error);
// The language of the terminal: LC_ALL, LC_MESSAGES or LANG; English where it is none of ours.
[[nodiscard]] std::string terminal_language();

} // namespace maerkbar::app
