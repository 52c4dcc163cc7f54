#include "web/json_fields.hpp"

#include <array>
#include <boost/json.hpp>
#include <charconv>

namespace maerkbar::web {

namespace {

namespace json = boost::json;
constexpr std::size_t most_fields = 10'000;

std::string joined(const std::string& prefix, std::string_view name) {
    return prefix.empty() ? std::string(name) : prefix + "." + std::string(name);
}

// As a person would type it: 0.5, not 5E-1.
std::string plain_text(const json::value& value) {
    if (const auto* text = value.if_string()) return {text->data(), text->size()};
    if (!value.is_double()) return json::serialize(value);
    std::array<char, 32> buffer;
    return {buffer.data(),
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.get_double()).ptr};
}

// False when there are too many.
bool flatten(const json::value& value, const std::string& name, Fields& fields);

bool flatten_members(const json::object& object, const std::string& prefix, Fields& fields) {
    for (const auto& [key, value] : object)
        if (!flatten(value, joined(prefix, {key.data(), key.size()}), fields)) return false;
    return true;
}

bool flatten_items(const json::array& array, const std::string& name, Fields& fields) {
    std::size_t number = 0;
    for (const auto& item : array) {
        const bool plain = !item.is_object() && !item.is_array();
        if (!flatten(item, plain ? name : joined(name, std::to_string(number)), fields)) return false;
        ++number;
    }
    return true;
}

bool flatten(const json::value& value, const std::string& name, Fields& fields) {
    if (fields.size() >= most_fields) return false;
    if (const auto* object = value.if_object()) return flatten_members(*object, name, fields);
    if (const auto* array = value.if_array()) return flatten_items(*array, name, fields);
    if (value.is_null()) return true;
    fields.add(name, plain_text(value));
    return true;
}

} // namespace

Result<Fields> fields_of_json(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(json::string_view(text.data(), text.size()), error);
    if (error)
        return Error{ErrorKind::invalid,
                     "web.bad_json",
                     "The body is not valid JSON: {reason}.",
                     {{"reason", error.message()}}};
    const auto* object = value.if_object();
    if (!object)
        return Error{ErrorKind::invalid, "web.json_not_object", "The body must be a JSON object, {…}."};
    Fields fields;
    if (!flatten_members(*object, {}, fields))
        return Error{ErrorKind::too_large, "web.json_too_many", "The body has more than 10,000 values."};
    return fields;
}

} // namespace maerkbar::web
