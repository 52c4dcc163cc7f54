#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/strong_id.hpp"
#include "disclosure/lattice.hpp"
#include "organisation/catalogue.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/proxy.hpp"
#include "sources/surveys/results/counts.hpp"

namespace maerkbar::surveys::results {

using organisation::CatalogueId;

// Whose answers: people's own, what somebody said they would say, or the view of somebody beside them. They
// are never put together.
enum class View { self, for_person, proxy };
inline constexpr View all_views[] = {View::self, View::for_person, View::proxy};
[[nodiscard]] std::string_view name_of(View view);
[[nodiscard]] std::optional<View> named_view(std::string_view name);
[[nodiscard]] View view_of(const Proxy& proxy);

// The answers of one closed week, as they were counted.
struct AtomKey {
    Date week; // its Monday
    UnitId unit;
    CatalogueId contact_point = {};
    CatalogueId customer_type = {};
    WaveId wave = {}; // none: asked all the time
    View view = View::self;
    auto operator<=>(const AtomKey&) const = default;
};
using Atoms = std::map<AtomKey, CountsByQuestion>;

// A week belongs to the month of its Monday. A period is over when its last week is.
enum class GroupKind { month, quarter, year, month_to_date, year_to_date, wave };
[[nodiscard]] std::string_view name_of(GroupKind kind);
[[nodiscard]] std::optional<GroupKind> group_kind_named(std::string_view name);

// What is decided on: a unit with all beneath it, perhaps one contact point or customer type, in one closed
// period.
struct GroupKey {
    UnitId unit;
    CatalogueId contact_point = {}; // none: all
    CatalogueId customer_type = {}; // none: all
    GroupKind kind = GroupKind::month;
    Date first;
    Date last;
    WaveId wave = {}; // of kind wave: the part of it that lies in one year

    auto operator<=>(const GroupKey&) const = default;
    [[nodiscard]] bool split() const { return contact_point || customer_type; }
};
[[nodiscard]] std::string text_of(const GroupKey& key);

// The units whose figures hold an answer of this unit and week: itself and those above it then.
using Lineage = std::function<std::vector<UnitId>(UnitId unit, Date week)>;

// What was shown before, by group.
using Shown = std::map<GroupKey, disclosure::Showing>;

// The lattice of one question in one calendar year: units × months, quarters and the year; contact points by
// quarter and by the year so far, customer types and their crossing by the year so far at the end of each
// quarter; waves that are over; and the running month so far. Few breakdowns on purpose: each further one
// would hide more. Waves go before quarters and months: one that is hidden would have been asked in vain.
struct LatticePlan {
    std::vector<GroupKey> keys; // of lattice.groups, in the same order
    disclosure::Lattice lattice;
    std::vector<Counts> counts; // of each group
    // Places of groups that are kept possible and not shown: waves that still take answers, as far as they
    // have come. What would stand in their way is hidden, since a wave is what people are asked for.
    std::set<std::size_t> reserved = {};
};

struct AskedLattice {
    std::string_view question;
    bool pair = false;  // expectation and experience
    Date counted_until; // the Monday of the last counted week of the year; periods after it are not over
    std::set<WaveId> waves_over = {}; // those that no longer take answers
};
[[nodiscard]] LatticePlan plan_lattice(const Atoms& atoms, const AskedLattice& asked, const Lineage& lineage,
                                       const Shown& shown);

// The last day that belongs to the weeks of a month, by their Mondays: whether these weeks are all counted.
[[nodiscard]] bool is_over(Period period, Date counted_until);

} // namespace maerkbar::surveys::results
