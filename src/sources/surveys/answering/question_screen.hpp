#pragma once

#include "sources/surveys/answering/visit.hpp"

namespace maerkbar::surveys::answering {

// One question as its page shows it.
struct QuestionScreen {
    const Visit& visit;
    const Question& question;
    std::size_t number = 1; // from 1; texts to read are not counted
    std::size_t count = 1;  // of the questions that are asked now
    const Answers& filled;
    const web::parts::FormErrors& errors;
    const Question* back = nullptr; // the question before, or the start
    bool last = false;              // its button sends the answer
    bool preview = false;           // nothing is sent, and nothing leads away
};
[[nodiscard]] web::Html question_screen(const QuestionScreen& screen);

} // namespace maerkbar::surveys::answering
