#include "sources/surveys/follow_ups/follow_up_jobs.hpp"

#include "base/local_time.hpp"
#include "organisation/tenants.hpp"
#include "sources/surveys/follow_ups/contact_store.hpp"

namespace maerkbar::surveys::follow_ups {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view scores_kind = "surveys.follow_scores";

// A job that is wanted: whose, and what it is known by.
struct Wanted {
    TenantId tenant;
    std::string payload;
};

// Answers since a rule last looked; a job of the same instant has seen them.
Result<std::optional<Wanted>> new_scores(Connection& connection) {
    return connection.first(
        "select f.tenant_id, max(a.received_at) from survey_follow_up f join survey_link l on l.tenant_id = "
        "f.tenant_id and l.survey_id = f.survey_id join survey_answer a on a.tenant_id = l.tenant_id and "
        "a.link_id "
        "= l.id where l.mode <> 'anonymous' and a.received_at > f.looked_at group by f.tenant_id limit 1",
        {}, [](const Row& row) {
            return Wanted{row.id<TenantId>(0), std::to_string(row.integer(1))};
        });
}

Result<std::optional<Wanted>> new_day(Connection& connection, const std::string& today) {
    return connection.first(
        "select t.tenant_id from tenant t where not exists (select 1 from job j where j.tenant_id = "
        "t.tenant_id and "
        "j.kind = ? and j.payload = ?) and (exists (select 1 from survey_follow_up f where f.tenant_id = "
        "t.tenant_id) or exists (select 1 from survey_contact_wish w where w.tenant_id = t.tenant_id)) limit "
        "1",
        {day_kind, today}, [&](const Row& row) {
            return Wanted{row.id<TenantId>(0), today};
        });
}

} // namespace

storage::LongJobHandlers FollowUpJobs::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(scores_kind)] = [this](storage::LongJob& job) { return follow_scores(job.actor()); };
    handlers[std::string(day_kind)] = [this](storage::LongJob& job) { return follow_day(job.actor()); };
    return handlers;
}

Result<bool> FollowUpJobs::look() {
    const auto today = local_day(database_.now()).iso();
    std::string_view kind = scores_kind;
    auto wanted = TRY(database_.read(new_scores));
    if (!wanted) {
        kind = day_kind;
        wanted = TRY(database_.read([&](Connection& connection) { return new_day(connection, today); }));
    }
    if (!wanted || TRY(tried({wanted->tenant, {}, "job"}, kind, wanted->payload))) return false;
    TRY(database_.write(storage::Actor{wanted->tenant, {}, "job", "follow-up"},
                        [&](Transaction& transaction) {
                            transaction.without_audit("each action that the job opens is recorded");
                            return storage::submit(transaction, kind, wanted->payload);
                        }));
    return true;
}

// A job that failed is not asked for again and again.
Result<bool> FollowUpJobs::tried(const storage::Actor& wanted, std::string_view kind,
                                 const std::string& payload) {
    return database_.read([&](Connection& connection) -> Result<bool> {
        return TRY(connection.number(
                   "select count(*) from job where tenant_id = ? and kind = ? and payload = ?",
                   {wanted.tenant, kind, payload})) > 0;
    });
}

// Texts that are stored are written in the country's language.
Result<const web::Language*> FollowUpJobs::language_for(TenantId tenant) {
    const auto code = TRY(database_.read(
        [&](Connection& connection) { return organisation::language_of(connection, tenant); }));
    return &languages_.get(code);
}

Result<void> FollowUpJobs::follow_scores(const storage::Actor& actor) {
    const auto tree = TRY(trees_.get(actor.tenant));
    const Opener opener{actor, *tree, *TRY(language_for(actor.tenant)), local_day(database_.now())};
    for (const auto& rule :
         TRY(database_.read([&](Connection& connection) { return list_rules(connection, actor.tenant); })))
        TRY(open_low_scores(database_, opener, rule));
    return {};
}

Result<void> FollowUpJobs::follow_day(const storage::Actor& actor) {
    const auto tree = TRY(trees_.get(actor.tenant));
    const Opener opener{actor, *tree, *TRY(language_for(actor.tenant)), local_day(database_.now())};
    for (const auto& rule :
         TRY(database_.read([&](Connection& connection) { return list_rules(connection, actor.tenant); }))) {
        TRY(open_low_scores(database_, opener, rule)); // what a moment's looking may have passed over
        TRY(open_patterns(database_, opener, rule));
    }
    TRY(open_wishes(database_, opener));
    TRY(database_.write(actor, [&](Transaction& transaction) {
        transaction.without_audit("the end of the action is recorded");
        return delete_settled_wishes(transaction, actor.tenant);
    }));
    return {};
}

} // namespace maerkbar::surveys::follow_ups
