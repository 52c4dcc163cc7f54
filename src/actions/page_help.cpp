#include "actions/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::actions {
namespace {

constexpr const char* about_actions =
    translatable("An action is one thing that somebody has promised to do: with one owner and one date.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/actions", translatable("What you have promised to do, and what a unit has promised."), about_actions,
     translatable("Open an action to say how far it has come. Ended ones stay, with what came of them.")},
    {"/actions/new", translatable("Here you write down a new action."), about_actions,
     translatable("Name the indicator it should move: then you can see afterwards whether it helped.")},
    {"/actions/{action}",
     translatable("One action: what is to be done, by whom, until when, and how it has gone."), nullptr,
     translatable("Write what came of it when you end it, also when it did not help: others learn from it.")},
};

} // namespace

std::span<const web::parts::PageHelp> page_help() {
    return pages;
}

} // namespace maerkbar::actions
