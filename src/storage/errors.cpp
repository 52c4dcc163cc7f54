#include "storage/errors.hpp"

#include <string>

#include "base/translatable.hpp"

namespace maerkbar::storage::errors {

namespace {

Error with_table(ErrorKind kind, std::string_view code, std::string_view text, std::string_view table) {
    return {kind, std::string(code), std::string(text), {{"table", std::string(table)}}};
}

} // namespace

Error unique(std::string_view table) {
    return with_table(
        ErrorKind::conflict, "storage.unique",
        translatable("This is already registered. Open what is there, or give another name or number."),
        table);
}

Error foreign_key(std::string_view table) {
    return with_table(
        ErrorKind::conflict, "storage.foreign_key",
        translatable(
            "Something else depends on this, or what it refers to is gone. Load the page again and look."),
        table);
}

Error not_null(std::string_view table) {
    return with_table(
        ErrorKind::internal, "storage.not_null",
        translatable(
            "A value was missing, so nothing was stored. The fault is in the program: please report it."),
        table);
}

Error check(std::string_view table) {
    return with_table(
        ErrorKind::internal, "storage.check",
        translatable(
            "A value is not allowed, so nothing was stored. The fault is in the program: please report it."),
        table);
}

Error busy() {
    return {ErrorKind::unavailable, "storage.busy",
            translatable("The database is busy, and nothing was stored. Try again in a moment.")};
}

Error contended() {
    auto error = busy();
    error.code = "storage.contended";
    return error;
}

bool is_contended(const Error& error) {
    return error.code == "storage.contended";
}

Error connection() {
    return {ErrorKind::unavailable, "storage.connection",
            translatable("The database does not answer, and nothing was stored. Try again in a moment.")};
}

Error uncertain() {
    return {
        ErrorKind::unavailable, "storage.uncertain",
        translatable(
            "The database went away while it was storing. Look whether your change is there before you try "
            "again.")};
}

Error full() {
    return {ErrorKind::unavailable, "storage.full",
            translatable("The database has no room left, and nothing was stored. The system administrator "
                         "must make room.")};
}

Error io() {
    return {ErrorKind::unavailable, "storage.io",
            translatable("The database cannot read or write its file, and nothing was stored. "
                         "The system administrator must look at the disk.")};
}

Error corrupt() {
    return {ErrorKind::internal, "storage.corrupt",
            translatable("The database file is damaged, and nothing was stored. "
                         "The system administrator can restore the latest backup.")};
}

Error statement(std::string_view detail) {
    return {
        ErrorKind::internal,
        "storage.statement",
        translatable(
            "The database refused a statement. The fault is in the program: please report it. ({detail})"),
        {{"detail", std::string(detail)}}};
}

Error value() {
    return {
        ErrorKind::invalid, "storage.value",
        translatable(
            "The text holds characters that cannot be stored. Remove what does not look like ordinary text, "
            "and try again.")};
}

Error nested() {
    return {ErrorKind::internal, "storage.nested",
            translatable("A statement was started while another one was still running. "
                         "The fault is in the program: please report it.")};
}

Error broken() {
    return {ErrorKind::internal, "storage.broken",
            translatable(
                "The transaction went on after a statement had failed. The fault is in the program: please "
                "report it.")};
}

Error unaudited() {
    return {ErrorKind::internal, "storage.unaudited",
            translatable("A change without a trace in the audit trail was refused. "
                         "The fault is in the program: please report it.")};
}

Error newer(std::string_view migration) {
    return {ErrorKind::invalid,
            "storage.newer",
            translatable("The database was made by a newer version of the program (it has {migration}). "
                         "Install that version or a later one, or restore a backup from before the upgrade."),
            {{"migration", std::string(migration)}}};
}

Error changed(std::string_view migration) {
    return {
        ErrorKind::invalid,
        "storage.changed",
        translatable("The database was made with another text of {migration} than this program holds. "
                     "Install an official version of the program, or restore a backup made with this one."),
        {{"migration", std::string(migration)}}};
}

Error migration(std::string_view name, std::string_view detail) {
    return {
        ErrorKind::internal,
        "storage.migration",
        translatable(
            "The step {migration} of the database schema failed, and the database is as it was before it: "
            "{detail}"),
        {{"migration", std::string(name)}, {"detail", std::string(detail)}}};
}

Error job(std::string_view detail) {
    return {
        ErrorKind::internal,
        "storage.job",
        translatable("The work in the background ended with a fault: {detail}. What it had stored is kept."),
        {{"detail", std::string(detail)}}};
}

Error unknown_job(std::string_view kind) {
    return {ErrorKind::internal,
            "storage.unknown_job",
            translatable("This version of the program cannot do the work in the background called {kind}."),
            {{"kind", std::string(kind)}}};
}

Error hopeless_job() {
    return {
        ErrorKind::internal, "storage.hopeless_job",
        translatable("The work in the background was given up, because the program stopped each time it was "
                     "tried. What it had stored is kept. Please report it.")};
}

Error no_file(std::string_view path) {
    return {ErrorKind::not_found,
            "storage.no_file",
            translatable("There is no file {path}. Check the name."),
            {{"path", std::string(path)}}};
}

Error missing(std::string_view path) {
    return {ErrorKind::not_found,
            "storage.missing",
            translatable("There is no database at {path}. Check the folder."),
            {{"path", std::string(path)}}};
}

Error file_exists(std::string_view path) {
    return {ErrorKind::conflict,
            "storage.file_exists",
            translatable("{path} is there already, and is not overwritten. Give another name, or move the "
                         "file away first."),
            {{"path", std::string(path)}}};
}

Error not_empty() {
    return {ErrorKind::conflict, "storage.not_empty",
            translatable("The database is not empty, and a backup is never mixed with other data. Restore "
                         "into an empty one.")};
}

Error damaged_backup(std::string_view detail) {
    return {ErrorKind::invalid,
            "storage.damaged_backup",
            translatable("The file is no whole backup of this program ({detail}). Use another backup."),
            {{"detail", std::string(detail)}}};
}

Error backup_differs(std::string_view table) {
    return {ErrorKind::internal,
            "storage.backup_differs",
            translatable("The copy differs from the original in the table {table}, and was thrown away. "
                         "Check the disk, and try again."),
            {{"table", std::string(table)}}};
}

Error pending_migrations() {
    return {ErrorKind::conflict, "storage.pending_migrations",
            translatable("The database is older than the program. Run maerkbar migrate first.")};
}

Error url(std::string_view url) {
    return {ErrorKind::invalid,
            "storage.url",
            translatable("{url} is no address of a database. Write sqlite:FOLDER/maerkbar.db or "
                         "postgresql://user@host/name."),
            {{"url", std::string(url)}}};
}

} // namespace maerkbar::storage::errors
