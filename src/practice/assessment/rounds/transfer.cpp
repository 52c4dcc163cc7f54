#include "practice/assessment/rounds/transfer.hpp"

#include <algorithm>

#include "actions/store.hpp"
#include "base/text.hpp"
#include "practice/assessment/model/spread.hpp"
#include "practice/assessment/rounds/file_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/participant_store.hpp"
#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {

namespace {

using storage::Connection;
using storage::Transaction;

// From the lowest up, so that the order says nothing of who.
std::vector<ItemInFile::Score> scores_of(const std::vector<ClosedScore>& closed) {
    const auto on = [&](Side side) {
        return static_cast<int>(std::ranges::count(closed, side, &ClosedScore::side));
    };
    const std::vector<int> sides = {on(Side::leadership), on(Side::staff)};
    const bool by_side = roles_may_show(sides);
    std::vector<ItemInFile::Score> scores;
    for (const auto& score : closed)
        scores.push_back({by_side ? std::optional(score.side) : std::nullopt, score.scores});
    std::ranges::sort(scores, [](const auto& a, const auto& b) {
        return std::tie(a.aspects, a.side) < std::tie(b.aspects, b.side);
    });
    return scores;
}

Result<std::vector<ItemInFile>> export_items(Connection& connection, TenantId tenant, RoundId round) {
    const auto scores = TRY(closed_scores(connection, tenant, round));
    const auto texts = TRY(closed_texts(connection, tenant, round));
    const auto files = TRY(closed_files(connection, tenant, round));
    std::vector<ItemInFile> items;
    for (auto& item : TRY(items_of(connection, tenant, round))) {
        ItemInFile one{std::move(item)};
        if (const auto found = scores.find(one.item.item); found != scores.end())
            one.scores = scores_of(found->second);
        if (const auto found = texts.find(one.item.item); found != texts.end()) one.texts = found->second;
        if (const auto found = files.find(one.item.item); found != files.end())
            for (const auto& file : found->second)
                one.files.push_back(TRY(read_file(connection, tenant, round, file.id)));
        items.push_back(std::move(one));
    }
    return items;
}

Result<std::vector<FindingInFile>> export_findings(Connection& connection, TenantId tenant, RoundId round) {
    const auto votes = TRY(votes_of(connection, tenant, round));
    std::vector<FindingInFile> findings;
    for (auto& finding : TRY(findings_of(connection, tenant, round))) {
        const auto found = votes.find(finding.id);
        findings.push_back({finding.item, finding.kind, finding.content,
                            found == votes.end() ? std::vector<Vote>() : found->second});
    }
    return findings;
}

// The round made anew, on its way from the file into the stores.
class Import {
  public:
    Import(Transaction& tx, const RoundFile& file, const ImportTarget& target)
        : tx_(tx), file_(file), target_(target) {}

    Result<RoundId> run() {
        TRY(check_model());
        TRY(add());
        TRY(invite());
        for (const auto& item : file_.items)
            TRY(score(item));
        for (const auto& item : file_.items)
            TRY(decide(item.item));
        TRY(find());
        TRY(plan());
        TRY(settle());
        return round_;
    }

  private:
    // Two installations may each have made a version of their own under the same number.
    Result<void> check_model() {
        const auto known =
            model_version(tx_.connection(), tx_.actor().tenant, file_.model.id, file_.model.version);
        if (!known.ok() || *known == file_.model) return {};
        return Error{
            ErrorKind::invalid,
            "assessment.model_differs",
            "The model {model} {version} is another here than in the file. Give the one in the file an id of "
            "its own.",
            {{"model", file_.model.id}, {"version", file_.model.version}},
            "file"};
    }

    // All items of the file, whatever scope chose them.
    Result<void> add() {
        NewRound wanted{target_.unit, file_.fields, file_.model, file_.method, Scope::chosen, {}, {}};
        wanted.fields.facilitator = target_.owner;
        for (const auto& item : file_.items)
            wanted.areas.push_back(item.item.item);
        round_ = TRY(add_round(tx_, wanted));
        TRY(tx_.connection().execute(
            "update assessment_round set scope = ?, state = 'scoring' where tenant_id = ? and id = ?",
            {name_of(file_.scope), tx_.actor().tenant, round_}));
        return tx_.audit({"assessment.imported", "assessment_round", std::to_string(round_.value)});
    }

