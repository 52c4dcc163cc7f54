#include "sources/surveys/editor/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys {
namespace {

constexpr const char* how_to_ask = translatable(
    "A question is written once in every language of the survey. Short sentences and plain words are "
    "answered "
    "by more people.");

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
