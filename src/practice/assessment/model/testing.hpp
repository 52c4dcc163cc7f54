#pragma once

#include <string>

#include "practice/assessment/model/model.hpp"

// For tests: the ladders that the reference's test vectors are given on.
namespace maerkbar::assessment::testing {

inline Scale hundred(std::string id = "hundred") {
    return {.id = std::move(id), .bands = {{0, 10}, {11, 30}, {31, 50}, {51, 70}, {71, 90}, {91, 100}}};
}

inline Scale five(std::string id = "five") {
    return {.id = std::move(id), .max = 5, .bands = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}}};
}

inline Aspect aspect(std::string id) {
    return {.id = std::move(id), .bands = hundred().bands};
}

} // namespace maerkbar::assessment::testing
