#include "measurement/verdict.hpp"

#include "base/names.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::string_view states[] = {"complete", "running", "missing", "zero_denominator", "hidden"};
constexpr std::string_view charts[] = {"run", "i", "i_prime", "p_prime", "u_prime", "p",
                                       "u",   "c", "g",       "t",       "none"};
constexpr std::string_view reasons[] = {"chosen", "few_points",      "share",
                                        "rate",   "mean_with_count", "single_values",
                                        "skewed", "rare_events",     "no_points"};
constexpr std::string_view signal_kinds[] = {"above_limit", "below_limit", "long_run_above", "long_run_below",
                                             "few_crossings"};
constexpr std::string_view meanings[] = {"better", "worse", "neutral"};
constexpr std::string_view shift_statuses[] = {"accepted", "proposed"};
constexpr std::string_view target_statuses[] = {"none", "kept", "not_kept", "met", "not_met", "undecided"};
constexpr std::string_view capabilities[] = {"none", "will_keep", "will_miss", "varies", "unknown"};
constexpr std::string_view cautions_names[] = {
    "no_data",          "few_points",     "constant",       "missing_periods", "running_period",
    "zero_denominator", "hidden_periods", "small_number",   "unknown_rows",    "autocorrelation",
    "late_data",        "old_data",       "missing_states", "late_states"};
constexpr std::string_view tags[] = {"no_data", "too_few", "stable", "better", "worse", "changed", "old"};

} // namespace

const Caution* Verdict::caution(CautionKind kind) const {
    for (const auto& caution : cautions)
        if (caution.kind == kind) return &caution;
    return nullptr;
}

std::string_view name_of(PeriodState state) {
    return name_in(states, state);
}

std::string_view name_of(ChartType type) {
    return name_in(charts, type);
}

std::string_view name_of(ChartReason reason) {
    return name_in(reasons, reason);
}

std::string_view name_of(SignalKind kind) {
    return name_in(signal_kinds, kind);
}

std::string_view name_of(Meaning meaning) {
    return name_in(meanings, meaning);
}

std::string_view name_of(LevelShift::Status status) {
    return name_in(shift_statuses, status);
}

std::string_view name_of(TargetStatus status) {
    return name_in(target_statuses, status);
}

std::string_view name_of(Capability capability) {
    return name_in(capabilities, capability);
}

std::string_view name_of(CautionKind kind) {
    return name_in(cautions_names, kind);
}

std::string_view name_of(Tag tag) {
    return name_in(tags, tag);
}

std::optional<ChartType> chart_named(std::string_view name) {
    return named_in<ChartType>(charts, name);
}

} // namespace maerkbar::measurement
