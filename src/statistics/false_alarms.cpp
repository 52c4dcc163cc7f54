#include "statistics/false_alarms.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace maerkbar::statistics {

namespace {

struct Thousandths {
    short limits, runs, any; // I chart
    short median_runs;       // run chart
};

constexpr int fewest = 4; // no signal is possible among three

// From four points on. The numbers jump because the limits of the run rules are whole numbers.
constexpr Thousandths simulated[] = {
    {0, 0, 0, 0},       {6, 0, 6, 0},       {19, 0, 19, 0},     {24, 0, 24, 0},     {30, 0, 30, 0},
    {38, 18, 49, 0},    {42, 12, 50, 8},    {49, 10, 55, 8},    {54, 16, 64, 13},   {58, 12, 66, 14},
    {63, 32, 84, 26},   {65, 22, 78, 25},   {69, 17, 80, 9},    {72, 30, 92, 8},    {73, 24, 90, 12},
    {79, 41, 107, 13},  {81, 35, 106, 21},  {84, 32, 106, 22},  {90, 44, 121, 26},  {93, 24, 108, 28},
    {97, 39, 122, 29},  {99, 32, 119, 31},  {102, 25, 118, 17}, {102, 36, 126, 16}, {110, 32, 131, 22},
    {113, 47, 144, 21}, {112, 38, 137, 25}, {113, 51, 148, 26}, {120, 44, 149, 32}, {122, 38, 148, 30},
    {126, 50, 159, 36}, {128, 44, 158, 38}, {131, 55, 169, 41}, {131, 50, 166, 43}, {139, 62, 181, 48},
    {140, 55, 177, 50}, {142, 50, 175, 36}, {145, 62, 186, 37}, {147, 56, 185, 43}, {153, 67, 198, 42},
    {150, 62, 194, 49}, {155, 75, 206, 48}, {160, 43, 185, 34}, {164, 39, 187, 35}, {166, 49, 196, 40},
    {164, 41, 190, 38}, {170, 52, 202, 43}, {170, 45, 200, 42}, {175, 58, 211, 48}, {178, 48, 208, 45},
    {182, 59, 220, 49}, {184, 52, 216, 50}, {187, 48, 216, 38}, {189, 57, 225, 37}, {194, 51, 225, 42},
    {195, 60, 232, 40}, {197, 54, 231, 46}, {197, 64, 236, 43}, {200, 57, 236, 47}, {203, 66, 244, 45},
    {206, 60, 243, 50}, {210, 57, 246, 51}, {213, 66, 253, 56}, {214, 59, 250, 54}, {218, 67, 258, 56},
    {219, 61, 256, 57}, {218, 71, 262, 61}, {224, 65, 262, 61}, {227, 75, 273, 64}, {225, 67, 267, 61},
    {235, 63, 273, 52}, {236, 72, 278, 53}, {237, 65, 277, 56}, {239, 74, 283, 55}, {238, 67, 280, 58},
    {240, 78, 287, 59}, {247, 70, 288, 62}};

} // namespace

FalseAlarms false_alarms(int points, bool has_limits) {
    if (points < fewest) return {};
    constexpr auto last = std::size(simulated) - 1;
    const auto& found = simulated[std::min(static_cast<std::size_t>(points - fewest), last)];
    if (!has_limits) return {0, found.median_runs / 1000.0, found.median_runs / 1000.0};
    return {found.limits / 1000.0, found.runs / 1000.0, found.any / 1000.0};
}

FalseAlarms combined(FalseAlarms one, FalseAlarms other) {
    const auto either = [](double a, double b) { return 1 - (1 - a) * (1 - b); };
    return {either(one.limits, other.limits), either(one.runs, other.runs), either(one.any, other.any)};
}

} // namespace maerkbar::statistics
