#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "sources/import/mapping.hpp"
#include "storage/database.hpp"

namespace maerkbar::sources {

using DraftId = StrongId<struct ImportDraftTag>;

// A file that has been uploaded but not confirmed: its mapping can still be changed.
struct Draft {
    DraftId id;
    std::string source;
    std::string feed;
    std::string file_name;
    std::string stored_name; // in the folder of uploads
    std::string file_digest;
    Mapping mapping;
    PersonId person;
    std::int64_t version = 1; // grows with each change, so that two windows cannot overwrite each other
};

// Uploaded files and their drafts. The files lie in a folder of their own and are removed with the draft,
// when the import has ended, or after a day.
class Drafts {
  public:
    Drafts(storage::Database& database, std::filesystem::path folder)
        : database_(database), folder_(std::move(folder)) {}

    // Moves the file into the folder, where it outlives a power cut, and remembers it. Errors:
    // import.cannot_store_file.
    Result<DraftId> create(const storage::Actor& actor, Draft draft, const std::filesystem::path& file);
    Result<Draft> find(TenantId tenant, DraftId id);
    // conflict (import.draft_changed) where somebody else has changed it since.
    Result<void> save(const storage::Actor& actor, const Draft& draft);
    // Forgets the draft; the file stays for the import that runs on it.
    Result<void> forget(storage::Transaction& transaction, const Draft& draft);
    // Forgets the draft, and releases its file.
    Result<void> remove(const storage::Actor& actor, const Draft& draft);
    [[nodiscard]] std::filesystem::path path_of(std::string_view stored_name) const {
        return folder_ / stored_name;
    }
    // The file of a confirmed import, by its digest.
    [[nodiscard]] std::filesystem::path file_with_digest(std::string_view digest) const;
    // Removes the file, unless an upload or an import of any municipality still needs it.
    Result<void> release(const std::filesystem::path& file);
    // Removes uploads of before `oldest` that nobody went on with, and their files, which may hold personal
    // numbers. Answers how many.
    Result<int> clean(Instant oldest);

  private:
    storage::Database& database_;
    std::filesystem::path folder_;
};

} // namespace maerkbar::sources
