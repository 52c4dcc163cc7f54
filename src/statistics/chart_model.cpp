#include "statistics/chart_model.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "statistics/chart_fit.hpp"
#include "statistics/shewhart.hpp"

namespace maerkbar::statistics {

namespace {

constexpr std::array<std::pair<ChartType, std::string_view>, 13> codes{{
    {ChartType::run, "run"},
    {ChartType::i, "i"},
    {ChartType::mr, "mr"},
    {ChartType::i_prime, "ip"},
    {ChartType::p, "p"},
    {ChartType::p_prime, "pp"},
    {ChartType::u, "u"},
    {ChartType::u_prime, "up"},
    {ChartType::c, "c"},
    {ChartType::g, "g"},
    {ChartType::t, "t"},
    {ChartType::xbar, "xbar"},
    {ChartType::s, "s"},
}};

// What the standard deviation of one unit becomes for a point of n units.
double scale(ChartType type, double n) {
    switch (type) {
        case ChartType::i_prime:
        case ChartType::p:
        case ChartType::p_prime:
        case ChartType::u:
        case ChartType::u_prime:
            return 1 / std::sqrt(n);
        case ChartType::xbar:
            return 1 / (c4(n) * std::sqrt(n));
        case ChartType::s:
            return c5(n) / c4(n);
        default:
            return 1;
    }
}

bool never_negative(ChartType type) {
    switch (type) {
        case ChartType::run:
        case ChartType::i:
        case ChartType::i_prime:
        case ChartType::xbar:
            return false;
        default:
            return true;
    }
}

Limits back_transformed(Limits limits) {
    if (limits.lower < 0) limits.lower = 0;
    return {std::pow(limits.lower, t_chart_power), std::pow(limits.upper, t_chart_power)};
}

} // namespace

std::string_view code_of(ChartType type) {
    return codes[static_cast<std::size_t>(type)].second;
}

std::optional<ChartType> chart_type(std::string_view code) {
    for (const auto& [type, name] : codes)
        if (name == code) return type;
    return {};
}

bool needs_denominator(ChartType type) {
    return type == ChartType::i_prime || type == ChartType::p || type == ChartType::p_prime ||
           type == ChartType::u || type == ChartType::u_prime;
}

double drawn_centre(ChartType type, const ChartModel& model) {
    return type == ChartType::t ? std::pow(model.centre, t_chart_power) : model.centre;
}

Limits limits_at(ChartType type, const ChartModel& model, double n, double sigmas) {
    const double width = sigmas * model.sigma * scale(type, n);
    Limits limits{finite_or_missing(model.middle - width), finite_or_missing(model.middle + width)};
    if (type == ChartType::t) return back_transformed(limits);
    if (type == ChartType::mr) limits.lower = 0;
    if (never_negative(type) && limits.lower < 0) limits.lower = 0;
    if (type == ChartType::p || type == ChartType::p_prime) {
        if (limits.upper > 1) limits.upper = 1;
        if (limits.lower > 1) limits.lower = 1;
        if (limits.upper < 0) limits.upper = 0;
    }
    return limits;
}

} // namespace maerkbar::statistics
