#include "sources/surveys/taking_out/files.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/names.hpp"
#include "comments/mask_words.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "tables/sav_writer.hpp"
#include "tables/table_writer.hpp"

namespace maerkbar::surveys {

namespace {

using State = AnswerCell::State;

constexpr std::array<std::string_view, 4> format_names{"excel", "csv", "xlsx", "sav"};

const ValueLabel* label_of(const AnswerColumn& column, std::string_view value) {
    const auto found = std::ranges::find(column.values, value, &ValueLabel::value);
    return found == column.values.end() ? nullptr : &*found;
}

double number_in(const std::string& text) {
    return std::strtod(text.c_str(), nullptr);
}

// A cell of a table file, valid as long as the answer's.
tables::Cell table_cell(const AnswerColumn& column, const AnswerCell& cell, bool in_words,
                        std::string_view language) {
    switch (cell.state) {
        case State::nothing:
            return {};
        case State::withheld:
            return std::string_view("*");
        case State::missing:
            return in_words ? missing_words(cell.missing, language) : name_of(cell.missing);
        case State::value:
            break;
    }
    if (column.kind == ColumnKind::number) return number_in(cell.value);
    const auto* label = label_of(column, cell.value);
    if (label == nullptr) return std::string_view(cell.value);
    // Steps are numbers to reckon with; a choice is its words.
    if (column.steps) return label->code;
    return in_words ? std::string_view(label->words) : std::string_view(label->value);
}

Result<std::unique_ptr<tables::TableWriter>> writer_for(std::string& bytes,
                                                        std::vector<tables::Column> columns,
                                                        AnswerFormat format, std::string_view sheet) {
    if (format == AnswerFormat::xlsx)
        return tables::make_xlsx_writer(tables::append_to(bytes), std::move(columns), sheet);
    return tables::make_csv_writer(
        tables::append_to(bytes), std::move(columns),
        format == AnswerFormat::csv ? tables::CsvStyle::programs : tables::CsvStyle::excel);
}

Result<std::string> write_table(const AnswerTable& table, AnswerFormat format,
                                const web::Language& language) {
    std::vector<tables::Column> columns;
    for (const auto& column : table.columns)
        columns.push_back({column.name, column.kind == ColumnKind::text ? tables::ColumnType::text
                                                                        : tables::ColumnType::number});
    std::string bytes;
    const auto writer = TRY(writer_for(bytes, std::move(columns), format, language("Answers")));
    std::vector<tables::Cell> cells;
    for (const auto& row : table.rows) {
        cells.clear();
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(
                table_cell(table.columns[i], row[i], format != AnswerFormat::csv, language.code()));
        TRY(writer->row(cells));
    }
    TRY(writer->finish());
    return bytes;
}

tables::SavVariable variable_of(const AnswerTable& table, std::size_t index, std::string_view language) {
    const auto& column = table.columns[index];
    tables::SavVariable variable{column.name, column.label};
    if (column.kind == ColumnKind::text) {
        variable.text_width = 1;
        for (const auto& row : table.rows)
            variable.text_width = std::max(variable.text_width, row[index].value.size());
        return variable;
    }
    for (const auto& value : column.values)
        variable.value_labels.emplace_back(value.code, value.words);
    for (const auto reason : {Missing::not_relevant, Missing::no_wish, Missing::dont_know, Missing::skipped})
        variable.value_labels.emplace_back(missing_code(reason, column.kind),
                                           missing_words(reason, language));
    variable.value_labels.emplace_back(withheld_code(column.kind), "*");
    if (column.kind == ColumnKind::number) variable.decimals = 2;
    variable.missing = {missing_code(Missing::skipped, column.kind), withheld_code(column.kind)};
    return variable;
}

tables::Cell sav_cell(const AnswerColumn& column, const AnswerCell& cell) {
    if (column.kind == ColumnKind::text) {
        if (cell.state == State::value) return std::string_view(cell.value);
        return cell.state == State::withheld ? std::string_view("*") : std::string_view();
    }
    switch (cell.state) {
        case State::nothing:
            return {};
        case State::withheld:
            return withheld_code(column.kind);
        case State::missing:
            return missing_code(cell.missing, column.kind);
        case State::value:
            break;
    }
    if (column.kind == ColumnKind::number) return number_in(cell.value);
    const auto* label = label_of(column, cell.value);
    return label == nullptr ? tables::Cell() : tables::Cell(label->code);
}

Result<std::string> write_spss(const AnswerTable& table, const web::Language& language,
                               std::string_view title, std::int64_t made_at) {
    tables::SavFile file{std::string(title), made_at, {}, table.rows.size()};
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        file.variables.push_back(variable_of(table, i, language.code()));
    std::string bytes;
    TRY(tables::write_sav(tables::append_to(bytes), file,
                          [&](std::size_t row, std::span<tables::Cell> cells) {
                              for (std::size_t i = 0; i < cells.size(); ++i)
                                  cells[i] = sav_cell(table.columns[i], table.rows[row][i]);
                          }));
    return bytes;
}

} // namespace

std::string_view name_of(AnswerFormat format) {
    return name_in<AnswerFormat>(format_names, format);
}

std::optional<AnswerFormat> answer_format_named(std::string_view name) {
    return named_in<AnswerFormat>(format_names, name);
}

Result<std::string> write_answers(const AnswerTable& table, AnswerFormat format,
                                  const web::Language& language, std::string_view title,
                                  std::int64_t made_at) {
    if (format == AnswerFormat::sav) return write_spss(table, language, title, made_at);
    return write_table(table, format, language);
}

Result<std::string> write_comments(const AnswerTable& table, AnswerFormat format,
                                   const web::Language& language) {
    std::string bytes;
    const auto writer = TRY(writer_for(bytes, {{language("Question")}, {language("What was written")}},
                                       format, language("Comments")));
    for (const auto& comment : table.comments) {
        const auto text = comments::masks_in_words(comment.text, language);
        const std::vector<tables::Cell> cells{std::string_view(comment.label), std::string_view(text)};
        TRY(writer->row(cells));
    }
    TRY(writer->finish());
    return bytes;
}

} // namespace maerkbar::surveys
