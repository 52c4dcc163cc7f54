#include "sources/import/audit_words.hpp"

#include "base/translatable.hpp"

namespace maerkbar::sources {
namespace {

constexpr organisation::AuditWord words[] = {
    {"import", translatable("Imported file"), organisation::named_in_table<"data_import", "file_name">},
    {"import.column_declared_not_personal", translatable("Said that a column has no personal numbers")},
    {"import.column_left_out", translatable("Left a column out because of personal numbers")},
    {"import.confirmed", translatable("Confirmed an import")},
    {"import.draft_removed", translatable("Threw an uploaded file away")},
    {"import.failed", translatable("The import failed")},
    {"import.mapping_changed", translatable("Changed what the columns of a file mean")},
    {"import.published", translatable("Put the rows of an import to use")},
    {"import.queued", translatable("Sent an import to the background work")},
    {"import.running", translatable("Began an import")},
    {"import.undo_queued", translatable("Sent the undoing of an import to the background work")},
    {"import.undoing", translatable("Began to undo an import")},
    {"import.undone", translatable("Undid an import")},
    {"import.uploaded", translatable("Uploaded a file")},
    {"import_draft", translatable("Uploaded file"),
     organisation::named_in_table<"import_draft", "file_name">},
    {"import.check", translatable("Check of a file")},
    {"import.run", translatable("Import of a file")},
    {"import.undo", translatable("Undoing an import")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::sources
