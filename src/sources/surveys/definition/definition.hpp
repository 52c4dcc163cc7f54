#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.hpp"
#include "base/result.hpp"
#include "sources/surveys/definition/answers.hpp"
#include "sources/surveys/definition/condition.hpp"
#include "sources/surveys/definition/texts.hpp"

namespace maerkbar::surveys {

enum class QuestionType {
    smiley,          // 3 to 5 faces, each with words and a number; 1 is the saddest
    likert,          // steps 1 to 5 or 1 to 6
    yes_no,          // "yes" or "no"
    single_choice,   //
    multiple_choice, //
    number,          //
    date,            //
    matrix,          // the same choices for several rows
    ranking,         // choices in the order of preference
    open_text,       //
    nps,             // 0 to 10; only for surveys taken over from elsewhere
    expectation,     // two answers on one scale: what was expected, and how it was
    information,     // a text to read, nothing to answer
};

inline constexpr QuestionType question_types[] = {
    QuestionType::smiley,          QuestionType::likert,    QuestionType::yes_no, QuestionType::single_choice,
    QuestionType::multiple_choice, QuestionType::number,    QuestionType::date,   QuestionType::matrix,
    QuestionType::ranking,         QuestionType::open_text, QuestionType::nps,    QuestionType::expectation,
    QuestionType::information};
[[nodiscard]] std::string_view name_of(QuestionType type); // "smiley", …
[[nodiscard]] std::optional<QuestionType> question_type_named(std::string_view name);

struct Choice {
    std::string value; // what is stored
    Texts text;
    bool operator==(const Choice&) const = default;
};

// The two sides of an expectation question, as parts of names in Answers: "wait.expectation".
inline constexpr std::string_view expected_side = "expectation";
inline constexpr std::string_view experienced_side = "experience";
// What was written beside "other", and the value stored for that choice.
inline constexpr std::string_view other_value = "other";

struct Question {
    std::string name; // letters, digits, _ and -; unique in the survey
    QuestionType type = QuestionType::smiley;
    Texts title;
    Texts hint = {};
    Condition shown_if = {};
    int points = 0;                   // smiley 3 to 5; likert and expectation 5 or 6
    std::vector<Choice> choices = {}; // of choices, ranking, matrix; words of a scale's points where given
    std::vector<Choice> rows = {};    // of a matrix
    bool other = false;               // of choices: "something else", with a field to write in
    std::optional<double> least = {}; // of number
    std::optional<double> most = {};
    bool whole = false;                // of number: no decimals
    Texts expectation = {};            // of an expectation pair: the two questions beneath the title
    Texts experience = {};             //
    bool recalled = true;              // the expectation is asked afterwards, so it is remembered
    std::vector<Missing> missing = {}; // which ways not to answer are offered
    bool sensitive = false; // about health, faith and the like: nothing is shown of fewer than twenty
    bool required = false;  // wanted by whoever made it; kept for other programs, our pages never insist
    bool operator==(const Question&) const = default;
};

struct Page {
    std::string name;
    Texts title = {};
    std::string section = {}; // name of a section, or none
    Condition shown_if = {};
    std::vector<Question> questions = {};
    bool operator==(const Page&) const = default;
};

struct Section {
    std::string name;
    Texts title;
    bool operator==(const Section&) const = default;
};

struct Definition {
    std::vector<std::string> languages; // the first is the main one: every text exists in it
    Texts title;
    Texts intro = {};
    Texts thanks = {};
    std::vector<Section> sections = {};
    std::vector<Page> pages = {};

    bool operator==(const Definition&) const = default;
    [[nodiscard]] std::string_view main_language() const {
        return languages.empty() ? std::string_view("da") : std::string_view(languages.front());
    }
    [[nodiscard]] const std::string& say(const Texts& texts, std::string_view language) const {
        return texts.in(language, main_language());
    }
    [[nodiscard]] const Question* question(std::string_view name) const;
};

// Steps from 1 (0 for nps) to this many; 0 for a question without steps.
[[nodiscard]] int highest_step(const Question& question);
[[nodiscard]] inline int lowest_step(const Question& question) {
    return question.type == QuestionType::nps ? 0 : 1;
}
// The names under which answers to this question are kept: its own, one for each row or side, and ".other".
[[nodiscard]] std::vector<std::string> answer_names(const Question& question);

// Calls `each(field, text)` for every text of the survey; `field` is its place: "pages.0.questions.1.title".
void for_each_text(const Definition& definition,
                   FunctionRef<void(const std::string& field, const Texts& text)> each);
void change_each_text(Definition& definition, FunctionRef<void(const std::string& field, Texts& text)> each);

// A text that is not there in one of the survey's languages.
struct MissingText {
    std::string field;
    std::string language;
    bool operator==(const MissingText&) const = default;
};
[[nodiscard]] std::vector<MissingText> missing_texts(const Definition& definition);

} // namespace maerkbar::surveys
