#pragma once

#include <string>
#include <string_view>

#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::web::parts {

// What a verdict says in one or two words. Each kind has a colour and a shape, so that neither is needed
// alone.
enum class TagKind {
    kept,        // every row in: the target is kept
    not_kept,    //
    met,         // a sample or incomplete data: met, not met or undecided
    not_met,     //
    undecided,   //
    better,      // than before, beyond chance
    worse,       //
    changed,     // beyond chance, where neither direction is better
    unchanged,   // only chance
    capable,     // the next period will lie on the right side
    not_capable, // on the wrong side
    uncertain,   // on either side
    few_data,    // too little to judge
    no_data,     //
    old_data,    // nothing new for more than a year
    information, // anything else
};

// With the standard word of the kind in the reader's language.
[[nodiscard]] Html tag(TagKind kind, const Language& language);
// With words of the caller's own, already in the reader's language.
[[nodiscard]] Html tag(TagKind kind, std::string_view words);

} // namespace maerkbar::web::parts
