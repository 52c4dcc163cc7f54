#include <fstream>

#include "practice/assessment/pages/file_list.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/scorer.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/file_store.hpp"

// Files beside one's own answer: put there, looked at, taken away; and, once an item is closed, seen by the
// group.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr int refused = 422;

std::string item_of(const ScorerVisit& visit) {
    return visit.context.request.parameters.text("item");
}

std::string files_address(const ScorerVisit& visit) {
    return visit.address("/" + item_of(visit) + "/files");
}

Result<EvidenceContent> uploaded(const ScorerVisit& visit) {
    const auto* file = visit.context.request.file("file");
    if (file == nullptr || file->size > largest_evidence)
        return check_evidence({}, std::string(file == nullptr ? 0 : largest_evidence + 1, ' '));
    std::ifstream in(file->path, std::ios::binary);
    return check_evidence(file->filename, std::string(std::istreambuf_iterator<char>(in), {}));
}

Html own_table(ScorerVisit& visit, const std::vector<EvidenceFile>& files, bool open) {
    const auto& language = visit.language;
    parts::Table table{language("Your files"), true};
    table.columns = {{language("File")}, {language("Size"), true}};
    if (open) table.columns.push_back({language("Change")});
    table.empty = language("No file yet.");
    for (const auto& file : files) {
        const auto here = files_address(visit) + "/" + std::to_string(file.id.value);
        table.rows.push_back(
            {organisation::link(here, file.name), organisation::words(size_text(file, language))});
        if (open)
            table.rows.back().push_back(parts::button_form(
                {.action = here + "/remove", .csrf = visit.context.csrf_field()}, language("Remove")));
    }
    return parts::table(table);
}

Html add_form(ScorerVisit& visit, const organisation::Filled& filled) {
    const auto& language = visit.language;
    Html fields = parts::file_field(
        {filled.label(
             "file", language("File"),
             language("PDF, picture, text or office document, at most 5 MB. No names of citizens: the group "
                      "sees the file when the item is closed. It is searched for personal numbers.")),
         std::string(evidence_types)},
        language);
    fields << parts::checkbox("looked_through",
                              language("I have looked it through: there is no personal number in it"), false,
                              language("Needed for pictures and scanned pages, which cannot be searched."))
           << parts::button_row({parts::button(language("Add the file"))});
    return parts::form({.action = files_address(visit), .csrf = visit.context.csrf_field(), .upload = true},
                       fields);
}

struct OwnFiles {
    Standing standing;
    std::vector<EvidenceFile> files;
};

Result<Response> files_page(ScorerVisit& visit, const organisation::Filled& filled) {
    const auto& language = visit.language;
    const auto own = TRY(visit.read([&](storage::Connection& connection) -> Result<OwnFiles> {
        return OwnFiles{TRY(read_standing(connection, visit.tenant, visit.participant.round)),
                        TRY(own_files(connection, visit.tenant, visit.participant, item_of(visit)))};
    }));
    const auto* item = own.standing.find(item_of(visit));
    if (item == nullptr)
        return Error{ErrorKind::not_found, "assessment.unknown_item", "That item is not part of this round."};
    const bool open = own.standing.round.state == State::scoring && !item->item.closed;
    const auto title = title_of(*item->node, language);
    auto info = visit.services.organisation.frame.info(visit.context, language("Files as evidence"));
    info.lead = title;
    info.crumbs = {{own.standing.round.fields.name, visit.address()},
                   {title, visit.address("/" + item_of(visit))}};
    Html body = parts::error_summary(filled.errors(), language);
    body << own_table(visit, own.files, open);
    if (open) body << add_form(visit, filled);
    body << parts::link_line({{language("Back to the question"), visit.address("/" + item_of(visit))}});
    return Response::html(parts::page(info, body), filled.errors().empty() ? 200 : refused);
}

Response delivered(EvidenceContent content) {
    auto response = Response::download(content.name, content.media_type, std::move(content.bytes));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

Result<Response> show_files(ScorerVisit& visit) {
    return files_page(visit, organisation::Filled());
}

Result<Response> send_file(ScorerVisit& visit) {
    web::Form form(visit.context.request.form);
    auto content = uploaded(visit);
    if (!content.ok())
        form.fail(content.error());
    else if (!content->searched && !form.checked("looked_through"))
        form.fail(
            "file", "assessment.not_looked_through",
            "No program can search this file for personal numbers. Look it through, choose it again, and "
            "tick that there is none in it.");
    if (form.ok()) {
        const auto added = visit.write([&](storage::Transaction& tx) {
            return add_file(tx, visit.participant, item_of(visit), *content);
        });
        if (added.ok()) return Response::redirect(files_address(visit));
        if (!mendable(added.error())) return added.error();
        form.fail(added.error());
    }
    return files_page(visit, organisation::Filled(form, visit.language));
}

Result<Response> send_remove_file(ScorerVisit& visit) {
    const auto file = TRY(visit.context.request.parameters.id<EvidenceFileId>("file"));
    TRY(visit.write(
        [&](storage::Transaction& tx) { return remove_file(tx, visit.participant, item_of(visit), file); }));
    return Response::redirect(files_address(visit));
}

Result<Response> own_file(ScorerVisit& visit) {
    const auto file = TRY(visit.context.request.parameters.id<EvidenceFileId>("file"));
    return delivered(TRY(visit.read([&](storage::Connection& connection) {
        return read_file(connection, visit.tenant, visit.participant.round, file, visit.participant.id);
    })));
}

// For those who take part or lead. Readers of the agreed round see its words, not its files.
Result<Response> group_file(RoundVisit& visit) {
    const auto round = TRY(visit.joined_round());
    const auto file = TRY(visit.context().request.parameters.id<EvidenceFileId>("file"));
    return delivered(TRY(visit.read([&](storage::Connection& connection) {
        return read_file(connection, visit.tenant(), round.id, file);
    })));
}

} // namespace maerkbar::assessment
