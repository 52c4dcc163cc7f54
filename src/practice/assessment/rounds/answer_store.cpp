#include "practice/assessment/rounds/answer_store.hpp"

#include "base/lines.hpp"
#include "practice/assessment/model/spread.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view of_one =
    " where tenant_id = ? and round_id = ? and participant_id = ? and item = ?";

void add_lines(std::vector<std::string>& into, std::string_view text) {
    for (auto& line : lines_of(text))
        into.push_back(std::move(line));
}

} // namespace

Result<void> require_open_item(Transaction& tx, RoundId round, std::string_view item) {
    const auto state = TRY(tx.connection().first(
        "select r.state, i.closed_at from assessment_item i join assessment_round r on r.tenant_id = "
        "i.tenant_id"
        " and r.id = i.round_id where i.tenant_id = ? and i.round_id = ? and i.item = ?",
        {tx.actor().tenant, round, item},
        [](const Row& row) { return std::pair(row.string(0), !row.is_null(1)); }));
    if (!state)
        return Error{ErrorKind::not_found, "assessment.unknown_item", "That item is not part of this round."};
    if (state->second)
        return Error{
            ErrorKind::conflict, "assessment.item_closed",
            "The group has closed this item. Your answer stays as it was; say the rest at the meeting."};
    if (state->first != name_of(State::scoring))
        return Error{ErrorKind::conflict, "assessment.not_scoring",
                     "Scoring is not open. The facilitator tells when it begins and ends."};
    return {};
}

Result<void> save_answer(Transaction& tx, const Participant& participant, std::string_view item,
                         const Answer& answer) {
    const auto tenant = tx.actor().tenant;
    TRY(require_open_item(tx, participant.round, item));
    tx.without_audit("an answer somebody is thinking about; being done is audited");
    auto& connection = tx.connection();
    TRY(connection.execute("delete from assessment_score" + std::string(of_one),
                           {tenant, participant.round, participant.id, item}));
    if (answer.silent()) {
        TRY(connection.execute("delete from assessment_answer" + std::string(of_one),
                               {tenant, participant.round, participant.id, item}));
        return {};
    }
    TRY(connection.execute(
        "insert into assessment_answer (tenant_id, round_id, participant_id, item, blank, strengths, "
        "improvements,"
        " evidence, link, saved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (tenant_id, round_id, participant_id, item) do update set blank = excluded.blank,"
        " strengths = excluded.strengths, improvements = excluded.improvements, evidence = excluded.evidence,"
        " link = excluded.link, saved_at = excluded.saved_at",
        {tenant, participant.round, participant.id, item, answer.blank ? 1 : 0, answer.strengths,
         answer.improvements, answer.evidence, answer.link, tx.now()}));
    if (answer.blank) return {};
    for (const auto& [aspect, value] : answer.scores)
        TRY(connection.execute(
            "insert into assessment_score (tenant_id, round_id, participant_id, item, aspect, value)"
            " values (?, ?, ?, ?, ?, ?)",
            {tenant, participant.round, participant.id, item, aspect, value}));
    return {};
}

Result<std::optional<Instant>> saved_at(Connection& connection, TenantId tenant,
                                        const Participant& participant, std::string_view item) {
    return connection.first("select saved_at from assessment_answer" + std::string(of_one),
                            {tenant, participant.round, participant.id, item},
                            [](const Row& row) { return row.instant(0); });
}

Result<Answers> own_answers(Connection& connection, TenantId tenant, RoundId round,
                            ParticipantId participant) {
    Answers answers;
    TRY(connection.query(
        "select item, blank, strengths, improvements, evidence, link from assessment_answer"
        " where tenant_id = ? and round_id = ? and participant_id = ?",
        {tenant, round, participant}, [&](const Row& row) -> Result<void> {
            answers[row.string(0)] = {row.boolean(1), {},           row.string(2), row.string(3),
                                      row.string(4),  row.string(5)};
            return {};
        }));
    TRY(connection.query(
        "select item, aspect, value from assessment_score where tenant_id = ? and round_id = ?"
        " and participant_id = ?",
        {tenant, round, participant}, [&](const Row& row) -> Result<void> {
            answers[row.string(0)].scores[row.string(1)] = row.real(2);
            return {};
        }));
    return answers;
}

Result<std::map<ParticipantId, int>> progress_of(Connection& connection, TenantId tenant, RoundId round) {
    std::map<ParticipantId, int> progress;
    TRY(connection.query(
        "select participant_id, count(*) from assessment_answer where tenant_id = ? and round_id = ?"
        " group by participant_id",
        {tenant, round}, [&](const Row& row) -> Result<void> {
            progress[row.id<ParticipantId>(0)] = static_cast<int>(row.integer(1));
            return {};
        }));
    return progress;
}

Result<std::map<std::string, std::vector<ClosedScore>, std::less<>>> closed_scores(Connection& connection,
                                                                                   TenantId tenant,
                                                                                   RoundId round) {
    std::map<std::string, std::map<ParticipantId, ClosedScore>, std::less<>> by_person;
    TRY(connection.query(
        "select s.item, s.participant_id, p.side, s.aspect, s.value from assessment_score s"
        " join assessment_item i on i.tenant_id = s.tenant_id and i.round_id = s.round_id and i.item = s.item"
        " and i.closed_at is not null"
        " join assessment_participant p on p.tenant_id = s.tenant_id and p.id = s.participant_id"
        " where s.tenant_id = ? and s.round_id = ?",
        {tenant, round}, [&](const Row& row) -> Result<void> {
            auto& score = by_person[row.string(0)][row.id<ParticipantId>(1)];
            score.side = side_named(row.text(2)).value_or(Side::staff);
            score.scores[row.string(3)] = row.real(4);
            return {};
        }));
    std::map<std::string, std::vector<ClosedScore>, std::less<>> scores;
    for (auto& [item, people] : by_person)
        for (auto& [person, score] : people)
            scores[item].push_back(std::move(score));
    return scores;
}

Result<std::map<std::string, ClosedTexts, std::less<>>> closed_texts(Connection& connection, TenantId tenant,
                                                                     RoundId round) {
    std::map<std::string, ClosedTexts, std::less<>> texts;
    TRY(connection.query(
        "select a.item, a.strengths, a.improvements, a.evidence, a.link from assessment_answer a"
        " join assessment_item i on i.tenant_id = a.tenant_id and i.round_id = a.round_id and i.item = a.item"
        " and i.closed_at is not null where a.tenant_id = ? and a.round_id = ?",
        {tenant, round}, [&](const Row& row) -> Result<void> {
            auto& of_item = texts[row.string(0)];
            add_lines(of_item.strengths, row.text(1));
            add_lines(of_item.improvements, row.text(2));
            add_lines(of_item.evidence, row.text(3));
            add_lines(of_item.evidence, row.text(4));
            return {};
        }));
    for (auto& [item, of_item] : texts) {
        shuffle_texts(of_item.strengths);
        shuffle_texts(of_item.improvements);
        shuffle_texts(of_item.evidence);
    }
    return texts;
}

} // namespace maerkbar::assessment
