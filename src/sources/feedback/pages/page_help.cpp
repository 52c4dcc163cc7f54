#include "base/translatable.hpp"
#include "sources/feedback/pages/routes.hpp"

namespace maerkbar::feedback {

namespace {

constexpr const char* about_deadlines = translatable(
    "The deadline is counted in working days from the day it came. Holidays and the "
    "municipality's own closing days do not count.");

constexpr web::parts::PageHelp help[] = {
    {"/feedback",
     translatable("What citizens have said or sent: praise, complaints and suggestions, those that wait "
                  "first. The list shows no texts; open an entry to read it."),
     about_deadlines,
     translatable("Open an entry, take it on or give it to somebody, and answer before the deadline.")},
    {"/feedback/new",
     translatable("Here you write down what a citizen has said to you. Leave out names; a text with a "
                  "personal number is refused."),
     nullptr, translatable("Give the citizen the code that is shown when it is saved.")},
    {"/feedback/{entry}",
     translatable("One entry with what was said, what we answered and what came out of it. That you read it "
                  "stands in the audit trail."),
     about_deadlines,
     translatable("Something has to be done? Make an action of it, with one owner and one date.")},
    {"/feedback/{entry}/edit",
     translatable("Here an entry is corrected or given to somebody. What changed stands in its history.")},
    {"/feedback/{entry}/answer",
     translatable(
         "Here an entry is answered, which ends it. The day of the first answer is what counts for the "
         "deadline.")},
    {"/feedback/{entry}/actions",
     translatable("An action is one thing with one owner and one date; it leads back to this entry.")},
    {"/feedback/{entry}/contact",
     translatable("How the citizen wants to be reached. Who looked stands in the audit trail, and it is "
                  "deleted when it has been looked after.")},
    {"/feedback/mail",
     translatable(
         "Here you choose whether Mærkbar writes to you when something new has come in the register. "
         "The mail says that there is something, never what.")},
    {"/feedback/rules",
     translatable("Here it is decided how soon an answer is due, how long texts are kept, and whether "
                  "citizens may write themselves.")},
};

} // namespace

std::span<const web::parts::PageHelp> page_help() {
    return help;
}

} // namespace maerkbar::feedback
