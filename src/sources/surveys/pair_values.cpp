#include "sources/surveys/pair_values.hpp"

#include <sodium.h>

#include "base/text.hpp"
#include "sources/surveys/secrets.hpp"
#include "web/language.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::size_t first_digits = 32; // 128 bits

std::string sha256(const std::string& text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::string digits(2 * hash.size() + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    return digits.substr(0, first_digits);
}

// `left_out` from 1; 0 for none.
std::string joined(const OwnElements& elements, std::size_t left_out) {
    std::string text;
    for (std::size_t i = 0; i < elements.size(); ++i)
        text += (i == 0 ? "" : "|") +
                (i + 1 == left_out ? std::string("*") : web::folded_for_search(trimmed(elements[i])));
    return text;
}

std::string second_hash(std::string_view secret, std::string_view key, std::string_view first) {
    return keyed_one_way(secret, "pair", std::string(key) + ':' + std::string(first));
}

} // namespace

OwnHashes own_hashes(std::string_view key, const OwnElements& elements) {
    OwnHashes hashes;
    if (joined(elements, 0).size() + 1 == elements.size()) return hashes; // nothing but what stands between
    for (std::size_t i = 0; i < hashes.size(); ++i)
        hashes[i] = sha256(std::string(key) + ':' + joined(elements, i));
    return hashes;
}

std::string pairing_key(TenantId tenant, SurveyId survey) {
    return one_way("pairing key", std::to_string(tenant.value) + '/' + std::to_string(survey.value));
}

std::string pair_of_token(std::string_view secret, std::string_view key, std::string_view token) {
    return second_hash(secret, key, token);
}

std::string pair_of_hashes(std::string_view secret, std::string_view key, const OwnHashes& hashes) {
    std::string pair;
    for (const auto& hash : hashes) {
        if (hash.empty()) return {};
        if (!pair.empty()) pair += ' ';
        pair += second_hash(secret, key, hash);
    }
    return pair;
}

statistics::HashedCode hashed_code(std::string_view pair) {
    statistics::HashedCode code;
    for (bool first = true; !pair.empty(); first = false) {
        const auto blank = std::min(pair.find(' '), pair.size());
        if (first)
            code.whole = pair.substr(0, blank);
        else
            code.rests.emplace_back(pair.substr(0, blank));
        pair.remove_prefix(std::min(blank + 1, pair.size()));
    }
    return code;
}

} // namespace maerkbar::surveys
