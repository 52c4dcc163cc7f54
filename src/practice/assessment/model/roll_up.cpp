#include "practice/assessment/model/roll_up.hpp"

#include <algorithm>

#include "practice/assessment/model/spread.hpp"

namespace maerkbar::assessment {
namespace {

constexpr double hundred = 100;

// A child as its parent sees it.
struct Part {
    double value = 0;
    double weight = 1;
    double min = 0;
    double max = hundred;
    [[nodiscard]] double share() const { return (value - min) / (max - min); }
};

struct Sum {
    std::vector<Part> parts;
    Rolled rolled; // counts, filled in from the children
};

double mean_of(const std::vector<Part>& parts, bool weighted) {
    double sum = 0;
    double weights = 0;
    for (const auto& part : parts) {
        const double weight = weighted ? part.weight : 1;
        sum += weight * part.value;
        weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
}

std::vector<double> values_of(const std::vector<Part>& parts) {
    std::vector<double> values;
    for (const auto& part : parts)
        values.push_back(part.value);
    return values;
}

double points_of(const std::vector<Part>& parts) {
    double points = 0;
    for (const auto& part : parts)
        points += part.weight * part.share();
    return points;
}

bool met(const std::vector<Part>& parts, int most_partials) {
    const auto unmet = std::ranges::count_if(parts, [](const Part& part) { return part.share() <= 0; });
    const auto partial =
        std::ranges::count_if(parts, [](const Part& part) { return part.share() > 0 && part.share() < 1; });
    return unmet == 0 && partial <= most_partials;
}

// Where ladders differ the parts go to 0–100 by how far up their own ladder they stand.
bool bring_together(std::vector<Part>& parts) {
    const bool same = std::ranges::all_of(parts, [&](const Part& part) {
        return part.min == parts.front().min && part.max == parts.front().max;
    });
    if (same) return false;
    for (auto& part : parts)
        part = {part.share() * hundred, part.weight, 0, hundred};
    return true;
}

std::optional<double> apply(const RollUpRule& rule, std::vector<Part> parts, const Rolled& counts) {
    if (parts.empty()) return std::nullopt;
    switch (rule.rule) {
        case Rule::mean:
        case Rule::mean_of_items:
            return mean_of(parts, false);
        case Rule::weighted:
            return mean_of(parts, true);
        case Rule::median:
            return median_of(values_of(parts));
        case Rule::minimum:
            return std::ranges::min(values_of(parts));
        case Rule::points:
            return points_of(parts);
        case Rule::most_partials:
            if (counts.answered < counts.of) return std::nullopt; // an unanswered one may be the unmet one
            return met(parts, rule.most_partials) ? parts.front().max : parts.front().min;
        case Rule::none:
            return std::nullopt;
    }
    return std::nullopt;
}

class Roller {
  public:
    explicit Roller(const RollUpQuestion& question) : question_(question) {}

    Profile run() {
        for (const auto* top : question_.model.children({}))
            roll(*top);
        profile_.whole = finish(question_.model.whole, question_.model.children({}), {});
        for (const auto& group : question_.model.groups) {
            std::vector<const Node*> members;
            for (const auto* top : question_.model.children({}))
                if (top->group == group.id) members.push_back(top);
            profile_.groups[group.id] = finish({}, members, group.id);
        }
        return std::move(profile_);
    }

  private:
    [[nodiscard]] bool asked(const Node& item) const {
        return question_.asked.empty() ||
               std::ranges::find(question_.asked, item.id) != question_.asked.end();
    }

    void roll(const Node& node) {
        const auto children = question_.model.children(node.id);
        for (const auto* child : children)
            roll(*child);
        profile_.nodes[node.id] =
            children.empty() ? item(node) : finish(question_.model.rule(node), children, node.id);
    }

    Rolled item(const Node& node) {
        Rolled rolled;
        const auto* scale = question_.model.scale_of(node, question_.method);
        if (scale == nullptr || !asked(node)) return rolled;
        ranges_[node.id] = {0, node.weight, scale->min, scale->max};
        rolled.of = 1;
        const auto found = question_.values.find(node.id);
        if (found == question_.values.end()) return rolled;
        rolled.value = found->second;
        rolled.answered = 1;
        return rolled;
    }

    void add(Sum& sum, const Node& child) {
        const auto& rolled = profile_.nodes[child.id];
        if (!rolled.value) return;
        auto part = ranges_[child.id];
        part.value = *rolled.value;
        part.weight = child.weight;
        sum.parts.push_back(part);
        sum.rolled.points = sum.rolled.points || rolled.points;
    }

    Rolled finish(const RollUpRule& rule, const std::vector<const Node*>& children, std::string_view id) {
        Sum sum;
        for (const auto* child : children) {
            sum.rolled.answered += profile_.nodes[child->id].answered;
            sum.rolled.of += profile_.nodes[child->id].of;
            sum.rolled.converted = sum.rolled.converted || profile_.nodes[child->id].converted;
            if (rule.rule != Rule::mean_of_items)
                add(sum, *child);
            else
                for (const auto* item : question_.model.items(child->id))
                    add(sum, *item);
        }
        if (rule.rule != Rule::points && bring_together(sum.parts)) sum.rolled.converted = true;
        sum.rolled.value = apply(rule, sum.parts, sum.rolled);
        if (!sum.parts.empty()) ranges_[std::string(id)] = sum.parts.front();
        if (rule.rule == Rule::points) {
            sum.rolled.points = true;
            ranges_[std::string(id)] = {0, 1, 0, points_possible(children)};
        }
        return sum.rolled;
    }

    static double points_possible(const std::vector<const Node*>& children) {
        double points = 0;
        for (const auto* child : children)
            points += child->weight;
        return points;
    }

    const RollUpQuestion& question_;
    Profile profile_;
    std::map<std::string, Part, std::less<>> ranges_;
};

} // namespace

Profile roll_up(const RollUpQuestion& question) {
    return Roller(question).run();
}

} // namespace maerkbar::assessment
