#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/translatable.hpp"
#include "measurement/recompute.hpp"
#include "sources/import/check.hpp"
#include "sources/import/fact_table.hpp"
#include "storage/database.hpp"

namespace maerkbar::sources {

// What an import does with rows that are there already.
enum class ImportMode {
    replace, // the new rows take the place of the feed's earlier rows in the same units and period
    merge,   // rows with the same row id take each other's place; others are added
};
[[nodiscard]] std::string_view name_of(ImportMode mode);
[[nodiscard]] std::optional<ImportMode> import_mode(std::string_view name);

// What to do when some rows cannot be used.
enum class BadRows { reject, leave_out };

enum class ImportState { waiting, running, published, undoing, undone, failed };
[[nodiscard]] std::string_view name_of(ImportState state);
[[nodiscard]] std::optional<ImportState> import_state(std::string_view name);

// What a person has confirmed.
struct ImportOrder {
    std::string source;
    std::string feed; // its name; made if there is none
    std::string file_name;
    std::filesystem::path file;
    std::string file_digest; // as of digest_of_file(file)
    Mapping mapping;
    ImportMode mode = ImportMode::replace;
    BadRows bad_rows = BadRows::reject;
};

struct ImportRecord {
    ImportId id;
    FeedId feed;
    std::string source;
    std::string feed_name;
    std::string file_name;
    std::string file_digest; // SHA-256, hexadecimal
    ImportMode mode = ImportMode::replace;
    ImportState state = ImportState::waiting;
    std::int64_t rows_good = 0;
    std::int64_t rows_bad = 0;
    std::optional<Date> first_day;
    std::optional<Date> last_day;
    PersonId person;
    Instant created_at;
    std::string error; // stable code, when failed
};

// The feed of figures that people type; shown in the reader's language.
inline constexpr const char* typed_feed = translatable("Typed by hand");

// Some of the imports that were ever made.
struct HistoryPart {
    std::string feed = {}; // its name; empty: of all feeds
    std::int64_t offset = 0;
    std::int64_t count = 0;
};

struct ImportRun;

// Brings files into the tables of facts and has measurement recompute what they touch.
class Importer {
  public:
    using TreeLoader = std::function<Result<std::shared_ptr<const organisation::UnitTree>>(TenantId)>;

    Importer(storage::Database& database, std::vector<const FactTable*> sources, SecretKey key,
             TreeLoader tree, std::function<Date()> today);

    [[nodiscard]] const FactTable* source(std::string_view name) const;
    [[nodiscard]] std::span<const FactTable* const> sources() const { return sources_; }

    // Reads the whole file and says what importing it would do; nothing is stored.
    Result<CheckReport> dry_run(TenantId tenant, std::string_view source, const std::filesystem::path& file,
                                const Mapping& mapping, const RowsRead& progress = {});
    // An earlier import of the same bytes by the same mapping that still counts.
    Result<std::optional<ImportRecord>> find_same(TenantId tenant, std::string_view source,
                                                  std::string_view digest, const Mapping& mapping);
    // Records the order; the rows come with run(). `report` is what dry_run() said of the same file and
    // mapping, so that one reading serves. Errors: import.personal_number, import.bad_rows, import.no_rows,
    // import.same_file (conflict), import.merge_needs_row_id. `also` is stored in the same transaction, or
    // neither is.
    using Also = std::function<Result<void>(storage::Transaction& transaction, ImportId import)>;
    Result<ImportId> confirm(const storage::Actor& actor, const ImportOrder& order, const CheckReport& report,
                             const Also& also = {});
    // Both in one, where nobody needs to see the report in between; takes the digest itself.
    Result<ImportId> check_and_confirm(const storage::Actor& actor, ImportOrder order);
    // Does (or, after an interruption, does again from the start) what was confirmed, up to publishing. While
    // other results are being computed nothing is done, and it must come again (measurement.in_line).
    Result<void> run(const storage::Actor& actor, ImportId import, const std::filesystem::path& file,
                     const measurement::Progress& progress);
    // Takes a published import out again: what it replaced counts once more. Waits as run() does.
    Result<void> undo(const storage::Actor& actor, ImportId import, const measurement::Progress& progress);

    // Ends as failed (import.cut_off) what no job has any more: its job was given up, or the program that
    // imported without one was stopped. Their hidden rows go. Only while no ImportLock is held.
    Result<std::vector<std::pair<TenantId, ImportRecord>>> end_abandoned();

    // Reads stored row errors, in the order of lines.
    Result<std::vector<RowError>> errors(TenantId tenant, ImportId import);
    Result<ImportRecord> find(TenantId tenant, ImportId import);
    // The units it touches, each with its days.
    Result<std::vector<measurement::UnitDays>> days(TenantId tenant, ImportId import);
    // The newest first.
    Result<std::vector<ImportRecord>> history(TenantId tenant, const HistoryPart& part);
    // The mapping last used for a feed.
    Result<std::optional<Mapping>> feed_mapping(TenantId tenant, std::string_view source,
                                                std::string_view feed);

  private:
    Result<void> run_steps(const storage::Actor& actor, ImportRun& run, const std::filesystem::path& file,
                           const measurement::Progress& progress);
    Result<void> write_rows(const storage::Actor& actor, ImportRun& run, const std::filesystem::path& file,
                            const measurement::Progress& progress);
    // Removes its hidden rows, in transactions short enough for others to get through.
    Result<void> clear(const storage::Actor& actor, const ImportRun& run);
    // Removes its cells that wait to be published, where there are any.
    Result<void> discard_cells(const storage::Actor& actor, ImportId import);
    Result<void> end(const storage::Actor& actor, const ImportRun& run);
    Result<std::vector<measurement::UnitDays>> days_of_same_rows(TenantId tenant, const ImportRun& run);
    // Recomputes what changes under `view`, then switches rows and cells together.
    Result<void> compute_and_publish(const storage::Actor& actor, const ImportRun& run,
                                     const measurement::FactView& view, ImportState state,
                                     const measurement::Progress& progress);
    Result<CachingLookup> lookup(TenantId tenant, const FactTable& table, Categories& categories);
    Result<ImportRun> load(TenantId tenant, ImportId import);
    Result<void> set_state(const storage::Actor& actor, ImportId import, ImportState state,
                           std::string_view error);
    [[nodiscard]] DateLimits date_limits() const;

    storage::Database& database_;
    std::vector<const FactTable*> sources_;
    SecretKey key_;
    TreeLoader tree_;
    std::function<Date()> today_;
};

// SHA-256 of a file, hexadecimal. Errors: not_found.
[[nodiscard]] Result<std::string> digest_of_file(const std::filesystem::path& path);
[[nodiscard]] std::string digest_of_text(std::string_view text);

} // namespace maerkbar::sources
