#include "cases/json.hpp"

#include <boost/json.hpp>
#include <charconv>
#include <optional>

#include "cases/pattern.hpp"

namespace maerkbar::cases {
namespace {

namespace json = boost::json;

Error fault(std::string reason) {
    return {ErrorKind::invalid, "case.json", "{reason}", {{"reason", std::move(reason)}}};
}

Result<json::value> parsed(std::string_view body) {
    json::error_code problem;
    auto value = json::parse(json::string_view(body.data(), body.size()), problem);
    if (problem) return fault("the body is not JSON: " + problem.message());
    return value;
}

// One step down: a member, an entry by number, or the length of a list.
std::optional<json::value> member(const json::value& value, std::string_view name) {
    if (const auto* object = value.if_object()) {
        const auto* found = object->if_contains(json::string_view(name.data(), name.size()));
        return found ? std::optional(*found) : std::nullopt;
    }
    const auto* list = value.if_array();
    if (!list) return std::nullopt;
    if (name == "length") return json::value(list->size());
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), index);
    if (problem != std::errc() || end != name.data() + name.size() || index >= list->size())
        return std::nullopt;
    return (*list)[index];
}

std::optional<json::value> at(json::value value, std::string_view path) {
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        auto next = member(value, path.substr(0, dot));
        if (!next) return std::nullopt;
        value = std::move(*next);
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return value;
}

bool equal(const json::value& value, std::string_view wanted) {
    json::error_code problem;
    const auto expected = json::parse(json::string_view(wanted.data(), wanted.size()), problem);
    if (!problem && expected.is_number() && value.is_number()) {
        return expected.to_number<double>(problem) == value.to_number<double>(problem);
    }
    if (!problem && value == expected) return true;
    if (value.is_string()) return matches(wanted, {value.get_string().data(), value.get_string().size()});
    return matches(wanted, json::serialize(value));
}

} // namespace

Result<void> check_json(std::string_view body, std::string_view path, std::string_view wanted) {
    const auto found = at(TRY(parsed(body)), path);
    if (!found) return wanted == "absent" ? Result<void>() : fault("there is no such member");
    const auto text = json::serialize(*found);
    if (wanted == "absent") return fault("it should be absent, but is " + text);
    if (!equal(*found, wanted)) return fault("wanted " + std::string(wanted) + ", but it is " + text);
    return {};
}

Result<std::string> json_text(std::string_view body, std::string_view path) {
    const auto found = at(TRY(parsed(body)), path);
    if (!found) return fault("there is no member " + std::string(path));
    if (found->is_string()) return std::string(found->get_string());
    return json::serialize(*found);
}

} // namespace maerkbar::cases
