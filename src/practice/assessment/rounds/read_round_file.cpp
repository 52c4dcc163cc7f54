#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "messages/base64.hpp"
#include "practice/assessment/model/members.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/rounds/round_file.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::assessment {

namespace {

constexpr std::size_t longest_text = 16000; // bytes

Error not_a_round() {
    return {
        ErrorKind::invalid,
        "assessment.not_a_round",
        "This is not the file of a round. Fetch it with “The whole round as JSON” on the page of the round.",
        {},
        "file"};
}

void read_day(Members& in, std::string_view name, std::optional<Date>& into) {
    std::string text;
    in.text(name, text);
    if (text.empty()) return;
    into = Date::parse_iso(text);
    if (!into) in.fail(name, "assessment.json_day", "At {place}: a day such as 2026-11-22 belongs here.");
}

// A name that one of the enumerations of a round has.
template <typename T, typename F>
void read_name(Members& in, std::string_view name, T& into, F named) {
    std::string text;
    in.text(name, text);
    const auto found = named(text);
    if (!found)
        return in.fail(name, "assessment.json_name", "At {place}: “{value}” is not known here.", text);
    into = *found;
}

void read_scores(Members& in, std::vector<ItemInFile::Score>& into) {
    in.list("scores", [&](Members& at) {
        auto& score = into.emplace_back();
        std::string side;
        at.text("side", side);
        score.side = side_named(side);
        at.list("values", [&](Members& value) {
            std::string aspect;
            value.text("aspect", aspect);
            value.number("value", score.aspects[aspect]);
        });
    });
}

// Looked through as if somebody had put it beside their answer.
void read_file(Members& in, std::vector<EvidenceContent>& into) {
    std::string name;
    std::string content;
    in.required_text("name", name, 500);
    in.required_text("content", content, largest_round);
    const auto bytes = messages::base64_bytes(content);
    auto file = check_evidence(name, bytes.value_or(std::string()));
    if (file.ok())
        into.push_back(std::move(*file));
    else
        in.fail("content", "assessment.json_file", "At {place}: the file “{value}” cannot be taken in.",
                name);
}

void read_item(Members& in, ItemInFile& one) {
    auto& item = one.item;
    in.required_text("item", item.item);
    in.truth("training", item.training);
    in.text("local_note", item.local_note, longest_text);
    bool closed = false;
    bool decided = false;
    in.truth("closed", closed);
    in.truth("decided", decided);
    if (closed) item.closed = Instant();
    if (decided) item.decided = Instant();
    if (in.has("value")) in.number("value", item.value.emplace());
    in.truth("without_value", item.without_value);
    in.text("reason", item.reason, longest_text);
    in.text("minority_note", item.minority_note, longest_text);
    in.text("minutes", item.minutes, longest_text);
    in.truth("decided_together", item.decided_together);
    read_scores(in, one.scores);
    in.list_of_texts("strengths", one.texts.strengths);
    in.list_of_texts("improvements", one.texts.improvements);
    in.list_of_texts("evidence", one.texts.evidence);
    in.list("files", [&](Members& at) { read_file(at, one.files); });
}

void read_finding(Members& in, FindingInFile& finding) {
    in.text("item", finding.item);
    in.required_text("content", finding.content, longest_text);
    std::string kind;
    in.text("kind", kind);
    finding.kind = kind == "strength" ? FindingKind::strength : FindingKind::improvement;
    in.list("votes", [&](Members& at) {
        auto& vote = finding.votes.emplace_back();
        at.whole("effect", vote.effect);
        at.whole("ease", vote.ease);
    });
}

void read_action(Members& in, ActionInFile& action) {
    in.required_text("title", action.title, longest_text);
    in.text("detail", action.detail, longest_text);
    std::optional<Date> due;
    read_day(in, "due", due);
    if (due)
        action.due = *due;
    else
        in.fail("due", "assessment.json_missing", "At {place}: this is missing.");
    read_name(in, "status", action.status, actions::status_named);
    in.text("outcome", action.outcome, longest_text);
    in.text("indicator", action.indicator, longest_text);
    in.text("responsible", action.responsible);
}

void read_review(Members& in, Review& review) {
    std::optional<Date> held;
    read_day(in, "held_on", held);
    if (held)
        review.held_on = *held;
    else
        in.fail("held_on", "assessment.json_missing", "At {place}: this is missing.");
    in.required_text("note", review.note, longest_text);
    read_day(in, "next_on", review.next_on);
}

void read_round(Members& in, RoundFile& file) {
    in.required_text("name", file.fields.name, 500);
    in.text("unit", file.unit, 500);
    read_name(in, "state", file.state, state_named);
    read_name(in, "scope", file.scope, scope_named);
    in.text("method", file.method);
    read_day(in, "scoring_until", file.fields.scoring_until);
    read_day(in, "meeting_on", file.fields.meeting_on);
    read_day(in, "trained_on", file.fields.trained_on);
    read_day(in, "plan_by", file.fields.plan_by);
    in.text("no_action_reason", file.no_action_reason, longest_text);
    in.whole("leadership", file.leadership);
    in.whole("staff", file.staff);
    in.list("items", [&](Members& at) { read_item(at, file.items.emplace_back()); });
    in.list("findings", [&](Members& at) { read_finding(at, file.findings.emplace_back()); });
    in.list("actions", [&](Members& at) { read_action(at, file.actions.emplace_back()); });
    in.list("reviews", [&](Members& at) { read_review(at, file.reviews.emplace_back()); });
}

} // namespace

Result<RoundFile> read_round_file(std::string_view json) {
    if (json.size() > largest_round)
        return Error{ErrorKind::too_large, "assessment.round_too_large",
                     "The file of a round is at most 16 MB."};
    if (tables::find_personal_number(json))
        return Error{ErrorKind::invalid,
                     "assessment.personal_number",
                     "There is a personal number in it. Take it out; nothing was saved.",
                     {},
                     "file"};
    boost::json::error_code failed;
    const auto value = boost::json::parse(boost::json::string_view(json.data(), json.size()), failed);
    if (failed || !value.is_object()) return not_a_round();
    const auto& object = value.get_object();
    const auto* format = object.if_contains("format");
    const auto* model = object.if_contains("model");
    if (format == nullptr || !format->is_string() || format->get_string() != "maerkbar-round" ||
        model == nullptr)
        return not_a_round();
    RoundFile file;
    file.model = TRY(read_model(boost::json::serialize(*model)));
    Fault fault;
    Members in(object, "", fault);
    read_round(in, file);
    if (fault.error()) return *fault.error();
    return file;
}

} // namespace maerkbar::assessment
