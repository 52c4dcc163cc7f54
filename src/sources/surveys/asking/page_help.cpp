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
};

} // namespace

std::span<const web::parts::PageHelp> asking_help() {
    return pages;
}

} // namespace maerkbar::surveys
