#include "sources/surveys/results/release_store.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys::results {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view release_columns =
    "select question, unit_id, contact_point_id, customer_type_id, kind, first, last, showing, exactly, "
    "below, figures, wave_id from survey_release where tenant_id = ? and survey_id = ? and view = ?";

// Adds one requirement to a query and its value.
struct Query {
    std::string sql;
    storage::Params params;

    template <typename T>
    void require(std::string_view column, const std::optional<T>& value) {
        if (!value) return;
        sql += " and " + std::string(column) + " = ?";
        params.add(*value);
    }
    void require(std::string_view column, const std::optional<Date>& day) {
        if (day) require(column, std::optional<std::int64_t>(day->days));
    }
};

Query query_of(TenantId tenant, const ReleaseQuestion& question) {
    Query query{std::string(release_columns), {tenant, question.survey, name_of(question.view)}};
    query.sql += question.waves ? " and kind = 'wave'" : " and kind <> 'wave'";
    query.require("unit_id", question.unit);
    query.require("question", question.question);
    query.require("contact_point_id", question.contact_point);
    query.require("customer_type_id", question.customer_type);
    if (question.kind) query.require("kind", std::optional(std::string(name_of(*question.kind))));
    query.require("first", question.first);
    query.require("last", question.last);
    query.sql +=
        " order by question, unit_id, contact_point_id, customer_type_id, kind, first, last, wave_id";
    return query;
}

Result<Release> release_of(const Row& row) {
    Release release;
    release.question = row.string(0);
    release.group = {row.id<UnitId>(1),
                     row.id<CatalogueId>(2),
                     row.id<CatalogueId>(3),
                     group_kind_named(row.text(4)).value_or(GroupKind::month),
                     row.day(5),
                     row.day(6),
                     row.id<WaveId>(11)};
    release.figures.showing = TRY(disclosure::showing_of(row.text(7)));
    release.figures.count = {row.optional_integer(8), row.optional_integer(9)};
    TRY(read_figures(row.text(10), release.figures));
    return release;
}

} // namespace

Result<std::vector<Release>> read_releases(Connection& connection, TenantId tenant,
                                           const ReleaseQuestion& question) {
    const auto query = query_of(tenant, question);
    return connection.all(query.sql, query.params, release_of);
}

Result<std::vector<View>> released_views(Connection& connection, TenantId tenant, SurveyId survey,
                                         UnitId unit) {
    return connection.all(
        "select distinct view from survey_release where tenant_id = ? and survey_id = ? and "
        "unit_id = ? order by view",
        {tenant, survey, unit}, [](const Row& row) { return named_view(row.text(0)).value_or(View::self); });
}

Result<void> store_releases(Transaction& transaction, SurveyId survey, View view,
                            const std::vector<Release>& releases, Date today) {
    const auto tenant = transaction.actor().tenant;
    for (const auto& [group, question, figures] : releases)
        TRY(transaction.connection().execute(
            "insert into survey_release (tenant_id, survey_id, question, unit_id, contact_point_id, "
            "customer_type_id, wave_id, view, kind, first, last, showing, exactly, below, figures, "
            "released_on) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            {tenant, survey, question, group.unit, group.contact_point.value, group.customer_type.value,
             group.wave.value, name_of(view), name_of(group.kind), group.first.days, group.last.days,
             disclosure::code(figures.showing), figures.count.exactly, figures.count.below,
             write_figures(figures), today.days}));
    return {};
}

Result<CountedUntil> counted_until(Connection& connection, TenantId tenant, SurveyId survey) {
    const auto found = TRY(connection.first(
        "select counted_week, released_week from survey_counted where tenant_id = ? and survey_id = ?",
        {tenant, survey}, [](const Row& row) {
            const auto day = [&](int column) {
                return row.integer(column) == 0 ? std::nullopt : std::optional(row.day(column));
            };
            return CountedUntil{day(0), day(1)};
        }));
    return found.value_or(CountedUntil{});
}

Result<void> set_counted(Transaction& transaction, SurveyId survey, const CountedUntil& until) {
    const auto tenant = transaction.actor().tenant;
    const auto days = [](const std::optional<Date>& day) -> std::int64_t { return day ? day->days : 0; };
    TRY(transaction.connection().execute(
        "insert into survey_counted (tenant_id, survey_id, counted_week, released_week) values (?, ?, ?, ?) "
        "on conflict (tenant_id, survey_id) do update set counted_week = excluded.counted_week, "
        "released_week = excluded.released_week",
        {tenant, survey, days(until.counted), days(until.released)}));
    return {};
}

Result<Atoms> read_atoms(Connection& connection, TenantId tenant, SurveyId survey, Date first, Date last) {
    Atoms atoms;
    TRY(
        connection.query("select week, unit_id, contact_point_id, customer_type_id, counts, wave_id, view "
                         "from survey_atom where "
                         "tenant_id = ? and survey_id = ? and week >= ? and week <= ?",
                         {tenant, survey, first.days, last.days}, [&](const Row& row) -> Result<void> {
                             const AtomKey key{row.day(0),
                                               row.id<UnitId>(1),
                                               row.id<CatalogueId>(2),
                                               row.id<CatalogueId>(3),
                                               row.id<WaveId>(5),
                                               named_view(row.text(6)).value_or(View::self)};
                             atoms[key] = TRY(read_counts(row.text(4)));
                             return {};
                         }));
    return atoms;
}

Result<void> store_atoms(Transaction& transaction, SurveyId survey, const Atoms& atoms) {
    const auto tenant = transaction.actor().tenant;
    for (const auto& [key, counts] : atoms)
        TRY(transaction.connection().execute(
            "insert into survey_atom (tenant_id, survey_id, week, unit_id, contact_point_id, "
            "customer_type_id, wave_id, view, counts) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {tenant, survey, key.week.days, key.unit, key.contact_point.value, key.customer_type.value,
             key.wave.value, name_of(key.view), write_counts(counts)}));
    return {};
}

Result<std::vector<ReleasedPlace>> released_places(Connection& connection, TenantId tenant) {
    return connection.all(
        "select distinct survey_id, unit_id from survey_release where tenant_id = ? order by survey_id, "
        "unit_id",
        {tenant}, [](const Row& row) {
            return ReleasedPlace{row.id<SurveyId>(0), row.id<UnitId>(1)};
        });
}

} // namespace maerkbar::surveys::results
