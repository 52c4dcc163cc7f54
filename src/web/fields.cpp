#include "web/fields.hpp"

#include <algorithm>
#include <charconv>

namespace maerkbar::web {

std::optional<std::string_view> Fields::get(std::string_view name) const {
    for (const auto& [key, value] : fields_)
        if (key == name) return value;
    return std::nullopt;
}

std::string Fields::text(std::string_view name, std::string_view otherwise) const {
    return std::string(get(name).value_or(otherwise));
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : fields_)
        if (key == name) values.push_back(value);
    return values;
}

void Fields::set(std::string_view name, std::string value) {
    remove(name);
    add(std::string(name), std::move(value));
}

void Fields::remove(std::string_view name) {
    std::erase_if(fields_, [&](const Field& field) { return field.first == name; });
}

Result<std::int64_t> PathParameters::positive(std::string_view name) const {
    const auto value = get(name).value_or("");
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number <= 0)
        return Error{ErrorKind::not_found, "web.no_such_page", "There is no such page."};
    return number;
}

} // namespace maerkbar::web
