#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/command_line.hpp"

namespace maerkbar::app::testing {

// What `maerkbar WORDS…` ends with when these are its commands.
template <class... Commands>
int exit_code(const std::vector<std::string>& words, std::unique_ptr<Commands>... commands) {
    std::vector<const char*> arguments{"maerkbar"};
    for (const auto& word : words)
        arguments.push_back(word.c_str());
    std::vector<std::unique_ptr<Command>> all;
    (all.push_back(std::move(commands)), ...);
    return run_command_line(static_cast<int>(arguments.size()), arguments.data(), all);
}

// The same for one command, named by itself: `maerkbar NAME WORDS…`.
inline int exit_code_of(std::unique_ptr<Command> command, std::vector<std::string> words) {
    words.insert(words.begin(), std::string(command->name()));
    return exit_code(words, std::move(command));
}

} // namespace maerkbar::app::testing
