#include "practice/assessment/rounds/round_store.hpp"

#include <algorithm>

#include "practice/assessment/rounds/contact_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/participant_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select r.id, r.unit_id, r.name, r.client_id, r.facilitator_id, r.scoring_until, r.meeting_on, r.plan_by,"
    " r.trained_on, r.model, r.model_version, r.method, r.scope, r.state, r.previous_id, r.meeting_began_at,"
    " r.no_action_reason, r.closed_at, r.created_at, r.version, r.model_changed_at from assessment_round r "
    "where r.tenant_id = ?";

Round round_of(const Row& row) {
    Round round;
    round.id = row.id<RoundId>(0);
    round.unit = row.id<UnitId>(1);
    round.fields = {row.string(2),        PersonId{row.integer(3)}, PersonId{row.integer(4)},
                    row.optional_date(5), row.optional_date(6),     row.optional_date(7),
                    row.optional_date(8)};
    round.model = row.string(9);
    round.model_version = row.string(10);
    round.method = row.string(11);
    round.scope = scope_named(row.text(12)).value_or(Scope::all);
    round.state = state_named(row.text(13)).value_or(State::preparing);
    round.previous = RoundId{row.integer(14)};
    round.meeting_began = row.optional_instant(15);
    round.no_action_reason = row.string(16);
    round.closed = row.optional_instant(17);
    round.created = row.instant(18);
    round.version = row.integer(19);
    round.model_changed = row.optional_instant(20);
    return round;
}

std::optional<std::int64_t> or_null(auto id) {
    return id ? std::optional(id.value) : std::nullopt;
}

std::optional<std::string> or_null(const std::optional<Date>& day) {
    return day ? std::optional(day->iso()) : std::nullopt;
}

Error wrong(std::string field, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {}, std::move(field)};
}

Result<void> check(const RoundFields& fields) {
    if (fields.name.empty())
        return wrong("name", "assessment.round_name", "Give the round a name that the group knows it by.");
    return {};
}

bool asked(const NewRound& wanted, const Node& item) {
    if (wanted.scope == Scope::all) return true;
    if (wanted.scope == Scope::compact) return item.compact;
    for (const auto* node = &item; node != nullptr; node = wanted.model.node(node->parent))
        if (std::ranges::find(wanted.areas, node->id) != wanted.areas.end()) return true;
    return false;
}

Result<std::vector<const Node*>> items_asked(const NewRound& wanted) {
    std::vector<const Node*> items;
    for (const auto* item : wanted.model.items())
        if (asked(wanted, *item)) items.push_back(item);
    if (items.empty() && wanted.scope == Scope::compact)
        return wrong("scope", "assessment.no_compact",
                     "This model has no short version. Choose all, or areas.");
    if (items.empty()) return wrong("areas", "assessment.no_areas", "Choose at least one area.");
    return items;
}

Result<void> move_to(Transaction& tx, const Round& round, State state) {
    TRY(tx.connection().execute(
        "update assessment_round set state = ?, version = version + 1 where tenant_id = ? and id = ?",
        {name_of(state), tx.actor().tenant, round.id}));
    return tx.audit(
        {"assessment." + std::string(name_of(state)), "assessment_round", std::to_string(round.id.value)});
}

} // namespace

Result<RoundId> add_round(Transaction& tx, const NewRound& wanted) {
    TRY(check(wanted.fields));
    const auto items = TRY(items_asked(wanted));
    TRY(keep_model(tx, wanted.model));
    const auto tenant = tx.actor().tenant;
    const auto id = TRY(tx.next_id<RoundId>(tenant, "assessment_round"));
    auto method = wanted.method;
    if (wanted.model.method(method) == nullptr)
        method = wanted.model.methods.empty() ? "" : wanted.model.methods.front().id;
    const auto& fields = wanted.fields;
    TRY(tx.connection().execute(
        "insert into assessment_round (tenant_id, id, unit_id, name, model, model_version, method, scope, "
        "state,"
        " client_id, facilitator_id, previous_id, scoring_until, meeting_on, plan_by, trained_on, created_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, 'preparing', ?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, wanted.unit, fields.name, wanted.model.id, wanted.model.version, method,
         name_of(wanted.scope), or_null(fields.client), or_null(fields.facilitator), or_null(wanted.previous),
         or_null(fields.scoring_until), or_null(fields.meeting_on), or_null(fields.plan_by),
         or_null(fields.trained_on), tx.now()}));
    int position = 0;
    for (const auto* item : items)
        TRY(tx.connection().execute(
            "insert into assessment_item (tenant_id, round_id, item, position) values (?, ?, ?, ?)",
            {tenant, id, item->id, ++position}));
    TRY(tx.audit({"assessment.created", "assessment_round", std::to_string(id.value)}));
    return id;
}

Result<Round> read_round(Connection& connection, TenantId tenant, RoundId id) {
    auto found = TRY(connection.first(std::string(columns) + " and r.id = ?", {tenant, id}, round_of));
    if (!found)
        return Error{ErrorKind::not_found, "assessment.unknown_round",
                     "There is no such round, or not for your eyes."};
    return std::move(*found);
}

Result<std::vector<Round>> list_rounds(Connection& connection, TenantId tenant, std::string_view condition) {
    return connection.all(std::string(columns) + " and " + std::string(condition) + " order by r.id desc",
                          {tenant}, round_of);
}

