#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maerkbar::cases {

// Makes and drops whole databases, which the program itself never does.
class PostgresqlServer {
  public:
    // The address of any database in it: postgresql://user@host/database?options
    static Result<std::unique_ptr<PostgresqlServer>> connect(std::string address);
    virtual ~PostgresqlServer() = default;

    [[nodiscard]] virtual Result<void> create(std::string_view name, std::string_view like) = 0;
    [[nodiscard]] virtual Result<void> drop(std::string_view name) = 0;
    // The address of another database in the same server.
    [[nodiscard]] virtual std::string url_of(std::string_view name) const = 0;
};

// The address with its database's name replaced.
[[nodiscard]] std::string with_database(std::string_view address, std::string_view name);

} // namespace maerkbar::cases
