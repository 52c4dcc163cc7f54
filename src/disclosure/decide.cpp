#include "disclosure/decide.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace maerkbar::disclosure {

namespace {

// Wider groups first, larger ones before smaller, so that what must be hidden is small and deep in the tree.
std::vector<std::size_t> order_of(const Lattice& lattice) {
    std::vector<std::int64_t> answers;
    for (const auto& group : lattice.groups)
        answers.push_back(answers_of(lattice.atoms, group.atoms));
    std::vector<std::size_t> order(lattice.groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        const auto& group = lattice.groups[i];
        return std::tuple(group.level, -answers[i], std::string_view(group.key));
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

bool was_shown(const Group& group, Showing showing) {
    return group.decided && *group.decided >= showing;
}

// What was shown before stays, also where answers were withdrawn since.
void record_decided(const Lattice& lattice, Showing showing, Ledger& ledger) {
    for (const auto& group : lattice.groups)
        if (was_shown(group, showing)) ledger.record(group);
}

ShownCount count_of(const Lattice& lattice, const Group& group, const Thresholds& thresholds, bool shown) {
    const auto answers = answers_of(lattice.atoms, group.atoms);
    if (shown) return {answers, std::nullopt};
    const auto fewest = group.split ? thresholds.split : thresholds.whole;
    return answers < fewest ? ShownCount{std::nullopt, fewest} : ShownCount{};
}

} // namespace

std::vector<Decision> decide(const Lattice& lattice, const Policy& policy, Sensitivity sensitivity) {
    const auto for_means = thresholds(policy, Output::mean, sensitivity);
    Ledger means(lattice.atoms, for_means);
    Ledger distributions(lattice.atoms, thresholds(policy, Output::distribution, sensitivity));
    record_decided(lattice, Showing::mean, means);
    record_decided(lattice, Showing::distribution, distributions);
    std::vector<Decision> decisions(lattice.groups.size());
    for (const auto place : order_of(lattice)) {
        const auto& group = lattice.groups[place];
        auto showing = group.decided.value_or(Showing::nothing);
        if (!group.decided && means.offer(group) == Refusal::none)
            showing = distributions.offer(group) == Refusal::none ? Showing::distribution : Showing::mean;
        decisions[place] = {group.key, showing,
                            count_of(lattice, group, for_means, showing != Showing::nothing)};
    }
    return decisions;
}

std::vector<bool> decide_comments(const Lattice& lattice, const Policy& policy, Sensitivity sensitivity) {
    Ledger comments(lattice.atoms, thresholds(policy, Output::comments, sensitivity));
    record_decided(lattice, Showing::mean, comments);
    std::vector<bool> shown(lattice.groups.size(), false);
    for (const auto place : order_of(lattice)) {
        const auto& group = lattice.groups[place];
        shown[place] =
            group.decided ? was_shown(group, Showing::mean) : comments.offer(group) == Refusal::none;
    }
    return shown;
}

Ledger ledger_of(const Lattice& lattice, const Policy& policy, Sensitivity sensitivity) {
    Ledger ledger(lattice.atoms, thresholds(policy, Output::mean, sensitivity));
    record_decided(lattice, Showing::mean, ledger);
    return ledger;
}

} // namespace maerkbar::disclosure
