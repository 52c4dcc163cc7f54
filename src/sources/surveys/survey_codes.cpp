#include "sources/surveys/survey_codes.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

// survey_code.used
constexpr int unused = 0;
constexpr int used_before = 1;
constexpr int just_used = 2;

} // namespace

std::string code_hash(std::string_view code) {
    return one_way("code", code);
}

Result<std::vector<std::string>> issue_codes(Transaction& transaction, LinkId link, std::int64_t count) {
    const auto tenant = transaction.actor().tenant;
    if (count < 1 || count > most_codes_at_once)
        return Error{ErrorKind::invalid,
                     "code.count",
                     translatable("Between 1 and {most} codes can be made at once."),
                     {{"most", std::to_string(most_codes_at_once)}},
                     "count"};
    TRY(read_link(transaction.connection(), tenant, link));
    std::vector<std::string> codes;
    while (static_cast<std::int64_t>(codes.size()) < count) {
        auto code = random_code(one_time_length);
        const auto stored =
            TRY(transaction.connection().execute("insert into survey_code (tenant_id, code_hash, link_id, "
                                                 "used) values (?, ?, ?, 0) on conflict do nothing",
                                                 {tenant, code_hash(code), link}));
        if (stored > 0) codes.push_back(std::move(code));
    }
    TRY(transaction.audit({"survey_link.codes_issued", "survey_link", std::to_string(link.value),
                           "{\"count\":" + std::to_string(count) + "}"}));
    return codes;
}

Result<CodeCount> count_codes(Connection& connection, TenantId tenant, LinkId link) {
    CodeCount count;
    TRY(connection.query(
        "select used, count(*) from survey_code where tenant_id = ? and link_id = ? group by used",
        {tenant, link}, [&](const Row& row) -> Result<void> {
            count.issued += row.integer(1);
            if (row.integer(0) != unused) count.used += row.integer(1);
            return {};
        }));
    return count;
}

Result<std::optional<LinkId>> link_of_code(Connection& connection, TenantId tenant, std::string_view hash) {
    return connection.first("select link_id from survey_code where tenant_id = ? and code_hash = ?",
                            {tenant, hash}, [](const Row& row) { return LinkId{row.integer(0)}; });
}

Result<void> check_code(Connection& connection, TenantId tenant, LinkId link, std::string_view hash) {
    const auto used = TRY(
        connection.first("select used from survey_code where tenant_id = ? and code_hash = ? and link_id = ?",
                         {tenant, hash, link}, [](const Row& row) { return row.integer(0) != unused; }));
    if (!used)
        return Error{
            ErrorKind::invalid,
            "code.unknown",
            translatable("We do not know this code. Look at it again, or ask those who gave it to you."),
            {},
            "code"};
    if (*used)
        return Error{ErrorKind::conflict,
                     "code.used",
                     translatable("An answer with this code has been received already. Thank you."),
                     {},
                     "code"};
    return {};
}

Result<void> use_code(Transaction& transaction, TenantId tenant, LinkId link, std::string_view hash) {
    auto& connection = transaction.connection();
    TRY(check_code(connection, tenant, link, hash));
    const auto changed = TRY(connection.execute(
        "update survey_code set used = ? where tenant_id = ? and code_hash = ? and link_id = ? and used = ?",
        {just_used, tenant, hash, link, unused}));
    if (changed > 0) return {};
    return check_code(connection, tenant, link, hash); // another one was faster
}

Result<std::int64_t> forget_order_of_codes(Transaction& transaction, LinkId link) {
    transaction.without_audit("it must tell nothing of who has answered");
    return transaction.connection().execute(
        "update survey_code set used = ? where tenant_id = ? and link_id = ? and used <> ?",
        {used_before, transaction.actor().tenant, link, unused});
}

Result<std::optional<std::pair<TenantId, LinkId>>> link_with_fresh_codes(Connection& connection) {
    return connection.first(
        "select tenant_id, link_id from survey_code where used = ? limit 1", {just_used},
        [](const Row& row) { return std::pair(row.id<TenantId>(0), LinkId{row.integer(1)}); });
}

} // namespace maerkbar::surveys
