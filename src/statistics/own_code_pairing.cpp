#include "statistics/own_code_pairing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace maerkbar::statistics {

namespace {

constexpr std::string_view blank = " \t\r\n";

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Upper case of ASCII, and of the Latin letters whose second byte after C3 is A0 to BE.
void raise(std::string& character) {
    char& last = character.back();
    if (character.size() == 1 && last >= 'a' && last <= 'z') last = static_cast<char>(last - 32);
    const auto byte = static_cast<unsigned char>(last);
    if (character.size() == 2 && character[0] == '\xC3' && byte >= 0xA0 && byte <= 0xBE && byte != 0xB7)
        last = static_cast<char>(byte - 32);
}

using Codes = std::vector<HashedCode>;
using Places = std::vector<std::size_t>;

// Elements are told apart by a sign that nobody types.
std::string joined(const OwnCode& code) {
    std::string text;
    for (const auto& element : code)
        text += element + '\x1F';
    return text;
}

HashedCode known(const OwnCode& code) {
    HashedCode made{joined(code)};
    for (std::size_t i = 0; i < code.size(); ++i) {
        auto rest = code;
        rest[i].clear();
        made.rests.push_back(joined(rest));
    }
    return made;
}

Codes known(const std::vector<OwnCode>& codes) {
    Codes made;
    made.reserve(codes.size());
    for (const auto& code : codes)
        made.push_back(known(code));
    return made;
}

// Where each code stands in its wave.
std::map<std::string, Places> places_of(const Codes& codes) {
    std::map<std::string, Places> places;
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (!codes[i].whole.empty()) places[codes[i].whole].push_back(i);
    return places;
}

// Codes of one wave by everything but one element, so that near ones meet without comparing all with all.
using Neighbourhoods = std::map<std::pair<std::size_t, std::string>, Places>;

Neighbourhoods neighbourhoods(const Codes& codes, const std::set<std::size_t>& left) {
    Neighbourhoods result;
    for (const auto place : left)
        for (std::size_t i = 0; i < codes[place].rests.size(); ++i)
            result[{i, codes[place].rests[i]}].push_back(place);
    return result;
}

// The one code at distance 1, if there is exactly one. Equal codes are not among the rest.
std::optional<std::size_t> only_neighbour(const HashedCode& code, const Neighbourhoods& by_rest) {
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < code.rests.size(); ++i)
        if (const auto near = by_rest.find({i, code.rests[i]}); near != by_rest.end())
            found.insert(near->second.begin(), near->second.end());
    return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

class Pairing {
  public:
    Pairing(const Codes& before, const Codes& after) : before_(before), after_(after) {}

    OwnCodePairing run() {
        pair_equal();
        pair_near();
        std::sort(result_.pairs.begin(), result_.pairs.end(),
                  [](const auto& a, const auto& b) { return a.before < b.before; });
        const auto smaller = std::min(before_.size(), after_.size());
        result_.match_rate =
            smaller == 0 ? missing : static_cast<double>(result_.pairs.size()) / static_cast<double>(smaller);
        return std::move(result_);
    }

  private:
    void pair_equal() {
        const auto first = places_of(before_);
        const auto second = places_of(after_);
        std::set<std::string> ambiguous;
        for (const auto* wave : {&first, &second})
            for (const auto& [code, places] : *wave)
                if (places.size() > 1) ambiguous.insert(code);
        result_.ambiguous_codes = ambiguous.size();
        for (const auto& [code, places] : second)
            if (!ambiguous.contains(code)) left_after_.insert(places[0]);
        for (const auto& [code, places] : first) {
            if (ambiguous.contains(code)) continue;
            const auto same = second.find(code);
            if (same == second.end()) {
                left_before_.insert(places[0]);
                continue;
            }
            result_.pairs.push_back({places[0], same->second[0], PairedBy::exact});
            left_after_.erase(same->second[0]);
            ++result_.exact;
        }
    }

    void pair_near() {
        const auto near_before = neighbourhoods(before_, left_before_);
        const auto near_after = neighbourhoods(after_, left_after_);
        for (const auto place : left_before_) {
            const auto other = only_neighbour(before_[place], near_after);
            if (!other || only_neighbour(after_[*other], near_before) != place) continue;
            result_.pairs.push_back({place, *other, PairedBy::distance1});
            ++result_.distance1;
        }
    }

    const Codes& before_;
    const Codes& after_;
    std::set<std::size_t> left_before_;
    std::set<std::size_t> left_after_;
    OwnCodePairing result_;
};

} // namespace

OwnCode own_code(std::string_view typed) {
    const auto first = typed.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    OwnCode code;
    for (const char c : typed.substr(first, typed.find_last_not_of(blank) - first + 1)) {
        if (continues(c) && !code.empty())
            code.back() += c;
        else
            code.emplace_back(1, c);
    }
    for (auto& character : code)
        raise(character);
    return code;
}

OwnCodePairing pair_own_codes(const std::vector<OwnCode>& before, const std::vector<OwnCode>& after) {
    return pair_hashed_codes(known(before), known(after));
}

OwnCodePairing pair_hashed_codes(const Codes& before, const Codes& after) {
    return Pairing(before, after).run();
}

PairingBias pairing_bias(ScaleCounts paired, ScaleCounts unpaired) {
    return {compare_ordinal(unpaired, paired), summarise_scale(paired).mean, summarise_scale(unpaired).mean};
}

} // namespace maerkbar::statistics
