#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "app/chart/axis.hpp"

namespace {

using namespace maerkbar;

// Every cell that the kind of the axis was found from can be read as that kind, and no figure is infinite.
void check(const std::vector<std::string_view>& cells, const app_chart::CellRules& rules) {
    const auto kind = app_chart::axis_kind(cells, rules);
    for (const auto cell : cells) {
        const auto key = app_chart::axis_key(cell, kind, rules);
        if (kind != app_chart::AxisKind::category && !cell.empty() && !key) std::abort();
        if (key && !std::isfinite(*key)) std::abort();
        if (const auto value = app_chart::figure(cell, rules); value && std::isinf(*value)) std::abort();
    }
}

} // namespace

// Lines of text as the cells of one column.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        cells.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    for (const auto mark : {tables::DecimalMark::comma, tables::DecimalMark::point})
        for (const auto order : {tables::DateOrder::day_month_year, tables::DateOrder::month_day_year})
            check(cells, {mark, order});
    return 0;
}
