#pragma once

#include <string>
#include <vector>

#include "app/survey/request.hpp"
#include "sources/surveys/definition/definition.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::app_survey {

// Where one answer stands in the file: a column of its own, or one for each choice with 1 for chosen, or with
// the place it was given in a ranking.
struct AnswerColumns {
    std::string name; // of the answer
    std::optional<std::size_t> column = {};
    std::vector<std::pair<std::size_t, std::string>> chosen = {}; // column and the value it stands for
};

struct QuestionColumns {
    const surveys::Question* question = nullptr;
    std::vector<AnswerColumns> answers;
};

// The columns of every question that the file has; names with a part after a point are also found with / _ or
// [ ].
[[nodiscard]] std::vector<QuestionColumns> plan_columns(const tables::TableFile& file,
                                                        const surveys::Definition& definition);

// Turns a cell into an answer: a stored value, the words of one in any language of the survey, or a reason
// for no answer. An empty cell is no answer at all.
class CellReader {
  public:
    CellReader(const surveys::Definition& definition, const Request& request)
        : definition_(definition), request_(request) {}
    // The error is that of the survey's own check of answers.
    [[nodiscard]] Result<surveys::Answers> read(const QuestionColumns& columns, const tables::Row& row) const;

  private:
    [[nodiscard]] surveys::Answer answer_of(const surveys::Question& question, std::string_view cell) const;
    [[nodiscard]] surveys::Answer chosen_of(const AnswerColumns& columns, const tables::Row& row,
                                            bool ranking) const;
    [[nodiscard]] std::optional<surveys::Missing> missing_of(std::string_view cell) const;
    [[nodiscard]] std::optional<std::string> value_of(const surveys::Question& question,
                                                      std::string_view words) const;
    [[nodiscard]] std::vector<std::string> values_of(const surveys::Question& question,
                                                     std::string_view cell) const;

    const surveys::Definition& definition_;
    const Request& request_;
};

} // namespace maerkbar::app_survey
