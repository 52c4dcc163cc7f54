#include "organisation/sign_in_rules.hpp"

#include "base/translatable.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "organisation/unit_tree.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 200;
constexpr int fewest_different = 5;
constexpr std::size_t personal_number_digits = 10;

// Twelve characters or more and still the first ones anybody tries.
constexpr std::string_view common_passwords[] = {
    "123456789012",  "1234567890123",  "password1234",  "password12345", "passwordpassword", "adgangskode1",
    "adgangskode12", "adgangskode123", "kodeord12345",  "passord12345",  "passord123456",    "qwertyuiop123",
    "qwertyuiopå1",  "velkommen123",   "velkommen1234", "kommune12345",  "sommer202526",     "administrator",
};

Error invalid(std::string code, std::string text, std::string field) {
    return {ErrorKind::invalid, "organisation." + std::move(code), std::move(text), {}, std::move(field)};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool login_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '@';
}

} // namespace

Instant next_attempt(const SignInSettings& settings, int failures, Instant last_failure) {
    if (failures < settings.free_attempts) return last_failure;
    auto delay = settings.first_delay;
    for (int i = settings.free_attempts; i < failures && delay < settings.longest_delay; ++i)
        delay *= 2;
    return last_failure + std::min(delay, settings.longest_delay);
}

bool expired(const SignInSettings& settings, const SessionTimes& session, Instant now) {
    return now >= session.last_used + settings.idle || now >= session.started + settings.absolute;
}

Result<void> check_password(std::string_view password, std::string_view login) {
    constexpr auto* field = "new_password";
    if (characters(password) < shortest_password)
        return invalid(
            "password_short",
            translatable("The password is too short. Use at least 12 characters, for example three words."),
            field);
    if (characters(password) > longest_password)
        return invalid("password_long", translatable("The password is too long. Use at most 200 characters."),
                       field);
    const auto plain = folded(password);
    const std::set<char> different(plain.begin(), plain.end());
    const bool common = std::ranges::find(common_passwords, plain) != std::end(common_passwords);
    if (common || std::ssize(different) < fewest_different)
        return invalid("password_weak",
                       translatable("The password is among the first that others would try. Choose another."),
                       field);
    if (login.size() >= 3 && plain.find(folded(login)) != std::string::npos)
        return invalid("password_login", translatable("The password must not contain the user name."), field);
    return {};
}

Result<void> check_login(std::string_view login) {
    if (login.size() < 2 || login.size() > 100)
        return invalid("login_length", translatable("The user name must have 2 to 100 characters."), "login");
    if (!std::ranges::all_of(login, login_character))
        return invalid(
            "login_characters",
            translatable("The user name may hold small letters a to z, digits and the signs . _ - @ only."),
            "login");
    const auto digits = std::ranges::count_if(login, [](char c) { return c >= '0' && c <= '9'; });
    if (static_cast<std::size_t>(digits) >= personal_number_digits)
        return invalid("login_number",
                       translatable("The user name looks like a personal number. Choose another."), "login");
    return {};
}

} // namespace maerkbar::organisation
