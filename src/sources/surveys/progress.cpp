#include "sources/surveys/progress.hpp"

#include "base/period.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view reason = "what somebody has answered so far is theirs alone";

std::string key_of(std::string_view submission_id) {
    return one_way("progress", submission_id);
}

// "relative person some"; empty for the person themselves.
std::string who_text(const Proxy& proxy) {
    if (!proxy.is_proxy() && proxy.help == Help::unknown) return {};
    return std::string(name_of(proxy.by)) + ' ' + std::string(name_of(proxy.view)) + ' ' +
           std::string(name_of(proxy.help));
}

Proxy proxy_of(std::string_view who) {
    const auto first = who.find(' ');
    const auto second = first == std::string_view::npos ? first : who.find(' ', first + 1);
    if (second == std::string_view::npos) return {};
    return {answerer_named(who.substr(0, first)).value_or(AnsweredBy::self),
            view_named(who.substr(first + 1, second - first - 1)).value_or(WhoseView::own),
            help_named(who.substr(second + 1)).value_or(Help::unknown)};
}

Result<Progress> progress_of(const Row& row) {
    Progress progress{LinkId{row.integer(0)}, row.integer(1)};
    if (!row.is_null(2)) progress.code_hash = row.text(2);
    progress.answers = TRY(read_answers(row.text(3)));
    progress.proxy = proxy_of(row.text(4));
    progress.pair = row.text(5);
    return progress;
}

std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

Result<std::optional<Progress>> read_progress(Connection& connection, TenantId tenant,
                                              std::string_view submission_id) {
    return connection.first(
        "select link_id, version, code_hash, answers, who, pair from survey_progress where tenant_id = ? and "
        "key = ?",
        {tenant, key_of(submission_id)}, progress_of);
}

Result<void> save_progress(Transaction& transaction, std::string_view submission_id, const Progress& progress,
                           Date today) {
    auto& connection = transaction.connection();
    const auto tenant = transaction.actor().tenant;
    const auto week = Period::containing(PeriodKind::week, today).first.days;
    transaction.without_audit(reason);
    TRY(connection.execute("delete from survey_progress where tenant_id = ? and week < ?",
                           {tenant, week - 7 * progress_weeks}));
    TRY(connection.execute(
        "insert into survey_progress (tenant_id, key, link_id, version, code_hash, resume_hash, week, "
        "answers, who, pair) "
        "values (?, ?, ?, ?, ?, null, ?, ?, ?, ?) on conflict (tenant_id, key) do update set "
        "version = excluded.version, code_hash = excluded.code_hash, week = excluded.week, "
        "answers = excluded.answers, who = excluded.who, pair = excluded.pair",
        {tenant, key_of(submission_id), progress.link, progress.version, or_null(progress.code_hash), week,
         write_answers(progress.answers), who_text(progress.proxy), progress.pair}));
    return {};
}

Result<void> delete_progress(Transaction& transaction, TenantId tenant, std::string_view submission_id) {
    transaction.without_audit(reason);
    TRY(transaction.connection().execute("delete from survey_progress where tenant_id = ? and key = ?",
                                         {tenant, key_of(submission_id)}));
    return {};
}

Result<std::string> issue_resume_code(Transaction& transaction, std::string_view submission_id) {
    auto code = random_code(one_time_length);
    transaction.without_audit(reason);
    const auto changed = TRY(transaction.connection().execute(
        "update survey_progress set resume_hash = ? where tenant_id = ? and key = ?",
        {one_way("resume", code), transaction.actor().tenant, key_of(submission_id)}));
    if (changed == 0)
        return Error{ErrorKind::not_found, "progress.unknown",
                     translatable("There is nothing to save yet. Answer the first question.")};
    return code;
}

Result<std::optional<Resumed>> resume(Transaction& transaction, std::string_view code) {
    auto& connection = transaction.connection();
    const auto tenant = transaction.actor().tenant;
    const auto hash = one_way("resume", code);
    auto id = new_submission_id();
    transaction.without_audit(reason);
    const auto link =
        TRY(connection.first("select link_id from survey_progress where tenant_id = ? and resume_hash = ?",
                             {tenant, hash}, [](const Row& row) { return LinkId{row.integer(0)}; }));
    if (!link) return std::optional<Resumed>();
    TRY(connection.execute("update survey_progress set key = ? where tenant_id = ? and resume_hash = ?",
                           {key_of(id), tenant, hash}));
    return std::optional(Resumed{std::move(id), *link});
}

} // namespace maerkbar::surveys
