#include "sources/surveys/definition/definition_check.hpp"

#include <algorithm>
#include <set>

#include "base/translatable.hpp"
#include "sources/surveys/definition/piping.hpp"

namespace maerkbar::surveys {

namespace {

Error mistake(std::string_view code, std::string_view text, std::string field, std::string value = {}) {
    return {ErrorKind::invalid,
            "survey." + std::string(code),
            std::string(text),
            {{"value", std::move(value)}},
            std::move(field)};
}

// Looks at one survey from front to back and remembers what came before.
class Checker {
  public:
    explicit Checker(const Definition& definition) : definition_(definition) {}

    Result<void> run() {
        TRY(languages());
        TRY(texts());
        for (const auto& section : definition_.sections)
            if (!is_name(section.name) || !sections_.insert(section.name).second)
                return mistake("section_name",
                               translatable("A section needs a name of its own; “{value}” is none."),
                               "sections", section.name);
        if (definition_.pages.empty())
            return mistake("no_pages", translatable("A survey needs at least one question."), "pages");
        for (std::size_t p = 0; p < definition_.pages.size(); ++p)
            TRY(page(definition_.pages[p], "pages." + std::to_string(p)));
        if (count_ > most_questions)
            return mistake("too_many_questions", translatable("A survey can have at most {value} questions."),
                           "pages", std::to_string(most_questions));
        return {};
    }

  private:
    Result<void> languages() const {
        if (definition_.languages.empty())
            return mistake("no_language", translatable("Say at least one language, the main one first."),
                           "languages");
        std::set<std::string_view> seen;
        for (const auto& code : definition_.languages)
            if (!is_language(code) || !seen.insert(code).second)
                return mistake(
                    "language",
                    translatable("“{value}” is no language code, or stands there twice. Write it like "
                                 "da, nb, en or da-easy."),
                    "languages", code);
        return {};
    }

    Result<void> texts() const {
        if (!definition_.title.has(definition_.main_language()))
            return mistake("no_title", translatable("Give the survey a title in its main language."),
                           "title");
        Result<void> outcome;
        for_each_text(definition_, [&](const std::string& field, const Texts& text) {
            if (outcome.ok()) outcome = text_of(field, text);
        });
        return outcome;
    }

    Result<void> text_of(const std::string& field, const Texts& text) const {
        if (!text.empty() && !text.has(definition_.main_language()))
            return mistake("no_main_text",
                           translatable("This text does not exist in the survey's main language, {value}."),
                           field, std::string(definition_.main_language()));
        for (const auto& [code, words] : text.by_language) {
            if (std::ranges::find(definition_.languages, code) == definition_.languages.end())
                return mistake("unknown_language",
                               translatable("The survey does not have the language {value}. Add it to the "
                                            "languages or leave the text out."),
                               field, code);
            if (words.size() > longest_text)
                return mistake("text_too_long", translatable("This text is too long."), field);
        }
        return {};
    }

    Result<void> page(const Page& page, const std::string& field) {
        if (!is_name(page.name) || !page_names_.insert(page.name).second)
            return mistake(
                "page_name",
                translatable("A page needs a name of its own, of letters, digits, - and _; “{value}” "
                             "is none."),
                field + ".name", page.name);
        if (!page.section.empty() && !sections_.contains(page.section))
            return mistake("unknown_section", translatable("There is no section called “{value}”."),
                           field + ".section", page.section);
        if (page.questions.empty())
            return mistake("empty_page", translatable("There is no question on this page."),
                           field + ".questions");
        TRY(condition(page.shown_if, field + ".shown_if"));
        for (std::size_t q = 0; q < page.questions.size(); ++q)
            TRY(question(page.questions[q], field + ".questions." + std::to_string(q)));
        return {};
    }

    Result<void> question(const Question& question, const std::string& field) {
        ++count_;
        if (!is_name(question.name) || !names_.insert(question.name).second)
            return mistake("question_name",
                           translatable("A question needs a name of its own, of letters, digits, - and _; "
                                        "“{value}” is none."),
                           field + ".name", question.name);
        if (question.title.empty())
            return mistake("no_question", translatable("Write the question."), field + ".title");
        TRY(condition(question.shown_if, field + ".shown_if"));
        TRY(pipes(question, field));
        TRY(shape(question, field));
        for (auto& name : answer_names(question))
            before_.insert(std::move(name));
        return {};
    }

