#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/function_ref.hpp"
#include "base/result.hpp"
#include "storage/bulk_insert.hpp"
#include "storage/row.hpp"
#include "storage/value.hpp"

namespace maerkbar::storage {

enum class Dialect { sqlite, postgresql };

using RowCallback = FunctionRef<Result<void>(const Row&)>;
using Columns = std::vector<std::string>;

template <typename T>
struct Unwrapped {
    using type = T;
};
template <typename T>
struct Unwrapped<Result<T>> {
    using type = T;
};

// What a row function makes: T from `Row -> T` and from `Row -> Result<T>`.
template <typename F>
using RowType = typename Unwrapped<std::invoke_result_t<F&, const Row&>>::type;

// One session with the database, for one thread at a time. `?` marks a value on both databases; statements
// are prepared once and kept. Where the two databases differ the stricter rule holds on both:
//   * no other statement while query() streams or a bulk insert is open (storage.nested);
//   * after a failed statement the transaction only refuses (storage.broken), unless it failed inside
//     Transaction::attempt().
class Connection {
  public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;

    // Runs one statement; the number of rows it changed.
    Result<std::int64_t> execute(std::string_view sql, const Params& params = {});

    // Streams the rows; a failure in `each` ends the query and is handed on.
    Result<void> query(std::string_view sql, const Params& params, RowCallback each);

    // All rows, each made by `make(row)`, which gives T or Result<T>.
    template <typename F>
    Result<std::vector<RowType<F>>> all(std::string_view sql, const Params& params, F make) {
        std::vector<RowType<F>> rows;
        TRY(query(sql, params, [&](const Row& row) -> Result<void> {
            if constexpr (std::is_same_v<std::invoke_result_t<F&, const Row&>, Result<RowType<F>>>) {
                rows.push_back(TRY(make(row)));
            } else {
                rows.push_back(make(row));
            }
            return {};
        }));
        return rows;
    }

    // The first row if there is one; say `limit 1` where there may be many.
    template <typename F>
    Result<std::optional<RowType<F>>> first(std::string_view sql, const Params& params, F make) {
        auto rows = TRY(all(sql, params, std::move(make)));
        if (rows.empty()) return std::optional<RowType<F>>{};
        return std::optional<RowType<F>>{std::move(rows.front())};
    }

    // The first column of the first row, or 0 where there is none: counts and look-ups of one number.
    Result<std::int64_t> number(std::string_view sql, const Params& params = {});

    // Several statements separated by `;`, without values.
    Result<void> script(const std::string& sql);

    Result<std::unique_ptr<BulkInsert>> bulk_insert(std::string_view table, const Columns& columns);

    // Rows changed since the connection was opened; tells whether a transaction wrote anything.
    [[nodiscard]] std::int64_t changes() const { return changes_; }

    // For storage itself. `lost()` says that the session is gone (server away) and must be replaced;
    // `in_transaction()` asks the database, which may have rolled back by itself (disk full).
    [[nodiscard]] virtual bool lost() const { return false; }
    [[nodiscard]] virtual bool in_transaction() const = 0;
    Result<void> begin_read();
    Result<void> begin_write();
    Result<void> commit();
    void rollback();
    Result<void> savepoint(std::string_view name);
    Result<void> release(std::string_view name);
    Result<void> rollback_to(std::string_view name);

  protected:
    friend class BulkInsert;
    virtual Result<std::int64_t> do_execute(std::string_view sql, const Params& params) = 0;
    virtual Result<void> do_query(std::string_view sql, const Params& params, RowCallback each) = 0;
    virtual Result<void> do_script(const std::string& sql) = 0;
    virtual Result<std::unique_ptr<BulkInsert>> do_bulk_insert(std::string_view table,
                                                               const Columns& columns) = 0;
    [[nodiscard]] virtual std::string_view begin_read_sql() const = 0;
    [[nodiscard]] virtual std::string_view begin_write_sql() const = 0;

  private:
    Result<void> check_usable() const;
    Result<void> control(std::string_view sql);
    void note_failure() { broken_ = broken_ || in_transaction_; }

    bool busy_ = false;           // a query streams or a bulk insert is open
    bool in_transaction_ = false; // begun by us
    bool broken_ = false;         // a statement of this transaction failed
    std::int64_t changes_ = 0;
};

} // namespace maerkbar::storage
