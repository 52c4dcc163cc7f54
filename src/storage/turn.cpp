#include "storage/turn.hpp"

#include <sys/file.h>

#include <cerrno>
#include <cstdio>
#include <string>

#include "storage/connect.hpp"
#include "storage/errors.hpp"
#include "storage/sqlite_connection.hpp"

namespace maerkbar::storage {

namespace {

// Beside the database file, because the embedded database has no locks of our own.
class FileTurn : public Turn {
  public:
    explicit FileTurn(const std::string& path) : file_(std::fopen(path.c_str(), "ae")) {}

    Result<bool> take() {
        if (!file_) return errors::io();
        if (flock(fileno(file_.get()), LOCK_EX | LOCK_NB) == 0) return true;
        if (errno == EWOULDBLOCK) return false;
        return errors::io();
    }

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> file_;
};

// An advisory lock of a session of its own.
class SessionTurn : public Turn {
  public:
    explicit SessionTurn(std::unique_ptr<Connection> session) : session_(std::move(session)) {}

    // In words, because the server lets go of a closed session's locks only a moment later. Where it cannot
    // be told so, the end of the session does it.
    ~SessionTurn() override {
        (void)session_->number("select count(*) from (select pg_advisory_unlock_all()) as let_go");
    }

    // The schema belongs to the name: each is an installation of its own.
    Result<bool> take(std::string_view name) {
        return TRY(session_->number("select case when pg_try_advisory_lock(hashtextextended("
                                    "current_schema() || '/' || ?, 0)) then 1 else 0 end",
                                    {name})) == 1;
    }

  private:
    std::unique_ptr<Connection> session_;
};

} // namespace

Result<std::unique_ptr<Turn>> try_turn(const Settings& settings, std::string_view name) {
    if (TRY(dialect_of(settings)) == Dialect::sqlite) {
        auto turn = std::make_unique<FileTurn>(sqlite_path(settings) + "-" + std::string(name));
        if (!TRY(turn->take())) return std::unique_ptr<Turn>();
        return std::unique_ptr<Turn>(std::move(turn));
    }
    auto turn = std::make_unique<SessionTurn>(TRY(connect(settings, Role::reader)));
    if (!TRY(turn->take(name))) return std::unique_ptr<Turn>();
    return std::unique_ptr<Turn>(std::move(turn));
}

} // namespace maerkbar::storage
