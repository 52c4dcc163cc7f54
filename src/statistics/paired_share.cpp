#include "statistics/paired_share.hpp"

#include <algorithm>

#include "statistics/distributions.hpp"

namespace maerkbar::statistics {

namespace {

double total(const PairedCounts& pairs) {
    return pairs.yes_yes + pairs.yes_no + pairs.no_yes + pairs.no_no;
}

double phi_of(const PairedCounts& pairs, double reduction) {
    const double margins = (pairs.yes_yes + pairs.yes_no) * (pairs.no_yes + pairs.no_no) *
                           (pairs.yes_yes + pairs.no_yes) * (pairs.yes_no + pairs.no_no);
    if (margins == 0) return 0;
    const double numerator = pairs.yes_yes * pairs.no_no - pairs.yes_no * pairs.no_yes;
    return (numerator > 0 ? std::max(0.0, numerator - reduction) : numerator) / std::sqrt(margins);
}

double combined(double one, double other, double phi) {
    return std::sqrt(std::max(0.0, one * one - 2 * phi * one * other + other * other));
}

Interval newcombe_paired(const PairedCounts& pairs, double phi, double confidence) {
    const double n = total(pairs);
    const Share first{pairs.yes_yes + pairs.yes_no, n};
    const Share second{pairs.yes_yes + pairs.no_yes, n};
    const double p1 = first.count / n;
    const double p2 = second.count / n;
    const auto one = wilson(first, confidence);
    const auto two = wilson(second, confidence);
    return {p1 - p2 - combined(p1 - one.lower, two.upper - p2, phi),
            p1 - p2 + combined(one.upper - p1, p2 - two.lower, phi)};
}

void test_changes(const PairedCounts& pairs, PairedShareChange& result) {
    const double changed = pairs.yes_no + pairs.no_yes;
    const double fewer = std::min(pairs.yes_no, pairs.no_yes);
    const double apart = std::fabs(pairs.yes_no - pairs.no_yes);
    const double tail = binomial_at_most(fewer, changed, 0.5);
    result.p_exact = changed == 0 ? 1 : std::min(1.0, 2 * tail);
    result.p_mid = changed == 0 ? 1 : std::min(1.0, 2 * tail - binomial_exactly(fewer, changed, 0.5));
    if (changed == 0) return;
    result.chi_square = apart * apart / changed;
    result.chi_square_corrected = std::pow(std::max(0.0, apart - 1), 2) / changed;
    result.p_mcnemar = chi_square_above(result.chi_square, 1);
    result.p_mcnemar_corrected = chi_square_above(result.chi_square_corrected, 1);
}

} // namespace

PairedShareChange compare_paired(const PairedCounts& pairs, double confidence) {
    PairedShareChange result;
    const double n = total(pairs);
    if (!(n > 0)) return result;
    result.before = (pairs.yes_yes + pairs.yes_no) / n;
    result.after = (pairs.yes_yes + pairs.no_yes) / n;
    result.difference = (pairs.yes_no - pairs.no_yes) / n;
    test_changes(pairs, result);
    result.phi = phi_of(pairs, 0);
    result.newcombe8 = newcombe_paired(pairs, result.phi, confidence);
    result.phi_corrected = phi_of(pairs, n / 2);
    result.newcombe10 = newcombe_paired(pairs, result.phi_corrected, confidence);
    return result;
}

} // namespace maerkbar::statistics
