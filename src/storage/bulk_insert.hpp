#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "storage/storable.hpp"
#include "storage/value.hpp"

namespace maerkbar::storage {

class Connection;

// Many rows into one table, inside the transaction of its connection: COPY on PostgreSQL, one prepared
// statement in a loop on SQLite. While it is open the connection does nothing else. Nothing counts until
// finish() says so.
//
//     auto bulk = TRY(connection.bulk_insert("contact", {"tenant_id", "id", "day", "note"}));
//     for (const auto& c : contacts) TRY(bulk->append(tenant, c.id, c.day.days, c.note));
//     TRY(bulk->finish());
class BulkInsert {
  public:
    BulkInsert() = default;
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;
    virtual ~BulkInsert();

    // One row, a value for each column in order.
    template <typename... Values>
    Result<void> append(const Values&... values) {
        (put(values), ...);
        return end_row();
    }

    // The same cell by cell, for rows whose shape is known only at run time.
    void put(std::nullopt_t) { put_null(); }
    void put(std::integral auto number) { put_integer(static_cast<std::int64_t>(number)); }
    void put(double number) {
        storable_ = storable_ && is_storable(number);
        put_real(number);
    }
    void put(std::string_view text) {
        storable_ = storable_ && is_storable(text);
        put_text(text);
    }
    void put(const char* text) { put(std::string_view(text)); }
    void put(const std::string& text) { put(std::string_view(text)); }
    void put(const Blob& blob) { put_blob(blob.bytes); }
    void put(Instant instant) { put_integer(instant.time_since_epoch().count()); }
    template <typename Tag>
    void put(StrongId<Tag> id) {
        put_integer(id.value);
    }
    template <typename T>
    void put(const std::optional<T>& optional) {
        if (optional) {
            put(*optional);
        } else {
            put_null();
        }
    }
    void put(const Value& value) {
        std::visit([this](const auto& held) { put(held); }, value);
    }
    void put(std::monostate) { put_null(); }
    Result<void> end_row();

    // The number of rows stored. Errors: storage.unique and the other constraints, here or already at a row.
    Result<std::int64_t> finish();

  protected:
    virtual Result<void> do_end_row() = 0;
    virtual Result<std::int64_t> do_finish() = 0;
    virtual void put_null() = 0;
    virtual void put_integer(std::int64_t number) = 0;
    virtual void put_real(double number) = 0;
    virtual void put_text(std::string_view text) = 0;
    virtual void put_blob(std::string_view bytes) = 0;

  private:
    friend class Connection;
    Connection* connection_ = nullptr; // kept busy while this is open
    bool storable_ = true;             // every value of the row so far
};

} // namespace maerkbar::storage
