#include "storage/postgresql_statement.hpp"

#include <array>
#include <charconv>

#include "storage/placeholders.hpp"
#include "storage/postgresql_result.hpp"

namespace maerkbar::storage {

namespace {

// From pg_type.dat; they never change.
constexpr Oid no_type = 0;
constexpr Oid bytea_type = 17;
constexpr Oid bigint_type = 20;
constexpr Oid text_type = 25;
constexpr Oid double_type = 701;
constexpr std::size_t most_statements = 500;

template <typename Number>
std::string digits(Number number) {
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), written.ptr};
}

} // namespace

PostgresqlParams::PostgresqlParams(const Params& params) {
    numbers_.reserve(params.values().size());
    for (const auto& value : params.values())
        std::visit([this](const auto& held) { put(held); }, value);
}

void PostgresqlParams::add(Oid type, const char* value, std::size_t length, int format) {
    types_.push_back(type);
    values_.push_back(value);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(format);
}

void PostgresqlParams::put(std::monostate) {
    add(no_type, nullptr, 0, 0);
}

void PostgresqlParams::put(std::int64_t number) {
    const auto& text = numbers_.emplace_back(digits(number));
    add(bigint_type, text.c_str(), text.size(), 0);
}

void PostgresqlParams::put(double number) {
    const auto& text = numbers_.emplace_back(digits(number));
    add(double_type, text.c_str(), text.size(), 0);
}

void PostgresqlParams::put(const std::string& text) {
    add(text_type, text.c_str(), text.size(), 0);
}

void PostgresqlParams::put(const Blob& blob) {
    add(bytea_type, blob.bytes.data(), blob.bytes.size(), 1);
}

std::string PostgresqlParams::signature() const {
    std::string letters;
    for (const auto type : types_)
        letters += static_cast<char>('0' + type % 64);
    return letters;
}

Result<const char*> PostgresqlStatements::prepare(PGconn* session, std::string_view sql,
                                                  const PostgresqlParams& params) {
    auto key = params.signature();
    key += '|';
    key += sql;
    if (const auto found = names_.find(key); found != names_.end()) return found->second.c_str();
    if (names_.size() >= most_statements) {
        const PostgresqlResult dropped(PQexec(session, "deallocate all"));
        TRY(check(session, dropped.get()));
        names_.clear();
    }
    auto name = "s" + std::to_string(++counter_);
    const auto text = numbered_placeholders(sql);
    const PostgresqlResult prepared(
        PQprepare(session, name.c_str(), text.c_str(), params.count(), params.types()));
    TRY(check(session, prepared.get()));
    return names_.emplace(std::move(key), std::move(name)).first->second.c_str();
}

} // namespace maerkbar::storage
