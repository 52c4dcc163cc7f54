#pragma once

#include <string>
#include <vector>

#include "sources/surveys/link_store.hpp"

// One-time codes for letters and e-mails: one answer each.
namespace maerkbar::surveys {

inline constexpr std::int64_t most_codes_at_once = 5000;

// New codes, in the one form that read_code() gives. They are shown once; only their hashes are kept. Error:
// code.count (invalid) outside 1 to most_codes_at_once.
Result<std::vector<std::string>> issue_codes(storage::Transaction& transaction, LinkId link,
                                             std::int64_t count);

struct CodeCount {
    std::int64_t issued = 0;
    std::int64_t used = 0;
};
Result<CodeCount> count_codes(storage::Connection& connection, TenantId tenant, LinkId link);

[[nodiscard]] std::string code_hash(std::string_view code);

// Whether the code belongs to the link and is still unused. Errors, in plain words: code.unknown, code.used.
Result<void> check_code(storage::Connection& connection, TenantId tenant, LinkId link, std::string_view hash);
// The link that a code belongs to.
Result<std::optional<LinkId>> link_of_code(storage::Connection& connection, TenantId tenant,
                                           std::string_view hash);
// Marks it used; the same errors.
Result<void> use_code(storage::Transaction& transaction, TenantId tenant, LinkId link, std::string_view hash);

// PostgreSQL notes with every row which transaction wrote it (xmin), so a code just used could be matched
// with the answer of the same transaction. This writes all used codes of the link once more, in a transaction
// of its own: afterwards they all bear one number, which no answer has (docs/adr/0014). Safe to repeat. How
// many were written.
Result<std::int64_t> forget_order_of_codes(storage::Transaction& transaction, LinkId link);
// A link of whatever municipality that has codes to be written once more.
Result<std::optional<std::pair<TenantId, LinkId>>> link_with_fresh_codes(storage::Connection& connection);

} // namespace maerkbar::surveys
