#include "sources/surveys/results/proxy_agreement.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <cmath>

#include "base/json_writer.hpp"
#include "sources/surveys/results/stored_json.hpp"
#include "statistics/agreement.hpp"

namespace maerkbar::surveys::results {

namespace {

using storage::Connection;
using storage::Row;

// How many pairs are how many steps apart, from one end of the scale to the other.
StepCounts distances(const CountedQuestion& question, const std::vector<double>& persons,
                     const std::vector<double>& proxies) {
    StepCounts counts(2 * question.values.size());
    for (std::size_t i = 0; i < persons.size(); ++i)
        ++counts[static_cast<std::size_t>(std::lround(proxies[i] - persons[i])) + question.values.size()];
    return counts;
}

std::vector<PairedAnswer> of_view(const std::vector<PairedAnswer>& answers, View view) {
    std::vector<PairedAnswer> own;
    std::ranges::copy_if(answers, std::back_inserter(own),
                         [&](const PairedAnswer& one) { return view_of(one.proxy) == view; });
    return own;
}

} // namespace

std::optional<ProxyFigures> proxy_figures(const CountedQuestion& question,
                                          const std::vector<PairedAnswer>& persons,
                                          const std::vector<PairedAnswer>& proxies) {
    PairedSide first(question, persons);
    PairedSide second(question, proxies);
    std::vector<double> self, proxy;
    for (const auto& pair : pair_up(first, second).pairs) {
        self.push_back(static_cast<double>(first.steps[pair.before]));
        proxy.push_back(static_cast<double>(second.steps[pair.after]));
    }
    const auto fewest = disclosure::thresholds({}, disclosure::Output::mean, question.sensitivity());
    if (static_cast<std::int64_t>(self.size()) < fewest.split ||
        all_alike(distances(question, self, proxy)) || gives_away(first.counts(question, false), fewest) ||
        gives_away(second.counts(question, false), fewest))
        return std::nullopt;
    const auto agreed = statistics::agreement(self, proxy);
    ProxyFigures figures{static_cast<std::int64_t>(self.size()), in_hundredths(agreed.same)};
    if (question.has_mean()) figures.within_one = in_hundredths(agreed.within_one);
    figures.difference = in_hundredths(agreed.mean_difference);
    if (!std::isnan(agreed.kappa_linear)) figures.kappa = in_hundredths(agreed.kappa_linear);
    return figures;
}

ProxyAgreement proxy_agreement(const Definition& definition, const std::vector<PairedAnswer>& answers) {
    ProxyAgreement agreement;
    const auto persons = of_view(answers, View::self);
    for (const auto view : {View::for_person, View::proxy}) {
        const auto proxies = of_view(answers, view);
        if (!can_be_paired(persons) || !can_be_paired(proxies)) continue;
        for (const auto& question : counted_questions(definition))
            if (question.favourable_from)
                agreement[view][question.name] = proxy_figures(question, persons, proxies);
    }
    return agreement;
}

Result<void> store_agreement(storage::Transaction& transaction, SurveyId survey, const AgreementOf& of,
                             const ProxyAgreement& agreement) {
    for (const auto& [view, questions] : agreement)
        for (const auto& [question, figures] : questions)
            TRY(transaction.connection().execute(
                "insert into survey_proxy_agreement (tenant_id, survey_id, wave_id, year, view, question, "
                "figures) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                {transaction.actor().tenant, survey, of.wave.value, of.year, name_of(view), question,
                 write_proxies(figures)}));
    // That it was decided, also where there was nobody to pair.
    TRY(transaction.connection().execute(
        "insert into survey_proxy_agreement (tenant_id, survey_id, wave_id, year, view, question, figures) "
        "values (?, ?, ?, ?, 'proxy', '', '') on conflict do nothing",
        {transaction.actor().tenant, survey, of.wave.value, of.year}));
    return {};
}

Result<bool> has_agreement(Connection& connection, TenantId tenant, SurveyId survey, const AgreementOf& of) {
    return TRY(connection.number("select count(*) from survey_proxy_agreement where tenant_id = ? and "
                                 "survey_id = ? and wave_id = ? and year = ?",
                                 {tenant, survey, of.wave.value, of.year})) > 0;
}

Result<std::optional<StoredAgreement>> latest_agreement(Connection& connection, TenantId tenant,
                                                        SurveyId survey) {
    StoredAgreement latest;
    bool found = false;
    TRY(connection.query(
        "select wave_id, year, view, question, figures from survey_proxy_agreement where tenant_id = ? and "
        "survey_id = ? and question <> '' order by wave_id desc, year desc",
        {tenant, survey}, [&](const Row& row) -> Result<void> {
            const AgreementOf of{row.id<WaveId>(0), static_cast<int>(row.integer(1))};
            if (!found) latest.of = of;
            found = true;
            if (of.wave != latest.of.wave || of.year != latest.of.year) return {};
            const auto view = named_view(row.text(2)).value_or(View::proxy);
            latest.by_view[view][row.string(3)] = TRY(read_proxies(row.text(4)));
            return {};
        }));
    return found ? std::optional(std::move(latest)) : std::nullopt;
}

std::string write_proxies(const std::optional<ProxyFigures>& figures) {
    if (!figures) return {};
    JsonWriter json;
    json.begin_object().member("pairs", figures->pairs).member("same", figures->same);
    if (figures->within_one) json.member("within_one", *figures->within_one);
    json.member("difference", figures->difference);
    if (figures->kappa) json.member("kappa", *figures->kappa);
    return std::move(json.end_object()).text();
}

Result<std::optional<ProxyFigures>> read_proxies(std::string_view text) {
    if (text.empty()) return std::optional<ProxyFigures>();
    const auto object = TRY(stored_object(text));
    ProxyFigures figures{std::llround(number_in(object, "pairs")), number_in(object, "same")};
    if (object.contains("within_one")) figures.within_one = number_in(object, "within_one");
    figures.difference = number_in(object, "difference");
    if (object.contains("kappa")) figures.kappa = number_in(object, "kappa");
    return std::optional(figures);
}

} // namespace maerkbar::surveys::results
