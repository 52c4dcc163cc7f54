#include "measurement/editor/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::measurement {
namespace {

constexpr const char* how_to_define = translatable(
    "Choose which rows count, what is counted in them and how it is judged. “Preview” counts the latest "
    "period by the definition as it stands, without saving it.");

constexpr const char* about_states = translatable(
    "A state, such as the number on a waiting list, says how things stand at the end of the period: it is "
    "added over "
    "units, never over time. A sample is some of what happened, so its figures get an interval.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/indicators",
     translatable("An indicator says which rows of a data source count, what is counted in them, and whether "
                  "higher or lower is better. When a definition is changed its figures are computed again in "
                  "the background; the old ones are shown until the new ones are ready."),
     nullptr,
     translatable("Take a ready one into use and change it, rather than beginning with an empty form.")},
    {"/indicators/library/{code}",
     translatable(
         "A ready indicator: here you say what your municipality's rows call the things that it counts.")},
    {"/indicators/new", how_to_define, about_states},
    {"/indicators/{indicator}/edit", how_to_define, about_states,
     translatable(
         "Saving computes all its figures again; the old ones are shown until the new ones are ready.")},
};

} // namespace

std::span<const web::parts::PageHelp> editor_help() {
    return pages;
}

} // namespace maerkbar::measurement
