#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "storage/row.hpp"

namespace maerkbar::storage {

struct ClosePostgresql {
    void operator()(PGconn* session) const { PQfinish(session); }
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresqlSession = std::unique_ptr<PGconn, ClosePostgresql>;
using PostgresqlResult = std::unique_ptr<PGresult, ClosePostgresql>;

// What a failed result (or a missing one) means for people and for the caller.
Error postgresql_error(const PGconn* session, const PGresult* result);

// An error where the result is one.
Result<void> check(const PGconn* session, const PGresult* result);

// The number of rows that a command changed.
std::int64_t affected_rows(PGresult* result);

// All values arrive as text.
class PostgresqlRow final : public Row {
  public:
    PostgresqlRow(const PGresult* result, int row) : result_(result), row_(row) {}
    [[nodiscard]] bool is_null(int column) const override;
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::string blob(int column) const override;

  private:
    const PGresult* result_;
    int row_;
};

} // namespace maerkbar::storage
