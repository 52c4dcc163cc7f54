#include "sources/surveys/kiosk/kiosk.hpp"

#include <algorithm>

#include "base/local_time.hpp"
#include "base/translatable.hpp"

namespace maerkbar::surveys::kiosk {

namespace {

bool by_one_press(const Question& question) {
    switch (question.type) {
        case QuestionType::smiley:
        case QuestionType::likert:
        case QuestionType::yes_no:
            return true;
        case QuestionType::single_choice:
            return !question.other && question.choices.size() <= most_choices;
        default:
            return false;
    }
}

Error not_here(const char* text) {
    return {ErrorKind::invalid, "kiosk.not_here", text};
}

} // namespace

std::vector<const Question*> kiosk_questions(const Definition& survey) {
    std::vector<const Question*> questions;
    for (const auto& page : survey.pages)
        for (const auto& question : page.questions)
            if (page.shown_if.always() && question.shown_if.always() && by_one_press(question) &&
                questions.size() < most_questions)
                questions.push_back(&question);
    return questions;
}

Result<void> check_kiosk(const SurveyLink& link, const Definition& survey) {
    if (link.by_code)
        return not_here(
            translatable("A kiosk cannot ask for one-time codes. Open the survey once more without codes, "
                         "and use that for the kiosk."));
    if (link.mode != Mode::anonymous)
        return not_here(
            translatable("A kiosk does not know who presses. Open the survey once more as "
                         "anonymous, and use that for the kiosk."));
    if (kiosk_questions(survey).empty())
        return not_here(
            translatable("This survey has no question that is answered by one press and asked of everybody. "
                         "Give it one with faces, for example."));
    return {};
}

Oddity oddity_of(const Pressing& pressing) {
    if (pressing.held >= long_press) return Oddity::held;
    return pressing.run >= burst_run ? Oddity::burst : Oddity::none;
}

bool was_open(const SurveyLink& link, Instant moment) {
    const auto day = local_day(moment);
    if ((link.opens && day < *link.opens) || (link.closes && *link.closes < day)) return false;
    return !link.ended || (link.ended_at && moment < *link.ended_at);
}

} // namespace maerkbar::surveys::kiosk
