#include <algorithm>
#include <array>
#include <set>

#include "tables/characters.hpp"
#include "tables/sav_writer.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t longest_name = 64;
// The reserved words of SPSS's language.
constexpr std::array<std::string_view, 13> reserved{"all", "and", "by",  "eq", "ge", "gt",  "le",
                                                    "lt",  "ne",  "not", "or", "to", "with"};

std::string valid_name(std::string_view wanted) {
    std::string name;
    for (const char c : wanted)
        name += is_letter(c) || is_digit(c) || c == '.' ? c : '_';
    if (name.empty() || !is_letter(name.front())) name.insert(0, "v_");
    if (name.size() > longest_name) name.resize(longest_name);
    while (name.ends_with('.') || name.ends_with('_'))
        name.pop_back();
    return std::ranges::find(reserved, lower_case(name)) == reserved.end() ? name : name + "_1";
}

} // namespace

std::vector<std::string> sav_names(std::span<const std::string> wanted) {
    std::set<std::string> taken;
    std::vector<std::string> names;
    for (const auto& one : wanted) {
        const auto base = valid_name(one);
        auto name = base;
        for (int number = 2; !taken.insert(lower_case(name)).second; ++number) {
            const auto ending = "_" + std::to_string(number);
            name = base.substr(0, longest_name - ending.size()) + ending;
        }
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace maerkbar::tables
