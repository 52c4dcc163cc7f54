#include "practice/assessment/rounds/standing.hpp"

#include <algorithm>

#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

void take(std::vector<double>& sorted, double value) {
    sorted.insert(std::ranges::upper_bound(sorted, value), value);
}

// Points without names, and the sides apart only where each has enough.
void take_scores(ItemStanding& item, const std::vector<ClosedScore>& scores) {
    for (const auto& score : scores) {
        const auto value = item_value(*item.scale, score.scores);
        if (!value) continue;
        take(item.points, *value);
        take(score.side == Side::leadership ? item.leadership : item.staff, *value);
        for (const auto& [aspect, given] : score.scores)
            if (!aspect.empty()) take(item.aspects[aspect], given);
    }
    const std::vector<int> sides = {static_cast<int>(item.leadership.size()),
                                    static_cast<int>(item.staff.size())};
    if (!roles_may_show(sides)) {
        item.leadership.clear();
        item.staff.clear();
    }
    item.spread = spread_of(item.points, *item.scale);
}

Profile profile_of(const Standing& standing) {
    RollUpQuestion question{standing.model, standing.round.method, {}, {}};
    for (const auto& item : standing.items) {
        question.asked.push_back(item.item.item);
        if (item.item.value) question.values[item.item.item] = *item.item.value;
    }
    return roll_up(question);
}

} // namespace

const ItemStanding* Standing::find(std::string_view item) const {
    const auto found =
        std::ranges::find_if(items, [&](const ItemStanding& one) { return one.item.item == item; });
    return found == items.end() ? nullptr : &*found;
}

std::vector<const ItemStanding*> Standing::agenda() const {
    std::vector<const ItemStanding*> open;
    std::vector<Spread> spreads;
    for (const auto& item : items)
        if (!item.item.decided) {
            open.push_back(&item);
            spreads.push_back(item.spread);
        }
    std::vector<const ItemStanding*> ordered;
    for (const auto position : agenda_order(spreads))
        ordered.push_back(open[position]);
    return ordered;
}

std::vector<const ItemStanding*> Standing::agreed_already() const {
    std::vector<const ItemStanding*> found;
    for (const auto& item : items)
        if (!item.item.decided && item.spread.suggestion) found.push_back(&item);
    return found;
}

int Standing::undecided() const {
    return static_cast<int>(
        std::ranges::count_if(items, [](const ItemStanding& item) { return !item.item.decided; }));
}

Stand Standing::stand(const ItemStanding& item) const {
    return {item.item.value, item.scale == nullptr ? "" : item.scale->id, item.spread.sd};
}

Result<Standing> read_standing(storage::Connection& connection, TenantId tenant, RoundId id) {
    return read_standing(connection, tenant, TRY(read_round(connection, tenant, id)));
}

Result<Standing> read_standing(storage::Connection& connection, TenantId tenant, Round round) {
    Standing standing;
    standing.round = std::move(round);
    standing.model =
        TRY(model_version(connection, tenant, standing.round.model, standing.round.model_version));
    const auto scores = TRY(closed_scores(connection, tenant, standing.round.id));
    for (auto& item : TRY(items_of(connection, tenant, standing.round.id))) {
        ItemStanding one;
        one.node = standing.model.node(item.item);
        if (one.node == nullptr) continue;
        one.scale = standing.model.scale_of(*one.node, standing.round.method);
        one.item = std::move(item);
        const auto found = scores.find(one.item.item);
        if (one.scale != nullptr && found != scores.end()) take_scores(one, found->second);
        standing.items.push_back(std::move(one));
    }
    standing.profile = profile_of(standing);
    return standing;
}

} // namespace maerkbar::assessment
