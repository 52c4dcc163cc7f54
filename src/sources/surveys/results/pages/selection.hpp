#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sources/surveys/results/pages/visit.hpp"

namespace maerkbar::surveys::results::pages {

// Contact points and customer types by id, as people call them.
using EntryNames = std::vector<std::pair<CatalogueId, std::string>>;
[[nodiscard]] Result<EntryNames> entry_names(Visit& visit, organisation::CatalogueKind kind);
[[nodiscard]] std::string name_in(const EntryNames& names, CatalogueId id);

// Which part of a survey's results a page shows: one unit, whose answers, perhaps one contact point, one
// period and perhaps another to compare it with.
struct Selection {
    CatalogueId contact_point = {};
    View view = View::self;        // whose answers
    std::vector<View> views = {};  // there are to choose from
    std::vector<GroupKey> periods; // there are to choose from, the latest first
    std::optional<GroupKey> period = {};
    std::optional<GroupKey> before = {};  // to compare with
    std::vector<CatalogueId> points = {}; // contact points with results
    std::vector<Release> releases = {};   // of this unit and contact point, all questions and periods

    [[nodiscard]] const Release* of(std::string_view question, const GroupKey& group) const;
};

// ?view=…&point=…&period=…&before=…. Without a period the latest quarter of which the headline is shown;
// without `before` the one before it.
[[nodiscard]] Result<Selection> selection_of(Visit& visit, const Subject& subject);
[[nodiscard]] std::string view_words(View view, const web::Language& language);
// The form that changes it; sent by GET.
[[nodiscard]] web::Html selection_form(Visit& visit, const Subject& subject, const Selection& selection,
                                       const EntryNames& points);

} // namespace maerkbar::surveys::results::pages
