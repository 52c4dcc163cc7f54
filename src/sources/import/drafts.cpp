#include "sources/import/drafts.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "base/translatable.hpp"
#include "sources/import/failures.hpp"

namespace maerkbar::sources {

namespace {

namespace fs = std::filesystem;

// Renames, or copies where the folders lie on different disks.
bool move_file(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (!failed) return true;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, failed);
    if (failed) {
        std::error_code ignored;
        fs::remove(to, ignored);
    }
    return !failed;
}

// Waits until the disk has it: the answer to whoever sent the file promises that it will be imported.
bool on_disk(const fs::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool done = fsync(file) == 0;
    close(file);
    return done;
}

Result<Draft> draft_from(const storage::Row& row) {
    Draft draft;
    draft.id = row.id<DraftId>(0);
    draft.source = row.string(1);
    draft.feed = row.string(2);
    draft.file_name = row.string(3);
    draft.stored_name = row.string(4);
    draft.file_digest = row.string(5);
    draft.mapping = TRY(Mapping::from_json(row.text(6)));
    draft.person = row.optional_id<PersonId>(7).value_or(PersonId{});
    draft.version = row.integer(8);
    return draft;
}

} // namespace

// Files are named by their digest: the same file uploaded twice is one file.
fs::path Drafts::file_with_digest(std::string_view digest) const {
    return folder_ / (std::string(digest) + ".upload");
}

Result<DraftId> Drafts::create(const storage::Actor& actor, Draft draft, const fs::path& file) {
    std::error_code failed;
    fs::create_directories(folder_, failed);
    const auto target = file_with_digest(draft.file_digest);
    if (failed || !move_file(file, target) || !on_disk(target) || !on_disk(folder_))
        return import_failure("import.cannot_store_file");
    draft.stored_name = target.filename().string();
    return database_.write(actor, [&](storage::Transaction& tx) -> Result<DraftId> {
        const auto id = TRY(tx.next_id<DraftId>(actor.tenant, "import_draft"));
        TRY(
            tx.connection().execute("insert into import_draft (tenant_id, id, source, feed, file_name, "
                                    "stored_name, file_digest, mapping, person_id,"
                                    " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                    {actor.tenant, id, draft.source, draft.feed, draft.file_name,
                                     draft.stored_name, draft.file_digest, draft.mapping.to_json(),
                                     actor.person ? std::optional(actor.person) : std::nullopt, tx.now()}));
        TRY(tx.audit({"import.uploaded", "import_draft", std::to_string(id.value)}));
        return id;
    });
}

Result<Draft> Drafts::find(TenantId tenant, DraftId id) {
    auto found = TRY(database_.read([&](storage::Connection& connection) {
        return connection.first(
            "select id, source, feed, file_name, stored_name, file_digest, mapping, person_id, version"
            " from import_draft where tenant_id = ? and id = ?",
            {tenant, id}, draft_from);
    }));
    if (!found)
        return Error{ErrorKind::not_found, "import.draft_not_found",
                     translatable("This upload is finished or has been removed. Look in the import history, "
                                  "or upload the file again.")};
    return *found;
}

Result<void> Drafts::save(const storage::Actor& actor, const Draft& draft) {
    return database_.write(actor, [&](storage::Transaction& tx) -> Result<void> {
        const auto changed = TRY(tx.connection().execute(
            "update import_draft set feed = ?, mapping = ?, version = version + 1"
            " where tenant_id = ? and id = ? and version = ?",
            {draft.feed, draft.mapping.to_json(), actor.tenant, draft.id, draft.version}));
        if (changed == 0)
            return Error{
                ErrorKind::conflict, "import.draft_changed",
                translatable("Somebody has changed this upload since you opened it. Load the page again.")};
        return tx.audit({"import.mapping_changed", "import_draft", std::to_string(draft.id.value)});
    });
}

Result<void> Drafts::forget(storage::Transaction& transaction, const Draft& draft) {
    TRY(transaction.connection().execute("delete from import_draft where tenant_id = ? and id = ?",
                                         {transaction.actor().tenant, draft.id}));
    return transaction.audit({"import.draft_removed", "import_draft", std::to_string(draft.id.value)});
}

Result<void> Drafts::remove(const storage::Actor& actor, const Draft& draft) {
    TRY(database_.write(actor, [&](storage::Transaction& tx) { return forget(tx, draft); }));
    return release(path_of(draft.stored_name));
}

Result<void> Drafts::release(const fs::path& file) {
    const auto waiting = TRY(database_.read([&](storage::Connection& connection) {
        return connection.number(
            "select (select count(*) from import_draft where stored_name = ?) +"
            " (select count(*) from data_import where file_digest = ?"
            " and state in ('waiting', 'running'))",
            {file.filename().string(), file.stem().string()});
    }));
    std::error_code ignored;
    if (waiting == 0) fs::remove(file, ignored);
    return {};
}

Result<int> Drafts::clean(Instant oldest) {
    struct Forgotten {
        TenantId tenant;
        Draft draft;
    };
    const auto old = TRY(database_.read([&](storage::Connection& connection) {
        return connection.all("select tenant_id, id, stored_name from import_draft where created_at < ?",
                              {oldest}, [](const storage::Row& row) {
                                  Forgotten forgotten{row.id<TenantId>(0), {}};
                                  forgotten.draft.id = row.id<DraftId>(1);
                                  forgotten.draft.stored_name = row.string(2);
                                  return forgotten;
                              });
    }));
    for (const auto& [tenant, draft] : old)
        TRY(remove({tenant, {}, "job", "uploads"}, draft));
    return static_cast<int>(old.size());
}

} // namespace maerkbar::sources
