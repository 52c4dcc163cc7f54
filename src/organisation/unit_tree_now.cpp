// The tree as organised now, and finding units by what people and other systems call them.
#include <algorithm>

#include "organisation/unit_tree.hpp"

namespace maerkbar::organisation {
namespace {

// A sound tree never has longer chains of merges or parents; the limit stops a damaged one.
constexpr int deepest = 1000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string folded(std::string_view text) {
    std::string result{trimmed(text)};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte >= 'A' && byte <= 'Z') result[i] = static_cast<char>(byte + 32);
        // UTF-8 C3 80 to C3 9E are À to Þ; their lower case lies 0x20 further (C3 97 is the multiplication
        // sign).
        const bool latin = i > 0 && result[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        if (latin) result[i] = static_cast<char>(byte + 32);
    }
    return result;
}

UnitId UnitTree::standing_for(UnitId unit, Date today) const {
    const auto* at = find(unit);
    for (int step = 0; at != nullptr && at->valid.to <= today && at->successor && step < deepest; ++step) {
        unit = at->successor;
        at = find(unit);
    }
    return unit;
}

std::optional<UnitId> UnitTree::parent_now(UnitId unit, Date today) const {
    const auto* self = find(unit);
    if (self == nullptr || self->parents.empty()) return std::nullopt;
    if (today < self->valid.from) return standing_for(self->parents.front().parent, today);
    if (self->valid.to <= today) return standing_for(self->parents.back().parent, today);
    return self->parent(today);
}

std::vector<UnitId> UnitTree::ancestors_now(UnitId unit, Date today) const {
    std::vector<UnitId> chain;
    const auto standing = standing_for(unit, today);
    if (standing != unit) chain.push_back(standing);
    for (auto up = parent_now(standing, today); up && std::ssize(chain) < deepest;
         up = parent_now(*up, today))
        chain.push_back(*up);
    return chain;
}

std::vector<UnitId> UnitTree::subtree_now(UnitId top, Date today) const {
    std::vector<UnitId> found;
    if (find(top) != nullptr) found.push_back(top);
    for (const auto& unit : units_)
        if (unit.id != top && within_now(unit.id, top, today)) found.push_back(unit.id);
    return found;
}

bool UnitTree::within_now(UnitId unit, UnitId top, Date today) const {
    if (find(unit) == nullptr) return false;
    if (unit == top) return true;
    const auto above = ancestors_now(unit, today);
    return std::ranges::find(above, top) != above.end();
}

std::optional<UnitId> UnitTree::find_by_code(std::string_view code, Date day) const {
    const auto wanted = folded(code);
    const auto found = by_code_.find(wanted);
    if (wanted.empty() || found == by_code_.end()) return std::nullopt;
    int best = 0;
    bool alone = true;
    UnitId unit;
    for (const auto position : found->second) {
        const auto& candidate = units_[position];
        const int rank = 1 + (folded(candidate.code(CodeKind::own)) == wanted ? 2 : 0) +
                         (candidate.valid.holds(day) ? 1 : 0);
        if (rank == best && unit != candidate.id) alone = false;
        if (rank <= best) continue;
        best = rank;
        alone = true;
        unit = candidate.id;
    }
    return alone ? std::optional{unit} : std::nullopt;
}

std::optional<UnitId> UnitTree::find_by_name(std::string_view name, Date day) const {
    const auto wanted = folded(name);
    const auto found = by_name_.find(wanted);
    if (found == by_name_.end()) return std::nullopt;
    UnitId unit;
    for (const auto position : found->second) {
        const auto& candidate = units_[position];
        if (!candidate.valid.holds(day) || folded(candidate.name(day)) != wanted || candidate.id == unit)
            continue;
        if (unit) return std::nullopt;
        unit = candidate.id;
    }
    return unit ? std::optional{unit} : std::nullopt;
}

} // namespace maerkbar::organisation
