#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sources/surveys/results/release_store.hpp"
#include "sources/surveys/results/wave_pairs.hpp"

namespace maerkbar::surveys::results {

// A wave as far as it may be seen, at one unit with all beneath.
struct WaveResult {
    Wave wave;
    bool over = false;                      // it is no longer asked, and what was answered is released
    std::optional<std::int64_t> asked = {}; // people, where that is known of every link
    std::optional<std::int64_t> population =
        {}; // everybody, where only they matter and the unit holds them all
    std::map<std::string, Figures, std::less<>> figures = {}; // by question

    [[nodiscard]] const Figures* of(std::string_view question) const;
    // AAPOR's RR1: answers of all who were asked. Nothing where either is unknown, or more answered than were
    // asked.
    [[nodiscard]] std::optional<double> response_rate() const;
    // All of the population answered this question: what they say is knowledge, not a sample.
    [[nodiscard]] bool everybody_answered(const Figures& of_question) const {
        return population && of_question.answers >= *population;
    }
};

// A follow-up beside the baseline of its cohort.
struct Compared {
    const WaveResult& before;
    const WaveResult& after;
    // By question, where persons can be found again and the unit holds both waves; empty: not shown.
    std::map<std::string, std::optional<PairFigures>, std::less<>> pairs = {};
};

// The links of a wave: who asks, how many, until when.
struct WaveLinks {
    WaveId wave;
    std::vector<SurveyLink> links;
};
[[nodiscard]] Result<std::vector<WaveLinks>> links_of_waves(storage::Connection& connection, TenantId tenant,
                                                            SurveyId survey);
// Whether no link of the wave takes answers after this day.
[[nodiscard]] bool is_over(const WaveLinks& wave, Date day);
// How many people the links ask; nothing where one does not say.
[[nodiscard]] Result<std::optional<std::int64_t>> people_asked(storage::Connection& connection,
                                                               TenantId tenant,
                                                               const std::vector<SurveyLink>& links);

// A wave that lies in several years is released in as many parts: all of them together, or hidden where one
// is.
[[nodiscard]] Figures joined(const std::vector<Figures>& parts);

[[nodiscard]] Result<std::optional<std::int64_t>> read_population(storage::Connection& connection,
                                                                  TenantId tenant, WaveId wave);
// Error: wave.unknown (not_found), also for a wave of another survey.
[[nodiscard]] Result<void> store_population(storage::Transaction& transaction, SurveyId survey, WaveId wave,
                                            std::optional<std::int64_t> population);

// By question; nothing is there before both waves are over.
using StoredPairs = std::map<std::string, std::optional<PairFigures>, std::less<>>;
[[nodiscard]] Result<StoredPairs> stored_pairs(storage::Connection& connection, TenantId tenant,
                                               WaveId before, WaveId after);
[[nodiscard]] Result<void> store_pairs(storage::Transaction& transaction, WaveId before, WaveId after,
                                       const StoredPairs& pairs);

} // namespace maerkbar::surveys::results
