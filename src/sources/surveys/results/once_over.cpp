#include "sources/surveys/results/once_over.hpp"

#include "sources/surveys/results/drivers.hpp"
#include "sources/surveys/results/proxy_agreement.hpp"
#include "sources/surveys/results/wave_results.hpp"

namespace maerkbar::surveys::results {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

struct WavePair {
    Wave before;
    Wave after;
};

// Those that are over and not decided yet.
Result<std::vector<WavePair>> new_pairs(Connection& connection, TenantId tenant, const Over& over) {
    std::vector<WavePair> pairs;
    const auto waves = TRY(list_waves(connection, tenant, over.survey));
    for (const auto& before : waves)
        for (const auto& after : waves) {
            if (before.kind != WaveKind::baseline || after.kind != WaveKind::follow_up ||
                before.cohort != after.cohort || !over.waves.contains(before.id) ||
                !over.waves.contains(after.id))
                continue;
            if (TRY(stored_pairs(connection, tenant, before.id, after.id)).empty())
                pairs.push_back({before, after});
        }
    return pairs;
}

// What others answered for them is not put together with what people answered themselves.
Result<std::vector<PairedAnswer>> own_answers(Connection& connection, TenantId tenant, WaveId wave) {
    auto answers = TRY(answers_of_wave(connection, tenant, wave));
    std::erase_if(answers, [](const PairedAnswer& one) { return one.proxy.is_proxy(); });
    return answers;
}

Result<StoredPairs> pairs_of(Connection& connection, TenantId tenant, const Definition& definition,
                             const WavePair& waves) {
    const auto before = TRY(own_answers(connection, tenant, waves.before.id));
    const auto after = TRY(own_answers(connection, tenant, waves.after.id));
    StoredPairs pairs;
    if (!can_be_paired(before) || !can_be_paired(after)) return pairs;
    for (const auto& question : counted_questions(definition))
        if (question.favourable_from) pairs[question.name] = pair_figures(question, before, after);
    return pairs;
}

Result<void> decide_pairs(storage::Database& database, const storage::Actor& actor, const Over& over) {
    const auto fresh =
        TRY(database.read([&](Connection& connection) { return new_pairs(connection, actor.tenant, over); }));
    for (const auto& waves : fresh) {
        const auto pairs = TRY(database.read([&](Connection& connection) {
            return pairs_of(connection, actor.tenant, over.definition, waves);
        }));
        TRY(database.write(actor, [&](Transaction& transaction) {
            transaction.without_audit("releasing the survey is recorded when it is done");
            return store_pairs(transaction, waves.before.id, waves.after.id, pairs);
        }));
    }
    return {};
}

// Years that are over, from the first with answers on.
Result<std::vector<int>> years_over(Connection& connection, TenantId tenant, const Over& over) {
    std::vector<int> years;
    const auto first = TRY(connection.number(
        "select min(week) from survey_atom where tenant_id = ? and survey_id = ?", {tenant, over.survey}));
    if (first == 0) return years;
    for (auto year = Period::containing(PeriodKind::year, Date{static_cast<std::int32_t>(first)});
         is_over(year, over.last); year = year.next())
        years.push_back(year.first.year());
    return years;
}

// Those without a decision.
Result<std::vector<int>> new_years(Connection& connection, TenantId tenant, const Over& over) {
    std::vector<int> years;
    for (const auto year : TRY(years_over(connection, tenant, over)))
        if (TRY(connection.number(
                "select count(*) from survey_drivers where tenant_id = ? and survey_id = ? and "
                "year = ?",
                {tenant, over.survey, year})) == 0)
            years.push_back(year);
    return years;
}

// By the Mondays of weeks, as everything that is counted.
Result<std::vector<Answers>> answers_of_year(Connection& connection, TenantId tenant, SurveyId survey,
                                             int year) {
    const auto period = Period::containing(PeriodKind::year, *Date::from(year, 1, 1));
    return connection.all(
        "select a.answers from survey_link l join survey_answer a on a.tenant_id = l.tenant_id and a.link_id "
        "= "
        "l.id where l.tenant_id = ? and l.survey_id = ? and a.week >= ? and a.week <= ? and a.answered_by = "
        "'self'",
        {tenant, survey, period.first.days, period.last().days},
        [](const Row& row) { return read_answers(row.text(0)); });
}

Result<void> decide_drivers(storage::Database& database, const storage::Actor& actor, const Over& over) {
    const auto years =
        TRY(database.read([&](Connection& connection) { return new_years(connection, actor.tenant, over); }));
    for (const auto year : years) {
        const auto answers = TRY(database.read([&](Connection& connection) {
            return answers_of_year(connection, actor.tenant, over.survey, year);
        }));
        TRY(database.write(actor, [&](Transaction& transaction) {
            transaction.without_audit("releasing the survey is recorded when it is done");
            return transaction.connection().execute(
                "insert into survey_drivers (tenant_id, survey_id, year, figures) values (?, ?, ?, ?)",
                {actor.tenant, over.survey, year, write_drivers(drivers_of(over.definition, answers))});
        }));
    }
    return {};
}

// Waves that are over, and years outside waves, that nothing is decided on.
Result<std::vector<AgreementOf>> new_agreements(Connection& connection, TenantId tenant, const Over& over) {
    std::vector<AgreementOf> all;
    for (const auto wave : over.waves)
        all.push_back({wave});
    for (const auto year : TRY(years_over(connection, tenant, over)))
        all.push_back({{}, year});
    std::vector<AgreementOf> fresh;
    for (const auto& one : all)
        if (!TRY(has_agreement(connection, tenant, over.survey, one))) fresh.push_back(one);
    return fresh;
}

Result<std::vector<PairedAnswer>> answers_for(Connection& connection, TenantId tenant, SurveyId survey,
                                              const AgreementOf& of) {
    if (of.wave) return answers_of_wave(connection, tenant, of.wave);
    const auto year = Period::containing(PeriodKind::year, *Date::from(of.year, 1, 1));
    return answers_outside_waves(connection, tenant, survey, year.first, year.last());
}

Result<void> decide_agreements(storage::Database& database, const storage::Actor& actor, const Over& over) {
    const auto fresh = TRY(database.read(
        [&](Connection& connection) { return new_agreements(connection, actor.tenant, over); }));
    for (const auto& of : fresh) {
        const auto answers = TRY(database.read(
            [&](Connection& connection) { return answers_for(connection, actor.tenant, over.survey, of); }));
        const auto agreement = proxy_agreement(over.definition, answers);
        TRY(database.write(actor, [&](Transaction& transaction) {
            transaction.without_audit("releasing the survey is recorded when it is done");
            return store_agreement(transaction, over.survey, of, agreement);
        }));
    }
    return {};
}

} // namespace

