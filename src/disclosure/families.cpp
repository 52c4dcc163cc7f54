#include "disclosure/families.hpp"

#include <algorithm>
#include <map>

namespace maerkbar::disclosure {

Families::Families(std::size_t classes) : family_of_(classes, 0) {
    if (classes == 0) return;
    members_.emplace_back();
    for (Partition::Class of = 0; of < classes; ++of)
        members_[0].push_back(of);
}

void Families::follow(const Partition::Split& split) {
    const auto family = family_of_[split.old];
    family_of_.push_back(family);
    members_[family].push_back(split.added);
}

void Families::part(std::span<const Partition::Class> inside) {
    std::map<Family, std::vector<Partition::Class>> by_family;
    for (const auto of : inside)
        by_family[family_of_[of]].push_back(of);
    for (auto& [family, classes] : by_family) {
        auto& members = members_[family];
        if (classes.size() == members.size()) continue;
        const auto added = static_cast<Family>(members_.size());
        for (const auto of : classes)
            family_of_[of] = added;
        std::erase_if(members, [&](auto of) { return family_of_[of] == added; });
        members_.push_back(std::move(classes));
    }
}

std::int64_t Families::least_weight(std::span<const Partition::Class> inside, ClassWeights weights) const {
    std::map<Family, std::int64_t> taken;
    for (const auto of : inside)
        taken[family_of_[of]] += weights[of].weight;
    std::int64_t least = 0;
    for (const auto& [family, weight] : taken) {
        std::int64_t all = 0;
        for (const auto of : members_[family])
            all += weights[of].weight;
        least += std::min(weight, all - weight);
    }
    return least;
}

} // namespace maerkbar::disclosure
