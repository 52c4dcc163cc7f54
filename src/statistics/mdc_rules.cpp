#include "statistics/mdc_rules.hpp"

#include <array>

namespace maerkbar::statistics {

namespace {

constexpr std::size_t run_length = 7; // points in a shift or a trend
constexpr std::array<std::string_view, 9> labels{
    "Common Cause",
    "Above UCL",
    "Below LCL",
    "7 Point Trend (Increasing)",
    "7 Point Trend (Decreasing)",
    "2 in 3 Above CL",
    "2 in 3 Below CL",
    "7 Points Above CL",
    "7 Points Below CL",
};

// Calls found(first, end) for every longest stretch of points that share the same non-zero key.
template <typename Key, typename Found>
void for_each_stretch(std::size_t size, Key key, Found found) {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= size; ++i) {
        if (i < size && key(i) == key(first)) continue;
        if (key(first) != 0) found(first, i);
        first = i;
    }
}

void mark_shifts(std::span<MdcPoint> points) {
    const auto side = [&](std::size_t i) { return points[i].side; };
    for_each_stretch(points.size(), side, [&](std::size_t first, std::size_t end) {
        if (end - first < run_length) return;
        for (std::size_t i = first; i < end; ++i)
            points[i].cause = points[i].side > 0 ? SpecialCause::shift_above : SpecialCause::shift_below;
    });
}

void mark_two_of_three(std::span<MdcPoint> points) {
    for (std::size_t i = 0; i + 2 < points.size(); ++i) {
        const auto three = points.subspan(i, 3);
        const bool same =
            three[0].side != 0 && three[0].side == three[1].side && three[1].side == three[2].side;
        if (!same || three[0].near + three[1].near + three[2].near < 2) continue;
        for (auto& point : three)
            if (point.near)
                point.cause =
                    point.side > 0 ? SpecialCause::two_of_three_above : SpecialCause::two_of_three_below;
    }
}

// A peak belongs to the rise before it and the fall after it; it takes the direction of the step out of it,
// because later stretches are marked later.
void mark_trends(std::span<MdcPoint> points) {
    const auto step_out = [&](std::size_t i) {
        if (i + 1 >= points.size()) return 0;
        return (points[i + 1].y > points[i].y) - (points[i + 1].y < points[i].y);
    };
    for_each_stretch(points.size(), step_out, [&](std::size_t first, std::size_t last) {
        if (last - first + 1 < run_length) return;
        for (std::size_t i = first; i <= last; ++i)
            points[i].cause = step_out(first) > 0 ? SpecialCause::trend_up : SpecialCause::trend_down;
    });
}

void mark_outside(std::span<MdcPoint> points) {
    for (auto& point : points)
        if (point.outside)
            point.cause = point.side > 0 ? SpecialCause::above_limit : SpecialCause::below_limit;
}

} // namespace

// From the weakest rule to the strongest, each overwriting the ones before.
void find_special_causes(std::span<MdcPoint> points) {
    mark_shifts(points);
    mark_two_of_three(points);
    mark_trends(points);
    mark_outside(points);
}

bool is_high(SpecialCause cause) {
    return cause == SpecialCause::above_limit || cause == SpecialCause::trend_up ||
           cause == SpecialCause::two_of_three_above || cause == SpecialCause::shift_above;
}

std::string_view label_of(SpecialCause cause) {
    return labels[static_cast<std::size_t>(cause)];
}

std::string_view code_of(PointType type) {
    switch (type) {
        case PointType::common_cause:
            return "common_cause";
        case PointType::improvement:
            return "special_cause_improvement";
        case PointType::concern:
            return "special_cause_concern";
        case PointType::neutral_high:
            return "special_cause_neutral_high";
        case PointType::neutral_low:
            return "special_cause_neutral_low";
    }
    return {};
}

std::string_view code_of(Assurance assurance) {
    switch (assurance) {
        case Assurance::none:
            return "";
        case Assurance::consistent_pass:
            return "consistent_pass";
        case Assurance::consistent_fail:
            return "consistent_fail";
        case Assurance::inconsistent:
            return "inconsistent";
    }
    return {};
}

} // namespace maerkbar::statistics
