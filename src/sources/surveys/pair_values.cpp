#include "sources/surveys/pair_values.hpp"

#include <sodium.h>

#include "base/text.hpp"
#include "sources/surveys/secrets.hpp"
#include "web/language.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::size_t first_digits = 16; // 64 bits
constexpr std::size_t kept_digits = 12;  // 48 bits: enough to tell elements of one survey apart
constexpr std::string_view left_out = "-";

} // namespace

std::string element_hash(std::string_view key, std::size_t place, std::string_view element) {
    const auto text =
        std::string(key) + ':' + std::to_string(place) + ':' + web::folded_for_search(trimmed(element));
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::string digits(2 * hash.size() + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    return digits.substr(0, first_digits);
}

std::string pairing_key(TenantId tenant, SurveyId survey) {
    return one_way("pairing key", std::to_string(tenant.value) + '/' + std::to_string(survey.value));
}

std::string pair_of_token(std::string_view key, std::string_view token) {
    return one_way("pair", std::string(key) + ':' + std::string(token));
}

std::string pair_of_hashes(std::string_view key, const OwnElements& hashes) {
    std::string pair;
    bool any = false;
    for (const auto& hash : hashes) {
        any = any || !hash.empty();
        if (!pair.empty()) pair += ' ';
        pair += hash.empty() ? std::string(left_out)
                             : one_way("pair", std::string(key) + ':' + hash).substr(0, kept_digits);
    }
    return any ? pair : "";
}

std::vector<std::string> elements_of(std::string_view pair) {
    std::vector<std::string> elements;
    while (!pair.empty()) {
        const auto blank = pair.find(' ');
        elements.emplace_back(pair.substr(0, blank));
        pair.remove_prefix(blank == std::string_view::npos ? pair.size() : blank + 1);
    }
    return elements;
}

} // namespace maerkbar::surveys
