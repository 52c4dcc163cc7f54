#pragma once

#include "sources/surveys/definition/definition.hpp"

// A survey as one long form: printed, and typed from paper.
namespace maerkbar::surveys::asking {

// What stands beside one box: on paper "1 ☐ Very dissatisfied", typed as "1".
struct FormChoice {
    std::string number; // as it is typed
    std::string value;  // as it is stored
    std::string words;
};

// One line to answer: a question, a row of a matrix, a side of a pair.
struct FormItem {
    std::string name; // of the answer
    std::string text;
    std::vector<FormChoice> choices = {}; // none: something is written
    bool several = false;                 // more than one box may be ticked
    bool ranked = false;                  // the boxes get numbers in the order of preference
    bool always = true;                   // false: asked of some, by earlier answers
    bool written = false;                 // a text of some length
};
// Every question in this language, information texts left out.
[[nodiscard]] std::vector<FormItem> form_items(const Definition& survey, std::string_view language);

// What was typed for an item: numbers of boxes apart by blanks or commas, or text; empty for nothing. Error:
// entry.number (invalid) for a number that no box has, with the item's name as field.
[[nodiscard]] Result<Answer> typed_answer(const FormItem& item, std::string_view typed);

} // namespace maerkbar::surveys::asking
