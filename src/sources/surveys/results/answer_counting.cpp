#include "sources/surveys/results/answer_counting.hpp"

#include "sources/surveys/proxy.hpp"

namespace maerkbar::surveys::results {

Result<Atoms> count_stored_answers(storage::Connection& connection, TenantId tenant, SurveyId survey,
                                   const Definition& definition, Date first, Date last) {
    const auto questions = released_questions(definition);
    Atoms atoms;
    TRY(connection.query(
        "select a.week, l.unit_id, l.contact_point_id, l.customer_type_id, a.answers, l.wave_id, "
        "a.answered_by, "
        "a.whose_view from survey_link l join "
        "survey_answer a on a.tenant_id = l.tenant_id and a.link_id = l.id where l.tenant_id = ? and "
        "l.survey_id = ? and a.week >= ? and a.week <= ?",
        {tenant, survey, first.days, last.days}, [&](const storage::Row& row) -> Result<void> {
            const AtomKey key{row.day(0),
                              row.id<UnitId>(1),
                              CatalogueId{row.optional_integer(2).value_or(0)},
                              CatalogueId{row.optional_integer(3).value_or(0)},
                              WaveId{row.optional_integer(5).value_or(0)},
                              view_of({answerer_named(row.text(6)).value_or(AnsweredBy::self),
                                       view_named(row.text(7)).value_or(WhoseView::own)})};
            count_answer(questions, TRY(read_answers(row.text(4))), atoms[key]);
            return {};
        }));
    return atoms;
}

namespace {

void add_all(const CountsByQuestion& counts, std::int64_t times, CountsByQuestion& into) {
    for (const auto& [question, one] : counts)
        into[question].add(one, times);
}

AtomKey in_week(AtomKey key, Date week) {
    key.week = week;
    return key;
}

} // namespace

Atoms new_atoms(const Atoms& stored, const Atoms& before, std::optional<Date> counted, Date first_new) {
    Atoms late;
    for (const auto& [key, counts] : stored)
        if (counted && key.week <= *counted) add_all(counts, 1, late[in_week(key, first_new)]);
    for (const auto& [key, counts] : before)
        add_all(counts, -1, late[in_week(key, first_new)]);
    Atoms atoms;
    for (auto& [key, counts] : late) {
        for (auto& [question, one] : counts)
            one.clamp();
        if (counts[std::string(whole_survey)].answers > 0) atoms[key] = std::move(counts);
    }
    for (const auto& [key, counts] : stored)
        if (!counted || key.week > *counted) add_all(counts, 1, atoms[key]);
    return atoms;
}

} // namespace maerkbar::surveys::results
