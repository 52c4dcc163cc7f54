#include "organisation/stored_meanwhile.hpp"
#include "practice/assessment/pages/dots.hpp"
#include "practice/assessment/pages/file_list.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/round_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/carried_store.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"
#include "practice/assessment/rounds/finding_store.hpp"

// One item on the wall: points before the mean, what was written, and what the group decides.
namespace maerkbar::assessment {

using namespace web::literals;
using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr int refused = 422;

struct Talk {
    Standing standing;
    std::string wanted;
    ClosedTexts texts;
    std::vector<EvidenceFile> files;
    std::optional<double> last_time;

    [[nodiscard]] const ItemStanding& item() const { return *standing.find(wanted); }
};

Result<Talk> read_talk(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto wanted = visit.context().request.parameters.text("item");
    return visit.read([&](storage::Connection& connection) -> Result<Talk> {
        Talk talk{TRY(read_standing(connection, visit.tenant(), round)), wanted, {}, {}, {}};
        const auto* item = talk.standing.find(wanted);
        if (item == nullptr)
            return Error{ErrorKind::not_found, "assessment.unknown_item",
                         "That item is not part of this round."};
        if (!item->item.closed)
            return Error{ErrorKind::conflict, "assessment.item_open",
                         "This item is still being scored. Its points can be seen when it is closed."};
        auto texts = TRY(closed_texts(connection, visit.tenant(), round.id));
        if (const auto found = texts.find(wanted); found != texts.end())
            talk.texts = std::move(found->second);
        auto files = TRY(closed_files(connection, visit.tenant(), round.id));
        if (const auto found = files.find(wanted); found != files.end())
            talk.files = std::move(found->second);
        if (round.previous) {
            const auto before = TRY(read_standing(connection, visit.tenant(), round.previous));
            const auto times = TRY(last_times(connection, visit.tenant(), before, talk.standing));
            if (const auto last = times.find(wanted); last != times.end())
                talk.last_time = last->second.value;
        }
        return talk;
    });
}

// How far apart people are comes first; the mean is folded away.
Html spread_part(const RoundVisit& visit, const Talk& talk) {
    const auto& language = visit.language();
    const auto& spread = talk.item().spread;
    Html html = "<div><p>"_html;
    html << agreement_tag(spread.agreement, language) << "</p><p class=\"chart-sentence\">"_html;
    if (spread.n == 0)
        html << language("Nobody has given a score.");
    else
        html << language.plural("{count} score, from {lowest} to {highest}.",
                                "{count} scores, from {lowest} to {highest}.", spread.n,
                                {{"lowest", value_text(spread.lowest, language)},
                                 {"highest", value_text(spread.highest, language)}});
    html << "</p>"_html;
    if (spread.n > 1)
        html << parts::disclosure(language("Mean and median"),
                                  Html() << "<p>"_html
                                         << language("Mean {mean}, median {median}, standard deviation {sd}. "
                                                     "A mean can hide a quarrel: look at "
                                                     "the points first.",
                                                     {{"mean", language.number(spread.mean, 1)},
                                                      {"median", value_text(spread.median, language)},
                                                      {"sd", language.number(spread.sd.value_or(0), 1)}})
                                         << "</p>"_html);
    return html << "</div>"_html;
}

Html dots_of(const RoundVisit& visit, const Talk& talk, const std::string& name,
             const std::vector<double>& points) {
    DotPlot plot{*talk.item().scale, name, points};
    plot.agreed = talk.item().item.value;
    plot.last_time = talk.last_time;
    return Html() << "<figure class=\"chart-figure\"><figcaption>"_html << name << "</figcaption>"_html
                  << dot_plot(plot, visit.language()) << "</figure>"_html;
}

Html points_part(const RoundVisit& visit, const Talk& talk) {
    const auto& language = visit.language();
    const auto& item = talk.item();
    if (item.scale == nullptr) return {};
    Html html = "<div class=\"grid-2\">"_html;
    html << dots_of(visit, talk, language("Everybody"), item.points);
    if (!item.leadership.empty())
        html << dots_of(visit, talk, side_text(Side::leadership, language), item.leadership)
             << dots_of(visit, talk, side_text(Side::staff, language), item.staff);
    for (const auto& aspect : item.scale->aspects)
        if (const auto found = item.aspects.find(aspect.id); found != item.aspects.end())
            html << dots_of(visit, talk, aspect.names.in(language.code()), found->second);
    html << "</div>"_html;
    if (talk.last_time)
        html << "<p class=\"hint\">"_html
             << language("The dashed line is where the group stood last time: {value}.",
                         {{"value", value_with_band(*talk.last_time, *item.scale, language)}})
             << "</p>"_html;
    return html;
}

Html list_of(const std::string& heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    Html list = "<ul>"_html;
    for (const auto& line : lines)
        list << "<li>"_html
             << (line.starts_with("https://") ? organisation::link(line, line) : organisation::words(line))
             << "</li>"_html;
    return parts::section(heading, list << "</ul>"_html, 3);
}

Html texts_part(const RoundVisit& visit, const Talk& talk) {
    const auto& language = visit.language();
    if (talk.texts.strengths.empty() && talk.texts.improvements.empty() && talk.texts.evidence.empty())
        return {};
    Html html = "<div class=\"grid-2\">"_html;
    html << list_of(language("Strengths"), talk.texts.strengths)
         << list_of(language("Areas of improvement"), talk.texts.improvements)
         << list_of(language("Evidence"), talk.texts.evidence);
    return parts::section(language("What was written"), html << "</div>"_html);
}

std::string suggested_value(const Talk& talk, const web::Language& language) {
    const auto& item = talk.item();
    if (item.item.value) return value_text(*item.item.value, language);
    if (item.spread.suggestion) return value_text(*item.spread.suggestion, language);
    return {};
}

Html value_field(const RoundVisit& visit, const Talk& talk, const Filled& filled) {
    const auto& language = visit.language();
    const auto* scale = talk.item().scale;
    if (scale == nullptr) return {};
    std::string hint =
        language("From {min} to {max}. Leave it empty when the group gives no value.",
                 {{"min", value_text(scale->min, language)}, {"max", value_text(scale->max, language)}});
    if (talk.item().spread.suggestion && !talk.item().item.value)
        hint += " " + language("The answers lie close: the median is filled in.");
    return parts::text_field({.label = filled.optional("value", language("The group's value"), hint),
                              .value = filled.value("value", suggested_value(talk, language)),
                              .width = parts::FieldWidth::narrow,
                              .input_mode = "decimal"},
                             language);
}

Html decision_part(RoundVisit& visit, const Talk& talk, const Filled& filled) {
    const auto& language = visit.language();
    const auto& item = talk.item().item;
    if (talk.standing.round.state != State::meeting) return {};
    Html fields = parts::hidden_field("version", std::to_string(item.version));
    fields << value_field(visit, talk, filled)
           << parts::text_area({filled.label("reason", language("What the group builds it on")),
                                filled.value("reason", item.reason), 3},
                               language)
           << parts::text_area(
                  {filled.optional("minority_note", language("What those who disagree want kept")),
                   filled.value("minority_note", item.minority_note), 2},
                  language)
           << parts::text_area(
                  {filled.optional("minutes", language("Minutes")), filled.value("minutes", item.minutes), 3},
                  language)
           << parts::text_area({filled.optional("strength", language("A strength the group stands behind")),
                                filled.value("strength"), 2},
                               language)
           << parts::text_area(
                  {filled.optional("improvement", language("An area of improvement the group stands behind")),
                   filled.value("improvement"), 2},
                  language)
           << parts::button_row({parts::button(language("Decide and go on")),
                                 parts::button_link(language("Back to the agenda"),
                                                    address_of(talk.standing.round.id, "/agenda"))});
    return parts::section(
        language("What do you agree on?"),
        parts::form({.action = visit.context().request.path, .csrf = visit.context().csrf_field()}, fields));
}

Result<Response> consensus_page(RoundVisit& visit, const Talk& talk, const Filled& filled, int status) {
    const auto& language = visit.language();
    const auto& node = *talk.item().node;
    auto info =
        round_info(visit, talk.standing.round, title_of(node, language), node.question.in(language.code()));
    Html body = parts::error_summary(filled.errors(), language);
    body << "<div class=\"stack consensus\">"_html;
    if (talk.standing.round.state == State::meeting)
        body << R"(<p class="hint">)"_html << time_ahead(talk.standing, language) << "</p>"_html;
    if (talk.item().scale != nullptr) body << spread_part(visit, talk) << points_part(visit, talk);
    body << texts_part(visit, talk) << file_links(talk.standing.round.id, talk.files, language)
         << decision_part(visit, talk, filled) << organisation::stored_meanwhile(filled, language)
         << "</div>"_html;
    auto response = organisation::page_of(info, body);
    response.status = status;
    return response;
}

// After a decision: the next one on the agenda, or the agenda when all is decided.
std::string next_address(RoundVisit& visit, const Round& round) {
    const auto standing = visit.standing(round);
    if (!standing.ok() || standing->agenda().empty()) return address_of(round.id, "/agenda?done=decided");
    return address_of(round.id, "/consensus/" + standing->agenda().front()->item.item + "?done=decided");
}

} // namespace

