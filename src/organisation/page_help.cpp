#include "organisation/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

constexpr const char* history_stays =
    translatable("Nothing that was true before the day is changed: earlier results stay where they were.");
constexpr const char* about_levels = translatable(
    "A level says what a step of the tree is called; which unit lies beneath which is decided by the tree "
    "alone.");
constexpr const char* about_lists =
    translatable("Services, channels, customer types and contact points are what results can be divided by.");
constexpr const char* about_roles = translatable(
    "A role counts for a unit and everything beneath it. A reader sees results, an employee enters figures, "
    "a leader sets targets too, a quality consultant defines and imports, an administrator sets everything "
    "up.");
constexpr const char* about_tokens = translatable(
    "A key is a long secret that another system sends with each request. It has its own permissions and "
    "can never do more than the person who made it.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/sign-in", translatable("Here you sign in to Mærkbar with your own account."), nullptr,
     translatable("If you have forgotten your password, ask an administrator for a one-time code. After "
                  "several wrong passwords you must wait a little before the next attempt.")},
    {"/code",
     translatable("Here you choose your password by means of a one-time code: the first time, and when you "
                  "have forgotten it."),
     nullptr,
     translatable(
         "If the code does not work, it may have been used or be older than three days: ask for a new one.")},
    {"/setup",
     translatable(
         "Here an empty Mærkbar becomes that of your municipality, with you as its first administrator."),
     translatable("The set-up code was written where the program was started, so that only whoever runs the "
                  "server can do this."),
     translatable(
         "Afterwards, add the units of the municipality under Organisation, and people under People.")},
    {"/account",
     translatable("Your own account: what you are called, your language, and where you are signed in."),
     translatable("A session is one browser in which you are signed in."),
     translatable("End sessions that you do not know, and change your password afterwards.")},
    {"/account/edit",
     translatable(
         "Here you change your name and your language. Your name stands beside what you write and change.")},
    {"/account/password", translatable("Here you change your password."), nullptr,
     translatable("A good password is long: three or four words that do not belong together are better than "
                  "odd signs.")},
    {"/organisation",
     translatable("The tree shows how the municipality is organised: which units lie beneath which."),
     translatable("A unit is the whole municipality, a sector, an institution or a team. A level is what "
                  "such a step of the tree is called."),
     translatable("Choose a unit to see its history, or another day to see the tree as it was.")},
    {"/organisation/{unit}",
     translatable("One unit: what it has been called, where it has lain, and what lies beneath it."),
     translatable("Codes are what other systems call the unit; imported files find it by them."),
     translatable("Administrators rename, move, merge and close a unit from a day on; “Correct” is for what "
                  "was never right.")},
    {"/organisation/new", translatable("Here you add a unit to the tree."), nullptr,
     translatable("Many at once are quicker to import from a file, under Organisation.")},
    {"/organisation/{unit}/edit",
     translatable("Here you correct what was wrong from the beginning: level, opening day and codes."),
     nullptr,
     translatable("A new name or another place in the tree belongs under “Rename” and “Move”, which keep "
                  "what was before.")},
    {"/organisation/{unit}/move",
     translatable("Here a unit comes to lie beneath another one, with everything beneath it."),
     history_stays},
    {"/organisation/{unit}/rename", translatable("Here a unit gets a new name from a day on."),
     history_stays},
    {"/organisation/{unit}/close",
     translatable("Here a unit ends, because it no longer exists and no other unit has taken it over."),
     history_stays, translatable("If another unit has taken it over, merge it instead.")},
    {"/organisation/{unit}/merge", translatable("Here a unit ends because another one takes it over."),
     history_stays, translatable("A merging can be taken back on the unit's page.")},
    {"/organisation/import",
     translatable("Here many units are opened, renamed and moved at once, from a file."),
     translatable("The code is the municipality's own number for a unit: a row with a code that is known "
                  "changes that unit, any other opens a new one."),
     translatable("First you see what each row would do; nothing is changed before you say so.")},
    {"/organisation/municipality",
     translatable(
         "Here you set what holds for everybody: the municipality's name, its country and its colour."),
     translatable("From the one colour Mærkbar makes light and dark shades in which all text can be read.")},
    {"/organisation/levels", translatable("Here you see and order the levels of the tree."), about_levels,
     translatable("A level can be removed when no unit has it.")},
    {"/organisation/levels/new", translatable("Here you add a level to the tree."), about_levels},
    {"/organisation/levels/{level}",
     translatable("Here you rename a level or give it another place in the order."), about_levels},
    {"/catalogue/{kind}",
     translatable("Short lists of your own, so that everybody calls the same thing by the same name."),
     about_lists, translatable("Take out of use what is no longer offered; what was counted with it stays.")},
    {"/catalogue/{kind}/new", translatable("Here you add an entry to the list."), about_lists},
    {"/catalogue/{kind}/{entry}",
     translatable("Here you change an entry of the list, for earlier figures too: it is the same entry under "
                  "a new name."),
     about_lists},
    {"/places",
     translatable("Where and when you serve people: places, opening hours, phone hours and days off."),
     translatable(
         "Public holidays follow from the municipality's country; your own days off are added to them."),
     translatable("When hours change, end the old ones and add the new: then both hold for their own time.")},
    {"/places/new", translatable("Here you add a place where people are served.")},
    {"/places/{place}", translatable("Here you change a place where people are served.")},
    {"/hours/new", translatable("Here you say when a unit is open, one day of the week at a time."),
     translatable("A channel, such as phone, has hours of its own; “Doors open” are those in which people "
                  "can walk in.")},
    {"/hours/{hours}/end", translatable("Here hours end from a day on; before it they stay as they were.")},
    {"/closing-days/new", translatable("Here you add a day on which the whole municipality is closed, such "
                                       "as the day after Ascension Day.")},
    {"/people", translatable("Everybody who can sign in, and what they may see and do where."), about_roles,
     translatable("Lock somebody out when they leave; their name stays beside what they did.")},
    {"/people/new", translatable("Here you add somebody who is to sign in."), about_roles,
     translatable("Give the one-time code to the person yourself, not by open e-mail.")},
    {"/people/{person}", translatable("One person: account, state and roles."), about_roles,
     translatable("With a new one-time code a person who has forgotten the password chooses another.")},
    {"/people/{person}/edit", translatable("Here you change what a person is called and how they sign in.")},
    {"/people/{person}/roles", translatable("Here you give a person one more role."), about_roles},
    {"/tokens", translatable("Other systems that may read or send data over the API."), about_tokens,
     translatable("Withdraw a key that is no longer used.")},
    {"/tokens/new",
     translatable("Here you make a key for another system, with no more rights than it needs."),
     about_tokens},
    {"/audit", translatable("The trail answers who changed what, when and by which way."),
     translatable("The number of an object stands in the address of its page. Work in the background goes by "
                  "the name of whoever began it."),
     translatable("Choose a person, a kind of object or days to see less.")},
};

} // namespace

std::span<const web::parts::PageHelp> page_help() {
    return pages;
}

} // namespace maerkbar::organisation
