#include <cstdlib>

#include "base/json_writer.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/taking_out/files.hpp"
#include "tables/sav_writer.hpp"
#include "tables/table_writer.hpp"

namespace maerkbar::surveys {

namespace {

constexpr Missing reasons[] = {Missing::not_relevant, Missing::no_wish, Missing::dont_know, Missing::skipped};
constexpr double far_off = -99'999'990; // codes of numbers begin here

std::string kind_name(ColumnKind kind, const web::Language& language) {
    switch (kind) {
        case ColumnKind::text:
            return language("Text");
        case ColumnKind::number:
            return language("Number");
        case ColumnKind::code:
            return language("One of the values");
    }
    return {};
}

std::string code_text(double code) {
    return JsonWriter().value(code).text();
}

} // namespace

double missing_code(Missing missing, ColumnKind kind) {
    double code = -6;
    for (const auto reason : reasons) {
        if (reason == missing) break;
        --code;
    }
    return kind == ColumnKind::number ? far_off + code : code;
}

double withheld_code(ColumnKind kind) {
    return kind == ColumnKind::number ? far_off - 5 : -5;
}

std::vector<CodebookLine> codebook(const AnswerTable& table, const web::Language& language) {
    std::vector<CodebookLine> lines;
    for (const auto& column : table.columns) {
        lines.push_back({column.name, column.label, kind_name(column.kind, language), "", "",
                         column.sensitive ? language("Sensitive question") : std::string()});
        for (const auto& value : column.values)
            lines.push_back({column.name, "", "", value.value, code_text(value.code), value.words});
        if (!column.answers) continue;
        const bool coded = column.kind != ColumnKind::text;
        for (const auto reason : reasons)
            lines.push_back({column.name, "", "", std::string(name_of(reason)),
                             coded ? code_text(missing_code(reason, column.kind)) : std::string(),
                             std::string(missing_words(reason, language.code()))});
        lines.push_back({column.name, "", "", "*",
                         coded ? code_text(withheld_code(column.kind)) : std::string(),
                         language("Withheld, because few share it")});
    }
    return lines;
}

Result<std::string> write_codebook(const AnswerTable& table, AnswerFormat format,
                                   const web::Language& language) {
    const std::vector<tables::Column> columns{{language("Column")},    {language("Question")},
                                              {language("Kind")},      {language("Value")},
                                              {language("SPSS code")}, {language("Meaning")}};
    std::string bytes;
    auto writer = format == AnswerFormat::xlsx
                      ? TRY(tables::make_xlsx_writer(tables::append_to(bytes), columns, language("Codebook")))
                      : tables::make_csv_writer(tables::append_to(bytes), columns,
                                                format == AnswerFormat::excel ? tables::CsvStyle::excel
                                                                              : tables::CsvStyle::programs);
    for (const auto& line : codebook(table, language)) {
        // As a number: text that begins with a minus sign would be taken for a formula.
        const auto code =
            line.code.empty() ? tables::Cell() : tables::Cell(std::strtod(line.code.c_str(), nullptr));
        const std::vector<tables::Cell> cells{std::string_view(line.name),
                                              std::string_view(line.label),
                                              std::string_view(line.kind),
                                              std::string_view(line.value),
                                              code,
                                              std::string_view(line.words)};
        TRY(writer->row(cells));
    }
    TRY(writer->finish());
    return bytes;
}

} // namespace maerkbar::surveys
