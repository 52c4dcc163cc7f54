#include "sources/surveys/definition/scale_words.hpp"

#include <algorithm>
#include <array>

namespace maerkbar::surveys {

namespace {

using Steps = std::array<std::string_view, 6>; // from the lowest on
struct InLanguage {
    std::string_view language;
    Steps steps;
};
using Table = std::array<InLanguage, 4>;

constexpr Table smiley_5{{
    {"da", {"Meget utilfreds", "Utilfreds", "Hverken eller", "Tilfreds", "Meget tilfreds"}},
    {"nb", {"Svært misfornøyd", "Misfornøyd", "Verken eller", "Fornøyd", "Svært fornøyd"}},
    {"nn", {"Svært misnøgd", "Misnøgd", "Verken eller", "Nøgd", "Svært nøgd"}},
    {"en", {"Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"}},
}};
constexpr Table smiley_4{{
    {"da", {"Meget utilfreds", "Utilfreds", "Tilfreds", "Meget tilfreds"}},
    {"nb", {"Svært misfornøyd", "Misfornøyd", "Fornøyd", "Svært fornøyd"}},
    {"nn", {"Svært misnøgd", "Misnøgd", "Nøgd", "Svært nøgd"}},
    {"en", {"Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"}},
}};
constexpr Table smiley_3{{
    {"da", {"Dårligt", "Midt imellem", "Godt"}},
    {"nb", {"Dårlig", "Midt imellom", "Bra"}},
    {"nn", {"Dårleg", "Midt imellom", "Bra"}},
    {"en", {"Bad", "In between", "Good"}},
}};
constexpr Table agreement_5{{
    {"da", {"Helt uenig", "Uenig", "Hverken eller", "Enig", "Helt enig"}},
    {"nb", {"Helt uenig", "Uenig", "Verken eller", "Enig", "Helt enig"}},
    {"nn", {"Heilt ueinig", "Ueinig", "Verken eller", "Einig", "Heilt einig"}},
    {"en", {"Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"}},
}};
constexpr Table agreement_6{{
    {"da", {"Helt uenig", "", "", "", "", "Helt enig"}},
    {"nb", {"Helt uenig", "", "", "", "", "Helt enig"}},
    {"nn", {"Heilt ueinig", "", "", "", "", "Heilt einig"}},
    {"en", {"Strongly disagree", "", "", "", "", "Strongly agree"}},
}};
constexpr Table quality_5{{
    {"da", {"Meget dårligt", "Dårligt", "Hverken eller", "Godt", "Meget godt"}},
    {"nb", {"Svært dårlig", "Dårlig", "Verken eller", "Bra", "Svært bra"}},
    {"nn", {"Svært dårleg", "Dårleg", "Verken eller", "Bra", "Svært bra"}},
    {"en", {"Very bad", "Bad", "Neither", "Good", "Very good"}},
}};
constexpr Table quality_6{{
    {"da", {"Meget dårligt", "", "", "", "", "Meget godt"}},
    {"nb", {"Svært dårlig", "", "", "", "", "Svært bra"}},
    {"nn", {"Svært dårleg", "", "", "", "", "Svært bra"}},
    {"en", {"Very bad", "", "", "", "", "Very good"}},
}};

struct Words {
    std::string_view language;
    std::array<std::string_view, 7> words; // in the order of Word
};
constexpr std::array<Words, 4> words{{
    {"da",
     {"Ja", "Nej", "Andet", "Ved ikke", "Ikke relevant for mig", "Ønsker ikke at svare", "Sprunget over"}},
    {"nb", {"Ja", "Nei", "Annet", "Vet ikke", "Ikke aktuelt for meg", "Ønsker ikke å svare", "Hoppet over"}},
    {"nn",
     {"Ja", "Nei", "Anna", "Veit ikkje", "Ikkje aktuelt for meg", "Ønskjer ikkje å svare", "Hoppa over"}},
    {"en",
     {"Yes", "No", "Something else", "Don't know", "Not relevant for me", "I do not want to answer",
      "Passed over"}},
}};

template <typename Rows>
const auto& row_of(const Rows& rows, std::string_view language) {
    const auto base = base_language(language);
    for (const auto& row : rows)
        if (row.language == base) return row;
    return rows.back();
}

const Table* table_of(const Question& question) {
    const bool six = question.points == 6;
    if (question.type == QuestionType::likert) return six ? &agreement_6 : &agreement_5;
    if (question.type == QuestionType::expectation) return six ? &quality_6 : &quality_5;
    if (question.type != QuestionType::smiley) return nullptr;
    return question.points == 3 ? &smiley_3 : question.points == 4 ? &smiley_4 : &smiley_5;
}

const Choice* choice_of(const Question& question, std::string_view value) {
    const auto found = std::ranges::find(question.choices, value, &Choice::value);
    return found == question.choices.end() ? nullptr : &*found;
}

} // namespace

std::string step_words(const Definition& definition, const Question& question, int step,
                       std::string_view language) {
    if (const auto* own = choice_of(question, std::to_string(step)))
        return definition.say(own->text, language);
    const auto* table = table_of(question);
    if (table == nullptr || step < 1 || step > question.points) return {};
    return std::string(row_of(*table, language).steps[static_cast<std::size_t>(step) - 1]);
}

std::string value_words(const Definition& definition, const Question& question, std::string_view value,
                        std::string_view language) {
    if (const auto* choice = choice_of(question, value)) return definition.say(choice->text, language);
    if (question.other && value == other_value) return std::string(word(Word::other, language));
    if (question.type == QuestionType::yes_no) {
        if (value == "yes") return std::string(word(Word::yes, language));
        if (value == "no") return std::string(word(Word::no, language));
    }
    if (const auto step = number_in(value); step && highest_step(question) > 0) {
        const auto said = step_words(definition, question, static_cast<int>(*step), language);
        if (!said.empty()) return said;
    }
    return std::string(value);
}

std::string_view word(Word wanted, std::string_view language) {
    return row_of(words, language).words[static_cast<std::size_t>(wanted)];
}

std::string_view missing_words(Missing missing, std::string_view language) {
    switch (missing) {
        case Missing::none:
            return {};
        case Missing::dont_know:
            return word(Word::dont_know, language);
        case Missing::not_relevant:
            return word(Word::not_relevant, language);
        case Missing::no_wish:
            return word(Word::no_wish, language);
        case Missing::skipped:
            return word(Word::skipped, language);
    }
    return {};
}

} // namespace maerkbar::surveys
