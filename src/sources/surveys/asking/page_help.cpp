#include "sources/surveys/asking/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys {
namespace {

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/surveys/{survey}/links/{link}",
     translatable("One place where a survey is asked. From here come the poster, the kiosk and everything "
                  "else that brings people to it. What respondents are promised was decided when it was "
                  "opened, and stays.")},
    {"/surveys/{survey}/links/{link}/invitations",
     translatable("Here people are invited by e-mail or SMS. Each gets a link with a code of their own, good "
                  "for one answer. The list shows how far it has come; it tells nobody who has answered.")},
    {"/surveys/{survey}/links/{link}/enter",
     translatable("Here staff type what came back on paper, or ask somebody face to face. Every box has a "
                  "number; that number is typed.")},
    {"/surveys/{survey}/waves",
     translatable(
         "A wave is a time of asking: the baseline before a change, the follow-up after it. Waves of "
         "the same cohort are compared, and answers of the same people are paired where they gave a "
         "code.")},
};

} // namespace

std::span<const web::parts::PageHelp> asking_help() {
    return pages;
}

} // namespace maerkbar::surveys
