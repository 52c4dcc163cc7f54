#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/assessment/model/scale.hpp"

namespace maerkbar::assessment {

// How the children of a node become its own value. Unanswered children are left out, and counted.
enum class Rule {
    mean,
    weighted, // mean by weight
    median,
    minimum,       // no better than the weakest
    points,        // each child gives its weight × the share of the scale it reached; the sum
    most_partials, // met (the scale's maximum) when no child is unmet and at most k only partly met; else its
                   // minimum
    mean_of_items, // of all items beneath, however the areas divide them
    none,          // not added up
};

struct RollUpRule {
    Rule rule = Rule::mean;
    int most_partials = 0; // k
    bool operator==(const RollUpRule&) const = default;
};

[[nodiscard]] std::string_view name_of(Rule rule);
[[nodiscard]] std::optional<Rule> rule_named(std::string_view name);

// An area, or (without children) an item that is scored.
struct Node {
    std::string id;
    std::string parent = {}; // empty: at the top
    std::string group = {};  // "enabler" (effort) or "result", or another of the model's groups
    double weight = 1;
    Texts names = {};
    Texts purpose = {};
    Texts question = {};
    TextLists examples = {};                  // prompts for the conversation, never boxes to tick
    std::vector<std::string> indicators = {}; // codes of indicators that tell of it
    std::string scale = {};                   // empty: by the group and the scoring method
    bool scored = true;
    bool comment_required = false;
    bool compact = false; // asked in the short version too
    std::optional<RollUpRule> roll_up = {};
    bool operator==(const Node&) const = default;
};

struct Group {
    std::string id;
    Texts names = {};
    bool operator==(const Group&) const = default;
};

// A way of scoring that a round chooses: which scale each group has.
struct Method {
    std::string id;
    Texts names = {};
    std::map<std::string, std::string, std::less<>> scales = {}; // group → scale
    bool operator==(const Method&) const = default;
};

enum class Relation {
    equal,   // the same thing
    covers,  // ours says more than theirs: their value is inferred
    part_of, // ours is a part of theirs: their value is inferred
};

struct Mapping {
    std::string target; // id of the other model
    std::string from;   // our item
    std::string to;     // theirs
    Relation relation = Relation::equal;
    bool operator==(const Mapping&) const = default;
};

// What is asked beside the score.
struct Prompt {
    std::string id; // strength, improvement, evidence, suggestion
    Texts names = {};
    bool operator==(const Prompt&) const = default;
};

struct Model {
    std::string id;
    std::string version; // 1.2.0
    Texts names = {};
    Texts description = {};
    std::string based_on = {}; // whose structure it follows
    Texts based_on_note = {};
    std::vector<Scale> scales = {};
    std::vector<Group> groups = {};
    std::vector<Method> methods = {};    // the first is the usual one; empty: nothing is scored
    std::vector<Node> nodes = {};        // parents before children
    std::vector<RollUpRule> levels = {}; // by depth of the node whose value it makes; mean below the last
    RollUpRule whole = {};
    std::vector<Mapping> mappings = {};
    std::vector<Prompt> prompts = {};
    bool operator==(const Model&) const = default;

    [[nodiscard]] const Node* node(std::string_view node_id) const;
    [[nodiscard]] const Scale* scale(std::string_view scale_id) const;
    [[nodiscard]] const Method* method(std::string_view method_id) const;
    [[nodiscard]] const Prompt* prompt(std::string_view prompt_id) const;
    // In the order of the model; of the empty id those at the top.
    [[nodiscard]] std::vector<const Node*> children(std::string_view parent) const;
    // The leaves, or those beneath one node.
    [[nodiscard]] std::vector<const Node*> items(std::string_view beneath = {}) const;
    [[nodiscard]] bool is_item(const Node& node) const;
    [[nodiscard]] int depth(const Node& node) const; // 0 at the top
    // The area at the top that a node lies in (itself where it is one).
    [[nodiscard]] const Node& top(const Node& node) const;
    [[nodiscard]] RollUpRule rule(const Node& node) const;
    // What an item is scored on; null where it is not scored.
    [[nodiscard]] const Scale* scale_of(const Node& item, std::string_view method_id) const;
};

// Below zero, zero or above, by numbers: 1.10.0 comes after 1.9.2. No value where one is no version.
[[nodiscard]] std::optional<int> compare_version_numbers(std::string_view a, std::string_view b);

} // namespace maerkbar::assessment
