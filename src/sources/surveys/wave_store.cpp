#include "sources/surveys/wave_store.hpp"

#include <algorithm>

#include "base/translatable.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

Wave wave_of(const Row& row) {
    return {WaveId{row.integer(0)}, SurveyId{row.integer(1)},
            row.text(2) == name_of(WaveKind::follow_up) ? WaveKind::follow_up : WaveKind::baseline,
            row.string(3), row.string(4)};
}

} // namespace

std::string_view name_of(WaveKind kind) {
    return kind == WaveKind::baseline ? "baseline" : "follow_up";
}

Result<std::vector<Wave>> list_waves(Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.all(
        "select id, survey_id, kind, name, cohort from survey_wave where tenant_id = ? and "
        "survey_id = ? order by id",
        {tenant, survey}, wave_of);
}

Result<WaveId> add_wave(Transaction& transaction, const Wave& wave) {
    const auto tenant = transaction.actor().tenant;
    if (wave.name.empty())
        return Error{ErrorKind::invalid,
                     "wave.name",
                     translatable("Give the wave a name, for example “Spring 2026”."),
                     {},
                     "name"};
    const auto waves = TRY(list_waves(transaction.connection(), tenant, wave.survey));
    const auto same = [&](const Wave& one) { return one.name == wave.name && one.cohort == wave.cohort; };
    if (std::ranges::any_of(waves, same))
        return Error{ErrorKind::conflict,
                     "wave.taken",
                     translatable("There is a wave of that name already. Choose another."),
                     {},
                     "name"};
    const auto id = TRY(transaction.next_id<WaveId>(tenant, "survey_wave"));
    TRY(transaction.connection().execute(
        "insert into survey_wave (tenant_id, id, survey_id, kind, name, cohort) values (?, ?, ?, ?, ?, ?)",
        {tenant, id, wave.survey, name_of(wave.kind), wave.name, wave.cohort}));
    TRY(transaction.audit({"survey_wave.created", "survey_wave", std::to_string(id.value)}));
    return id;
}

namespace {

constexpr std::string_view paired_columns =
    "select a.pair, a.answers, a.answered_by, a.whose_view from survey_answer a join survey_link l on "
    "l.tenant_id = a.tenant_id and l.id = a.link_id where a.tenant_id = ? and ";

Result<PairedAnswer> paired_answer(const Row& row) {
    PairedAnswer answer{row.is_null(0) ? std::string() : row.string(0), TRY(read_answers(row.text(1)))};
    answer.proxy.by = answerer_named(row.text(2)).value_or(AnsweredBy::self);
    answer.proxy.view = view_named(row.text(3)).value_or(WhoseView::own);
    return answer;
}

} // namespace

Result<std::vector<PairedAnswer>> answers_of_wave(Connection& connection, TenantId tenant, WaveId wave) {
    return connection.all(std::string(paired_columns) + "l.wave_id = ?", {tenant, wave}, paired_answer);
}

Result<std::vector<PairedAnswer>> answers_outside_waves(Connection& connection, TenantId tenant,
                                                        SurveyId survey, Date first, Date last) {
    return connection.all(
        std::string(paired_columns) + "l.survey_id = ? and l.wave_id is null and a.week >= ? and a.week <= ?",
        {tenant, survey, first.days, last.days}, paired_answer);
}

} // namespace maerkbar::surveys