    // As many as took part, or as any item or finding needs.
    Result<void> invite() {
        std::size_t leadership = static_cast<std::size_t>(std::max(0, file_.leadership));
        std::size_t staff = static_cast<std::size_t>(std::max(1, file_.staff));
        for (const auto& item : file_.items)
            leadership = std::max(leadership, count(item, Side::leadership));
        for (const auto& item : file_.items) {
            const auto sideless = count(item, std::nullopt);
            staff = std::max({staff, count(item, Side::staff),
                              sideless - std::min({sideless, leadership, most_sideless_leaders})});
        }
        for (const auto& finding : file_.findings)
            staff = std::max(staff, finding.votes.size());
        if (leadership + staff > most_participants) return too_many();
        leadership_ = TRY(add_people(Side::leadership, leadership));
        staff_ = TRY(add_people(Side::staff, staff));
        return {};
    }

    static std::size_t count(const ItemInFile& item, std::optional<Side> side) {
        return static_cast<std::size_t>(std::ranges::count(item.scores, side, &ItemInFile::Score::side));
    }

    static Error too_many() {
        return {ErrorKind::invalid,
                "assessment.too_many_participants",
                "The file has more than 500 participants. That is no group.",
                {},
                "file"};
    }

    Result<std::vector<Participant>> add_people(Side side, std::size_t count) {
        std::vector<Participant> people;
        for (std::size_t i = 0; i < count; ++i) {
            const auto id = TRY(tx_.next_id<ParticipantId>(tx_.actor().tenant, "assessment_participant"));
            Participant one{id, round_, {}, std::to_string(++number_), side};
            TRY(tx_.connection().execute(
                "insert into assessment_participant (tenant_id, id, round_id, label, side, done_at)"
                " values (?, ?, ?, ?, ?, ?)",
                {tx_.actor().tenant, id, round_, one.label, name_of(side), tx_.now()}));
            people.push_back(std::move(one));
        }
        return people;
    }

    Result<void> score(const ItemInFile& item) {
        std::size_t leaders = 0;
        std::size_t others = 0;
        std::vector<std::pair<const Participant*, Answer>> answers;
        for (const auto& given : item.scores) {
            const bool full = !given.side && others == staff_.size();
            const bool leads = given.side == Side::leadership || full;
            answers.emplace_back(leads ? &leadership_[leaders++] : &staff_[others++],
                                 Answer{.scores = given.aspects});
        }
        if (answers.empty()) answers.emplace_back(&staff_.front(), Answer{});
        // Nobody can tell who wrote what: all of it stands with one of them.
        auto& first = answers.front().second;
        first.strengths = joined(item.texts.strengths, "\n");
        first.improvements = joined(item.texts.improvements, "\n");
        first.evidence = joined(item.texts.evidence, "\n");
        for (const auto& [who, answer] : answers)
            TRY(save_answer(tx_, *who, item.item.item, answer));
        for (const auto& file : item.files)
            TRY(import_file(tx_, round_, item.item.item, file));
        return describe_item(tx_, round_, item.item.item, item.item.training, item.item.local_note);
    }

    Result<void> decide(const RoundItem& item) {
        TRY(tx_.connection().execute(
            "update assessment_item set closed_at = ?, value = ?, without_value = ?, reason = ?,"
            " minority_note = ?, minutes = ?, decided_at = ?, decided_together = ?"
            " where tenant_id = ? and round_id = ? and item = ?",
            {tx_.now(), item.value, item.without_value ? 1 : 0, item.reason, item.minority_note, item.minutes,
             item.decided ? std::optional(tx_.now()) : std::nullopt, item.decided_together ? 1 : 0,
             tx_.actor().tenant, round_, item.item}));
        return {};
    }

