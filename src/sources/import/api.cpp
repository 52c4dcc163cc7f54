#include <boost/json.hpp>

#include "base/translatable.hpp"
#include "sources/import/page_support.hpp"
#include "web/pagination.hpp"
#include "web/problem.hpp"

// Imports for integrations: one request gives a file; the answer says where to ask for its state.
namespace maerkbar::sources::api {

using web::Context;
using web::Response;

namespace {

// The mapping given, else the feed's, else a guess from the names of the columns.
Result<Mapping> mapping_for(ImportServices& services, Context& context, const FactTable& table,
                            std::string_view feed, const web::UploadedFile& file) {
    if (const auto given = context.request.form.text("mapping"); !given.empty())
        return Mapping::from_json(given);
    auto remembered = TRY(services.importer.feed_mapping(context.who().tenant, table.schema().name, feed));
    if (remembered) return *remembered;
    const auto opened = TRY(tables::TableFile::open(file.path));
    return guess_mapping(table.source(), opened);
}

struct Upload {
    ImportOrder order;
    Draft draft;
};

Result<Upload> read_upload(ImportServices& services, Context& context) {
    const auto& form = context.request.form;
    const auto source_name = form.text("source");
    const auto* table = services.importer.source(source_name);
    if (!table)
        return Error{ErrorKind::invalid,
                     "import.no_such_source",
                     translatable("There is no data source called “{source}”."),
                     {{"source", source_name}},
                     "source"};
    const auto* file = context.request.file("file");
    if (!file || file->size == 0)
        return Error{ErrorKind::invalid,
                     "import.no_file",
                     translatable("Choose a file that is not empty."),
                     {},
                     "file"};
    const auto mode = import_mode(form.text("mode", "replace"));
    if (!mode)
        return Error{ErrorKind::invalid,
                     "import.bad_mode",
                     translatable("The mode is “replace” or “merge”."),
                     {},
                     "mode"};
    Upload upload;
    auto& order = upload.order;
    order.source = source_name;
    order.feed = form.text("feed", source_name);
    order.file_name = file->filename;
    order.file = file->path;
    order.file_digest = TRY(digest_of_file(file->path));
    order.mapping = TRY(mapping_for(services, context, *table, order.feed, *file));
    order.mode = *mode;
    order.bad_rows = form.text("bad_rows") == "leave_out" ? BadRows::leave_out : BadRows::reject;
    upload.draft = {{}, order.source, order.feed, order.file_name, "", order.file_digest, order.mapping, {},
                    1};
    return upload;
}

} // namespace

Response created(ImportServices& services, TenantId tenant, const ImportRecord& record, int status) {
    auto response = Response::json(import_json(record, services.queue.progress(tenant, record.id)), status);
    response.headers.set("Location", "/api/v1/imports/" + std::to_string(record.id.value));
    return response;
}

Result<Response> list(ImportServices& services, Context& context) {
    const auto pagination = TRY(web::Pagination::from(context.request.query));
    const auto records = TRY(services.importer.history(
        context.who().tenant, {context.request.query.text("feed"), pagination.offset(), pagination.size}));
    std::string items;
    for (const auto& record : records)
        items += (items.empty() ? "" : ",") + import_json(record, std::nullopt);
    return Response::json("{\"items\":[" + items + "]}");
}

Result<Response> create(ImportServices& services, Context& context) {
    const auto tenant = context.who().tenant;
    auto upload = TRY(read_upload(services, context));
    auto& order = upload.order;
    const auto same =
        TRY(services.importer.find_same(tenant, order.source, order.file_digest, order.mapping));
    if (same) return created(services, tenant, *same, 200); // a retry gets the first answer
    if (context.request.file("file")->size > services.check_at_once_bytes)
        return check_later(services, context, order, upload.draft);
    const auto report = TRY(services.importer.dry_run(tenant, order.source, order.file, order.mapping));
    TRY(check_reach(services, context.who(), report));
    if (context.request.form.text("dry_run") == "true")
        return Response::json(report_json(report, context.language));
    const auto actor = actor_of(context);
    // The file goes to the folder of uploads first: from there the background job reads it, also after a
    // restart.
    const auto draft_id = TRY(services.drafts.create(actor, upload.draft, order.file));
    const auto draft = TRY(services.drafts.find(tenant, draft_id));
    order.file = services.drafts.path_of(draft.stored_name);
    const auto import = services.queue.confirm(actor, order, report, draft);
    if (!import.ok()) {
        TRY(services.drafts.remove(actor, draft));
        return import.error();
    }
    return created(services, tenant, TRY(services.importer.find(tenant, *import)), 202);
}

Result<Response> one(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    const auto tenant = context.who().tenant;
    return Response::json(
        import_json(TRY(services.importer.find(tenant, id)), services.queue.progress(tenant, id)));
}

Result<Response> errors(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    const auto rows = TRY(services.importer.errors(context.who().tenant, id));
    boost::json::array items;
    for (const auto& row : rows)
        items.push_back({{"line", row.line},
                         {"column", row.column},
                         {"code", row.error.code},
                         {"detail", context.language.error(row.error)}});
    return Response::json(boost::json::serialize(boost::json::object{{"items", std::move(items)}}));
}

Result<Response> undo(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    const auto tenant = context.who().tenant;
    TRY(check_reach(services, context.who(), TRY(services.importer.days(tenant, id))));
    TRY(services.queue.undo(actor_of(context), id));
    return created(services, tenant, TRY(services.importer.find(tenant, id)), 202);
}

} // namespace maerkbar::sources::api
