#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/results/counted_question.hpp"

namespace maerkbar::surveys::results {

// How much one question goes together with the survey's main one.
struct Driver {
    std::string question;
    double share = 0;    // of what the questions together explain (Lindeman, Merenda and Gold), 0 to 1
    double spearman = 0; // rank correlation with the main question
    double mean = 0;     // where it stands, as 0 (worst) to 1 (best)
    bool operator==(const Driver&) const = default;
};
struct Drivers {
    std::int64_t answers = 0; // that answered every one of the questions
    double explained = 0;     // R²
    std::vector<Driver> drivers = {};
    bool operator==(const Drivers&) const = default;
};

// What goes together with the headline, among the other questions on a scale and with yes and no; the
// strongest first. Sensitive ones are left out. Nothing where those who answered one of the questions but not
// all are a few or agree: each question is shown as a whole too, so theirs could be computed.
// Everything is rounded to whole hundredths, so that one answer more or less is not seen.
// Nothing without fifty answers to all of them and ten for each, or where no such figures can be computed.
[[nodiscard]] std::optional<Drivers> drivers_of(const Definition& definition,
                                                const std::vector<Answers>& answers);

// For storing; empty where nothing may be seen.
[[nodiscard]] std::string write_drivers(const std::optional<Drivers>& drivers);
[[nodiscard]] Result<std::optional<Drivers>> read_drivers(std::string_view json);

} // namespace maerkbar::surveys::results
