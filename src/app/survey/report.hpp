#pragma once

#include <string>
#include <vector>

#include "app/survey/analysis.hpp"
#include "web/language.hpp"

namespace maerkbar::app_survey {

// Everything an output is made from.
struct Report {
    const Request& request;
    const surveys::Definition& definition;
    const AnswerFile& file;
    const Analysis& analysis;
    const web::Language& language;
};

// "satisfied: Er du tilfreds?"; of a row or side its own words too.
[[nodiscard]] std::string question_title(const std::string& name, const Report& report);
[[nodiscard]] std::string value_title(const QuestionFigures& figures, const std::string& value,
                                      const Report& report);
// "75 % (62–85 %)"; "–" where there is none.
[[nodiscard]] std::string share_text(double share, const statistics::Interval& interval,
                                     const web::Language& language);
[[nodiscard]] std::string mean_text(double mean, const statistics::Interval& interval,
                                    const web::Language& language);
// Whole sentences.
[[nodiscard]] std::string target_sentence(const TargetResult& target, const web::Language& language);
[[nodiscard]] std::string change_sentence(const WaveChange& change, const Report& report);
[[nodiscard]] std::string paired_sentence(const PairedChange& change, const Report& report);
[[nodiscard]] std::string gap_sentence(const statistics::ExpectationGap& gap, const web::Language& language);
// What was left out, which population the intervals are for, and what the figures do not say.
[[nodiscard]] std::vector<std::string> notes(const Report& report);

// One function a format; each gives the whole output.
[[nodiscard]] std::string text_output(const Report& report);
[[nodiscard]] std::string json_output(const Report& report);
// One figure a line: wave,question,measure,value,number.
[[nodiscard]] std::string csv_output(const Report& report);

} // namespace maerkbar::app_survey
