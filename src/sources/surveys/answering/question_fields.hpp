#pragma once

#include "sources/surveys/answering/visit.hpp"
#include "web/fields.hpp"

namespace maerkbar::surveys::answering {

// How one question is shown.
struct QuestionView {
    const Definition& survey;
    const Question& question;
    std::string_view language;
    const web::Language& page_language;
    const Answers& answers;               // what is filled in
    const web::parts::FormErrors& errors; // of what was sent last
    web::Html heading = {};               // the question as the legend or label of its fields
};

// The fields of one question; every choice is a row of at least 48 px that can be touched anywhere. The names
// of the fields are the names of the answers; "missing.NAME" is the reason why there is none.
[[nodiscard]] web::Html question_fields(const QuestionView& view);

// What was sent for this question.
[[nodiscard]] Answers read_fields(const Question& question, const web::Fields& sent);

// The id of the first field, for links to it.
[[nodiscard]] std::string field_id(std::string_view answer_name);

} // namespace maerkbar::surveys::answering
