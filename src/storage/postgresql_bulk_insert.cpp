#include "storage/postgresql_bulk_insert.hpp"

#include <array>
#include <charconv>
#include <string>

#include "storage/errors.hpp"
#include "storage/postgresql_result.hpp"

namespace maerkbar::storage {

namespace {

constexpr std::size_t buffer_size = 64 * 1024;

// COPY in text format (PostgreSQL 15 documentation, COPY, "Text Format"): tabs between values, \N for null, a
// backslash before backslash and control characters.
class PostgresqlBulkInsert final : public BulkInsert {
  public:
    PostgresqlBulkInsert(PGconn* session, std::size_t columns) : session_(session), columns_(columns) {
        buffer_.reserve(buffer_size + 1024);
    }
    ~PostgresqlBulkInsert() override {
        if (open_) (void)end("given up");
    }

  protected:
    Result<void> do_end_row() override {
        if (column_ != columns_) return errors::statement("a row of another length than the columns");
        column_ = 0;
        buffer_ += '\n';
        if (buffer_.size() >= buffer_size) return flush();
        return {};
    }

    Result<std::int64_t> do_finish() override {
        TRY(flush());
        const auto result = end(nullptr);
        TRY(check(session_, result.get()));
        return affected_rows(result.get());
    }

    void put_null() override { start() += "\\N"; }
    void put_integer(std::int64_t number) override { put_number(number); }
    void put_real(double number) override { put_number(number); }
    void put_text(std::string_view text) override {
        start();
        for (const char c : text)
            put_escaped(c);
    }
    void put_blob(std::string_view bytes) override {
        constexpr std::string_view digits = "0123456789abcdef";
        start() += "\\\\x";
        for (const char c : bytes) {
            buffer_ += digits[static_cast<unsigned char>(c) >> 4U];
            buffer_ += digits[static_cast<unsigned char>(c) & 15U];
        }
    }

  private:
    std::string& start() {
        if (column_++ > 0) buffer_ += '\t';
        return buffer_;
    }

    template <typename Number>
    void put_number(Number number) {
        std::array<char, 32> digits{};
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        start().append(digits.data(), written.ptr);
    }

    void put_escaped(char c) {
        switch (c) {
            case '\\':
                buffer_ += "\\\\";
                break;
            case '\t':
                buffer_ += "\\t";
                break;
            case '\n':
                buffer_ += "\\n";
                break;
            case '\r':
                buffer_ += "\\r";
                break;
            default:
                buffer_ += c;
        }
    }

    Result<void> flush() {
        if (PQputCopyData(session_, buffer_.data(), static_cast<int>(buffer_.size())) != 1)
            return errors::connection();
        buffer_.clear();
        return {};
    }

    // Ends the COPY, with a reason when it is to fail; the one result it has.
    PostgresqlResult end(const char* reason) {
        open_ = false;
        PQputCopyEnd(session_, reason);
        PostgresqlResult result(PQgetResult(session_));
        while (PostgresqlResult(PQgetResult(session_))) {
        }
        return result;
    }

    PGconn* session_;
    std::size_t columns_;
    std::size_t column_ = 0;
    std::string buffer_;
    bool open_ = true;
};

} // namespace

Result<std::unique_ptr<BulkInsert>> make_postgresql_bulk_insert(PGconn* session, std::string_view table,
                                                                const Columns& columns) {
    std::string sql = "copy " + std::string(table) + " (";
    for (const auto& column : columns)
        sql += (&column == columns.data() ? "" : ",") + column;
    sql += ") from stdin";
    const PostgresqlResult result(PQexec(session, sql.c_str()));
    TRY(check(session, result.get()));
    return std::unique_ptr<BulkInsert>(std::make_unique<PostgresqlBulkInsert>(session, columns.size()));
}

} // namespace maerkbar::storage
