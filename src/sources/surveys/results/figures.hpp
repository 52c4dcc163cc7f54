#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "disclosure/decide.hpp"
#include "sources/surveys/results/counts.hpp"

namespace maerkbar::surveys::results {

// What may be seen of one question in one group of answers, and no more than that: this is all that pages,
// charts, exports and the API are given.
struct Figures {
    disclosure::Showing showing = disclosure::Showing::nothing;
    disclosure::ShownCount count = {};
    // Where showing is mean or distribution:
    std::int64_t answers = 0;
    std::optional<std::int64_t> sum = {};        // of the steps, from `lowest` on; scales only
    std::optional<std::int64_t> favourable = {}; // answers on favourable steps; scales and yes/no
    // Where showing is distribution:
    std::optional<Counts> distribution = {};

    bool operator==(const Figures&) const = default;
    [[nodiscard]] bool shown() const { return showing != disclosure::Showing::nothing; }
    [[nodiscard]] std::optional<double> mean() const;
    [[nodiscard]] std::optional<double> share() const; // favourable of the answers
};

// Of all that is counted, what this decision lets out. A pair of expectation and experience is let out only
// as a distribution. Without a question: the survey as a whole, of which only the number is shown.
[[nodiscard]] Figures let_out(const CountedQuestion* question, const Counts& counts,
                              const disclosure::Decision& decision);

// For storing what is beyond showing and count; empty where nothing is shown.
[[nodiscard]] std::string write_figures(const Figures& figures);
// Into `figures`, whose showing and count are there already. Error: survey.counts_unreadable.
[[nodiscard]] Result<void> read_figures(std::string_view json, Figures& figures);

} // namespace maerkbar::surveys::results
