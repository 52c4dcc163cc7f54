#include <algorithm>

#include "organisation/stored_meanwhile.hpp"
#include "practice/assessment/pages/score_fields.hpp"
#include "practice/assessment/rounds/carried_store.hpp"

// One item a screen: question, scale, evidence; saved with Next.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr int refused = 422;

std::int64_t stamp_of(const std::optional<Instant>& saved) {
    return saved ? saved->time_since_epoch().count() : 0;
}

Result<ScoredItem> read_item(ScorerVisit& visit) {
    const auto wanted = visit.context.request.parameters.text("item");
    return visit.read([&](storage::Connection& connection) -> Result<ScoredItem> {
        ScoredItem scored{TRY(read_standing(connection, visit.tenant, visit.participant.round))};
        const auto found = std::ranges::find(scored.standing.items, wanted,
                                             [](const ItemStanding& one) { return one.item.item; });
        if (found == scored.standing.items.end())
            return Error{ErrorKind::not_found, "assessment.unknown_item",
                         "That item is not part of this round."};
        scored.position = static_cast<std::size_t>(found - scored.standing.items.begin());
        auto own = TRY(own_answers(connection, visit.tenant, visit.participant.round, visit.participant.id));
        if (const auto mine = own.find(wanted); mine != own.end()) scored.answer = std::move(mine->second);
        scored.seen = stamp_of(TRY(saved_at(connection, visit.tenant, visit.participant, wanted)));
        if (scored.standing.round.previous) {
            const auto before = TRY(read_standing(connection, visit.tenant, scored.standing.round.previous));
            const auto times = TRY(last_times(connection, visit.tenant, before, scored.standing));
            if (const auto last = times.find(wanted); last != times.end())
                scored.last_time = last->second.value;
            if (const auto* old = before.find(wanted))
                scored.last_reason = reason_text(old->item, visit.language);
        }
        const auto* scale = scored.item().scale;
        if (scored.item().node->group == "result" && scale != nullptr && scale->aspects.empty())
            scored.evidence = TRY(
                visit.services.evidence(connection, {visit.tenant, scored.standing.round.unit,
                                                     visit.services.organisation.today(), visit.language}));
        return scored;
    });
}

std::string next_address(const ScorerVisit& visit, const ScoredItem& scored) {
    const auto next = scored.position + 1;
    if (next >= scored.standing.items.size()) return visit.address();
    return visit.address("/" + scored.standing.items[next].item.item);
}

// Reads the scores; a number outside the scale is a mistake.
void read_scores(web::Form& form, const Scale& scale, Answer& answer) {
    std::vector<std::string> aspects;
    for (const auto& aspect : scale.aspects)
        aspects.push_back(aspect.id);
    if (aspects.empty()) aspects.emplace_back();
    for (const auto& aspect : aspects) {
        const auto field = field_of(aspect);
        const auto value = form.number(field);
        if (!value) continue;
        if (scale.allows(*value))
            answer.scores[aspect] = *value;
        else
            form.fail(field, "assessment.off_scale", "Give a whole number from {min} to {max}.",
                      {{"min", std::to_string(static_cast<int>(scale.min))},
                       {"max", std::to_string(static_cast<int>(scale.max))}});
    }
}

// Some parts scored and others not: it could not be counted, and nobody would know.
void check_whole(web::Form& form, const Scale& scale, const Answer& answer) {
    if (answer.scores.empty() || !form.ok()) return;
    for (const auto& aspect : scale.aspects)
        if (!answer.scores.contains(aspect.id))
            form.fail(field_of(aspect.id), "assessment.half_answer",
                      "Score every part, or none: half an answer cannot be counted.");
}

Answer read_answer(web::Form& form, const ScoredItem& scored) {
    constexpr std::size_t longest = 4000;
    Answer answer;
    answer.blank = form.checked("blank");
    answer.strengths = form.text("strengths", longest);
    answer.improvements = form.text("improvements", longest);
    answer.evidence = form.text("evidence", longest);
    answer.link = form.text("link", 500);
    if (!answer.link.empty() && !answer.link.starts_with("https://") && !answer.link.starts_with("http://"))
        form.fail("link", "assessment.link", "A link begins with https://.");
    const auto* scale = scored.item().scale;
    if (scale != nullptr && !answer.blank) {
        read_scores(form, *scale, answer);
        check_whole(form, *scale, answer);
    }
    const bool silent = answer.strengths.empty() && answer.improvements.empty() && answer.evidence.empty();
    if (scored.item().node->comment_required && !answer.scores.empty() && silent)
        form.fail("evidence", "assessment.comment_required", "Write why: a score here needs a reason.");
    return answer;
}

