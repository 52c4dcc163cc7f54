#include "storage/postgresql_connection.hpp"

#include <array>

#include "storage/errors.hpp"
#include "storage/postgresql_bulk_insert.hpp"
#include "storage/postgresql_result.hpp"
#include "storage/postgresql_statement.hpp"

namespace maerkbar::storage {

namespace {

class PostgresqlConnection final : public Connection {
  public:
    explicit PostgresqlConnection(PostgresqlSession session) : session_(std::move(session)) {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgresql; }
    [[nodiscard]] bool lost() const override { return PQstatus(session_.get()) == CONNECTION_BAD; }
    [[nodiscard]] bool in_transaction() const override {
        const auto status = PQtransactionStatus(session_.get());
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }

  protected:
    Result<std::int64_t> do_execute(std::string_view sql, const Params& params) override {
        const PostgresqlParams sent(params);
        const char* name = TRY(statements_.prepare(session_.get(), sql, sent));
        const PostgresqlResult result(PQexecPrepared(session_.get(), name, sent.count(), sent.values(),
                                                     sent.lengths(), sent.formats(), 0));
        TRY(check(session_.get(), result.get()));
        return PQresultStatus(result.get()) == PGRES_TUPLES_OK && is_select(result.get())
                   ? 0
                   : affected_rows(result.get());
    }

    // Row by row, because a whole answer would lie in memory.
    Result<void> do_query(std::string_view sql, const Params& params, RowCallback each) override {
        const PostgresqlParams sent(params);
        const char* name = TRY(statements_.prepare(session_.get(), sql, sent));
        if (PQsendQueryPrepared(session_.get(), name, sent.count(), sent.values(), sent.lengths(),
                                sent.formats(), 0) == 0)
            return errors::connection();
        PQsetSingleRowMode(session_.get());
        Result<void> outcome;
        // Also after a failure all results are fetched: only then does the session take the next statement.
        while (const auto result = PostgresqlResult(PQgetResult(session_.get())))
            if (outcome.ok()) outcome = take(result.get(), each);
        return outcome;
    }

    Result<void> do_script(const std::string& sql) override {
        const PostgresqlResult result(PQexec(session_.get(), sql.c_str()));
        return check(session_.get(), result.get());
    }

    Result<std::unique_ptr<BulkInsert>> do_bulk_insert(std::string_view table,
                                                       const Columns& columns) override {
        return make_postgresql_bulk_insert(session_.get(), table, columns);
    }

    [[nodiscard]] std::string_view begin_read_sql() const override {
        return "begin isolation level repeatable read read only";
    }
    [[nodiscard]] std::string_view begin_write_sql() const override {
        return "begin isolation level serializable";
    }

  private:
    static bool is_select(PGresult* result) {
        return std::string_view(PQcmdStatus(result)).starts_with("SELECT");
    }

    Result<void> take(const PGresult* result, RowCallback each) {
        TRY(check(session_.get(), result));
        for (int row = 0; row < PQntuples(result); ++row)
            TRY(each(PostgresqlRow(result, row)));
        return {};
    }

    PostgresqlSession session_;
    PostgresqlStatements statements_;
};

PostgresqlSession open_session(const Settings& settings) {
    const auto options = settings.schema.empty() ? std::string() : "-csearch_path=" + settings.schema;
    const std::array<const char*, 7> names{"dbname",          "options",         "application_name",
                                           "client_encoding", "connect_timeout", nullptr};
    const std::array<const char*, 7> values{
        settings.url.c_str(), options.c_str(), "maerkbar", "UTF8", "5", nullptr};
    return PostgresqlSession(PQconnectdbParams(names.data(), values.data(), 1));
}

std::string session_settings(const Settings& settings, Role role) {
    std::string sql = "set timezone='UTC';set client_min_messages=error;set lock_timeout=" +
                      std::to_string(settings.busy_milliseconds) + ";";
    if (!settings.durable) sql += "set synchronous_commit=off;";
    if (role == Role::writer && !settings.schema.empty())
        sql += "create schema if not exists " + settings.schema;
    return sql;
}

} // namespace

Result<std::unique_ptr<Connection>> connect_postgresql(const Settings& settings, Role role) {
    auto session = open_session(settings);
    if (PQstatus(session.get()) != CONNECTION_OK) return errors::connection();
    const PostgresqlResult result(PQexec(session.get(), session_settings(settings, role).c_str()));
    TRY(check(session.get(), result.get()));
    return std::unique_ptr<Connection>(std::make_unique<PostgresqlConnection>(std::move(session)));
}

} // namespace maerkbar::storage
