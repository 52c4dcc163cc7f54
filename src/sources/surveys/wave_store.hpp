#pragma once

#include "sources/surveys/link_store.hpp"
#include "sources/surveys/proxy.hpp"

namespace maerkbar::surveys {

enum class WaveKind { baseline, follow_up };
[[nodiscard]] std::string_view name_of(WaveKind kind); // "baseline", "follow_up"

// A time of asking: before a change or after it. Waves of the same cohort are compared with each other.
struct Wave {
    WaveId id = {};
    SurveyId survey = {};
    WaveKind kind = WaveKind::baseline;
    std::string name = {};   // "Spring 2026"
    std::string cohort = {}; // "Moved in 2025"; empty: one cohort
};

// In the order in which they were made.
Result<std::vector<Wave>> list_waves(storage::Connection& connection, TenantId tenant, SurveyId survey);
// Error: wave.name (invalid) without a name, wave.taken (conflict) where the cohort has a wave of that name.
Result<WaveId> add_wave(storage::Transaction& transaction, const Wave& wave);

// One answer, and what pairs it with another.
struct PairedAnswer {
    std::string pair; // see pair_values.hpp; empty: it cannot be paired
    Answers answers;
    Proxy proxy = {}; // who gave it
};
Result<std::vector<PairedAnswer>> answers_of_wave(storage::Connection& connection, TenantId tenant,
                                                  WaveId wave);
// Those asked in no wave, in the weeks that begin from the first day to the last.
Result<std::vector<PairedAnswer>> answers_outside_waves(storage::Connection& connection, TenantId tenant,
                                                        SurveyId survey, Date first, Date last);

} // namespace maerkbar::surveys
