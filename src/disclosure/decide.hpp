#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/lattice.hpp"
#include "disclosure/ledger.hpp"
#include "disclosure/policy.hpp"

namespace maerkbar::disclosure {

// How many answers a group has, as it may be told: exactly where something of it is shown; otherwise only
// that they are fewer than `below`, or nothing at all where there are more but showing them would disclose
// others.
struct ShownCount {
    std::optional<std::int64_t> exactly;
    std::optional<std::int64_t> below;

    bool operator==(const ShownCount&) const = default;
};

struct Decision {
    std::string key;
    Showing showing = Showing::nothing;
    ShownCount count;

    bool operator==(const Decision&) const = default;
};

// Decides for the whole lattice what is shown, once: the same lattice always gives the same decisions,
// whatever the order of its groups. Store them, and give them back in Group::decided with the next period's
// groups. One decision a group, in the order of the lattice.
std::vector<Decision> decide(const Lattice& lattice, const Policy& policy,
                             Sensitivity sensitivity = Sensitivity::ordinary);

// Which groups' comments may be listed, by the same rules; comments are still masked and moderated.
std::vector<bool> decide_comments(const Lattice& lattice, const Policy& policy,
                                  Sensitivity sensitivity = Sensitivity::ordinary);

// The ledger as it stands after these decisions: answers other slices that follow from what is shown
// (Ledger::follows), and no others. The lattice's groups carry what was decided.
Ledger ledger_of(const Lattice& lattice, const Policy& policy,
                 Sensitivity sensitivity = Sensitivity::ordinary);

// For storing: "nothing", "mean", "distribution".
std::string_view code(Showing showing);
Result<Showing> showing_of(std::string_view code);
// One line a decision, "key<TAB>code<TAB>count", count as 12, <5 or empty. Keys hold no tab and no line
// break.
std::string to_text(const std::vector<Decision>& decisions);
Result<std::vector<Decision>> from_text(std::string_view text);

} // namespace maerkbar::disclosure
