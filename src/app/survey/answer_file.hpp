#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/survey/request.hpp"
#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::app_survey {

// One row: what somebody answered.
struct Respondent {
    std::size_t line = 0;
    surveys::Answers answers;
    std::string wave;
    std::string person;
};

struct AnswerFile {
    std::vector<Respondent> respondents;
    std::vector<std::string> waves;              // the values of the wave's column, as they come
    std::vector<std::string> unknown_columns;    // in the file, not in the survey
    std::vector<std::string> unanswered;         // in the survey, not in the file
    std::vector<std::string> asked;              // names of answers that the file has, in the survey's order
    std::vector<std::size_t> lines_without_wave; // left out
};

struct ReadFailure {
    std::vector<Error> errors; // the first ten
    bool bad_usage = false;    // a column that is not there
};

// The file's first line names its columns.
[[nodiscard]] std::variant<AnswerFile, ReadFailure> read_answer_file(const Request& request,
                                                                     const surveys::Definition& definition);

} // namespace maerkbar::app_survey
