#include "storage/connection_pool.hpp"

namespace maerkbar::storage {

Result<ConnectionPool::Lease> ConnectionPool::lend() {
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return free_places_ > 0; });
        --free_places_;
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return Lease(*this, std::move(connection));
        }
    }
    auto opened = connect(settings_, role_);
    if (opened.ok()) return Lease(*this, std::move(opened).value());
    give_back(nullptr);
    return std::move(opened).error();
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        ++free_places_;
        if (connection && !connection->lost()) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

} // namespace maerkbar::storage
