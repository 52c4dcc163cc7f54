#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "practice/assessment/model/scale.hpp"

namespace maerkbar::assessment {

// How far a group agrees on one item.
enum class Agreement {
    nobody,    // no answer
    too_few,   // one answer
    agree,     // one band
    border,    // two neighbouring bands, but within 15 % of the scale: chance of where the border lies
    near,      // two neighbouring bands
    differ,    // three bands or more: talk first
    polarised, // two camps, each of two or more, with at least half the scale between them
};

// Everything about the scores of one item; blank answers are left out before.
struct Spread {
    int n = 0;
    double mean = 0;
    double median = 0;
    std::optional<double> sd = {}; // sample standard deviation (n − 1); none below two answers
    double lowest = 0;
    double highest = 0;
    int band_span = 0; // bands between the lowest and the highest
    Agreement agreement = Agreement::nobody;
    // The median, where the group agrees (span ≤ 1); never for two camps, and never from one answer.
    std::optional<double> suggestion = {};
};

[[nodiscard]] Spread spread_of(std::span<const double> scores, const Scale& scale);
[[nodiscard]] double median_of(std::vector<double> values); // needs one at least
// Sample standard deviation (n − 1); none below two values.
[[nodiscard]] std::optional<double> sample_deviation(std::span<const double> values);

// Positions of `spreads` in the order of an agenda: band span, then standard deviation, both falling, then
// fewest answers; as in the model where all are equal.
[[nodiscard]] std::vector<std::size_t> agenda_order(std::span<const Spread> spreads);

// Whether scores may be shown by role: every role that would be shown has at least three answers.
inline constexpr int least_in_role = 3;
[[nodiscard]] bool roles_may_show(std::span<const int> answers_by_role);

// Minutes that the items ahead will take: at the pace measured so far, or six each before three are decided.
inline constexpr double planned_minutes = 6;
[[nodiscard]] double minutes_ahead(int items, std::span<const double> minutes_taken);

// In an order that tells nothing of who wrote what or when.
void shuffle_texts(std::vector<std::string>& texts);

} // namespace maerkbar::assessment
