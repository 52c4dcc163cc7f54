#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "practice/assessment/rounds/evidence_file.hpp"
#include "practice/assessment/rounds/round.hpp"
#include "storage/transaction.hpp"

// Files that people put beside their answers. They lie in the database, and so in every backup.
namespace maerkbar::assessment {

using EvidenceFileId = StrongId<struct EvidenceFileTag>;

// Without its bytes, and without whose it is.
struct EvidenceFile {
    EvidenceFileId id;
    std::string item;
    std::string name;
    std::int64_t size = 0; // bytes
};
using FilesByItem = std::map<std::string, std::vector<EvidenceFile>, std::less<>>;

// Errors: assessment.item_closed, assessment.not_scoring (conflict), assessment.unknown_item (not_found),
// assessment.files_full (conflict) beyond most_evidence of one person and item, or evidence_in_round.
[[nodiscard]] Result<void> add_file(storage::Transaction& transaction, const Participant& participant,
                                    std::string_view item, const EvidenceContent& content);
// Of a round that comes from elsewhere: nobody's.
[[nodiscard]] Result<void> import_file(storage::Transaction& transaction, RoundId round,
                                       std::string_view item, const EvidenceContent& content);
// One's own, as long as the item is open. Errors: those of add_file, assessment.unknown_file (not_found).
[[nodiscard]] Result<void> remove_file(storage::Transaction& transaction, const Participant& participant,
                                       std::string_view item, EvidenceFileId file);

[[nodiscard]] Result<std::vector<EvidenceFile>> own_files(storage::Connection& connection, TenantId tenant,
                                                          const Participant& participant,
                                                          std::string_view item);
// Of items that are closed, for all who see them.
[[nodiscard]] Result<FilesByItem> closed_files(storage::Connection& connection, TenantId tenant,
                                               RoundId round);

// A file of a closed item; with `own`, also one that this participant gave. Error: assessment.unknown_file.
[[nodiscard]] Result<EvidenceContent> read_file(storage::Connection& connection, TenantId tenant,
                                                RoundId round, EvidenceFileId file, ParticipantId own = {});

} // namespace maerkbar::assessment
