#include "sources/figures/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::sources {
namespace {

constexpr const char* about_figures = translatable(
    "Numerator and denominator belong to a share (240 of 300); a value stands alone (an average, a number).");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/figures", translatable("Figures that nobody has as an extract are typed here, and corrected."),
     about_figures, translatable("Choose a figure and a year to open its sheet.")},
    {"/figures/sheet", translatable("A sheet with a row a unit and a column a period."), about_figures,
     translatable("An empty field is missing, not zero. A draft counts nothing before it is published.")},
};

} // namespace

std::span<const web::parts::PageHelp> figures_help() {
    return pages;
}

} // namespace maerkbar::sources
