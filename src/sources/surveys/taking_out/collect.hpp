#pragma once

#include "organisation/viewer.hpp"
#include "sources/surveys/services.hpp"
#include "sources/surveys/taking_out/answer_table.hpp"
#include "sources/surveys/taking_out/file_maker.hpp"

namespace maerkbar::surveys {

// The answers of a survey at the units where the viewer may take answers out, by the rules of protection.hpp.
[[nodiscard]] Result<AnswerTable> collect_answers(Services& services, const organisation::Viewer& viewer,
                                                  const web::Language& language, const Survey& survey);
[[nodiscard]] OutCounts counts_of(const AnswerTable& table);
// How many answers collect_answers() would read.
[[nodiscard]] Result<std::int64_t> count_answers_out(storage::Connection& connection,
                                                     const organisation::Viewer& viewer, SurveyId survey);

} // namespace maerkbar::surveys
