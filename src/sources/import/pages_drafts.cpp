#include <algorithm>

#include "base/translatable.hpp"
#include "sources/import/mapping_form.hpp"
#include "sources/import/page_support.hpp"
#include "sources/import/report_view.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// Uploading a file and saying which column is what.
namespace maerkbar::sources::pages {

using namespace web::literals;
using web::Context;
using web::Html;
using web::Response;

namespace {

Html steps(std::size_t current, const web::Language& language) {
    return web::parts::step_indicator(
        {language("File"), language("Columns"), language("Check"), language("Import")}, current, language);
}

Html upload_body(ImportServices& services, Context& context, const web::parts::FormErrors& errors) {
    const auto& language = context.language;
    std::vector<web::parts::Choice> sources;
    const auto chosen = context.request.form.text("source", context.request.query.text("source", "contacts"));
    for (const auto* table : services.importer.sources())
        sources.push_back(
            {table->schema().name, language(table->schema().label), "", table->schema().name == chosen});
    Html fields;
    fields << web::parts::radio_field(
        {{.name = "source", .text = language("What the file holds"), .error = errors.of("source")}, sources},
        language);
    fields << web::parts::text_field(
        {.label = {.name = "feed",
                   .text = language("Name of this kind of file"),
                   .hint = language("For example the system it comes from. The choice of columns is "
                                    "remembered under this name."),
                   .error = errors.of("feed")},
         .value = context.request.form.text("feed"),
         .width = web::parts::FieldWidth::medium,
         .max_length = 100},
        language);
    fields << web::parts::file_field(
        {{.name = "file",
          .text = language("File"),
          .hint = language("CSV or XLSX, up to 200 MB. Personal numbers stop the import; nothing is "
                           "stored before you have seen what was found."),
          .error = errors.of("file")},
         ".csv,.txt,.xlsx"},
        language);
    fields << web::parts::button_row({web::parts::button(language("Upload and look")),
                                      web::parts::button_link(language("Cancel"), "/imports")});
    Html body;
    body << steps(0, language) << web::parts::error_summary(errors, language)
         << web::parts::form({.action = "/imports/new", .csrf = context.csrf_field(), .upload = true},
                             fields);
    return body;
}

Response form_again(ImportServices& services, Context& context, const std::vector<Error>& errors) {
    auto response = import_page(services, context, context.language("Import a file"),
                                upload_body(services, context, {errors, context.language}));
    response.status = 422;
    return response;
}

Html raw_preview(const tables::TableFile& file, const web::Language& language) {
    web::parts::Table table{language("The first rows of the file"), true};
    table.on_phone = web::parts::OnPhone::scrolls;
    for (const auto& column : file.header())
        table.columns.push_back({column});
    const auto rows = std::min<std::size_t>(8, file.sample().size());
    for (std::size_t i = 0; i < rows; ++i) {
        std::vector<Html> cells;
        for (const auto& cell : file.sample()[i]) {
            Html html;
            html << tables::mask_personal_numbers(cell);
            cells.push_back(std::move(html));
        }
        table.rows.push_back(std::move(cells));
    }
    return web::parts::table(table);
}

} // namespace

Result<Response> upload_form(ImportServices& services, Context& context) {
    return import_page(services, context, context.language("Import a file"),
                       upload_body(services, context, {}));
}

Result<Response> upload(ImportServices& services, Context& context) {
    web::Form form(context.request.form);
    const auto source_name = form.required_text("source");
    const auto feed = form.required_text("feed", 100);
    const auto* table = services.importer.source(source_name);
    const auto* file = context.request.file("file");
    if (!table) form.fail("source", "import.no_such_source", translatable("Choose what the file holds."));
    if (!file || file->size == 0)
        form.fail("file", "import.no_file", translatable("Choose a file that is not empty."));
    if (!form.ok()) return form_again(services, context, form.errors());
    const auto remembered = TRY(services.importer.feed_mapping(context.who().tenant, source_name, feed));
    auto opened =
        tables::TableFile::open(file->path, remembered ? remembered->reading : tables::ReadOptions{});
    if (!opened.ok()) {
        auto error = opened.error();
        error.field = "file";
        return form_again(services, context, {error});
    }
    Draft draft;
    draft.source = source_name;
    draft.feed = feed;
    draft.file_name = file->filename;
    draft.file_digest = TRY(digest_of_file(file->path));
    draft.mapping = remembered && check_mapping(table->source(), *remembered, *opened).empty()
                        ? *remembered
                        : guess_mapping(table->source(), *opened);
    const auto same =
        TRY(services.importer.find_same(context.who().tenant, source_name, draft.file_digest, draft.mapping));
    if (same) return Response::redirect("/imports/" + std::to_string(same->id.value) + "?same=1");
    const auto id = TRY(services.drafts.create(actor_of(context), std::move(draft), file->path));
    return Response::redirect("/imports/drafts/" + std::to_string(id.value));
}

Result<Response> draft(ImportServices& services, Context& context) {
    const auto& language = context.language;
    const auto id = TRY(context.request.parameters.id<DraftId>("draft"));
    const auto draft = TRY(services.drafts.find(context.who().tenant, id));
    const auto* table = services.importer.source(draft.source);
    auto file =
        TRY(tables::TableFile::open(services.drafts.path_of(draft.stored_name), draft.mapping.reading));
    const web::parts::FormErrors errors(context.request.query.has("checked")
                                            ? check_mapping(table->source(), draft.mapping, file)
                                            : std::vector<Error>{},
                                        language);
    Html fields;
    fields << web::parts::hidden_field("version", std::to_string(draft.version))
           << mapping_fields(table->source(), draft.mapping, file, errors, language)
           << web::parts::disclosure(
                  language("How the file is written"),
                  Html() << detection_facts(file, language) << reading_fields(draft.mapping, file, language))
           << web::parts::button_row({web::parts::button(language("Check the whole file"))});
    Html body;
    body << steps(1, language) << web::parts::error_summary(errors, language) << raw_preview(file, language)
         << web::parts::section(language("Which column is what"),
                                web::parts::form({.action = "/imports/drafts/" + std::to_string(id.value),
                                                  .csrf = context.csrf_field()},
                                                 fields))
         << web::parts::button_form({.action = "/imports/drafts/" + std::to_string(id.value) + "/discard",
                                     .csrf = context.csrf_field()},
                                    language("Remove this upload"));
    return import_page(services, context, language("Columns of {file}", {{"file", draft.file_name}}), body);
}

Result<Response> save_draft(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<DraftId>("draft"));
    auto draft = TRY(services.drafts.find(context.who().tenant, id));
    TRY(web::Form(context.request.form).expect_version(draft.version));
    const auto* table = services.importer.source(draft.source);
    auto personal = draft.mapping.personal_numbers;
    draft.mapping = mapping_from_form(table->source(), context.request.form);
    personal.merge(draft.mapping.personal_numbers);
    for (const auto& [column, rule] : draft.mapping.personal_numbers)
        personal[column] = rule;
    draft.mapping.personal_numbers = std::move(personal);
    TRY(services.drafts.save(actor_of(context), draft));
    auto file =
        TRY(tables::TableFile::open(services.drafts.path_of(draft.stored_name), draft.mapping.reading));
    const std::string address = "/imports/drafts/" + std::to_string(id.value);
    if (!check_mapping(table->source(), draft.mapping, file).empty())
        return Response::redirect(address + "?checked=1");
    return Response::redirect(address + "/check");
}

Result<Response> discard(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<DraftId>("draft"));
    const auto draft = TRY(services.drafts.find(context.who().tenant, id));
    TRY(services.drafts.remove(actor_of(context), draft));
    return Response::redirect("/imports");
}

} // namespace maerkbar::sources::pages