Result<std::vector<Round>> rounds_of_person(Connection& connection, TenantId tenant, PersonId person) {
    return connection.all(
        std::string(columns) +
            " and exists (select 1 from assessment_participant p where p.tenant_id = r.tenant_id"
            " and p.round_id = r.id and p.person_id = ? and p.left_at is null) order by r.id desc",
        {tenant, person}, round_of);
}

Result<void> change_round(Transaction& tx, RoundId id, const RoundFields& fields, std::int64_t version) {
    TRY(check(fields));
    const auto round = TRY(read_round(tx.connection(), tx.actor().tenant, id));
    if (round.version != version)
        return Error{
            ErrorKind::conflict, "organisation.changed_meanwhile",
            "Somebody else has changed the round meanwhile. Look at it again and repeat your change."};
    if (round.fields == fields) return {};
    TRY(tx.connection().execute(
        "update assessment_round set name = ?, client_id = ?, facilitator_id = ?, scoring_until = ?, "
        "meeting_on = ?,"
        " plan_by = ?, trained_on = ?, version = version + 1 where tenant_id = ? and id = ?",
        {fields.name, or_null(fields.client), or_null(fields.facilitator), or_null(fields.scoring_until),
         or_null(fields.meeting_on), or_null(fields.plan_by), or_null(fields.trained_on), tx.actor().tenant,
         id}));
    return tx.audit({"assessment.changed", "assessment_round", std::to_string(id.value)});
}

Result<std::vector<RoundItem>> items_of(Connection& connection, TenantId tenant, RoundId round) {
    return connection.all(
        "select item, position, training, local_note, closed_at, value, without_value, reason, minority_note,"
        " minutes, decided_at, decided_together, version from assessment_item"
        " where tenant_id = ? and round_id = ? order by position",
        {tenant, round}, [](const Row& row) {
            return RoundItem{row.string(0),
                             static_cast<int>(row.integer(1)),
                             row.boolean(2),
                             row.string(3),
                             row.optional_instant(4),
                             row.optional_real(5),
                             row.boolean(6),
                             row.string(7),
                             row.string(8),
                             row.string(9),
                             row.optional_instant(10),
                             row.boolean(11),
                             row.integer(12)};
        });
}

Result<void> describe_item(Transaction& tx, RoundId round, std::string_view item, bool training,
                           std::string_view local_note) {
    TRY(
        tx.connection().execute("update assessment_item set training = ?, local_note = ?"
                                " where tenant_id = ? and round_id = ? and item = ?",
                                {training ? 1 : 0, local_note, tx.actor().tenant, round, item}));
    return tx.audit({"assessment.item_described", "assessment_round", std::to_string(round.value)});
}

Result<void> start_scoring(Transaction& tx, RoundId id) {
    const auto tenant = tx.actor().tenant;
    const auto round = TRY(read_round(tx.connection(), tenant, id));
    TRY(check_start(round, TRY(participants_of(tx.connection(), tenant, id)),
                    TRY(items_of(tx.connection(), tenant, id))));
    return move_to(tx, round, State::scoring);
}

Result<void> close_scoring(Transaction& tx, RoundId id, bool although_not_done) {
    const auto tenant = tx.actor().tenant;
    const auto round = TRY(read_round(tx.connection(), tenant, id));
    TRY(check_close_scoring(round, TRY(participants_of(tx.connection(), tenant, id)), although_not_done));
    TRY(tx.connection().execute(
        "update assessment_item set closed_at = ? where tenant_id = ? and round_id = ?"
        " and closed_at is null",
        {tx.now(), tenant, id}));
    TRY(tx.connection().execute(
        "update assessment_round set meeting_began_at = ? where tenant_id = ? and id = ?",
        {tx.now(), tenant, id}));
    TRY(forget_contacts(tx, id));
    return move_to(tx, round, State::meeting);
}

Result<void> close_item(Transaction& tx, RoundId id, std::string_view item) {
    const auto round = TRY(read_round(tx.connection(), tx.actor().tenant, id));
    if (round.state != State::scoring)
        return Error{ErrorKind::conflict, "assessment.state",
                     "The round has moved on meanwhile. Look at it again; nothing was changed."};
    TRY(tx.connection().execute(
        "update assessment_item set closed_at = ? where tenant_id = ? and round_id = ?"
        " and item = ? and closed_at is null",
        {tx.now(), tx.actor().tenant, id, item}));
    return tx.audit({"assessment.item_closed", "assessment_round", std::to_string(id.value)});
}

Result<void> finish_meeting(Transaction& tx, RoundId id) {
    const auto tenant = tx.actor().tenant;
    const auto round = TRY(read_round(tx.connection(), tenant, id));
    TRY(check_finish_meeting(round, TRY(items_of(tx.connection(), tenant, id))));
    return move_to(tx, round, State::improving);
}

Result<void> close_round(Transaction& tx, RoundId id, std::size_t planned_actions,
                         std::string_view no_action_reason) {
    const auto tenant = tx.actor().tenant;
    const auto round = TRY(read_round(tx.connection(), tenant, id));
    TRY(check_close(round, planned_actions, no_action_reason));
    TRY(tx.connection().execute(
        "update assessment_round set no_action_reason = ?, closed_at = ? where tenant_id = ? and id = ?",
        {no_action_reason, tx.now(), tenant, id}));
    return move_to(tx, round, State::closed);
}

} // namespace maerkbar::assessment
