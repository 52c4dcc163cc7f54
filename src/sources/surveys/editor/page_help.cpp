#include "sources/surveys/editor/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys {
namespace {

constexpr const char* how_to_ask = translatable(
    "A question is written once in every language of the survey. Short sentences and plain words are "
    "answered "
    "by more people.");

constexpr const char* about_pages = translatable(
    "A page holds questions that belong together and can be shown or passed over as a whole. Its title "
    "stands "
    "above its first question.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/surveys",
     translatable("Here are the surveys of the municipality, and ready ones to begin with. A file from "
                  "SurveyJS, XLSForm or LimeSurvey can be taken over; what could not be is listed.")},
    {"/surveys/{survey}",
     translatable(
         "One survey: where it is asked, its questions, and its versions. Answers keep the version they "
         "were given to.")},
    {"/surveys/{survey}/texts",
     translatable("Every text beside its translations. LIX tells how hard it is to read.")},
    {"/surveys/{survey}/questions/new", how_to_ask},
    {"/surveys/{survey}/questions/{question}", how_to_ask},
    {"/surveys/{survey}/pages/new", about_pages},
    {"/surveys/{survey}/pages/{page}", about_pages},
    {"/surveys/{survey}/sections",
     translatable(
         "A section says what the questions of one or more pages are about. Respondents see it above "
         "each of them.")},
    {"/surveys/{survey}/links/new",
     translatable(
         "Here a survey gets an address of its own for a unit, to be used in a link, a letter or a poster. "
         "What respondents are promised cannot be changed afterwards.")},
};

} // namespace

std::span<const web::parts::PageHelp> editor_help() {
    return pages;
}

} // namespace maerkbar::surveys