// A suggestion from an indicator, taken over: its band as the score, its sentence as evidence.
void take_suggestion(const web::Form& form, const ScoredItem& scored, Answer& answer) {
    const auto* scale = scored.item().scale;
    for (const auto& evidence : scored.evidence) {
        if (form.typed("use") != std::to_string(evidence.id.value) || scale == nullptr) continue;
        const auto band = suggested_band(evidence.signs, *scale);
        if (!band) continue;
        answer.blank = false;
        answer.scores[""] = static_cast<double>(static_cast<int>(midpoint(scale->ladder()[*band])));
        answer.evidence += (answer.evidence.empty() ? "" : "\n") + evidence.sentence;
    }
}

// Where the browser says whether what is typed is safe.
Html saving_line(const web::Language& language) {
    return Html()
           << "<p class=\"hint\" role=\"status\""_html << web::Attribute{"data-saved", language("Saved.")}
           << web::Attribute{"data-offline",
                             language(
                                 "Not saved: there is no connection. What you wrote is kept in this browser "
                                 "and saved when the connection is back.")}
           << "></p>"_html;
}

Result<Response> item_page(ScorerVisit& visit, const ScoredItem& scored, const organisation::Filled& filled,
                           int status) {
    const auto& language = visit.language;
    const auto& node = *scored.item().node;
    auto info = visit.services.organisation.frame.info(visit.context, node.names.in(language.code()));
    info.crumbs = {{scored.standing.round.fields.name, visit.address()}};
    info.lead =
        language("{number} of {count}",
                 {{"number", language.integer(static_cast<std::int64_t>(scored.position) + 1)},
                  {"count", language.integer(static_cast<std::int64_t>(scored.standing.items.size()))}});
    const bool open = scored.standing.round.state == State::scoring && !scored.item().item.closed;
    if (!open)
        info.notice = parts::notice(parts::NoticeKind::information,
                                    language("This item is not open for scoring. You can read it."));
    Html body = parts::error_summary(filled.errors(), language);
    body << question_part(visit, scored);
    body << parts::link_line({{language("Files as evidence"), visit.context.request.path + "/files"}});
    if (open) {
        Html fields = parts::hidden_field("seen", std::to_string(scored.seen));
        fields << answer_fields(visit, scored, filled) << saving_line(language)
               << parts::button_row(
                      {parts::button(language("Save and go on")),
                       parts::button(language("Save and stop"), parts::ButtonKind::secondary, "go", "stop")});
        body << parts::form(
            {.action = visit.context.request.path, .csrf = visit.context.csrf_field(), .draft = "answer"},
            fields);
        body << organisation::stored_meanwhile(filled, language);
    }
    return Response::html(parts::page(info, body), status);
}

struct Sent {
    const web::Form& form;
    const Answer& answer;
};

// Answers the new stamp. An answer that the same person gave in another window meanwhile is not written over
// unseen. Error: organisation.changed_meanwhile (conflict).
Result<std::int64_t> save(storage::Transaction& tx, const ScorerVisit& visit, std::string_view item,
                          const Sent& sent) {
    const auto& who = visit.participant;
    const auto stamp = stamp_of(TRY(saved_at(tx.connection(), visit.tenant, who, item)));
    const auto seen = sent.form.typed("seen");
    if (!seen.empty() && seen != std::to_string(stamp))
        return Error{
            ErrorKind::conflict, "organisation.changed_meanwhile",
            "You have answered this in another window meanwhile. What you wrote here is still in the "
            "form: save it again to replace the other answer."};
    TRY(save_answer(tx, who, item, sent.answer));
    return stamp_of(TRY(saved_at(tx.connection(), visit.tenant, who, item)));
}

// The answer to a browser that saves while somebody types.
Response kept(const ScorerVisit& visit, const web::Form& form, std::int64_t stamp) {
    if (form.ok()) return Response::text(std::to_string(stamp));
    return Response::text(visit.language.error(form.errors().front()), refused);
}

} // namespace

Result<Response> show_item(ScorerVisit& visit) {
    return item_page(visit, TRY(read_item(visit)), organisation::Filled(), 200);
}

Result<Response> send_item(ScorerVisit& visit) {
    const auto scored = TRY(read_item(visit));
    web::Form form(visit.context.request.form);
    auto answer = read_answer(form, scored);
    const bool taking = !form.typed("use").empty();
    const bool keeping = form.typed("go") == "keep";
    if (taking && !keeping) take_suggestion(form, scored, answer);
    std::int64_t stamp = 0;
    if (form.ok()) {
        const auto saved = visit.write([&](storage::Transaction& tx) {
            return save(tx, visit, scored.item().item.item, {form, answer});
        });
        if (!saved.ok() && !mendable(saved.error())) return saved.error();
        if (saved.ok())
            stamp = *saved;
        else
            form.fail(saved.error());
    }
    if (keeping) return kept(visit, form, stamp);
    if (!form.ok()) return item_page(visit, scored, organisation::Filled(form, visit.language), refused);
    if (taking) return Response::redirect(visit.context.request.path);
    return Response::redirect(form.typed("go") == "stop" ? visit.address() : next_address(visit, scored));
}

} // namespace maerkbar::assessment
