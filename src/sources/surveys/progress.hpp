#pragma once

#include <optional>
#include <string>

#include "sources/surveys/link_store.hpp"
#include "sources/surveys/proxy.hpp"

namespace maerkbar::surveys {

// Kept so long after the last answer, then deleted.
inline constexpr int progress_weeks = 5;

// What somebody has answered so far.
struct Progress {
    LinkId link;
    std::int64_t version = 0;   // of the survey, from the first answer to the end
    std::string code_hash = {}; // of the one-time code they came with; empty: none
    Answers answers = {};
    Proxy proxy = {};      // who answers
    std::string pair = {}; // see pair_values.hpp
};

// No value where nothing was answered yet, or where it was sent.
Result<std::optional<Progress>> read_progress(storage::Connection& connection, TenantId tenant,
                                              std::string_view submission_id);
// Stores it whole; personal numbers are masked. `today` dates it to its week.
Result<void> save_progress(storage::Transaction& transaction, std::string_view submission_id,
                           const Progress& progress, Date today);
// When it is sent.
Result<void> delete_progress(storage::Transaction& transaction, TenantId tenant,
                             std::string_view submission_id);

// A code to go on with on this or another device; it replaces an earlier one. Error: progress.unknown.
Result<std::string> issue_resume_code(storage::Transaction& transaction, std::string_view submission_id);
// Gives what the code stands for a new id and returns that with its link; the code stays valid. No value for
// an unknown code.
struct Resumed {
    std::string submission_id;
    LinkId link;
};
Result<std::optional<Resumed>> resume(storage::Transaction& transaction, std::string_view code);

} // namespace maerkbar::surveys
