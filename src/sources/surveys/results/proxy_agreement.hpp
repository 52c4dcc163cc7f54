#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sources/surveys/results/lattice_plan.hpp"
#include "sources/surveys/results/paired_side.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys::results {

// How those who answer for somebody agree with the persons themselves, as far as it may be seen. All in
// hundredths, so that one pair more or less is hardly seen.
struct ProxyFigures {
    std::int64_t pairs = 0;
    double same = 0;                       // share of equal answers
    std::optional<double> within_one = {}; // … at most one step apart; of a scale
    double difference = 0;                 // mean of the proxy's step less the person's
    std::optional<double> kappa = {};      // weighted by the distance (Cohen 1968)
    bool operator==(const ProxyFigures&) const = default;
};

// What may be seen of one question: nothing unless there are as many pairs as a split needs, the two differ
// by more than one distance among them (else who answered for somebody knows what that one said), and those
// without a pair on either side do not give_away(), for both are shown as a whole too.
[[nodiscard]] std::optional<ProxyFigures> proxy_figures(const CountedQuestion& question,
                                                        const std::vector<PairedAnswer>& persons,
                                                        const std::vector<PairedAnswer>& proxies);

// By question, for those who say what the person would (View::for_person) or what they think themselves
// (View::proxy). A question that is there without figures may not be seen.
using ProxyAgreement = std::map<View, std::map<std::string, std::optional<ProxyFigures>, std::less<>>>;
// Empty where nobody could be paired.
[[nodiscard]] ProxyAgreement proxy_agreement(const Definition& definition,
                                             const std::vector<PairedAnswer>& answers);

// Of one wave, or of a year outside waves (wave 0).
struct AgreementOf {
    WaveId wave = {};
    int year = 0; // 0: of a wave
};
[[nodiscard]] Result<void> store_agreement(storage::Transaction& transaction, SurveyId survey,
                                           const AgreementOf& of, const ProxyAgreement& agreement);
[[nodiscard]] Result<bool> has_agreement(storage::Connection& connection, TenantId tenant, SurveyId survey,
                                         const AgreementOf& of);

struct StoredAgreement {
    AgreementOf of;
    ProxyAgreement by_view;
};
// The one decided last: that of the newest wave, else of the newest year. Nothing where none is.
[[nodiscard]] Result<std::optional<StoredAgreement>> latest_agreement(storage::Connection& connection,
                                                                      TenantId tenant, SurveyId survey);

// For storing; empty where nothing may be seen.
[[nodiscard]] std::string write_proxies(const std::optional<ProxyFigures>& figures);
[[nodiscard]] Result<std::optional<ProxyFigures>> read_proxies(std::string_view json);

} // namespace maerkbar::surveys::results
