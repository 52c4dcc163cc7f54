#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::storage {

struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};

// What a cell can hold; null first.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

// One value for a `?`. Converts from everything that has one obvious form in the database.
class Param {
  public:
    Param(std::nullopt_t) {}
    Param(std::integral auto number) : value_(static_cast<std::int64_t>(number)) {}
    Param(double number) : value_(number) {}
    Param(const char* text) : value_(std::string(text)) {}
    Param(std::string_view text) : value_(std::string(text)) {}
    Param(std::string text) : value_(std::move(text)) {}
    Param(Blob blob) : value_(std::move(blob)) {}
    Param(Value value) : value_(std::move(value)) {}
    // Milliseconds since 1970, UTC.
    Param(Instant instant) : value_(instant.time_since_epoch().count()) {}
    template <typename Tag>
    Param(StrongId<Tag> id) : value_(id.value) {}
    template <typename T>
    Param(const std::optional<T>& optional) : value_(optional ? Param(*optional).take() : Value{}) {}
    // A day has two forms: `.iso()` in tables people edit, `.days` in fact and cell tables. Choose.
    Param(Date) = delete;

    [[nodiscard]] const Value& value() const { return value_; }
    [[nodiscard]] Value take() { return std::move(value_); }

  private:
    Value value_;
};

// The values of a statement's `?`, in order: `{tenant, "text", 3, std::nullopt, 2.5}`.
class Params {
  public:
    Params() = default;
    Params(std::initializer_list<Param> params) {
        values_.reserve(params.size());
        for (const auto& param : params)
            values_.push_back(param.value());
    }
    void add(Param param) { values_.push_back(param.take()); }
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }

  private:
    std::vector<Value> values_;
};

} // namespace maerkbar::storage
