#include "disclosure/ledger.hpp"

#include <algorithm>

#include "disclosure/small_group_search.hpp"
#include "disclosure/weight_bound.hpp"

namespace maerkbar::disclosure {

namespace {

// More are not searched: a group that cannot be shown to be safe is hidden.
constexpr std::size_t most_equations = 100;

ClassWeight weight_of(const Partition& partition, Partition::Class of, std::int64_t limit) {
    const auto answers = partition.answers(of);
    if (answers < limit) return {answers, false};
    // Many who all answered the same are disclosed by their sum as a few are.
    return partition.same_answer(of) ? ClassWeight{0, false} : ClassWeight{answers, true};
}

Row row_of(std::vector<Partition::Class> classes) {
    std::sort(classes.begin(), classes.end());
    Row row;
    for (const auto of : classes)
        row.emplace_back(of, 1);
    return row;
}

bool all_the_same(std::span<const Atom> atoms, const Group& group) {
    std::optional<std::int32_t> same;
    for (const auto index : group.atoms) {
        const auto& atom = atoms[index];
        if (atom.answers == 0) continue;
        if (!atom.same_answer || (same && same != atom.same_answer)) return false;
        same = atom.same_answer;
    }
    return same.has_value();
}

} // namespace

Ledger::Ledger(std::span<const Atom> atoms, Thresholds thresholds)
    : atoms_(atoms),
      thresholds_(thresholds),
      limit_(std::max({thresholds.whole, thresholds.split, thresholds.difference})),
      partition_(atoms),
      families_(partition_.size()) {
    for (const auto& atom : atoms)
        if (atom.answers > 0) ++block_sizes_[atom.block];
    for (Partition::Class of = 0; of < partition_.size(); ++of)
        weights_.push_back(weight_of(partition_, of, limit_));
}

Refusal Ledger::too_small(const Group& group) const {
    std::int64_t answers = 0;
    for (const auto atom : group.atoms)
        answers += atoms_[atom].answers;
    if (answers < (group.split ? thresholds_.split : thresholds_.whole)) return Refusal::too_few;
    return all_the_same(atoms_, group) ? Refusal::all_the_same : Refusal::none;
}

std::vector<Partition::Class> Ledger::classes_for(const Group& group) {
    auto cut = partition_.cut(group.atoms);
    for (const auto& split : cut.splits) {
        weights_[split.old] = weight_of(partition_, split.old, limit_);
        weights_.push_back(weight_of(partition_, split.added, limit_));
        families_.follow(split);
    }
    span_.follow(cut.splits, weights_);
    return std::move(cut.inside);
}

Refusal Ledger::offer(const Group& group) {
    if (const auto refusal = too_small(group); refusal != Refusal::none) return refusal;
    const auto classes = classes_for(group);
    if (span_.exhausted()) return Refusal::would_disclose;
    const auto fresh = span_.reduced(classes);
    if (fresh.empty()) return Refusal::none;
    if (lost(fresh)) return Refusal::would_disclose;
    if (could_disclose(classes, fresh)) return Refusal::would_disclose;
    families_.part(classes);
    span_.add(fresh, weights_);
    return span_.exhausted() ? Refusal::would_disclose : Refusal::none;
}

// From the cheapest answer to the dearest.
bool Ledger::could_disclose(const std::vector<Partition::Class>& classes, const Row& fresh) const {
    const auto is_large = [&](const auto& entry) { return weights_[entry.first].large; };
    if (std::any_of(fresh.begin(), fresh.end(), is_large)) return false;
    if (families_.least_weight(classes, weights_) >= limit_) return false;
    if (WeightBound(span_, weights_, limit_).of(fresh) >= limit_) return false;
    const auto equations = span_.small_equations_near(fresh, weights_, most_equations);
    if (!equations) return true;
    const auto offered = row_of(classes);
    const SmallGroupSearch search{weights_, families_.of_classes(), limit_,
                                  [&](const Row& sum) { return discloses(sum, offered); }};
    return search.finds(fresh, *equations);
}

void Ledger::record(const Group& group) {
    const auto classes = classes_for(group);
    const auto fresh = span_.reduced(classes);
    if (fresh.empty()) return;
    families_.part(classes);
    span_.add(fresh, weights_);
}

// Every sum in the span treats the atoms of a class alike, so a group that takes only some of them does not
// follow.
bool Ledger::follows(std::span<const AtomIndex> group) const {
    const auto classes = partition_.made_of(group);
    return classes && span_.reduced(*classes).empty();
}

bool Ledger::discloses(const Row& sum, const Row& offered) const {
    std::int64_t answers = 0;
    auto same = partition_.same_answer(sum.front().first);
    for (const auto& entry : sum) {
        answers += partition_.answers(entry.first);
        if (partition_.same_answer(entry.first) != same) same.reset();
    }
    if (same) return true;
    // The group itself has passed its own threshold; only what is computed must be judged.
    if (sum == offered) return false;
    const auto fewest = takes_whole_blocks(sum) ? thresholds_.whole : thresholds_.split;
    return answers < std::max(fewest, thresholds_.difference);
}

// The sum takes each block's atoms all with the same factor, or none.
bool Ledger::takes_whole_blocks(const Row& sum) const {
    std::map<std::uint32_t, std::pair<std::size_t, Fraction>> seen;
    for (const auto& [of, factor] : sum)
        for (const auto atom : partition_.members(of)) {
            auto& [count, first] = seen.try_emplace(atoms_[atom].block, 0, factor).first->second;
            if (!(first == factor)) return false;
            ++count;
        }
    return std::all_of(seen.begin(), seen.end(),
                       [&](const auto& entry) { return entry.second.first == block_sizes_.at(entry.first); });
}

} // namespace maerkbar::disclosure
