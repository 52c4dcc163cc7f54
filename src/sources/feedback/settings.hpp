#pragma once

#include <optional>

#include "organisation/calendar.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::feedback {

inline constexpr std::int64_t most_answer_days = 120;
inline constexpr std::int64_t most_keep_months = 120;

// The municipality's own rules for the register.
struct Settings {
    std::int64_t answer_days = 10;                // working days until an answer is due
    std::optional<std::int64_t> keep_months = {}; // after the answer; none: until somebody decides
    bool open_to_citizens = false;                // whether the public page takes anything
    bool operator==(const Settings&) const = default;
};

[[nodiscard]] Result<Settings> read_settings(storage::Connection& connection, TenantId tenant);
// Entries that are there keep their deadlines. Errors: feedback.answer_days, feedback.keep_months (invalid).
[[nodiscard]] Result<void> save_settings(storage::Transaction& transaction, const Settings& settings);

// The last working day on which an answer is in time, by the municipality's calendar.
[[nodiscard]] Result<Date> due_day(storage::Connection& connection, TenantId tenant, Date received_on);

} // namespace maerkbar::feedback
