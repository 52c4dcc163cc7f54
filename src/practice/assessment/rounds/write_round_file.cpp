#include "base/json_writer.hpp"
#include "messages/base64.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/rounds/round_file.hpp"

namespace maerkbar::assessment {

namespace {

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& lines) {
    json.key(name).begin_array();
    for (const auto& line : lines)
        json.value(line);
    json.end_array();
}

void write_scores(JsonWriter& json, const std::vector<ItemInFile::Score>& scores) {
    json.key("scores").begin_array();
    for (const auto& score : scores) {
        json.begin_object();
        if (score.side) json.member("side", name_of(*score.side));
        json.key("values").begin_array();
        for (const auto& [aspect, value] : score.aspects)
            json.begin_object().member("aspect", aspect).member("value", value).end_object();
        json.end_array().end_object();
    }
    json.end_array();
}

void write_files(JsonWriter& json, const std::vector<EvidenceContent>& files) {
    json.key("files").begin_array();
    for (const auto& file : files)
        json.begin_object()
            .member("name", file.name)
            .member("content", messages::base64_of(file.bytes))
            .end_object();
    json.end_array();
}

void write_item(JsonWriter& json, const ItemInFile& one) {
    const auto& item = one.item;
    json.begin_object().member("item", item.item).member("training", item.training);
    json.member("local_note", item.local_note).member("closed", item.closed.has_value());
    json.member("value", item.value).member("without_value", item.without_value);
    json.member("reason", item.reason).member("minority_note", item.minority_note);
    json.member("minutes", item.minutes).member("decided", item.decided.has_value());
    json.member("decided_together", item.decided_together);
    write_scores(json, one.scores);
    write_texts(json, "strengths", one.texts.strengths);
    write_texts(json, "improvements", one.texts.improvements);
    write_texts(json, "evidence", one.texts.evidence);
    write_files(json, one.files);
    json.end_object();
}

void write_findings(JsonWriter& json, const RoundFile& file) {
    json.key("findings").begin_array();
    for (const auto& finding : file.findings) {
        json.begin_object().member("item", finding.item).member("content", finding.content);
        json.member("kind", finding.kind == FindingKind::strength ? "strength" : "improvement");
        json.key("votes").begin_array();
        for (const auto& vote : finding.votes)
            json.begin_object().member("effect", vote.effect).member("ease", vote.ease).end_object();
        json.end_array().end_object();
    }
    json.end_array();
}

void write_plan(JsonWriter& json, const RoundFile& file) {
    json.key("actions").begin_array();
    for (const auto& action : file.actions) {
        json.begin_object().member("title", action.title).member("detail", action.detail);
        json.member("due", action.due).member("status", actions::name_of(action.status));
        json.member("outcome", action.outcome).member("indicator", action.indicator);
        if (!action.responsible.empty()) json.member("responsible", action.responsible);
        json.end_object();
    }
    json.end_array().key("reviews").begin_array();
    for (const auto& review : file.reviews) {
        json.begin_object().member("held_on", review.held_on).member("note", review.note);
        json.member("next_on", review.next_on).end_object();
    }
    json.end_array();
}

} // namespace

std::string write_round_file(const RoundFile& file) {
    JsonWriter json;
    json.begin_object().member("format", "maerkbar-round").member("format_version", 1);
    json.member("name", file.fields.name).member("unit", file.unit).member("state", name_of(file.state));
    json.member("scope", name_of(file.scope)).member("method", file.method);
    json.member("scoring_until", file.fields.scoring_until).member("meeting_on", file.fields.meeting_on);
    json.member("trained_on", file.fields.trained_on).member("plan_by", file.fields.plan_by);
    json.member("no_action_reason", file.no_action_reason);
    json.member("leadership", file.leadership).member("staff", file.staff);
    json.key("model").raw(write_model(file.model)).key("items").begin_array();
    for (const auto& item : file.items)
        write_item(json, item);
    json.end_array();
    write_findings(json, file);
    write_plan(json, file);
    json.end_object();
    return std::move(json).text();
}

} // namespace maerkbar::assessment
