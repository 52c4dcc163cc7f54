#include "practice/assessment/rounds/file_store.hpp"

#include "practice/assessment/rounds/answer_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns = "select f.id, f.item, f.name, f.size from assessment_file f";
constexpr std::string_view closed_item =
    " exists (select 1 from assessment_item i where i.tenant_id = f.tenant_id and i.round_id = f.round_id"
    " and i.item = f.item and i.closed_at is not null)";

EvidenceFile file_in(const Row& row) {
    return {row.id<EvidenceFileId>(0), row.string(1), row.string(2), row.integer(3)};
}

Error unknown_file() {
    return {ErrorKind::not_found, "assessment.unknown_file", "There is no such file, or not for your eyes."};
}

Result<void> require_room(Transaction& tx, const Participant& participant, std::string_view item,
                          std::size_t more) {
    const auto tenant = tx.actor().tenant;
    const auto own = TRY(own_files(tx.connection(), tenant, participant, item));
    const auto all = TRY(tx.connection().number(
        "select coalesce(sum(size), 0) from assessment_file where tenant_id = ? and round_id = ?",
        {tenant, participant.round}));
    if (std::ssize(own) < most_evidence && static_cast<std::size_t>(all) + more <= evidence_in_round)
        return {};
    return Error{
        ErrorKind::conflict,
        "assessment.files_full",
        "There is no room for more files: five for each item, 10 MB for the whole round. Write a link "
        "instead.",
        {},
        "file"};
}

Result<void> audit(Transaction& tx, std::string action, RoundId round) {
    return tx.audit({std::move(action), "assessment_round", std::to_string(round.value)});
}

Result<void> store_file(Transaction& tx, RoundId round, std::optional<std::int64_t> participant,
                        std::string_view item, const EvidenceContent& content) {
    const auto tenant = tx.actor().tenant;
    const auto id = TRY(tx.next_id<EvidenceFileId>(tenant, "assessment_file"));
    TRY(tx.connection().execute(
        "insert into assessment_file (tenant_id, id, round_id, participant_id, item, name, media_type, size,"
        " content, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, round, participant, item, content.name, content.media_type, std::ssize(content.bytes),
         storage::Blob{content.bytes}, tx.now()}));
    return audit(tx, "assessment.file_added", round);
}

} // namespace

Result<void> add_file(Transaction& tx, const Participant& participant, std::string_view item,
                      const EvidenceContent& content) {
    TRY(require_open_item(tx, participant.round, item));
    TRY(require_room(tx, participant, item, content.bytes.size()));
    return store_file(tx, participant.round, participant.id.value, item, content);
}

Result<void> import_file(Transaction& tx, RoundId round, std::string_view item,
                         const EvidenceContent& content) {
    return store_file(tx, round, std::nullopt, item, content);
}

Result<void> remove_file(Transaction& tx, const Participant& participant, std::string_view item,
                         EvidenceFileId file) {
    TRY(require_open_item(tx, participant.round, item));
    const auto gone = TRY(tx.connection().execute(
        "delete from assessment_file where tenant_id = ? and round_id = ? and participant_id = ? and item = ?"
        " and id = ?",
        {tx.actor().tenant, participant.round, participant.id, item, file}));
    if (gone == 0) return unknown_file();
    return audit(tx, "assessment.file_removed", participant.round);
}

Result<std::vector<EvidenceFile>> own_files(Connection& connection, TenantId tenant,
                                            const Participant& participant, std::string_view item) {
    return connection.all(
        std::string(columns) + " where f.tenant_id = ? and f.participant_id = ? and f.item = ? order by f.id",
        {tenant, participant.id, item}, file_in);
}

Result<FilesByItem> closed_files(Connection& connection, TenantId tenant, RoundId round) {
    FilesByItem files;
    TRY(connection.query(std::string(columns) + " where f.tenant_id = ? and f.round_id = ? and" +
                             std::string(closed_item) + " order by f.name, f.id",
                         {tenant, round}, [&](const Row& row) -> Result<void> {
                             auto file = file_in(row);
                             files[file.item].push_back(std::move(file));
                             return {};
                         }));
    return files;
}

Result<EvidenceContent> read_file(Connection& connection, TenantId tenant, RoundId round, EvidenceFileId file,
                                  ParticipantId own) {
    auto found =
        TRY(connection.first("select f.name, f.media_type, f.content from assessment_file f where "
                             "f.tenant_id = ? and f.round_id = ?"
                             " and f.id = ? and (f.participant_id = ? or" +
                                 std::string(closed_item) + ")",
                             {tenant, round, file, own}, [](const Row& row) {
                                 return EvidenceContent{row.string(0), row.string(1), row.blob(2)};
                             }));
    if (!found) return unknown_file();
    return std::move(*found);
}

} // namespace maerkbar::assessment
