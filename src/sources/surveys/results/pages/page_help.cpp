#include "sources/surveys/results/pages/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys::results {
namespace {

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/results",
     translatable("Here are the surveys that people have answered. New results come once a week, when "
                  "the week has ended.")},
    {"/results/{survey}",
     translatable(
         "What people answered in one period. Figures of few answers are hidden, and sometimes others with "
         "them, so that nobody can be worked out. A promise is met, not met, or cannot be decided from the "
         "answers there are.")},
    {"/results/{survey}/waves",
     translatable(
         "A wave is one time of asking. Here the wave before a change stands beside the one after it, and "
         "where "
         "people can be found again by a code, how the same persons changed. Those who were found again may "
         "differ from the others.")},
    {"/results/{survey}/map",
     translatable(
         "The same promise for each contact point and customer type. Begin where it is not met; where it "
         "cannot be decided, ask more people.")},
};

} // namespace

std::span<const web::parts::PageHelp> page_help() {
    return pages;
}

} // namespace maerkbar::surveys::results
