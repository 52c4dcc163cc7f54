#include "web/path_table.hpp"

#include <algorithm>

#include "web/url.hpp"

namespace maerkbar::web {

namespace {

// /a/b → a, b; / → one empty segment.
std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    while (true) {
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        if (end == std::string_view::npos) return segments;
        path.remove_prefix(end + 1);
    }
}

bool is_name(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool is_rest(std::string_view segment) {
    return is_name(segment) && segment[segment.size() - 2] == '*';
}

bool is_usable(std::string_view segment) {
    return is_utf8(segment) && segment != "." && segment != "..";
}

std::string joined_from(const std::vector<std::string>& segments, std::size_t at) {
    std::string rest = segments[at];
    for (std::size_t i = at + 1; i < segments.size(); ++i)
        rest.append("/").append(segments[i]);
    return rest;
}

} // namespace

std::size_t PathTable::slot(std::string_view pattern) {
    Node* node = &root_;
    for (const auto segment : split(pattern)) {
        if (is_rest(segment)) return node->rest = node->rest == nothing ? slots_++ : node->rest;
        auto& next = is_name(segment) ? node->name : node->literals[std::string(segment)];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    return node->slot = node->slot == nothing ? slots_++ : node->slot;
}

bool PathTable::descend(const Node& node, const std::vector<std::string>& segments, std::size_t at,
                        Match& match) {
    if (at == segments.size()) {
        match.slot = node.slot;
        return node.slot != nothing;
    }
    const auto& segment = segments[at];
    if (const auto literal = node.literals.find(segment);
        literal != node.literals.end() && descend(*literal->second, segments, at + 1, match))
        return true;
    if (node.name && !segment.empty()) {
        match.captured.push_back(segment);
        if (descend(*node.name, segments, at + 1, match)) return true;
        match.captured.pop_back();
    }
    if (node.rest == nothing) return false;
    match.captured.push_back(joined_from(segments, at));
    match.slot = node.rest;
    return true;
}

std::optional<PathTable::Match> PathTable::find(std::string_view path) const {
    if (!path.starts_with('/')) return std::nullopt;
    std::vector<std::string> segments;
    for (const auto raw : split(path)) {
        auto segment = percent_decoded(raw);
        if (!segment || !is_usable(*segment)) return std::nullopt;
        segments.push_back(std::move(*segment));
    }
    Match match;
    if (!descend(root_, segments, 0, match)) match.slot = nothing;
    return match;
}

std::vector<std::string> names_in(std::string_view pattern) {
    std::vector<std::string> names;
    for (const auto segment : split(pattern))
        if (is_name(segment))
            names.emplace_back(segment.substr(1, segment.size() - (is_rest(segment) ? 3 : 2)));
    return names;
}

std::string fault_in_pattern(std::string_view pattern) {
    if (!pattern.starts_with('/')) return "does not begin with a slash";
    if (pattern.size() > 1 && pattern.ends_with('/')) return "ends with a slash";
    const auto segments = split(pattern);
    for (const auto segment : segments) {
        if (segment.empty() && pattern != "/") return "has an empty segment";
        if (!is_name(segment) && segment.find_first_of("{}*%?#") != std::string_view::npos)
            return "has a segment that is neither a word nor a {name}";
        if (is_rest(segment) && segment.data() != segments.back().data()) return "goes on after a {name*}";
    }
    auto names = names_in(pattern);
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end() ? "" : "uses a name twice";
}

} // namespace maerkbar::web
