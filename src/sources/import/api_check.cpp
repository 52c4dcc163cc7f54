#include <boost/json.hpp>

#include "base/translatable.hpp"
#include "sources/import/check_job.hpp"
#include "sources/import/page_support.hpp"

// Large files over the API: the check is answered with 202 and asked for until it is done.
namespace maerkbar::sources::api {

namespace json = boost::json;
using web::Context;
using web::Response;

namespace {

std::string address_of(storage::JobId check) {
    return "/api/v1/imports/checks/" + std::to_string(check.value);
}

Response checking(storage::JobId check, std::int64_t rows) {
    auto response = Response::json(
        json::serialize(json::object{{"check", check.value}, {"state", "checking"}, {"rows_read", rows}}),
        202);
    response.headers.set("Location", address_of(check));
    response.headers.set("Retry-After", "1");
    return response;
}

Error no_such_check() {
    return {ErrorKind::not_found, "import.no_such_check",
            translatable("There is no such check, or it ended when the program was restarted. Look in the "
                         "list of imports, or send the file again.")};
}

Result<Response> outcome_of(ImportServices& services, TenantId tenant, const storage::Job& job) {
    if (job.state == storage::JobState::failed) {
        auto error = job.error.value_or(no_such_check());
        error.kind = ErrorKind::invalid;
        return error;
    }
    if (job.position.empty()) return no_such_check();
    const auto found = json::parse(job.position).as_object();
    if (const auto* report = found.if_contains("report")) return Response::json(json::serialize(*report));
    const ImportId import{found.at("import").as_int64()};
    return created(services, tenant, TRY(services.importer.find(tenant, import)), 200);
}

} // namespace

Result<Response> check_later(ImportServices& services, Context& context, const ImportOrder& order,
                             const Draft& upload) {
    const auto actor = actor_of(context);
    const auto draft = TRY(services.drafts.create(actor, upload, order.file));
    const auto job =
        TRY(submit_check(services, actor,
                         {draft, order.mode, order.bad_rows, context.request.form.text("dry_run") == "true",
                          context.who(), std::string(context.language.code())}));
    return checking(job, 0);
}

Result<Response> check(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<storage::JobId>("check"));
    const auto tenant = context.who().tenant;
    const auto job = TRY(services.queue.find_job(tenant, id));
    if (!job || job->kind != check_kind) return no_such_check();
    if (job->state == storage::JobState::waiting || job->state == storage::JobState::running)
        return checking(id, job->done);
    return outcome_of(services, tenant, *job);
}

} // namespace maerkbar::sources::api
