#include "measurement/pages/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::measurement {
namespace {

constexpr const char* about_cards = translatable(
    "Each card says whether a promise is kept and whether the level has changed beyond what chance explains. "
    "“Better” and “worse” are only said when the rules for control charts give a signal.");
constexpr const char* about_targets =
    translatable("A target is what has been promised; the level is where the process lies on average.");
constexpr const char* where_to_go = translatable(
    "Choose a card to see its chart and what lies behind it, or a unit in the table to go a step down.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/", about_cards, about_targets, where_to_go},
    {"/units/{unit}", about_cards, about_targets, where_to_go},
    {"/units/{unit}/indicators/{indicator}",
     translatable("One indicator of one unit: how it goes, whether the target is kept, and whether anything "
                  "has really changed."),
     translatable(
         "The limits show where points lie by chance alone. A signal is a pattern that chance "
         "seldom makes; a phase is a stretch with a level of its own. Where the figure is a state, such as "
         "a waiting list, each point shows how things stood at the end of its period."),
     translatable("Write a note where something happened. Begin a new phase only when you know why the level "
                  "has changed.")},
    {"/units/{unit}/indicators/{indicator}/rows",
     translatable("The single rows behind a point, to find out why it lies where it does."),
     translatable("They never hold names or personal numbers.")},
};

} // namespace

std::span<const web::parts::PageHelp> page_help() {
    return pages;
}

} // namespace maerkbar::measurement
