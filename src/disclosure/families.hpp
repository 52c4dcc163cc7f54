#pragma once

#include <span>
#include <vector>

#include "disclosure/partition.hpp"
#include "disclosure/released_span.hpp"
#include "disclosure/small_group_search.hpp"

namespace maerkbar::disclosure {

// Which classes no released group tells apart. Classes are cut for groups that are offered, families only for
// those that are released.
class Families {
  public:
    explicit Families(std::size_t classes);

    // A class was cut for a group: its new half stays in the family.
    void follow(const Partition::Split& split);
    // A group made up of these classes was released.
    void part(std::span<const Partition::Class> inside);

    // What every sum weighs at least that needs the group of these classes: of each family, released groups
    // can take away the part inside or the part outside, not both.
    [[nodiscard]] std::int64_t least_weight(std::span<const Partition::Class> inside,
                                            ClassWeights weights) const;
    [[nodiscard]] std::span<const Family> of_classes() const { return family_of_; }

  private:
    std::vector<Family> family_of_;                      // by class
    std::vector<std::vector<Partition::Class>> members_; // by family
};

} // namespace maerkbar::disclosure
