#pragma once

#include "organisation/unit_tree.hpp"
#include "sources/surveys/follow_ups/rule_store.hpp"
#include "storage/database.hpp"
#include "web/language.hpp"

// Opens what somebody is to look after, as actions. Their text names nobody and no score: actions are read by
// many, and the page they lead to asks for the right.
namespace maerkbar::surveys::follow_ups {

// Everything that opening needs beside the database; it must outlive the call.
struct Opener {
    const storage::Actor& actor;
    const organisation::UnitTree& tree;
    const web::Language& language; // of the texts that are stored
    Date today;
};

// An action for each low answer in confidential and linked mode that came since the rule last looked. A
// linked one stands at its unit; a confidential one, which the unit may not know of, at the top of the tree.
// How many.
[[nodiscard]] Result<int> open_low_scores(storage::Database& database, const Opener& opener,
                                          const Rule& rule);

// In anonymous mode single answers stay unseen: an action for each unit whose released month shows five low
// answers or more, and at least the rule's share. How many.
[[nodiscard]] Result<int> open_patterns(storage::Database& database, const Opener& opener, const Rule& rule);

// An action for each wish to be contacted that has none yet. How many.
[[nodiscard]] Result<int> open_wishes(storage::Database& database, const Opener& opener);

} // namespace maerkbar::surveys::follow_ups
