#include "organisation/secrets.hpp"

#include <sodium.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace maerkbar::organisation {
namespace {

// Without 0, 1, I, L, O and U: 30 signs are enough and none is taken for another.
constexpr std::string_view code_signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int code_groups = 3;
constexpr int code_group_size = 4;

void start_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be started");
}

// At most so many at once; std::counting_semaphore takes its limit at compile time.
class Turnstile {
  public:
    explicit Turnstile(int free) : free_(free) {}
    void enter() {
        std::unique_lock lock{mutex_};
        freed_.wait(lock, [this] { return free_ > 0; });
        --free_;
    }
    void leave() {
        {
            const std::lock_guard lock{mutex_};
            ++free_;
        }
        freed_.notify_one();
    }

  private:
    std::mutex mutex_;
    std::condition_variable freed_;
    int free_;
};

struct Turn {
    Turnstile& turnstile;
    explicit Turn(Turnstile& the_turnstile) : turnstile(the_turnstile) { turnstile.enter(); }
    ~Turn() { turnstile.leave(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

Result<std::string> argon2id(std::string_view password, const PasswordCost& cost) {
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(out, password.data(), password.size(), cost.operations, cost.memory_bytes) != 0)
        return Error{ErrorKind::unavailable, "organisation.hashing",
                     "The server is short of memory just now. Try again in a moment."};
    return std::string{out};
}

} // namespace

struct PasswordHasher::State {
    State(PasswordCost the_cost, std::string the_nobody)
        : cost(the_cost), turnstile(the_cost.at_once), nobody(std::move(the_nobody)) {}
    PasswordCost cost;
    Turnstile turnstile;
    std::string nobody; // the hash that is checked where there is no account
};

PasswordHasher::PasswordHasher(PasswordCost cost) {
    start_sodium();
    auto nobody = argon2id(random_token(), cost);
    if (!nobody.ok()) throw std::runtime_error(nobody.error().english());
    state_ = std::make_unique<State>(cost, std::move(nobody).value());
}

PasswordHasher::~PasswordHasher() = default;

Result<std::string> PasswordHasher::hash(std::string_view password) {
    const Turn turn{state_->turnstile};
    return argon2id(password, state_->cost);
}

bool PasswordHasher::verify(std::string_view hash, std::string_view password) {
    const Turn turn{state_->turnstile};
    const std::string checked{hash.empty() ? std::string_view{state_->nobody} : hash};
    const bool fits = crypto_pwhash_str_verify(checked.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

bool PasswordHasher::outdated(const std::string& hash) const {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), state_->cost.operations, state_->cost.memory_bytes) !=
           0;
}

std::string random_token() {
    start_sodium();
    unsigned char bytes[32];
    randombytes_buf(bytes, sizeof bytes);
    char text[64];
    sodium_bin2base64(text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text;
}

std::string random_code() {
    start_sodium();
    std::string code;
    for (int i = 0; i < code_groups * code_group_size; ++i) {
        if (i > 0 && i % code_group_size == 0) code += '-';
        code += code_signs[randombytes_uniform(static_cast<std::uint32_t>(code_signs.size()))];
    }
    return code;
}

std::string token_hash(std::string_view token) {
    start_sodium();
    const std::vector<unsigned char> bytes(token.begin(), token.end());
    unsigned char digest[32];
    crypto_generichash(digest, sizeof digest, bytes.data(), bytes.size(), nullptr, 0);
    char text[65];
    return sodium_bin2hex(text, sizeof text, digest, sizeof digest);
}

std::string code_hash(std::string_view code) {
    std::string plain;
    for (const char c : code)
        if (c != '-' && c != ' ') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return token_hash(plain);
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace maerkbar::organisation
