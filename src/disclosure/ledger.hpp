#pragma once

#include <map>
#include <span>
#include <vector>

#include "disclosure/families.hpp"
#include "disclosure/partition.hpp"
#include "disclosure/policy.hpp"
#include "disclosure/released_span.hpp"

namespace maerkbar::disclosure {

// Why a group is not shown. Only `too_few` may be told ("< 5"): the others would say something about the
// answers.
enum class Refusal { none, too_few, all_the_same, would_disclose };

// Keeps what one audience has been shown of one question, and lets nothing out that would disclose a few
// together with what is out already. Groups are offered one by one; what is released stays released.
class Ledger {
  public:
    // The atoms must outlive the ledger.
    Ledger(std::span<const Atom> atoms, Thresholds thresholds);

    // Releases the group if that is safe: it has answers enough, they are not all the same, and no sum that
    // follows from it and all released ones is smaller than the thresholds ask, or all the same.
    Refusal offer(const Group& group);
    // Takes in what was released before, without a question.
    void record(const Group& group);
    // Whether the sum of these atoms can be computed from what is released. Showing it tells nothing new.
    [[nodiscard]] bool follows(std::span<const AtomIndex> group) const;

  private:
    [[nodiscard]] Refusal too_small(const Group& group) const;
    std::vector<Partition::Class> classes_for(const Group& group);
    [[nodiscard]] bool could_disclose(const std::vector<Partition::Class>& classes, const Row& fresh) const;
    [[nodiscard]] bool discloses(const Row& sum, const Row& offered) const;
    [[nodiscard]] bool takes_whole_blocks(const Row& sum) const;

    std::span<const Atom> atoms_;
    Thresholds thresholds_;
    std::int64_t limit_;                               // of all thresholds the highest
    std::map<std::uint32_t, std::size_t> block_sizes_; // atoms with answers
    Partition partition_;
    std::vector<ClassWeight> weights_;
    Families families_;
    ReleasedSpan span_;
};

} // namespace maerkbar::disclosure
