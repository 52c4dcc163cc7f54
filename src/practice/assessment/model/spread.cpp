#include "practice/assessment/model/spread.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace maerkbar::assessment {
namespace {

constexpr double border_share = 0.15; // of the scale
constexpr double camp_share = 0.5;
constexpr std::size_t least_in_camp = 2;
constexpr std::size_t least_measured = 3;

// Two camps: somewhere between neighbours lies half the scale, with two or more on either side.
bool two_camps(const std::vector<double>& sorted, double range) {
    for (std::size_t i = least_in_camp; i + least_in_camp <= sorted.size(); ++i)
        if (sorted[i] - sorted[i - 1] >= camp_share * range) return true;
    return false;
}

Agreement agreement_of(const Spread& spread, const std::vector<double>& sorted, double range) {
    if (spread.n == 1) return Agreement::too_few;
    if (two_camps(sorted, range)) return Agreement::polarised;
    if (spread.band_span == 0) return Agreement::agree;
    if (spread.band_span > 1) return Agreement::differ;
    return spread.highest - spread.lowest < border_share * range ? Agreement::border : Agreement::near;
}

// FNV-1a: any order will do as long as it comes from the words alone.
std::uint64_t order_of(const std::string& text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
    return hash;
}

} // namespace

double median_of(std::vector<double> values) {
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::optional<double> sample_deviation(std::span<const double> values) {
    if (values.size() < 2) return std::nullopt;
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (n - 1));
}

Spread spread_of(std::span<const double> scores, const Scale& scale) {
    Spread spread;
    if (scores.empty()) return spread;
    std::vector<double> sorted(scores.begin(), scores.end());
    std::ranges::sort(sorted);
    spread.n = static_cast<int>(sorted.size());
    spread.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / spread.n;
    spread.median = median_of(sorted);
    spread.sd = sample_deviation(sorted);
    spread.lowest = sorted.front();
    spread.highest = sorted.back();
    spread.band_span =
        static_cast<int>(band_of(scale, spread.highest)) - static_cast<int>(band_of(scale, spread.lowest));
    spread.agreement = agreement_of(spread, sorted, scale.max - scale.min);
    const bool may_suggest =
        spread.n > 1 && spread.band_span <= 1 && spread.agreement != Agreement::polarised;
    if (may_suggest) spread.suggestion = spread.median;
    return spread;
}

std::vector<std::size_t> agenda_order(std::span<const Spread> spreads) {
    std::vector<std::size_t> order(spreads.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const auto& x = spreads[a];
        const auto& y = spreads[b];
        if (x.band_span != y.band_span) return x.band_span > y.band_span;
        if (x.sd.value_or(0) != y.sd.value_or(0)) return x.sd.value_or(0) > y.sd.value_or(0);
        return x.n < y.n;
    });
    return order;
}

bool roles_may_show(std::span<const int> answers_by_role) {
    return answers_by_role.size() > 1 &&
           std::ranges::all_of(answers_by_role, [](int answers) { return answers >= least_in_role; });
}

double minutes_ahead(int items, std::span<const double> minutes_taken) {
    if (minutes_taken.size() < least_measured) return items * planned_minutes;
    const double sum = std::accumulate(minutes_taken.begin(), minutes_taken.end(), 0.0);
    return items * sum / static_cast<double>(minutes_taken.size());
}

void shuffle_texts(std::vector<std::string>& texts) {
    std::ranges::sort(texts, [](const std::string& a, const std::string& b) {
        const auto x = order_of(a);
        const auto y = order_of(b);
        return x != y ? x < y : a < b;
    });
}

} // namespace maerkbar::assessment