    Result<void> condition(const Condition& condition, const std::string& field) const {
        for (const auto& name : names_in(condition))
            if (!before_.contains(name))
                return mistake(
                    "condition_ahead",
                    translatable("A condition asks for “{value}”, which is not the name of an earlier "
                                 "question."),
                    field, name);
        return {};
    }

    Result<void> pipes(const Question& question, const std::string& field) const {
        for (const auto& text : {question.title, question.hint})
            for (const auto& [code, words] : text.by_language)
                for (const auto& name : piped_names(words))
                    if (!before_.contains(name))
                        return mistake(
                            "pipe_ahead",
                            translatable("The text speaks of the answer to “{value}”, which is not "
                                         "the name of an earlier question."),
                            field + ".title", name);
        return {};
    }

    static Result<void> shape(const Question& question, const std::string& field) {
        TRY(points(question, field));
        TRY(choices(question.choices, field + ".choices"));
        TRY(choices(question.rows, field + ".rows"));
        const auto type = question.type;
        const bool choosing = type == QuestionType::single_choice || type == QuestionType::multiple_choice;
        const bool listed = choosing || type == QuestionType::matrix || type == QuestionType::ranking;
        if (listed && question.choices.size() + (question.other ? 1 : 0) < 1)
            return mistake("no_choices", translatable("Give the question its choices."), field + ".choices");
        if ((type == QuestionType::matrix) == question.rows.empty())
            return mistake("rows", translatable("A matrix has rows, and no other question has."),
                           field + ".rows");
        if (question.other && !choosing)
            return mistake("other", translatable("Only a choice can have “something else”."),
                           field + ".other");
        if (question.least && question.most && *question.least > *question.most)
            return mistake("range", translatable("The least number is above the most."), field + ".least");
        if ((type == QuestionType::expectation) != !question.expectation.empty() ||
            (type == QuestionType::expectation) != !question.experience.empty())
            return mistake(
                "sides",
                translatable("An expectation question asks two things: what was expected, and how it "
                             "was."),
                field + ".expectation");
        return {};
    }

    static Result<void> points(const Question& question, const std::string& field) {
        const auto within = [&](int least, int most) {
            return question.points >= least && question.points <= most;
        };
        const bool good =
            question.type == QuestionType::smiley ? within(3, 5)
            : question.type == QuestionType::likert || question.type == QuestionType::expectation
                ? within(5, 6)
                : question.points == 0;
        if (!good)
            return mistake("points", translatable("Smileys have 3 to 5 steps, other scales 5 or 6."),
                           field + ".points");
        const int highest = highest_step(question);
        for (const auto& choice : question.choices) {
            const auto step = number_in(choice.value);
            if (highest > 0 && (!step || *step < lowest_step(question) || *step > highest))
                return mistake("step", translatable("“{value}” is no step of this scale."),
                               field + ".choices", choice.value);
        }
        return {};
    }

    static Result<void> choices(const std::vector<Choice>& choices, const std::string& field) {
        if (choices.size() > most_choices)
            return mistake("too_many_choices", translatable("There can be at most {value} choices."), field,
                           std::to_string(most_choices));
        std::set<std::string_view> values;
        for (const auto& choice : choices)
            if (choice.value.empty() || choice.value.size() > longest_value || choice.text.empty() ||
                !values.insert(choice.value).second)
                return mistake(
                    "choice",
                    translatable("Every choice needs a text, and a value of its own; “{value}” is not "
                                 "right."),
                    field, choice.value);
        return {};
    }

    const Definition& definition_;
    std::set<std::string, std::less<>> sections_, page_names_, names_;
    std::set<std::string, std::less<>> before_; // names of answers so far
    std::size_t count_ = 0;
};

} // namespace

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

Result<void> check(const Definition& definition) {
    return Checker(definition).run();
}

} // namespace maerkbar::surveys
