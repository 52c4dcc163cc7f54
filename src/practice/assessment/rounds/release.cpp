#include "practice/assessment/rounds/release.hpp"

#include <algorithm>

#include <boost/json/parse.hpp>

#include "practice/assessment/model/members.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/move_round.hpp"
#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

Result<void> check_decided(const Model& before, const Model& after, const Decisions& decisions) {
    for (const auto& difference : compare_versions(before, after))
        if (difference.change == ItemChange::scale && !decisions.contains(difference.id))
            return Error{ErrorKind::invalid,
                         "assessment.undecided_item",
                         "{item} has another scale. Choose what becomes of the values given so far.",
                         {{"item", difference.id}},
                         "carry-" + difference.id};
    return {};
}

// All that lack one at once, so that whoever sends the file can answer them at once.
Result<void> check_all_decided(const Model& before, const Model& after, const Decisions& decisions) {
    std::string missing;
    for (const auto& difference : compare_versions(before, after))
        if (difference.change == ItemChange::scale && !decisions.contains(difference.id))
            missing += (missing.empty() ? "" : ", ") + difference.id;
    if (missing.empty()) return {};
    return Error{
        ErrorKind::invalid,
        "assessment.undecided_items",
        "These items have another scale: {items}. Say in “decisions” what becomes of the values given "
        "so far: keep, clamp, rescale or reset for each.",
        {{"items", missing}},
        "decisions"};
}

// "decisions" of a model's file; read_model has found the file sound.
Result<Decisions> read_decisions(std::string_view json) {
    Decisions decisions;
    Fault fault;
    const auto document = boost::json::parse({json.data(), json.size()});
    Members(document.as_object(), {}, fault)
        .each_text("decisions", [&](std::string_view item, std::string decision) {
            const auto carry = carry_named(decision);
            if (carry)
                decisions[std::string(item)] = *carry;
            else
                fault.say("decisions", "assessment.unknown_decision",
                          "“{value}” is no decision. Write keep, clamp, rescale or reset.", decision);
        });
    if (fault.error()) return *fault.error();
    return decisions;
}

Result<void> store_decisions(Transaction& tx, const Draft& draft, const Release& release) {
    for (const auto& [item, decision] : release.decisions)
        TRY(tx.connection().execute(
            "insert into quality_model_decision (tenant_id, model, version, item, from_version, decision)"
            " values (?, ?, ?, ?, ?, ?)",
            {tx.actor().tenant, draft.model.id, release.version, item, draft.base_version,
             name_of(decision)}));
    return {};
}

Result<void> move_chosen(Transaction& tx, const Model& before, const Model& after, const Release& release) {
    const auto movable = TRY(movable_rounds(tx.connection(), tx.actor().tenant, after.id));
    for (const auto id : release.rounds) {
        const auto round = std::ranges::find(movable, id, &Round::id);
        if (round == movable.end())
            return Error{ErrorKind::conflict, "assessment.round_moved_on",
                         "A round you chose has begun to agree meanwhile and keeps its version. Look at the "
                         "list again."};
        if (round->model_version == before.version)
            TRY(move_round(tx, *round, {before, after, release.decisions}));
    }
    return {};
}

} // namespace

Result<std::vector<Round>> movable_rounds(Connection& connection, TenantId tenant, std::string_view model) {
    auto rounds = TRY(list_rounds(
        connection, tenant,
        "r.state in ('preparing', 'scoring') and not exists (select 1 from assessment_item i where"
        " i.tenant_id = r.tenant_id and i.round_id = r.id and i.closed_at is not null)"));
    std::erase_if(rounds, [&](const Round& round) { return round.model != model; });
    return rounds;
}

Result<Model> release_draft(Transaction& tx, const Draft& draft, const Release& release) {
    auto model = draft.model;
    model.version = release.version;
    TRY(check_model(model));
    const auto tenant = tx.actor().tenant;
    if (draft.base_version.empty()) {
        for (const auto& known : TRY(models(tx.connection(), tenant)))
            if (known.id == model.id) TRY(may_follow(known, model));
        TRY(keep_model(tx, model));
    } else {
        const auto before = TRY(model_version(tx.connection(), tenant, model.id, draft.base_version));
        TRY(may_follow(TRY(newest_model(tx.connection(), tenant, model.id)), model));
        TRY(check_decided(before, model, release.decisions));
        TRY(keep_model(tx, model));
        TRY(store_decisions(tx, draft, release));
        TRY(move_chosen(tx, before, model, release));
    }
    TRY(discard_draft(tx, model.id));
    return model;
}

Result<Model> import_model(Transaction& tx, std::string_view json) {
    const auto model = TRY(read_model(json));
    const auto tenant = tx.actor().tenant;
    for (const auto& known : TRY(models(tx.connection(), tenant))) {
        if (known.id != model.id) continue;
        TRY(may_follow(known, model));
        const Release release{model.version, TRY(read_decisions(json))};
        TRY(check_all_decided(known, model, release.decisions));
        TRY(start_draft(tx, model, known.version));
        return release_draft(tx, *TRY(draft_of(tx.connection(), tenant, model.id)), release);
    }
    TRY(keep_model(tx, model));
    return model;
}

Result<Decisions> decisions_between(Connection& connection, TenantId tenant, std::string_view model,
                                    std::string_view from, std::string_view version) {
    Decisions decisions;
    TRY(
        connection.query("select item, decision from quality_model_decision where tenant_id = ? and model = ?"
                         " and from_version = ? and version = ?",
                         {tenant, model, from, version}, [&](const Row& row) -> Result<void> {
                             if (const auto carry = carry_named(row.text(1)))
                                 decisions[row.string(0)] = *carry;
                             return {};
                         }));
    return decisions;
}

} // namespace maerkbar::assessment