Result<std::set<WaveId>> waves_over(Connection& connection, TenantId tenant, SurveyId survey, Date day) {
    std::set<WaveId> over;
    for (const auto& wave : TRY(links_of_waves(connection, tenant, survey)))
        if (is_over(wave, day)) over.insert(wave.wave);
    return over;
}

Result<std::optional<Date>> first_week_of_new_waves(Connection& connection, TenantId tenant, SurveyId survey,
                                                    const std::set<WaveId>& waves) {
    std::optional<Date> first;
    for (const auto wave : waves) {
        const auto known = TRY(connection.number(
            "select count(*) from survey_release where tenant_id = ? and survey_id = ? and wave_id = ?",
            {tenant, survey, wave}));
        const auto week = TRY(connection.number(
            "select min(week) from survey_atom where tenant_id = ? and survey_id = ? and wave_id = ?",
            {tenant, survey, wave}));
        const Date monday{static_cast<std::int32_t>(week)};
        if (known == 0 && week != 0 && (!first || monday < *first)) first = monday;
    }
    return first;
}

Result<void> decide_what_is_over(storage::Database& database, const storage::Actor& actor, const Over& over) {
    TRY(decide_pairs(database, actor, over));
    TRY(decide_agreements(database, actor, over));
    return decide_drivers(database, actor, over);
}

} // namespace maerkbar::surveys::results
