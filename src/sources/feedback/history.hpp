#pragma once

#include "sources/feedback/entry.hpp"
#include "storage/transaction.hpp"

// One line of an entry's history for each field that changed; for store.cpp and dialogue.cpp.
namespace maerkbar::feedback {

struct HistoryLine {
    std::string_view field;
    std::string before = {}; // of texts: empty
    std::string after = {};
};
[[nodiscard]] Result<void> keep_line(storage::Transaction& transaction, EntryId entry,
                                     const HistoryLine& line);
[[nodiscard]] Result<void> keep_differences(storage::Transaction& transaction, const Entry& before,
                                            const EntryFields& after);

} // namespace maerkbar::feedback