    Result<void> find() {
        TRY(in_state(State::improving));
        for (const auto& finding : file_.findings) {
            const auto id = TRY(add_finding(tx_, round_, finding.item, finding.kind, finding.content));
            for (std::size_t i = 0; i < finding.votes.size(); ++i)
                TRY(cast_vote(tx_, staff_[i], id, finding.votes[i]));
        }
        return {};
    }

    Result<void> plan() {
        for (const auto& wanted : file_.actions) {
            actions::ActionFields fields{target_.unit, wanted.title,  wanted.detail, target_.owner,
                                         wanted.due,   wanted.status, wanted.outcome};
            if (const auto known = target_.people.find(wanted.responsible); known != target_.people.end())
                fields.owner = known->second;
            else if (!wanted.responsible.empty())
                fields.detail += (fields.detail.empty() ? "" : "\n\n") +
                                 fill_in(target_.responsible, {{"name", wanted.responsible}});
            for (const auto& [id, name] : target_.indicators)
                if (name == wanted.indicator) fields.indicator = id;
            TRY(actions::add_action(tx_, fields,
                                    {std::string(origin_kind), round_.value, file_.fields.name,
                                     "/assessments/" + std::to_string(round_.value) + "/plan"}));
        }
        for (auto review = file_.reviews.rbegin(); review != file_.reviews.rend(); ++review)
            TRY(add_review(tx_, round_, *review));
        return {};
    }

    Result<void> settle() {
        TRY(in_state(file_.state));
        TRY(tx_.connection().execute(
            "update assessment_round set no_action_reason = ?, closed_at = ?, meeting_began_at = ?"
            " where tenant_id = ? and id = ?",
            {file_.no_action_reason, file_.state == State::closed ? std::optional(tx_.now()) : std::nullopt,
             tx_.now(), tx_.actor().tenant, round_}));
        return {};
    }

    Result<void> in_state(State state) {
        TRY(tx_.connection().execute("update assessment_round set state = ? where tenant_id = ? and id = ?",
                                     {name_of(state), tx_.actor().tenant, round_}));
        return {};
    }

    static constexpr std::size_t most_participants = 500;
    // Scores without side never fill both sides so far that these would be shown apart.
    static constexpr std::size_t most_sideless_leaders = 2;
    Transaction& tx_;
    const RoundFile& file_;
    const ImportTarget& target_;
    RoundId round_ = {};
    int number_ = 0;
    std::vector<Participant> leadership_;
    std::vector<Participant> staff_;
};

} // namespace

Result<RoundFile> export_round(Connection& connection, TenantId tenant, RoundId id,
                               const IndicatorNames& indicators) {
    const auto round = TRY(read_round(connection, tenant, id));
    RoundFile file;
    file.fields = round.fields;
    file.method = round.method;
    file.scope = round.scope;
    file.state = round.state;
    file.no_action_reason = round.no_action_reason;
    file.fields.client = {};
    file.fields.facilitator = {};
    for (const auto& one : TRY(participants_of(connection, tenant, id)))
        ++(one.side == Side::leadership ? file.leadership : file.staff);
    file.model = TRY(model_version(connection, tenant, round.model, round.model_version));
    file.items = TRY(export_items(connection, tenant, id));
    file.findings = TRY(export_findings(connection, tenant, id));
    for (const auto& action : TRY(actions::actions_from(connection, tenant, origin_kind, id.value))) {
        const auto& fields = action.fields;
        const auto found = indicators.find(fields.indicator);
        file.actions.push_back({fields.title, fields.detail, fields.due, fields.status, fields.outcome,
                                found == indicators.end() ? "" : found->second});
    }
    file.reviews = TRY(reviews_of(connection, tenant, id));
    return file;
}

Result<RoundId> import_round(Transaction& tx, const RoundFile& file, const ImportTarget& target) {
    if (file.state == State::preparing || file.state == State::scoring)
        return Error{
            ErrorKind::invalid,
            "assessment.round_open",
            "The round in the file is still being scored. Close its scoring where it is, and fetch it again.",
            {},
            "file"};
    if (file.items.empty())
        return Error{
            ErrorKind::invalid, "assessment.no_items", "Choose at least one item to assess.", {}, "file"};
    return Import(tx, file, target).run();
}

} // namespace maerkbar::assessment
