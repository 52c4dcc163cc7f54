#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace maerkbar {

// What sort of failure it is. The edge (web, command line) alone turns it into an HTTP status or an exit
// code.
enum class ErrorKind {
    invalid,     // the input is wrong; the person can mend it
    not_found,   // no such thing, or not for this person's eyes
    forbidden,   // known, but not allowed
    conflict,    // somebody or something else was first
    too_large,   // over a stated limit
    unavailable, // the database or another service does not answer; trying again may help
    internal,    // our own fault
};

// A failure with a stable code and a sentence for people.
// `text` is the English sentence with {name} placeholders; it is also the gettext key, so the web and command
// line show it in the reader's language. `field` names the form field, column or option it belongs to, if
// any.
struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string code;
    std::string text;
    std::vector<std::pair<std::string, std::string>> arguments = {};
    std::string field = {};

    // The English sentence with its arguments filled in.
    [[nodiscard]] std::string english() const;
    bool operator==(const Error&) const = default;
};

// Replaces each {name} in `text` by its argument; unknown names stay as they are.
[[nodiscard]] std::string fill_in(std::string_view text,
                                  const std::vector<std::pair<std::string, std::string>>& arguments);

// A value or the reason why there is none. A user's mistake is always one of these, never an exception.
template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Only after ok().
    [[nodiscard]] T& value() & {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    // Only after !ok().
    [[nodiscard]] const Error& error() const& {
        assert(!ok());
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] Error&& error() && {
        assert(!ok());
        return std::move(*std::get_if<1>(&state_));
    }

  private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}
    [[nodiscard]] bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }
    void value() const { assert(ok()); }
    [[nodiscard]] const Error& error() const& { return *error_; }
    [[nodiscard]] Error&& error() && { return std::move(*error_); }

  private:
    std::optional<Error> error_;
};

} // namespace maerkbar

// The value of a Result, or return its error from the function around: `auto file = TRY(open(path));`
// A TRY may stand inside another one's lambda, so each names its own variable.
#define TRY(expression) MAERKBAR_TRY(expression, __COUNTER__)
#define MAERKBAR_TRY(expression, number) MAERKBAR_TRY_NAMED(expression, number)
#define MAERKBAR_TRY_NAMED(expression, number)                                        \
    __extension__({                                                                   \
        auto try_result_##number = (expression);                                      \
        if (!try_result_##number.ok()) return std::move(try_result_##number).error(); \
        std::move(try_result_##number).value();                                       \
    })
