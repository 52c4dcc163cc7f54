#pragma once

#include <libpq-fe.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "storage/value.hpp"

namespace maerkbar::storage {

// Parameters in the shape libpq wants. Numbers and texts go as text, bytes as they are. Numbers and texts
// carry their type, so that they mean the same as on SQLite wherever they stand; a null takes the type of its
// place.
class PostgresqlParams {
  public:
    explicit PostgresqlParams(const Params& params);
    [[nodiscard]] int count() const { return static_cast<int>(types_.size()); }
    [[nodiscard]] const Oid* types() const { return types_.data(); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }
    // One letter a parameter: statements are prepared per text and types.
    [[nodiscard]] std::string signature() const;

  private:
    void put(std::monostate);
    void put(std::int64_t number);
    void put(double number);
    void put(const std::string& text);
    void put(const Blob& blob);
    void add(Oid type, const char* value, std::size_t length, int format);

    std::vector<std::string> numbers_; // holds what values_ points to; never grows beyond its reserve
    std::vector<Oid> types_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// Prepared statements of one session by their text and parameter types.
class PostgresqlStatements {
  public:
    // The name under which the server knows the statement.
    Result<const char*> prepare(PGconn* session, std::string_view sql, const PostgresqlParams& params);

  private:
    std::unordered_map<std::string, std::string> names_;
    int counter_ = 0;
};

} // namespace maerkbar::storage
