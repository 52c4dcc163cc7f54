#include "storage/connection_pool.hpp"

namespace maerkbar::storage {

Result<ConnectionPool::Lease> ConnectionPool::lend() {
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return free_places_ > 0; });
        --free_places_;
    }
    auto connection = begun();
    if (connection.ok()) return Lease(*this, std::move(connection).value());
    give_back(nullptr);
    return std::move(connection).error();
}

// An idle session may have died unnoticed: then the next one gets its chance, at last a new one.
Result<std::unique_ptr<Connection>> ConnectionPool::begun() {
    while (auto connection = take_idle()) {
        auto outcome = begin(*connection);
        if (outcome.ok()) return connection;
        if (!connection->lost()) return std::move(outcome).error();
    }
    auto connection = TRY(connect(settings_, role_));
    TRY(begin(*connection));
    return connection;
}

std::unique_ptr<Connection> ConnectionPool::take_idle() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

Result<void> ConnectionPool::begin(Connection& connection) const {
    return role_ == Role::reader ? connection.begin_read() : connection.begin_write();
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection) {
    if (connection) connection->rollback();
    {
        const std::lock_guard lock(mutex_);
        ++free_places_;
        if (connection && !connection->lost()) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

} // namespace maerkbar::storage
