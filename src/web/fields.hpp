#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::web {

// Decoded names and values of a query, a form or a path, in the order they came. A name may occur several
// times.
class Fields {
  public:
    using Field = std::pair<std::string, std::string>;

    Fields() = default;
    Fields(std::initializer_list<Field> fields) : fields_(fields) {}

    // The first value of that name; the view lives as long as this object is unchanged.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    // The first value, or `otherwise`.
    [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise = {}) const;
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }

    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    void set(std::string_view name, std::string value); // instead of all others of the same name
    void remove(std::string_view name);

    [[nodiscard]] bool empty() const { return fields_.empty(); }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    [[nodiscard]] auto begin() const { return fields_.begin(); }
    [[nodiscard]] auto end() const { return fields_.end(); }

    bool operator==(const Fields&) const = default;

  private:
    std::vector<Field> fields_;
};

// What the {names} of a route's pattern matched, percent-decoded.
class PathParameters : public Fields {
  public:
    using Fields::Fields;
    // A database id: digits only, above zero. Anything else is not_found, since no such page exists.
    template <typename Id>
    [[nodiscard]] Result<Id> id(std::string_view name) const {
        return Id{TRY(positive(name))};
    }

  private:
    [[nodiscard]] Result<std::int64_t> positive(std::string_view name) const;
};

} // namespace maerkbar::web
