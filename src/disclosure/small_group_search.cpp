#include "disclosure/small_group_search.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace maerkbar::disclosure {

namespace {

// A family with what the row has of it. Its classes by their factor, which may be 0.
struct Part {
    struct Level {
        Fraction factor;
        std::int64_t weight = 0;
    };
    std::vector<Level> levels;
    std::vector<std::pair<Partition::Class, Fraction>> classes;
    std::int64_t weight = 0;
    std::int64_t heaviest = 0; // of the levels

    void add(Partition::Class of, const Fraction& factor, std::int64_t added) {
        classes.emplace_back(of, factor);
        weight += added;
        auto level = std::find_if(levels.begin(), levels.end(),
                                  [&](const auto& known) { return known.factor == factor; });
        if (level == levels.end()) level = levels.insert(levels.end(), {factor, 0});
        level->weight += added;
        heaviest = std::max(heaviest, level->weight);
    }
    // What weighs in when `shift` is added to all.
    [[nodiscard]] std::int64_t weight_after(const Fraction& shift) const {
        for (const auto& level : levels)
            if ((level.factor - (Fraction(0) - shift)).zero()) return weight - level.weight;
        return weight;
    }
};

enum class State { open, settled, kept };

struct Node {
    std::vector<Fraction> shifts; // by part
    std::vector<State> states;
    std::vector<std::vector<Fraction>> equations; // by part
};

class Search {
  public:
    explicit Search(const SmallGroupSearch& rules) : rules_(rules), work_left_(rules.most_work) {}

    bool run(const Row& row, const std::vector<ReleasedSpan::Equation>& equations) {
        std::map<Partition::Class, Fraction> factors(row.begin(), row.end());
        for (const auto& equation : equations)
            for (const auto& entry : equation.row)
                factors.emplace(entry.first, 0);
        std::map<Family, std::size_t> places;
        for (const auto& [of, factor] : factors) {
            const auto place = places.try_emplace(rules_.family_of[of], parts_.size()).first->second;
            if (place == parts_.size()) parts_.emplace_back();
            parts_[place].add(of, factor, rules_.weights[of].weight);
        }
        Node start{std::vector<Fraction>(parts_.size()), std::vector<State>(parts_.size(), State::open), {}};
        for (const auto& equation : equations) {
            std::vector<Fraction> by_part(parts_.size());
            for (const auto& [of, factor] : equation.row)
                by_part[places.at(rules_.family_of[of])] = factor;
            start.equations.push_back(std::move(by_part));
        }
        return finds(std::move(start));
    }

  private:
    bool finds(Node node) {
        const auto work = (node.equations.size() + 1) * parts_.size();
        if (work > work_left_) return true;
        work_left_ -= work;
        settle_untouched(node);
        if (least_weight(node) >= rules_.limit) return false;
        const auto open = heaviest_open(node);
        if (!open) return at_end(node);
        for (const auto& level : parts_[*open].levels)
            if (finds(with_zero(node, *open, level.factor))) return true;
        node.states[*open] = State::kept;
        return finds(std::move(node));
    }

    static bool touched(const Node& node, std::size_t part) {
        return std::any_of(node.equations.begin(), node.equations.end(),
                           [&](const auto& equation) { return !equation[part].zero(); });
    }
    static void settle_untouched(Node& node) {
        for (std::size_t i = 0; i < node.states.size(); ++i)
            if (node.states[i] == State::open && !touched(node, i)) node.states[i] = State::settled;
    }

    [[nodiscard]] std::int64_t least_weight(const Node& node) const {
        std::int64_t least = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto& part = parts_[i];
            least += node.states[i] == State::open      ? part.weight - part.heaviest
                     : node.states[i] == State::settled ? part.weight_after(node.shifts[i])
                                                        : part.weight;
        }
        return least;
    }

    [[nodiscard]] std::optional<std::size_t> heaviest_open(const Node& node) const {
        std::optional<std::size_t> heaviest;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (node.states[i] == State::open && (!heaviest || parts_[i].weight > parts_[*heaviest].weight))
                heaviest = i;
        return heaviest;
    }

    // Spends an equation to bring the part's classes of this factor to 0.
    static Node with_zero(Node node, std::size_t part, const Fraction& factor) {
        const auto at = std::find_if(node.equations.begin(), node.equations.end(),
                                     [&](const auto& equation) { return !equation[part].zero(); });
        const auto spent = std::move(*at);
        node.equations.erase(at);
        const auto wanted = (factor - (Fraction(0) - node.shifts[part])) / spent[part];
        subtract(node.shifts, wanted, spent);
        for (auto& equation : node.equations)
            if (!equation[part].zero()) subtract(equation, equation[part] / spent[part], spent);
        node.states[part] = State::settled;
        return node;
    }
    static void subtract(std::vector<Fraction>& from, const Fraction& times,
                         const std::vector<Fraction>& row) {
        for (std::size_t i = 0; i < from.size(); ++i)
            if (!row[i].zero()) from[i] = from[i] - times * row[i];
    }

    // Equations that are left touch only what is kept: they could still change its factors. Rather than look
    // at all of those, the answer is yes.
    [[nodiscard]] bool at_end(const Node& node) const {
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (node.shifts[i].lost() || touched(node, i)) return true;
        Row sum;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            for (const auto& [of, factor] : parts_[i].classes) {
                const auto value = factor - (Fraction(0) - node.shifts[i]);
                if (!value.zero()) sum.emplace_back(of, value);
            }
        std::sort(sum.begin(), sum.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        return lost(sum) || rules_.discloses(sum);
    }

    const SmallGroupSearch& rules_;
    std::size_t work_left_;
    std::vector<Part> parts_;
};

} // namespace

bool SmallGroupSearch::finds(const Row& row, const std::vector<ReleasedSpan::Equation>& equations) const {
    return Search(*this).run(row, equations);
}

} // namespace maerkbar::disclosure
