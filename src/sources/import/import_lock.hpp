#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.hpp"

namespace maerkbar::sources {

// Says that a program imports outside the server's jobs, as `maerkbar import` does. The kernel lets go of it
// when the program ends, however it ends; so an import that no job has and for which nobody holds the lock is
// abandoned.
class ImportLock {
  public:
    // Several may hold it at once. Errors: import.cannot_store_file.
    static Result<ImportLock> hold(const std::filesystem::path& file);
    // Held alone, so that none of those programs starts meanwhile; nothing while one of them runs.
    static std::optional<ImportLock> alone(const std::filesystem::path& file);

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    explicit ImportLock(const std::filesystem::path& file) : file_(std::fopen(file.c_str(), "ae")) {}
    [[nodiscard]] bool take(int operation) const;

    std::unique_ptr<std::FILE, Close> file_;
};

} // namespace maerkbar::sources
