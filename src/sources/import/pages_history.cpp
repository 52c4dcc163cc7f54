#include "base/translatable.hpp"
#include "sources/import/failures.hpp"
#include "sources/import/page_support.hpp"
#include "sources/import/report_view.hpp"
#include "web/pagination.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"
#include "web/url.hpp"

// What has been imported, one import, its errors, and undoing it.
namespace maerkbar::sources::pages {

using namespace web::literals;
using web::Context;
using web::Html;
using web::Response;

namespace {

// What it is now; one that counts until its undoing comes to its turn says both.
std::string state_text(ImportState state, bool undoing, const web::Language& language) {
    if (state == ImportState::published && undoing)
        return language.in_context("import", "Counts until it is undone; that is queued");
    switch (state) {
        case ImportState::waiting:
            return language.in_context("import", "Queued; does not count yet");
        case ImportState::running:
            return language.in_context("import", "Running");
        case ImportState::published:
            return language.in_context("import", "Counts");
        case ImportState::undoing:
            return language.in_context("import", "Being undone");
        case ImportState::undone:
            return language.in_context("import", "Undone");
        case ImportState::failed:
            return language.in_context("import", "Failed");
    }
    return {};
}

Html cell(std::string_view text) {
    return Html() << text;
}

Html link(std::string_view href, std::string_view text) {
    return Html() << "<a"_html << web::Attribute{"href", href} << ">"_html << text << "</a>"_html;
}

std::string feed_text(const ImportRecord& record, const web::Language& language) {
    return record.feed_name == typed_feed ? language(typed_feed) : record.feed_name;
}

std::string days_text(const ImportRecord& record, const web::Language& language) {
    if (!record.first_day || !record.last_day) return "";
    return language.date(*record.first_day) + "–" + language.date(*record.last_day);
}

std::string moment_text(Instant instant, const web::Language& language) {
    return language.moment(std::chrono::floor<std::chrono::seconds>(instant));
}

web::parts::Table history_table(const std::vector<ImportRecord>& records, const std::set<ImportId>& undoing,
                                const web::Language& language) {
    web::parts::Table table{language("Imports"), false};
    table.columns = {{language("File")},       {language("Data")},           {language("Period")},
                     {language("Rows"), true}, {language("Left out"), true}, {language("State")},
                     {language("When")}};
    for (const auto& record : records)
        table.rows.push_back(
            {link("/imports/" + std::to_string(record.id.value), record.file_name),
             link(web::with_query("/imports", {{"feed", record.feed_name}}), feed_text(record, language)),
             cell(days_text(record, language)), cell(language.integer(record.rows_good)),
             cell(language.integer(record.rows_bad)),
             cell(state_text(record.state, undoing.contains(record.id), language)),
             cell(moment_text(record.created_at, language))});
    return table;
}

// Which imports the list is cut down to, and the way back.
Html only_of(const std::string& feed, const web::Language& language) {
    if (feed.empty()) return {};
    const auto name = feed == typed_feed ? language(typed_feed) : feed;
    return Html() << "<p>"_html << language("Only imports of {feed}.", {{"feed", name}}) << " "_html
                  << link("/imports", language("Show all")) << "</p>"_html;
}

std::string pages_of(const std::string& feed) {
    return feed.empty() ? "/imports?page={page}"
                        : web::with_query("/imports", {{"feed", feed}}) + "&page={page}";
}

bool under_way(ImportState state) {
    return state == ImportState::waiting || state == ImportState::running || state == ImportState::undoing;
}

Html facts_of(const ImportRecord& record, bool undoing, const web::Language& language) {
    return web::parts::fact_list(
        {{language("State"), cell(state_text(record.state, undoing, language))},
         {language("Data"), cell(feed_text(record, language))},
         {language("Period"), cell(days_text(record, language))},
         {language("Rows imported"), cell(language.integer(record.rows_good))},
         {language("Rows left out"), cell(language.integer(record.rows_bad))},
         {language("Rows that were there"),
          cell(record.mode == ImportMode::replace ? language("replaced in the same units and period")
                                                  : language("matched on their row id"))},
         {language("When"), cell(moment_text(record.created_at, language))}});
}

Html notice_of(const ImportRecord& record, Context& context) {
    const auto& language = context.language;
    if (context.request.query.has("same"))
        return web::parts::notice(web::parts::NoticeKind::information,
                                  language("You have imported this file before, in the same way. This is "
                                           "that import; nothing new was stored."));
    if (record.state == ImportState::failed)
        return web::parts::notice(web::parts::NoticeKind::error,
                                  language.error(import_failure(record.error)));
    return {};
}

// Why an import that has begun does not come further.
Html obstacle_of(const std::optional<ImportProgress>& progress, const web::Language& language) {
    if (!progress || !progress->obstacle) return {};
    return web::parts::notice(
        web::parts::NoticeKind::warning, language.error(*progress->obstacle),
        Html() << "<p>"_html << language("The import waits and goes on by itself.") << "</p>"_html);
}

Html undo_button(const ImportRecord& record, Context& context) {
    if (record.state != ImportState::published || !context.may(organisation::permission::import_run))
        return {};
    const auto& language = context.language;
    return web::parts::button_form(
        {.action = "/imports/" + std::to_string(record.id.value) + "/undo",
         .csrf = context.csrf_field(),
         .confirm = language("Undo this import? What it replaced will count again.")},
        language("Undo this import"), web::parts::ButtonKind::danger);
}

Html errors_of(const ImportRecord& record, Context& context, const std::vector<RowError>& errors) {
    Html html;
    if (errors.empty()) return html;
    html << error_table(errors, 100, context.language)
         << web::parts::link_line({{context.language("Download all errors as CSV"),
                                    "/imports/" + std::to_string(record.id.value) + "/errors.csv"}});
    return html;
}

} // namespace

Result<Response> history(ImportServices& services, Context& context) {
    const auto& language = context.language;
    const auto pagination = TRY(web::Pagination::from(context.request.query));
    const auto feed = context.request.query.text("feed");
    // One more than fits tells whether there is a next page.
    auto records = TRY(
        services.importer.history(context.who().tenant, {feed, pagination.offset(), pagination.size + 1}));
    const bool more = static_cast<std::int64_t>(records.size()) > pagination.size;
    if (more) records.pop_back();
    const auto undoing = TRY(services.queue.being_undone(context.who().tenant));
    Html body;
    const auto new_import =
        web::parts::button_link(language("Import a file"), "/imports/new", web::parts::ButtonKind::primary);
    const bool nothing_yet = records.empty() && pagination.page == 1 && feed.empty();
    if (nothing_yet) {
        body << web::parts::empty_state(
            language("Nothing has been imported yet"),
            language(
                "Import an extract from the phone system, the queue tickets or a spreadsheet. You see what "
                "was found before anything is stored, and every import can be undone."),
            new_import);
    } else {
        body << only_of(feed, language) << web::parts::table(history_table(records, undoing, language))
             << web::parts::pagination(
                    {static_cast<std::size_t>(pagination.page),
                     static_cast<std::size_t>(pagination.page) + (more ? 1 : 0), pages_of(feed)},
                    language);
    }
    auto info = services.frame.info(context, language("Imports"));
    if (!nothing_yet) info.actions = new_import;
    return Response::html(web::parts::page(info, body));
}

Result<Response> one(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    const auto tenant = context.who().tenant;
    const auto record = TRY(services.importer.find(tenant, id));
    const auto errors = TRY(services.importer.errors(tenant, id));
    Html body;
    body << notice_of(record, context);
    const auto progress = services.queue.progress(tenant, id);
    body << obstacle_of(progress, context.language);
    const bool busy = under_way(record.state) || progress.has_value();
    if (busy && progress && progress->total > 0)
        body << web::parts::progress(
            context.language("Progress"),
            static_cast<double>(progress->done) / static_cast<double>(progress->total), context.language);
    body << facts_of(record, progress.has_value(), context.language) << errors_of(record, context, errors);
    if (!busy) body << undo_button(record, context);
    auto response = import_page(services, context,
                                context.language("Import of {file}", {{"file", record.file_name}}), body);
    if (busy) response.headers.set("Refresh", "2"); // works without script
    return response;
}

Result<Response> one_errors(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    const auto errors = TRY(services.importer.errors(context.who().tenant, id));
    return Response::download(context.language("errors") + ".csv", "text/csv; charset=utf-8",
                              TRY(errors_csv(errors, context.language)));
}

Result<Response> undo(ImportServices& services, Context& context) {
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    const auto tenant = context.who().tenant;
    TRY(check_reach(services, context.who(), TRY(services.importer.days(tenant, id))));
    TRY(services.queue.undo(actor_of(context), id));
    return Response::redirect("/imports/" + std::to_string(id.value));
}

} // namespace maerkbar::sources::pages
