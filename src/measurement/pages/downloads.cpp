#include "measurement/pages/indicator_page.hpp"
#include "measurement/pages/subject.hpp"
#include "tables/table_writer.hpp"
#include "web/chart/control_chart.hpp"
#include "web/parts/chart_figure.hpp"

// The figures of an indicator page as files: the same verdict, so the same numbers.
namespace maerkbar::measurement::pages {

using web::Response;

namespace {

std::vector<tables::Column> columns_of(const web::Language& language) {
    using tables::ColumnType;
    return {{language("Period")},
            {language("Value"), ColumnType::number},
            {language("Numerator"), ColumnType::number},
            {language("Denominator"), ColumnType::number},
            {language("Rows"), ColumnType::number, 0},
            {language("Centre line"), ColumnType::number},
            {language("Lower limit"), ColumnType::number},
            {language("Upper limit"), ColumnType::number},
            {language("Lowest allowed"), ColumnType::number},
            {language("Highest allowed"), ColumnType::number},
            {language("State")}};
}

tables::Cell cell(const std::optional<double>& value) {
    return value ? tables::Cell(*value) : tables::Cell();
}

Result<void> write_points(tables::TableWriter& writer, const Verdict& verdict) {
    for (const auto& point : verdict.points) {
        const auto code = point.period.code();
        const tables::Cell cells[] = {std::string_view(code),
                                      cell(point.value),
                                      cell(point.numerator),
                                      cell(point.denominator),
                                      static_cast<double>(point.count),
                                      cell(point.centre),
                                      cell(point.lower),
                                      cell(point.upper),
                                      cell(point.target ? point.target->low : std::nullopt),
                                      cell(point.target ? point.target->high : std::nullopt),
                                      name_of(point.state)};
        TRY(writer.row(cells));
    }
    return writer.finish();
}

std::string file_name(const Visit& visit, const Subject& subject, std::string_view ending) {
    return subject.indicator.definition.name.in(visit.language().code()) + " – " +
           visit.unit_name(subject.unit) + std::string(ending);
}

} // namespace

Result<Response> indicator_csv(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    std::string text;
    const auto writer = tables::make_csv_writer(tables::append_to(text), columns_of(here.language()),
                                                tables::CsvStyle::excel);
    TRY(write_points(*writer, *subject.verdict));
    return Response::download(file_name(here, subject, ".csv"), "text/csv; charset=utf-8", std::move(text));
}

Result<Response> indicator_xlsx(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    std::string bytes;
    const auto writer =
        TRY(tables::make_xlsx_writer(tables::append_to(bytes), columns_of(here.language()),
                                     subject.indicator.definition.name.in(here.language().code())));
    TRY(write_points(*writer, *subject.verdict));
    return Response::download(file_name(here, subject, ".xlsx"),
                              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                              std::move(bytes));
}

Result<Response> indicator_svg(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    web::chart::Options options;
    options.standalone = true;
    auto svg = web::chart::control_chart(control_chart_of(drawing_of(here, subject), subject.notes),
                                         web::parts::chart_words(here.language()), options);
    return Response::download(file_name(here, subject, ".svg"), "image/svg+xml", std::move(svg));
}

} // namespace maerkbar::measurement::pages
