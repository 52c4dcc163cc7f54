#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maerkbar::web {

// Header lines of a request or response in their order; names compare without regard to case.
class Headers {
  public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<std::string, std::string>> lines) : lines_(lines) {}

    // The first value of that name; the view lives as long as this object is unchanged.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }
    void add(std::string name, std::string value); // beside others of the same name (Set-Cookie)
    void set(std::string name, std::string value); // instead of all others of the same name

    [[nodiscard]] auto begin() const { return lines_.begin(); }
    [[nodiscard]] auto end() const { return lines_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> lines_;
};

// ASCII only, as header names, schemes and media types need it.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

} // namespace maerkbar::web
