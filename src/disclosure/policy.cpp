#include "disclosure/policy.hpp"

#include <algorithm>
#include <array>

namespace maerkbar::disclosure {

namespace {

std::array<std::int64_t, 7> all(const Minimums& minimums) {
    return {minimums.mean,
            minimums.distribution,
            minimums.split,
            minimums.comments,
            minimums.sensitive,
            minimums.difference,
            minimums.sensitive_difference};
}

bool lowers(const Minimums& minimums) {
    const auto wanted = all(minimums);
    const auto usual = all({});
    return !std::equal(wanted.begin(), wanted.end(), usual.begin(), std::greater_equal<>());
}

} // namespace

Result<Policy> Policy::make(const Minimums& minimums, std::optional<LoweringDecision> decision) {
    const auto wanted = all(minimums);
    if (*std::min_element(wanted.begin(), wanted.end()) < lowest)
        return Error{ErrorKind::invalid,
                     "disclosure.too_low",
                     "No figure may be shown for fewer than {lowest} answers. Choose {lowest} or more.",
                     {{"lowest", std::to_string(lowest)}}};
    const bool decided = decision && !decision->decided_by.empty() && !decision->reason.empty();
    if (lowers(minimums) && !decided)
        return Error{
            ErrorKind::invalid, "disclosure.needs_decision",
            "Showing figures for fewer answers than usual needs a decision that is kept on record: say "
            "who decided it, when and why."};
    Policy policy;
    policy.minimums_ = minimums;
    if (lowers(minimums)) policy.decision_ = std::move(decision);
    return policy;
}

Thresholds thresholds(const Policy& policy, Output output, Sensitivity sensitivity) {
    const auto& minimums = policy.minimums();
    Thresholds result{minimums.mean, minimums.split, minimums.difference};
    if (output == Output::distribution) result.whole = std::max(minimums.mean, minimums.distribution);
    if (output == Output::comments) result.whole = minimums.comments;
    if (sensitivity == Sensitivity::sensitive) {
        result.whole = std::max(result.whole, minimums.sensitive);
        result.split = std::max(result.split, minimums.sensitive);
        result.difference = std::max(result.difference, minimums.sensitive_difference);
    }
    result.split = std::max(result.split, result.whole);
    return result;
}

} // namespace maerkbar::disclosure
