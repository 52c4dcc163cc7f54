#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace maerkbar::web {

// What ICU knows about writing numbers, dates and alphabetical lists in one language, read once at start. ICU
// itself stays behind it.
class Formats {
  public:
    explicit Formats(std::string_view code);
    ~Formats();
    Formats(Formats&&) noexcept;

    std::string group;   // between thousands
    std::string decimal; // before the fraction
    std::string minus;
    std::string percent; // after the number, with its blank
    std::array<std::string, 12> months;
    std::string time_separator; // between hours and minutes

    [[nodiscard]] int compare(std::string_view a, std::string_view b) const;

  private:
    struct Order;
    std::unique_ptr<Order> order_;
};

struct LocalTime {
    Date date;
    int hour = 0;
    int minute = 0;
};

// The clock on the wall in Denmark and Norway.
[[nodiscard]] LocalTime local_time(std::chrono::sys_seconds time);

} // namespace maerkbar::web
