#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "statistics/chart.hpp"
#include "statistics/chart_summary.hpp"
#include "statistics/making_data_count.hpp"

namespace {

using namespace maerkbar::statistics;

void require(bool holds) {
    if (!holds) std::abort();
}

// Rows of three doubles, whatever they are: x, y, n.
struct Input {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> n;
};

Input read(const std::uint8_t* data, std::size_t size) {
    Input input;
    for (; size >= 24; data += 24, size -= 24) {
        double row[3];
        std::memcpy(row, data, sizeof row);
        input.x.push_back(row[0]);
        input.y.push_back(row[1]);
        input.n.push_back(row[2]);
    }
    return input;
}

void check(const Chart& chart, std::size_t points) {
    require(chart.points.size() == points && !chart.parts.empty());
    require(chart.parts.front().first == 0 && chart.parts.back().end == points);
    for (const auto& point : chart.points) {
        require(!(point.lcl > point.ucl) || chart.multiply < 0);
    }
    for (const auto& part : chart.parts) {
        require(part.runs.longest <= part.runs.useful && part.runs.crossings <= part.runs.useful);
        require(summary_of(chart, part).points <= part.end - part.first);
    }
}

} // namespace

// Byte 0: type and flags; byte 1: freeze; byte 2: end of the first part; byte 3: an excluded point. Then the
// rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4) return 0;
    const auto input = read(data + 4, size - 4);
    ChartOptions options;
    options.screen = (data[0] & 0x20) == 0;
    options.categorical = (data[0] & 0x40) != 0;
    options.non_negative = (data[0] & 0x80) != 0;
    options.freeze = data[1];
    if (data[2] > 0) options.parts = {data[2]};
    if (data[3] > 0) options.exclude = {data[3]};
    const auto series = group_rows({input.x, input.y, input.n});
    const auto type = static_cast<ChartType>(data[0] % 13);
    if (const auto got = chart(type, series.points, options)) check(*got, series.points.size());
    MdcOptions mdc;
    mdc.target = 1;
    mdc.rebase = {data[2]};
    if (const auto got = making_data_count(input.y, mdc)) require(got->points.size() == input.y.size());
    return 0;
}
