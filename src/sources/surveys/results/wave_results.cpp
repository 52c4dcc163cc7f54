#include "sources/surveys/results/wave_results.hpp"

#include <algorithm>

#include "base/json_writer.hpp"
#include "base/local_time.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "statistics/response_rate.hpp"

namespace maerkbar::surveys::results {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

bool ends_by(const SurveyLink& link, Date day) {
    if (link.closes && *link.closes <= day) return true;
    return link.ended && (!link.ended_at || local_day(*link.ended_at) <= day);
}

} // namespace

const Figures* WaveResult::of(std::string_view question) const {
    const auto found = figures.find(question);
    return found == figures.end() ? nullptr : &found->second;
}

std::optional<double> WaveResult::response_rate() const {
    const auto* whole = of(whole_survey);
    if (!asked || *asked == 0 || whole == nullptr || !whole->count.exactly || *whole->count.exactly > *asked)
        return std::nullopt;
    statistics::Dispositions all;
    all.complete = static_cast<double>(*whole->count.exactly);
    all.noncontact = static_cast<double>(*asked) - all.complete;
    return statistics::response_rates(all).rr1;
}

Result<std::vector<WaveLinks>> links_of_waves(Connection& connection, TenantId tenant, SurveyId survey) {
    const auto links = TRY(list_links(connection, tenant, survey));
    std::vector<WaveLinks> waves;
    for (const auto& wave : TRY(list_waves(connection, tenant, survey))) {
        WaveLinks found{wave.id, {}};
        std::ranges::copy_if(links, std::back_inserter(found.links),
                             [&](const SurveyLink& link) { return link.wave == wave.id; });
        waves.push_back(std::move(found));
    }
    return waves;
}

bool is_over(const WaveLinks& wave, Date day) {
    return !wave.links.empty() &&
           std::ranges::all_of(wave.links, [&](const SurveyLink& link) { return ends_by(link, day); });
}

Result<std::optional<std::int64_t>> people_asked(Connection& connection, TenantId tenant,
                                                 const std::vector<SurveyLink>& links) {
    std::int64_t people = 0;
    for (const auto& link : links) {
        auto asked = link.people;
        if (!asked && link.by_code) asked = TRY(count_codes(connection, tenant, link.id)).issued;
        if (!asked) return std::optional<std::int64_t>();
        people += *asked;
    }
    return links.empty() ? std::optional<std::int64_t>() : std::optional(people);
}

Figures joined(const std::vector<Figures>& parts) {
    if (parts.empty()) return {};
    auto whole = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto& part = parts[i];
        if (!whole.shown() || !part.shown()) return {};
        whole.showing = std::min(whole.showing, part.showing);
        whole.count.exactly = *whole.count.exactly + *part.count.exactly;
        whole.answers += part.answers;
        if (whole.sum) whole.sum = *whole.sum + part.sum.value_or(0);
        if (whole.favourable) whole.favourable = *whole.favourable + part.favourable.value_or(0);
        if (whole.distribution && part.distribution)
            whole.distribution->add(*part.distribution);
        else
            whole.distribution.reset();
    }
    return whole;
}

Result<std::optional<std::int64_t>> read_population(Connection& connection, TenantId tenant, WaveId wave) {
    const auto found = TRY(connection.number(
        "select population from survey_wave where tenant_id = ? and id = ?", {tenant, wave}));
    return found > 0 ? std::optional(found) : std::nullopt;
}

Result<void> store_population(Transaction& transaction, SurveyId survey, WaveId wave,
                              std::optional<std::int64_t> population) {
    if (TRY(transaction.connection().execute(
            "update survey_wave set population = ? where tenant_id = ? and id = ? and survey_id = ?",
            {population, transaction.actor().tenant, wave, survey})) == 0)
        return Error{ErrorKind::not_found, "wave.unknown", translatable("There is no such wave.")};
    JsonWriter details;
    details.begin_object().member("population", population).end_object();
    return transaction.audit(
        {"survey_wave.population", "survey_wave", std::to_string(wave.value), std::move(details).text()});
}

Result<StoredPairs> stored_pairs(Connection& connection, TenantId tenant, WaveId before, WaveId after) {
    StoredPairs pairs;
    TRY(connection.query(
        "select question, figures from survey_wave_pairs where tenant_id = ? and before_wave = "
        "? and after_wave = ?",
        {tenant, before, after}, [&](const Row& row) -> Result<void> {
            pairs[row.string(0)] = TRY(read_pairs(row.text(1)));
            return {};
        }));
    return pairs;
}

Result<void> store_pairs(Transaction& transaction, WaveId before, WaveId after, const StoredPairs& pairs) {
    for (const auto& [question, figures] : pairs)
        TRY(transaction.connection().execute(
            "insert into survey_wave_pairs (tenant_id, before_wave, after_wave, question, figures) values "
            "(?, "
            "?, ?, ?, ?) on conflict do nothing",
            {transaction.actor().tenant, before, after, question, write_pairs(figures)}));
    return {};
}

} // namespace maerkbar::surveys::results
