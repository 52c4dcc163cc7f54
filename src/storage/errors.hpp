#pragma once

#include <string_view>

#include "base/result.hpp"

// The failures of the database as Error. Codes: storage.unique, .foreign_key, .not_null, .check, .busy,
// .connection, .uncertain, .full, .io, .corrupt, .statement, .nested, .broken, .unaudited, .newer, .changed …
// Constraint errors carry `table` in their arguments where the database names it; no error carries a value.
namespace maerkbar::storage::errors {

Error unique(std::string_view table);
Error foreign_key(std::string_view table);
Error not_null(std::string_view table);
Error check(std::string_view table);
Error busy();
// Two writers met; the one that gets this is run again.
Error contended();
bool is_contended(const Error& error);
Error connection();
// The connection went away during the commit: it may or may not have been stored.
Error uncertain();
Error full();
Error io();
Error corrupt();
// A statement that the database does not understand or accept: our own fault.
Error statement(std::string_view detail);
// A text with a NUL or broken UTF-8, or a number that is none (NaN, infinite).
Error value();
Error nested();
Error broken();
Error unaudited();
Error newer(std::string_view migration);
Error changed(std::string_view migration);
// A migration that cannot be ordered or applied.
Error migration(std::string_view name, std::string_view detail);
// Background work that cannot go on: an exception, a kind without handler, a start that brings the program
// down.
Error job(std::string_view detail);
Error unknown_job(std::string_view kind);
Error hopeless_job();
Error no_file(std::string_view path);
Error missing(std::string_view path);
Error file_exists(std::string_view path);
Error not_empty();
Error damaged_backup(std::string_view detail);
Error backup_differs(std::string_view table);
Error pending_migrations();
Error url(std::string_view url);

} // namespace maerkbar::storage::errors
