#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::storage {

// One row of an answer; columns count from 0. Views are good until the callback returns.
// Null reads as 0 or an empty text; use the optional_ forms where a column may be null.
class Row {
  public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string blob(int column) const = 0;

    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    template <typename Id>
    [[nodiscard]] Id id(int column) const {
        return Id{integer(column)};
    }
    // A day stored as ISO text; throws std::bad_optional_access when the text is no day.
    [[nodiscard]] Date date(int column) const { return Date::parse_iso(text(column)).value(); }
    // A day stored as days since 1970.
    [[nodiscard]] Date day(int column) const { return Date{static_cast<std::int32_t>(integer(column))}; }
    [[nodiscard]] Instant instant(int column) const {
        return Instant{std::chrono::milliseconds{integer(column)}};
    }

    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const {
        return is_null(column) ? std::nullopt : std::optional(integer(column));
    }
    [[nodiscard]] std::optional<double> optional_real(int column) const {
        return is_null(column) ? std::nullopt : std::optional(real(column));
    }
    [[nodiscard]] std::optional<std::string> optional_text(int column) const {
        return is_null(column) ? std::nullopt : std::optional(string(column));
    }
    template <typename Id>
    [[nodiscard]] std::optional<Id> optional_id(int column) const {
        return is_null(column) ? std::nullopt : std::optional(id<Id>(column));
    }
    [[nodiscard]] std::optional<Date> optional_date(int column) const {
        return is_null(column) ? std::nullopt : std::optional(date(column));
    }
    [[nodiscard]] std::optional<Date> optional_day(int column) const {
        return is_null(column) ? std::nullopt : std::optional(day(column));
    }
    [[nodiscard]] std::optional<Instant> optional_instant(int column) const {
        return is_null(column) ? std::nullopt : std::optional(instant(column));
    }
};

} // namespace maerkbar::storage
