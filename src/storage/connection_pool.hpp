#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.hpp"
#include "storage/connect.hpp"

namespace maerkbar::storage {

// Up to `size` sessions, opened when first needed, each lent to one thread for one transaction and replaced
// when lost.
class ConnectionPool {
  public:
    // A session inside a transaction, which is rolled back at the end of the lease unless it was committed.
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

    // Waits for a free place and begins the transaction of the pool's role. Sessions that the server has
    // dropped meanwhile are replaced. Errors: storage.connection when there is no server, storage.busy.
    Result<Lease> lend();

  private:
    Result<std::unique_ptr<Connection>> begun();
    std::unique_ptr<Connection> take_idle();
    Result<void> begin(Connection& connection) const;
    void give_back(std::unique_ptr<Connection> connection);

    Settings settings_;
    Role role_;
    std::mutex mutex_;
    std::condition_variable returned_;
    int free_places_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

} // namespace maerkbar::storage
