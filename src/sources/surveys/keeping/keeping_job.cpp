#include "sources/surveys/keeping/keeping_job.hpp"

#include "base/json_writer.hpp"
#include "base/local_time.hpp"
#include "sources/surveys/keeping/keeping_store.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::string_view kind = "surveys.delete_old";
constexpr std::int64_t at_once = 500; // keeps the transaction short

// A municipality with rules for which no job has been asked today.
Result<std::optional<TenantId>> find_due(storage::Connection& connection, const std::string& today) {
    return connection.first(
        "select distinct k.tenant_id from survey_keeping k where not exists (select 1 from job j where "
        "j.tenant_id = k.tenant_id and j.kind = ? and j.payload = ?) limit 1",
        {kind, today}, [](const storage::Row& row) { return row.id<TenantId>(0); });
}

Result<void> record(storage::Database& database, const storage::Actor& actor, SurveyId survey, Date from,
                    std::int64_t count) {
    return database.write(actor, [&](storage::Transaction& transaction) {
        JsonWriter details;
        details.begin_object().member("answers", count).member("older_than", from).end_object();
        return transaction.audit({"survey.old_answers_deleted", "survey", std::to_string(survey.value),
                                  std::move(details).text()});
    });
}

} // namespace

storage::LongJobHandlers Keeping::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(kind)] = [this](storage::LongJob& job) {
        return delete_old_answers(job.actor(), local_day(database_.now()));
    };
    return handlers;
}

Result<bool> Keeping::look() {
    const auto today = local_day(database_.now()).iso();
    const auto tenant =
        TRY(database_.read([&](storage::Connection& connection) { return find_due(connection, today); }));
    if (!tenant) return false;
    TRY(database_.write(storage::Actor{*tenant, {}, "job", "keeping"},
                        [&](storage::Transaction& transaction) {
                            transaction.without_audit("the job records what it deletes");
                            return storage::submit(transaction, kind, today);
                        }));
    return true;
}

Result<void> Keeping::delete_old_answers(const storage::Actor& actor, Date today) {
    const auto rules = TRY(database_.read(
        [&](storage::Connection& connection) { return keeping_rules(connection, actor.tenant); }));
    for (const auto& rule : rules) {
        const auto from = kept_from(today, rule.months);
        std::int64_t count = 0;
        for (;;) {
            const auto deleted = TRY(database_.write(actor, [&](storage::Transaction& transaction) {
                transaction.without_audit("recorded as a whole");
                return delete_old(transaction, rule.survey, from, at_once);
            }));
            count += deleted;
            if (deleted < at_once) break;
        }
        if (count > 0) TRY(record(database_, actor, rule.survey, from, count));
    }
    return {};
}

} // namespace maerkbar::surveys
