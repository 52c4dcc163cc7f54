#include <array>
#include <charconv>

#include "disclosure/decide.hpp"

namespace maerkbar::disclosure {

namespace {

constexpr std::array<std::pair<Showing, std::string_view>, 3> codes{
    {{Showing::nothing, "nothing"}, {Showing::mean, "mean"}, {Showing::distribution, "distribution"}}};

Error unreadable(std::string_view what) {
    return {ErrorKind::internal,
            "disclosure.unreadable",
            "A stored decision on what may be shown cannot be read: “{what}”. Restore it from a backup.",
            {{"what", std::string(what)}}};
}

// The text before the mark, which is taken off with it; all of it where there is no mark.
std::string_view take_until(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::string count_text(const ShownCount& count) {
    if (count.exactly) return std::to_string(*count.exactly);
    return count.below ? "<" + std::to_string(*count.below) : "";
}

Result<ShownCount> count_from(std::string_view text) {
    if (text.empty()) return ShownCount{};
    const bool below = text.front() == '<';
    const auto digits = text.substr(below ? 1 : 0);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return unreadable(text);
    return below ? ShownCount{std::nullopt, value} : ShownCount{value, std::nullopt};
}

} // namespace

std::string_view code(Showing showing) {
    for (const auto& [value, name] : codes)
        if (value == showing) return name;
    return codes[0].second;
}

Result<Showing> showing_of(std::string_view text) {
    for (const auto& [value, name] : codes)
        if (name == text) return value;
    return unreadable(text);
}

std::string to_text(const std::vector<Decision>& decisions) {
    std::string text;
    for (const auto& decision : decisions) {
        text += decision.key;
        text += '\t';
        text += code(decision.showing);
        text += '\t';
        text += count_text(decision.count);
        text += '\n';
    }
    return text;
}

Result<std::vector<Decision>> from_text(std::string_view text) {
    std::vector<Decision> decisions;
    while (!text.empty()) {
        auto line = take_until(text, '\n');
        const auto key = take_until(line, '\t');
        const auto showing = TRY(showing_of(take_until(line, '\t')));
        decisions.push_back({std::string(key), showing, TRY(count_from(line))});
    }
    return decisions;
}

} // namespace maerkbar::disclosure
