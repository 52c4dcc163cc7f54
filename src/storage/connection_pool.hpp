#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.hpp"
#include "storage/connect.hpp"

namespace maerkbar::storage {

// Up to `size` sessions, opened when first needed, lent to one thread at a time and replaced when lost.
class ConnectionPool {
  public:
    // Gives the session back at its end.
    class Lease {
      public:
        Lease(ConnectionPool& pool, std::unique_ptr<Connection> connection)
            : pool_(&pool), connection_(std::move(connection)) {}
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (connection_) pool_->give_back(std::move(connection_));
        }
        Connection& operator*() { return *connection_; }
        Connection* operator->() { return connection_.get(); }

      private:
        ConnectionPool* pool_;
        std::unique_ptr<Connection> connection_;
    };

    ConnectionPool(Settings settings, Role role, int size)
        : settings_(std::move(settings)), role_(role), free_places_(size) {}

    // Waits for a free place. Errors: storage.connection when a session cannot be opened.
    Result<Lease> lend();

  private:
    void give_back(std::unique_ptr<Connection> connection);

    Settings settings_;
    Role role_;
    std::mutex mutex_;
    std::condition_variable returned_;
    int free_places_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

} // namespace maerkbar::storage
