#include "sources/import/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::sources {
namespace {

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/imports", translatable("The files that have been imported, the newest first."), nullptr,
     translatable("Choose an import to see what it held, which rows were left out and why, or to undo it.")},
    {"/imports/new", translatable("Here you bring in an extract of another system, as a CSV or XLSX file."),
     translatable("“What the file holds” decides which columns Mærkbar looks for: one row a contact, or one "
                  "row a figure."),
     translatable("Nothing counts before you have seen the check of every row and confirmed it.")},
    {"/imports/drafts/{draft}", translatable("Here you say which column of the file is what."),
     translatable("A row id is a number that one row keeps from extract to extract; with it, overlapping "
                  "extracts do not count twice."),
     translatable("Your choices are kept under the name of this kind of file, and used again next time.")},
    {"/imports/drafts/{draft}/check",
     translatable("Every row of the file has been read. Here you see what would be imported, and decide "
                  "about what cannot be."),
     nullptr,
     translatable("Best is to mend the extract and upload it again. Rows that you leave out are recorded "
                  "with the reason.")},
    {"/imports/{import}",
     translatable("One import: what it held, what was left out, and how far it has come."), nullptr,
     translatable("Undoing brings back what it replaced, also when other imports have come after it.")},
};

} // namespace

std::span<const web::parts::PageHelp> import_help() {
    return pages;
}

} // namespace maerkbar::sources
