#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::cases {

// An element of a page with everything in it, in document order. Text is a node without a name.
struct Node {
    std::string name = {};
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::string text = {};
    std::vector<Node> children = {};

    // The attribute's value, or null.
    [[nodiscard]] const std::string* attribute(std::string_view wanted) const;
    // All text in it as a person reads it (script and style left out).
    [[nodiscard]] std::string words() const;
};

// Reads HTML (or SVG) whose every element but the void ones is closed, as ours must be; anything else is an
// error that says where. At most 200 levels deep.
[[nodiscard]] Result<Node> parse_page(std::string_view html);

// The elements that a selector finds, in document order: descendants of descendants, each as a name, *, #id,
// .class, [attribute] or [attribute=value] or several of these together: "main table.cells td[data-unit=3]".
[[nodiscard]] std::vector<const Node*> select(const Node& page, std::string_view selector);

} // namespace maerkbar::cases
