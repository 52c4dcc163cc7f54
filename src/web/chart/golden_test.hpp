#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace maerkbar {

// Compares with tests/data/NAME; MAERKBAR_WRITE_GOLDEN=1 writes the file anew, to be read through before
// committing.
inline void check_golden(const std::string& name, const std::string& text) {
    const std::string path = "tests/data/" + name;
    if (std::getenv("MAERKBAR_WRITE_GOLDEN") != nullptr) std::ofstream(path) << text;
    std::ifstream file(path);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(text == expected, path);
}

// The SVG with one element a line, so that a difference can be read.
inline std::string one_element_a_line(std::string svg) {
    for (std::size_t at = svg.find("><"); at != std::string::npos; at = svg.find("><", at + 1))
        svg.insert(at + 1, "\n");
    return svg + "\n";
}

} // namespace maerkbar
