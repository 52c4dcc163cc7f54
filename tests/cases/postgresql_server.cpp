#include "cases/postgresql_server.hpp"

#include <libpq-fe.h>

namespace maerkbar::cases {
namespace {

Error fault(const char* reason) {
    return {ErrorKind::unavailable, "case.postgresql", "PostgreSQL: {reason}", {{"reason", reason}}};
}

class Server : public PostgresqlServer {
  public:
    explicit Server(std::string address)
        : address_(std::move(address)), connection_(PQconnectdb(address_.c_str()), &PQfinish) {}

    bool connected() const { return PQstatus(connection_.get()) == CONNECTION_OK; }
    Error failure() const { return fault(PQerrorMessage(connection_.get())); }

    Result<void> create(std::string_view name, std::string_view like) override {
        TRY(drop(name));
        return run("create database " + std::string(name) + " template " + std::string(like));
    }
    Result<void> drop(std::string_view name) override {
        return run("drop database if exists " + std::string(name) + " with (force)");
    }
    std::string url_of(std::string_view name) const override { return with_database(address_, name); }

  private:
    Result<void> run(const std::string& statement) {
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
            PQexec(connection_.get(), statement.c_str()), &PQclear);
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) return failure();
        return {};
    }

    std::string address_;
    std::unique_ptr<PGconn, void (*)(PGconn*)> connection_;
};

} // namespace

std::string with_database(std::string_view address, std::string_view name) {
    const auto question = std::min(address.find('?'), address.size());
    const auto slash = address.substr(0, question).rfind('/');
    std::string changed(address.substr(0, slash == std::string_view::npos ? question : slash + 1));
    return changed.append(name).append(address.substr(question));
}

Result<std::unique_ptr<PostgresqlServer>> PostgresqlServer::connect(std::string address) {
    auto server = std::make_unique<Server>(std::move(address));
    if (!server->connected()) return server->failure();
    return std::unique_ptr<PostgresqlServer>(std::move(server));
}

} // namespace maerkbar::cases
