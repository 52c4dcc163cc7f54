#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/survey/answer_file.hpp"
#include "statistics/expectation.hpp"
#include "statistics/key_drivers.hpp"
#include "statistics/ordinal_difference.hpp"
#include "statistics/paired_ordinal.hpp"
#include "statistics/paired_share.hpp"
#include "statistics/reliability.hpp"
#include "statistics/scale_summary.hpp"
#include "statistics/share_difference.hpp"
#include "statistics/target_status.hpp"

namespace maerkbar::app_survey {

struct ValueFigures {
    std::string value;
    std::int64_t count = 0;
    double share = statistics::missing; // of those who answered; of several choices they add to more than 1
    statistics::Interval interval;      // Wilson's, for a small population where one is given
    double mean_place = statistics::missing; // of a ranking
};

struct NumberFigures {
    double mean = statistics::missing;
    double standard_deviation = statistics::missing;
    double median = statistics::missing;
    double least = statistics::missing;
    double most = statistics::missing;
};

// One answer's figures: of a question, a row of a matrix or a side of a pair.
struct QuestionFigures {
    std::string name;
    const surveys::Question* question = nullptr;
    std::int64_t answers = 0;
    std::int64_t blank = 0;                // empty cells: not shown or passed over
    std::array<std::int64_t, 5> missing{}; // by surveys::Missing; the first is not used
    std::vector<ValueFigures> values;      // none for numbers, dates and texts
    std::optional<statistics::ScaleSummary> scale;
    std::optional<NumberFigures> number;
    std::optional<statistics::NetPromoter> net_promoter;
    statistics::Interval mean_interval; // Student's; of a small population Cochran's
};

struct TargetResult {
    Target target;
    statistics::PopulationShare share; // population 0: they stand for many more
    statistics::Interval interval;
    statistics::TargetStatus status = statistics::TargetStatus::undecided;
    std::optional<std::int64_t> needed; // fewest of these answers that would show the target to be met
};

struct ScaleResult {
    Scale scale;
    std::size_t left_out = 0; // did not answer all of its questions
    statistics::Reliability reliability;
};

struct DriverResult {
    std::vector<std::string> drivers;
    std::size_t answers = 0; // of all drivers and the overall question
    Result<statistics::KeyDrivers> result;
};

// All answers, or those of one wave.
struct Group {
    std::string wave; // empty: all
    std::size_t rows = 0;
    std::vector<QuestionFigures> questions;
    std::vector<std::pair<std::string, statistics::ExpectationGap>> gaps; // by question
    std::vector<TargetResult> targets;
    std::vector<ScaleResult> scales;
    std::optional<DriverResult> drivers;
};

// Different persons in two waves, after - before.
struct WaveChange {
    std::string name;
    statistics::Share before;
    statistics::Share after;
    statistics::ShareDifference share;
    std::optional<statistics::OrdinalDifference> ordinal; // of questions with steps
    double p = statistics::missing;
    double p_adjusted = statistics::missing; // Holm, over all questions compared
};

// The same persons in two waves.
struct PairedChange {
    std::string name;
    std::size_t only_before = 0;
    std::size_t only_after = 0;
    statistics::PairedShareChange share; // of success; its difference is before - after
    std::optional<statistics::PairedOrdinal> ordinal;
    double p = statistics::missing;
    double p_adjusted = statistics::missing;
};

struct Analysis {
    std::vector<Group> groups;
    std::vector<WaveChange> changes;  // with two waves and no --person
    std::vector<PairedChange> paired; // with --person
    std::size_t set_aside = 0;        // persons found twice in a wave
    std::optional<statistics::ResponseRates> rates;
    std::string before, after; // the waves that were compared
};

// Errors: a target, scale or driver that is no question of the file; more answers than the population; two
// waves that are not there.
[[nodiscard]] Result<Analysis> analyse(const AnswerFile& file, const surveys::Definition& definition,
                                       const Request& request);

} // namespace maerkbar::app_survey
