#pragma once

#include "organisation/viewer.hpp"
#include "sources/figures/routes.hpp"
#include "sources/figures/sheet_store.hpp"

namespace maerkbar::sources {

// The sheet named by the address, where the viewer may type; mistakes go to the form. Errors: forbidden.
[[nodiscard]] Result<SheetChoice> choice_in(const organisation::Viewer& viewer, web::Form& query);

// Who types: what they may, and whose drafts theirs are.
struct Typist {
    const organisation::Viewer& viewer;
    DraftOwner owner;
};

// Sends the changed periods of the sheet through the importer, in the background. Corrections replace what
// was published before, and the import can be undone like any other; the draft goes. Errors:
// figures.unchanged, figures.unit_closed, figures.unit_ambiguous, and those of Importer::confirm.
[[nodiscard]] Result<ImportId> publish_sheet(FiguresServices& services, const Typist& typist,
                                             const SheetChoice& choice, const Numbers& numbers);

// The newest imports of typed figures that lie wholly where the viewer may type them.
[[nodiscard]] Result<std::vector<ImportRecord>> published_sheets(FiguresServices& services,
                                                                 const organisation::Viewer& viewer);
// Takes one of them back. Errors: not_found where it is none of theirs.
[[nodiscard]] Result<void> undo_sheet(FiguresServices& services, const organisation::Viewer& viewer,
                                      ImportId import);

} // namespace maerkbar::sources
