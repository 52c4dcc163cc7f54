#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "storage/database.hpp"

namespace maerkbar::cases {

// Which cases to play, and where.
struct SuiteOptions {
    storage::Dialect dialect = storage::Dialect::sqlite;
    std::vector<std::filesystem::path> files = {}; // from the project's folder, where the program runs
};

struct Tally {
    int passed = 0;
    int failed = 0;
};

// Plays every case and prints the faults of those that fail. Cases that only read share one application; each
// other one gets a database of its own.
[[nodiscard]] Result<Tally> play(const SuiteOptions& options);

// The .case files below `folder` whose path contains `part`, in order.
[[nodiscard]] std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder,
                                                            std::string_view part);

} // namespace maerkbar::cases