Result<Response> show_consensus(RoundVisit& visit) {
    return consensus_page(visit, TRY(read_talk(visit)), Filled(), 200);
}

Result<Response> send_consensus(RoundVisit& visit) {
    const auto talk = TRY(read_talk(visit));
    web::Form form(visit.context().request.form);
    Consensus consensus{form.number("value"), form.text("reason", 2000), form.text("minority_note", 2000),
                        form.text("minutes", 8000)};
    const auto version = form.required_integer("version");
    const auto strength = form.text("strength", 500);
    const auto improvement = form.text("improvement", 500);
    const auto* scale = talk.item().scale;
    const bool off_scale = consensus.value && (scale == nullptr || *consensus.value < scale->min ||
                                               *consensus.value > scale->max);
    if (off_scale) form.fail("value", "assessment.value_range", "That value lies outside the scale.");
    if (form.ok()) {
        const auto& round = talk.standing.round;
        const auto saved = visit.write([&](storage::Transaction& tx) -> Result<void> {
            TRY(decide_item(tx, round.id, talk.wanted, consensus, version));
            if (!strength.empty())
                TRY(add_finding(tx, round.id, talk.wanted, FindingKind::strength, strength));
            if (!improvement.empty())
                TRY(add_finding(tx, round.id, talk.wanted, FindingKind::improvement, improvement));
            return {};
        });
        if (saved.ok()) return Response::redirect(next_address(visit, round));
        if (!mendable(saved.error())) return saved.error();
        form.fail(saved.error());
    }
    return consensus_page(visit, talk, Filled(form, visit.language()), refused);
}

} // namespace maerkbar::assessment
