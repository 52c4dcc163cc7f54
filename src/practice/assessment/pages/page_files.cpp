#include "base/text.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/plan_parts.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "tables/table_writer.hpp"

// A round as a spreadsheet, and whole as JSON.
namespace maerkbar::assessment {

using web::Response;

namespace {

constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

using TextsByItem = std::map<std::string, ClosedTexts, std::less<>>;

std::vector<tables::Column> columns_of(const web::Language& language) {
    using tables::ColumnType;
    return {{language("Area")},
            {language("Item")},
            {language("Question")},
            {language("Value"), ColumnType::number, 1},
            {language("Step")},
            {language("Answers"), ColumnType::number, 0},
            {language("Lowest"), ColumnType::number, 1},
            {language("Highest"), ColumnType::number, 1},
            {language("Median"), ColumnType::number, 1},
            {language("Reason")},
            {language("What those who disagree want kept")},
            {language("Minutes")},
            {language("Strengths")},
            {language("Areas of improvement")},
            {language("Evidence")}};
}

Result<void> write_item(tables::TableWriter& writer, const Standing& standing, const ItemStanding& item,
                        const ClosedTexts& texts, const web::Language& language) {
    const auto area = title_of(standing.model.top(*item.node), language);
    const auto title = title_of(*item.node, language);
    const auto step =
        item.item.value && item.scale != nullptr
            ? item.scale->ladder()[band_of(*item.scale, *item.item.value)].label.in(language.code())
            : std::string();
    const auto strengths = joined(texts.strengths, "\n");
    const auto improvements = joined(texts.improvements, "\n");
    const auto evidence = joined(texts.evidence, "\n");
    const auto number = [](bool there, double value) -> tables::Cell {
        return there ? tables::Cell(value) : tables::Cell();
    };
    const auto& spread = item.spread;
    const std::vector<tables::Cell> cells = {std::string_view(area),
                                             std::string_view(title),
                                             std::string_view(item.node->question.in(language.code())),
                                             number(item.item.value.has_value(), item.item.value.value_or(0)),
                                             std::string_view(step),
                                             static_cast<double>(spread.n),
                                             number(spread.n > 0, spread.lowest),
                                             number(spread.n > 0, spread.highest),
                                             number(spread.n > 0, spread.median),
                                             std::string_view(item.item.reason),
                                             std::string_view(item.item.minority_note),
                                             std::string_view(item.item.minutes),
                                             std::string_view(strengths),
                                             std::string_view(improvements),
                                             std::string_view(evidence)};
    return writer.row(cells);
}

Result<TextsByItem> read_texts(RoundVisit& visit, const Round& round) {
    return visit.read(
        [&](storage::Connection& connection) { return closed_texts(connection, visit.tenant(), round.id); });
}

template <typename T>
void write_list(JsonWriter& json, std::string_view name, const std::vector<T>& list) {
    json.key(name).begin_array();
    for (const auto& one : list)
        json.value(one);
    json.end_array();
}

void write_item(JsonWriter& json, const ItemStanding& item, const ClosedTexts& texts) {
    json.begin_object().member("item", item.item.item).member("closed", item.item.closed.has_value());
    json.member("value", item.item.value).member("without_value", item.item.without_value);
    json.member("reason", item.item.reason).member("minority_note", item.item.minority_note);
    json.member("minutes", item.item.minutes).member("decided", item.item.decided.has_value());
    json.member("decided_together", item.item.decided_together);
    write_list(json, "points", item.points);
    write_list(json, "strengths", texts.strengths);
    write_list(json, "improvements", texts.improvements);
    write_list(json, "evidence", texts.evidence);
    json.end_object();
}

void write_plan(JsonWriter& json, const Plan& plan) {
    json.key("findings").begin_array();
    for (const auto& finding : plan.strengths)
        json.begin_object()
            .member("kind", "strength")
            .member("item", finding.item)
            .member("content", finding.content)
            .end_object();
    for (const auto& [finding, priority] : plan.improvements) {
        json.begin_object().member("kind", "improvement").member("item", finding.item);
        json.member("content", finding.content).member("votes", priority.n);
        json.member("effect", priority.effect).member("ease", priority.ease).end_object();
    }
    json.end_array().key("actions").begin_array();
    for (const auto& action : plan.actions)
        json.begin_object()
            .member("title", action.fields.title)
            .member("due", action.fields.due)
            .member("status", actions::name_of(action.fields.status))
            .member("indicator", action.fields.indicator)
            .end_object();
    json.end_array().key("reviews").begin_array();
    for (const auto& review : plan.reviews)
        json.begin_object().member("held_on", review.held_on).member("note", review.note).end_object();
    json.end_array();
}

} // namespace

Result<Response> report_xlsx(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto round = TRY(visit.seen_round());
    TRY(require_agreed(round));
    const auto standing = TRY(visit.standing(round));
    const auto texts = TRY(read_texts(visit, round));
    std::string body;
    auto writer =
        TRY(tables::make_xlsx_writer(tables::append_to(body), columns_of(language), round.fields.name));
    for (const auto& item : standing.items) {
        const auto found = texts.find(item.item.item);
        TRY(write_item(*writer, standing, item, found == texts.end() ? ClosedTexts() : found->second,
                       language));
    }
    TRY(writer->finish());
    return Response::download(round.fields.name + ".xlsx", xlsx_type, std::move(body));
}

Result<Response> round_json(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto plan = TRY(read_plan(visit, round));
    const auto standing = TRY(visit.standing(round));
    const auto texts = TRY(read_texts(visit, round));
    JsonWriter json;
    json.begin_object().member("format", "maerkbar-round").member("format_version", 1);
    json.member("name", round.fields.name).member("unit", organisation::unit_name(visit.page, round.unit));
    json.member("state", name_of(round.state))
        .member("scope", name_of(round.scope))
        .member("method", round.method);
    json.member("scoring_until", round.fields.scoring_until).member("meeting_on", round.fields.meeting_on);
    json.member("trained_on", round.fields.trained_on).member("plan_by", round.fields.plan_by);
    json.member("no_action_reason", round.no_action_reason);
    json.key("model").raw(write_model(standing.model));
    json.key("items").begin_array();
    for (const auto& item : standing.items) {
        const auto found = texts.find(item.item.item);
        write_item(json, item, found == texts.end() ? ClosedTexts() : found->second);
    }
    json.end_array();
    write_plan(json, plan);
    json.end_object();
    return Response::download(round.fields.name + ".json", "application/json", std::move(json).text());
}

} // namespace maerkbar::assessment
