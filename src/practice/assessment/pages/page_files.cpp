#include "base/text.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/report_outline.hpp"
#include "practice/assessment/pages/words.hpp"
#include "tables/table_writer.hpp"

// A round as a spreadsheet.
namespace maerkbar::assessment {

using web::Response;

namespace {

constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    const auto reason = reason_text(item.item, language);
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
                                             std::string_view(reason),
                                             std::string_view(item.item.minority_note),
                                             std::string_view(item.item.minutes),
                                             std::string_view(strengths),
                                             std::string_view(improvements),
                                             std::string_view(evidence)};
    return writer.row(cells);
}

} // namespace

Result<Response> report_xlsx(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto whole = TRY(read_whole(visit));
    const auto& name = whole.plan.round.fields.name;
    std::string body;
    auto writer = TRY(tables::make_xlsx_writer(tables::append_to(body), columns_of(language), name));
    for (const auto& item : whole.standing.items)
        TRY(write_item(*writer, whole.standing, item, whole.texts_of(item), language));
    TRY(writer->finish());
    return Response::download(name + ".xlsx", xlsx_type, std::move(body));
}

} // namespace maerkbar::assessment
