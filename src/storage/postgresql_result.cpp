#include "storage/postgresql_result.hpp"

#include <charconv>
#include <cstdlib>

#include "storage/errors.hpp"

namespace maerkbar::storage {

namespace {

std::string_view field(const PGresult* result, int code) {
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
    return text == nullptr ? std::string_view{} : std::string_view(text);
}

// SQLSTATE: PostgreSQL 15 documentation, appendix A.
Error error_of_state(std::string_view state, const PGresult* result) {
    const auto table = field(result, PG_DIAG_TABLE_NAME);
    if (state == "23505") return errors::unique(table);
    if (state == "23503") return errors::foreign_key(table);
    if (state == "23502") return errors::not_null(table);
    if (state == "23514" || state.starts_with("22P02")) return errors::check(table);
    if (state == "40001" || state == "40P01") return errors::contended();
    if (state == "53100") return errors::full();
    if (state.starts_with("53") || state == "55P03" || state == "57014") return errors::busy();
    if (state == "08P01")
        return errors::statement(field(result, PG_DIAG_MESSAGE_PRIMARY)); // our own protocol fault
    if (state.starts_with("08") || state.starts_with("57P")) return errors::connection();
    if (state == "58030") return errors::io();
    if (state.starts_with("XX00") && state != "XX000") return errors::corrupt();
    // Without its DETAIL line, which may hold values.
    return errors::statement(field(result, PG_DIAG_MESSAGE_PRIMARY));
}

int hexadecimal(char c) {
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

} // namespace

Error postgresql_error(const PGconn* session, const PGresult* result) {
    const auto state = field(result, PG_DIAG_SQLSTATE);
    if (state.empty() || PQstatus(session) == CONNECTION_BAD) return errors::connection();
    return error_of_state(state, result);
}

Result<void> check(const PGconn* session, const PGresult* result) {
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_SINGLE_TUPLE:
        case PGRES_EMPTY_QUERY:
        case PGRES_COPY_IN:
        case PGRES_COPY_OUT:
            return {};
        default:
            return postgresql_error(session, result);
    }
}

std::int64_t affected_rows(PGresult* result) {
    return std::strtoll(PQcmdTuples(result), nullptr, 10);
}

bool PostgresqlRow::is_null(int column) const {
    return PQgetisnull(result_, row_, column) != 0;
}

// Truth values and numbers with a fraction read as on SQLite: 1 and 0, cut off.
std::int64_t PostgresqlRow::integer(int column) const {
    const auto value = text(column);
    if (value == "t") return 1;
    std::int64_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ptr == value.data() + value.size()) return number;
    return static_cast<std::int64_t>(real(column));
}

double PostgresqlRow::real(int column) const {
    const auto value = text(column);
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::string_view PostgresqlRow::text(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::string PostgresqlRow::blob(int column) const {
    auto value = text(column);
    if (!value.starts_with("\\x")) return std::string(value);
    value.remove_prefix(2);
    std::string bytes;
    bytes.reserve(value.size() / 2);
    for (std::size_t at = 0; at + 1 < value.size(); at += 2)
        bytes += static_cast<char>(hexadecimal(value[at]) * 16 + hexadecimal(value[at + 1]));
    return bytes;
}

} // namespace maerkbar::storage
