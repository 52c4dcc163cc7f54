#include "app/chart/value_text.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::app_chart {

namespace {

bool shows_share(const Request& request) {
    const auto type = request.type;
    const bool share = type == statistics::ChartType::p || type == statistics::ChartType::p_prime;
    return share && !request.making_data_count && request.multiply() == 1;
}

// The decimals a number is written with, six at most.
int decimals_of(double number) {
    int decimals = 0;
    double scale = 1;
    while (decimals < 6 && std::fabs(number - std::round(number * scale) / scale) > 1e-9) {
        ++decimals;
        scale *= 10;
    }
    return decimals;
}

// Steps of a two-hundredth of the spread or finer: 0.034 to 0.071 is written 0.0340, 12 to 480 is written 12.
int decimals_for(double spread) {
    return std::clamp(static_cast<int>(std::ceil(1.3 - std::log10(spread))), 0, 6);
}

} // namespace

DrawnPoint drawn_point(const ChartedSeries& series, std::size_t index) {
    if (const auto* chart = std::get_if<statistics::Chart>(&series.chart)) {
        const auto& point = chart->points[index];
        return {point.y, point.cl, point.lcl, point.ucl, point.sigma_signal, point.include};
    }
    const auto& point = series.mdc().points[index];
    const auto& group = series.mdc().groups[static_cast<std::size_t>(point.group)];
    const bool signal = point.cause != statistics::SpecialCause::none;
    return {point.y, group.mean, group.limits.lower, group.limits.upper, signal, true};
}

Extent extent_of(const ChartedSeries& series, const Request& request) {
    Extent extent{HUGE_VAL, -HUGE_VAL};
    const auto take = [&extent](double value) {
        if (!std::isfinite(value)) return;
        extent.lowest = std::min(extent.lowest, value);
        extent.highest = std::max(extent.highest, value);
    };
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        const auto point = drawn_point(series, i);
        for (const double value : {point.y, point.centre, point.lower, point.upper})
            take(value);
    }
    if (request.target) take(*request.target);
    return extent.lowest > extent.highest ? Extent{} : extent;
}

ValueText::ValueText(const ChartedSeries& series, const Request& request, const web::Language& language)
    : language_(language), share_(shows_share(request)) {
    const auto extent = extent_of(series, request);
    const double spread = extent.highest - extent.lowest;
    const double factor = share_ ? 100 : 1;
    decimals_ = spread > 0 ? decimals_for(factor * spread) : decimals_of(factor * extent.highest);
}

std::string ValueText::with(int decimals, double value) const {
    return share_ ? language_.percent(value, decimals) : language_.number(value, decimals);
}

std::string ValueText::operator()(double value) const {
    return with(decimals_, value);
}

std::string ValueText::as_given(double value) const {
    return with(decimals_of(share_ ? 100 * value : value), value);
}

std::string ValueText::compact(double value) const {
    return with(!share_ && value == std::round(value) ? 0 : decimals_, value);
}

} // namespace maerkbar::app_chart
