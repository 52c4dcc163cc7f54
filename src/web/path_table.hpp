#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/fields.hpp"

namespace maerkbar::web {

// Finds what belongs to a path among patterns such as /units/{unit}/edit and /assets/{file*}. A literal
// segment wins over a name, a name over the rest of a path.
class PathTable {
  public:
    static constexpr std::size_t nothing = static_cast<std::size_t>(-1);

    // The slot of this pattern, a new one if its shape (names aside) is new. Slots count from 0.
    std::size_t slot(std::string_view pattern);

    struct Match {
        std::size_t slot = nothing;
        std::vector<std::string> captured; // decoded values of the names, in their order
    };
    // No value for a path that is no path: not starting with a slash, broken %XX, not UTF-8, with . or ..
    // segments. A match without slot when nothing fits.
    [[nodiscard]] std::optional<Match> find(std::string_view path) const;

  private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> name;
        std::size_t slot = nothing; // a pattern that ends here
        std::size_t rest = nothing; // a pattern that takes all that is left
    };
    static bool descend(const Node& node, const std::vector<std::string>& segments, std::size_t at,
                        Match& match);

    Node root_;
    std::size_t slots_ = 0;
};

// The names in a pattern, in their order.
[[nodiscard]] std::vector<std::string> names_in(std::string_view pattern);
// What is wrong with a pattern, in English; empty when nothing is.
[[nodiscard]] std::string fault_in_pattern(std::string_view pattern);

} // namespace maerkbar::web
