#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/route.hpp"

namespace maerkbar::web {

// A file of assets/ inside the program. Its address holds a digest of its content, so that browsers may keep
// it for ever and fetch a new one at once.
struct Asset {
    std::string name; // "main.css"
    std::string digest;
    std::string content;
    std::string url; // "/assets/main.css?v=91c2f0a37b6d5e48"
};

// All of them; main.css is every sheet of assets/css in the order of its layers.
[[nodiscard]] const std::vector<Asset>& assets();
// The address of one; "/assets/missing" for a name that does not exist (a test looks for that in every page).
[[nodiscard]] std::string_view asset_url(std::string_view name);
// GET /assets/{name}; see asset.hpp for how long browsers keep it.
[[nodiscard]] Route asset_route();

} // namespace maerkbar::web
