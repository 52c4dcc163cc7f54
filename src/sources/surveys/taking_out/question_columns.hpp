#pragma once

#include "sources/surveys/taking_out/answer_table.hpp"

namespace maerkbar::surveys {

// One question as the columns of a table, and an answer to it as their cells.
struct QuestionColumn {
    AnswerColumn column;
    QuestionType type;
    std::string answer;      // name of the answer
    std::string part = {};   // the choice it stands for, of several choices and of a ranking
    bool background = false; // others may know it about a person: a choice, a number, a date
    std::optional<double> least = {}, most = {};
};
[[nodiscard]] std::vector<QuestionColumn> columns_of(const Definition& definition, const Question& question,
                                                     std::string_view language);
// Whether two columns of different versions are the same.
[[nodiscard]] bool same_column(const QuestionColumn& a, const QuestionColumn& b);
[[nodiscard]] AnswerCell cell_of(const QuestionColumn& column, const Answers& answers);
// Names of answers in words, which go out apart.
[[nodiscard]] std::vector<std::string> comment_names(const Question& question);

} // namespace maerkbar::surveys
