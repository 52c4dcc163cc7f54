#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

// What signing in allows, without clock, randomness or database.
namespace maerkbar::organisation {

struct SignInSettings {
    std::chrono::minutes idle{60};          // a session ends when it was not used for so long
    std::chrono::minutes absolute{12 * 60}; // and at the latest so long after signing in
    std::chrono::minutes code{3 * 24 * 60}; // a one-time code is good for so long
    int free_attempts = 5;                  // wrong passwords without any delay
    std::chrono::seconds first_delay{30};   // after the next one; doubles each time
    std::chrono::seconds longest_delay{3600};
};

// From when on another attempt is looked at, after `failures` wrong ones in a row, the last one then.
[[nodiscard]] Instant next_attempt(const SignInSettings& settings, int failures, Instant last_failure);

struct SessionTimes {
    Instant started;
    Instant last_used;
};
[[nodiscard]] bool expired(const SignInSettings& settings, const SessionTimes& session, Instant now);

// A password has 12 to 200 characters, is not the login or the municipality's own name with trimmings, is not
// one character or a run repeated, and not among the most used ones. Errors: organisation.password_…
// (invalid, field new_password).
[[nodiscard]] Result<void> check_password(std::string_view password, std::string_view login);

// A login has 2 to 100 characters: letters a to z, digits and . _ - @. A personal number is refused, so that
// none is ever stored as a login. Errors: organisation.login_… (invalid, field login).
[[nodiscard]] Result<void> check_login(std::string_view login);

} // namespace maerkbar::organisation
