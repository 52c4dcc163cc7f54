#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sources/surveys/taking_out/answer_table.hpp"
#include "web/language.hpp"

namespace maerkbar::surveys {

enum class AnswerFormat { excel, csv, xlsx, sav };
[[nodiscard]] std::string_view name_of(AnswerFormat format); // "excel", "csv", "xlsx", "sav"
[[nodiscard]] std::optional<AnswerFormat> answer_format_named(std::string_view name);

// The answers as a file. For Excel and as XLSX with words, for programs with stored values (which `maerkbar
// survey analyse` reads), for SPSS with codes and labels. What is withheld is “*” (code -5 in SPSS).
[[nodiscard]] Result<std::string> write_answers(const AnswerTable& table, AnswerFormat format,
                                                const web::Language& language, std::string_view title,
                                                std::int64_t made_at);
// What people wrote: question and text.
[[nodiscard]] Result<std::string> write_comments(const AnswerTable& table, AnswerFormat format,
                                                 const web::Language& language);

// Codes of SPSS for what is no answer; far off for numbers, which may be below zero.
[[nodiscard]] double missing_code(Missing missing, ColumnKind kind);
[[nodiscard]] double withheld_code(ColumnKind kind);

// A line of the codebook: a column, and a value it may have.
struct CodebookLine {
    std::string name, label, kind, value, code, words;
};
[[nodiscard]] std::vector<CodebookLine> codebook(const AnswerTable& table, const web::Language& language);
[[nodiscard]] Result<std::string> write_codebook(const AnswerTable& table, AnswerFormat format,
                                                 const web::Language& language);

} // namespace maerkbar::surveys
