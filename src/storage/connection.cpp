#include "storage/connection.hpp"

#include "storage/errors.hpp"

namespace maerkbar::storage {

namespace {

struct Storable {
    bool operator()(double number) const { return is_storable(number); }
    bool operator()(const std::string& text) const { return is_storable(text); }
    bool operator()(const auto& /*other*/) const { return true; }
};

// Refused before the database sees them, so that the transaction goes on.
Result<void> check_values(const Params& params) {
    for (const auto& value : params.values())
        if (!std::visit(Storable{}, value)) return errors::value();
    return {};
}

} // namespace

Result<void> Connection::check_usable() const {
    if (busy_) return errors::nested();
    if (broken_) return errors::broken();
    return {};
}

Result<std::int64_t> Connection::execute(std::string_view sql, const Params& params) {
    TRY(check_usable());
    TRY(check_values(params));
    auto changed = do_execute(sql, params);
    if (changed.ok()) {
        changes_ += *changed;
    } else {
        note_failure();
    }
    return changed;
}

Result<void> Connection::query(std::string_view sql, const Params& params, RowCallback each) {
    TRY(check_usable());
    TRY(check_values(params));
    bool refused = false; // by the callback: the statement itself was in order
    busy_ = true;
    struct Release {
        bool& busy;
        ~Release() { busy = false; }
    } release{busy_};
    auto outcome = do_query(sql, params, [&](const Row& row) -> Result<void> {
        auto taken = each(row);
        refused = !taken.ok();
        return taken;
    });
    if (!outcome.ok() && !refused) note_failure();
    return outcome;
}

Result<std::int64_t> Connection::number(std::string_view sql, const Params& params) {
    const auto found = TRY(first(sql, params, [](const Row& row) { return row.integer(0); }));
    return found.value_or(0);
}

Result<void> Connection::script(const std::string& sql) {
    TRY(check_usable());
    auto outcome = do_script(sql);
    if (!outcome.ok()) note_failure();
    return outcome;
}

Result<std::unique_ptr<BulkInsert>> Connection::bulk_insert(std::string_view table, const Columns& columns) {
    TRY(check_usable());
    auto bulk = do_bulk_insert(table, columns);
    if (bulk.ok()) {
        (*bulk)->connection_ = this;
        busy_ = true;
    } else {
        note_failure();
    }
    return bulk;
}

Result<void> Connection::control(std::string_view sql) {
    return do_script(std::string(sql));
}

Result<void> Connection::begin_read() {
    TRY(control(begin_read_sql()));
    in_transaction_ = true;
    return {};
}

Result<void> Connection::begin_write() {
    TRY(control(begin_write_sql()));
    in_transaction_ = true;
    return {};
}

Result<void> Connection::commit() {
    TRY(check_usable());
    TRY(control("commit"));
    in_transaction_ = false;
    return {};
}

void Connection::rollback() {
    // A refusal means that there is nothing left to roll back: the database or the server did it already.
    if (in_transaction()) (void)control("rollback").ok();
    in_transaction_ = false;
    broken_ = false;
}

Result<void> Connection::savepoint(std::string_view name) {
    TRY(check_usable());
    return control("savepoint " + std::string(name));
}

Result<void> Connection::release(std::string_view name) {
    TRY(check_usable());
    return control("release savepoint " + std::string(name));
}

Result<void> Connection::rollback_to(std::string_view name) {
    TRY(control("rollback to savepoint " + std::string(name) + "; release savepoint " + std::string(name)));
    broken_ = false;
    return {};
}

// Given up half-way: on PostgreSQL that has failed the transaction, so it has on SQLite.
BulkInsert::~BulkInsert() {
    if (connection_ == nullptr) return;
    connection_->busy_ = false;
    connection_->note_failure();
}

Result<void> BulkInsert::end_row() {
    if (!storable_) return errors::value();
    return do_end_row();
}

Result<std::int64_t> BulkInsert::finish() {
    auto stored = do_finish();
    if (connection_ == nullptr) return stored;
    if (stored.ok()) {
        connection_->changes_ += *stored;
    } else {
        connection_->note_failure();
    }
    connection_->busy_ = false;
    connection_ = nullptr;
    return stored;
}

} // namespace maerkbar::storage
