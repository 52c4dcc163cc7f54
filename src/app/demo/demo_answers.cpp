#include "app/demo/demo_answers.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "app/demo/demo_random.hpp"

namespace maerkbar::app {

namespace {

using surveys::Answer;
using surveys::Answers;
using surveys::Missing;
using surveys::Question;
using surveys::QuestionType;

// Written for this story; nobody said them.
constexpr std::array<const char*, 5> praise = {
    "Venlig betjening og et klart svar.", "Det gik hurtigt, og jeg blev mødt med venlighed.",
    "Jeg fik god hjælp og ved, hvad der nu sker.", "Dejligt at blive hørt. Personalet er dygtigt.",
    "Nem og hurtig hjælp."};
constexpr std::array<const char*, 5> blame = {
    "Ventetiden var for lang, og ingen sagde hvorfor.", "Jeg måtte fortælle det samme flere gange.",
    "Svaret var svært at forstå.", "Ingen ringede tilbage, som de havde lovet.",
    "Jeg vidste ikke, hvem jeg skulle spørge."};

// Answers of one person after another.
class Writer {
  public:
    Writer(const surveys::Definition& survey, const DemoAsking& asking)
        : survey_(survey), asking_(asking), random_(asking.seed) {}

    std::vector<DemoAnswer> write() {
        for (Date week = asking_.first; week <= asking_.last; week = week + 7)
            for (int person = random_.poisson(asking_.weekly); person > 0; --person)
                answers_.push_back({week, answer_of(week)});
        return std::move(answers_);
    }

  private:
    Answers answer_of(Date week) {
        const double good = week < asking_.changed ? asking_.good_before : asking_.good_after;
        const bool content = random_.chance(good);
        Answers answers;
        for (const auto& page : survey_.pages)
            for (const auto& question : page.questions)
                answer(question, content, answers);
        return answers;
    }

    void answer(const Question& question, bool content, Answers& answers) {
        switch (question.type) {
            case QuestionType::smiley:
            case QuestionType::likert:
                answers[question.name] = scale(question, content);
                return;
            case QuestionType::yes_no:
                answers[question.name] = {{random_.chance(content ? 0.93 : 0.45) ? "yes" : "no"}};
                return;
            case QuestionType::expectation:
                answers[question.name + ".expectation"] = {{std::to_string(3 + random_.below(3))}};
                answers[question.name + ".experience"] = {{std::to_string(step(5, content))}};
                return;
            case QuestionType::open_text:
                comment(question, content, answers);
                return;
            default:
                return;
        }
    }

    Answer scale(const Question& question, bool content) {
        if (random_.chance(0.03)) return {{}, Missing::dont_know};
        // Not every part is like the whole.
        const bool like_the_whole = question.name == "satisfied" || random_.chance(0.75);
        return {{std::to_string(step(question.points, like_the_whole ? content : random_.chance(0.7)))}};
    }

    // One of the best steps, or one of the others, from 1.
    int step(int steps, bool content) {
        const int best = steps > 3 ? 2 : 1;
        if (content) return steps - (best > 1 && random_.chance(0.5) ? 1 : 0);
        return std::max(1, steps - best - (random_.chance(0.45) ? 1 + random_.below(2) : 0));
    }

    void comment(const Question& question, bool content, Answers& answers) {
        if (!random_.chance(0.2)) return;
        const auto& texts = content ? praise : blame;
        answers[question.name] = {{texts[static_cast<std::size_t>(random_.below(5))]}};
    }

    const surveys::Definition& survey_;
    const DemoAsking& asking_;
    Random random_;
    std::vector<DemoAnswer> answers_;
};

} // namespace

std::vector<DemoAnswer> demo_answers(const surveys::Definition& survey, const DemoAsking& asking) {
    return Writer(survey, asking).write();
}

} // namespace maerkbar::app
