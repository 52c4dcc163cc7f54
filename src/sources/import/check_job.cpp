#include "sources/import/check_job.hpp"

#include <boost/json.hpp>

#include "sources/import/page_support.hpp"

namespace maerkbar::sources {

namespace json = boost::json;

namespace {

std::string written(const CheckOrder& order) {
    return json::serialize(json::object{{"draft", order.draft.value},
                                        {"mode", name_of(order.mode)},
                                        {"leave_out", order.bad_rows == BadRows::leave_out},
                                        {"dry_run", order.dry_run},
                                        {"person", order.who.person.value},
                                        {"token", order.who.token_client},
                                        {"session", order.who.session},
                                        {"language", order.language}});
}

CheckOrder read_order(const storage::Job& job) {
    const auto all = json::parse(job.payload);
    CheckOrder order;
    order.draft = DraftId{all.at("draft").as_int64()};
    order.mode = import_mode(all.at("mode").as_string()).value_or(ImportMode::replace);
    order.bad_rows = all.at("leave_out").as_bool() ? BadRows::leave_out : BadRows::reject;
    order.dry_run = all.at("dry_run").as_bool();
    order.who.tenant = job.tenant;
    order.who.person = PersonId{all.at("person").as_int64()};
    order.who.token_client = all.at("token").as_bool();
    order.who.session = all.at("session").as_string();
    order.language = all.at("language").as_string();
    return order;
}

Result<CheckReport> checked(ImportServices& services, storage::LongJob& job, const CheckOrder& order,
                            const Draft& draft) {
    auto report = TRY(services.importer.dry_run(
        job.job().tenant, draft.source, services.drafts.path_of(draft.stored_name), draft.mapping,
        [&](std::size_t rows) { job.progress(static_cast<std::int64_t>(rows), 0); }));
    TRY(check_reach(services, order.who, report));
    return report;
}

Result<void> report_only(ImportServices& services, storage::LongJob& job, const CheckReport& report,
                         const CheckOrder& order) {
    const web::Languages languages;
    job.set_position(json::serialize(
        json::object{{"report", json::parse(report_json(report, languages.get(order.language)))}}));
    return services.drafts.remove(job.actor(), TRY(services.drafts.find(job.job().tenant, order.draft)));
}

Result<void> import_it(ImportServices& services, storage::LongJob& job, const CheckReport& report,
                       const CheckOrder& order, const Draft& draft) {
    const ImportOrder wanted{
        draft.source,      draft.feed,    draft.file_name, services.drafts.path_of(draft.stored_name),
        draft.file_digest, draft.mapping, order.mode,      order.bad_rows};
    const auto import = TRY(services.queue.confirm(job.actor(), wanted, report, draft));
    job.set_position(json::serialize(json::object{{"import", import.value}}));
    return {};
}

Result<void> check(ImportServices& services, storage::LongJob& job) {
    const auto order = read_order(job.job());
    const auto found = services.drafts.find(job.job().tenant, order.draft);
    // Confirmed just before an interruption; the list of imports has it.
    if (!found.ok() && found.error().kind == ErrorKind::not_found) return {};
    const auto draft = TRY(found);
    auto done = [&]() -> Result<void> {
        const auto report = TRY(checked(services, job, order, draft));
        return order.dry_run ? report_only(services, job, report, order)
                             : import_it(services, job, report, order, draft);
    }();
    if (!done.ok() && done.error().kind != ErrorKind::unavailable)
        TRY(services.drafts.remove(job.actor(), draft));
    return done;
}

} // namespace

Result<storage::JobId> submit_check(ImportServices& services, const storage::Actor& actor,
                                    const CheckOrder& order) {
    return services.queue.submit(actor, check_kind, written(order));
}

storage::LongJobHandler check_handler(ImportServices& services) {
    return [&services](storage::LongJob& job) { return check(services, job); };
}

} // namespace maerkbar::sources
