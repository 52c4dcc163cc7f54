#include "base/result.hpp"

#include <string_view>

namespace maerkbar {

namespace {

const std::string* find_argument(const std::vector<std::pair<std::string, std::string>>& arguments,
                                 std::string_view name) {
    for (const auto& [key, value] : arguments)
        if (key == name) return &value;
    return nullptr;
}

} // namespace

std::string fill_in(std::string_view text,
                    const std::vector<std::pair<std::string, std::string>>& arguments) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        out += text.substr(0, open);
        const auto* argument = find_argument(arguments, text.substr(open + 1, close - open - 1));
        out += argument ? std::string_view(*argument) : text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
    out += text;
    return out;
}

std::string Error::english() const {
    return fill_in(text, arguments);
}

} // namespace maerkbar
