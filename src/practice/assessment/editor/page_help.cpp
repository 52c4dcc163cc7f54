#include "practice/assessment/editor/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::assessment {
namespace {

constexpr const char* about_models =
    translatable("A model is a set of questions, most of them with a scale to score on.");
constexpr const char* about_languages = translatable(
    "Every text stands in Danish, Norwegian and English, so that each reads the model in their own "
    "language.");
constexpr const char* about_ids =
    translatable("Numbers and short names tell items apart from version to version. They are given once.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/assessments/models",
     translatable("The models a round can be built on. Here you make new ones and new versions."),
     about_models, translatable("Try a changed model in one small round before everybody uses it.")},
    {"/assessments/models/new", translatable("Here you begin a model of your own, empty or as a copy."),
     about_models, translatable("A copy of a model that almost fits is the shortest way.")},
    {"/assessments/models/{model}/mappings",
     translatable("What of this model corresponds to what of others, in both directions."),
     translatable(
         "“Covers” and “is a part of” mean that the two are not quite the same: a value there is inferred "
         "from a value here."),
     translatable(
         "Use it when a unit changes from one model to another and wants to see whether it has moved.")},
    {"/assessments/models/{model}/draft",
     translatable("The model you are working on. Nobody can use it before you release it."), about_ids,
     translatable("Change one part at a time; each is saved by itself.")},
    {"/assessments/models/{model}/draft/head", translatable("What the model is called and what it is for."),
     about_languages, translatable("Say whom it is for: it is the first thing a facilitator reads.")},
    {"/assessments/models/{model}/draft/nodes", translatable("Here you add an area or an item to the model."),
     about_ids,
     translatable("What has something beneath it is an area; what has nothing is an item that is assessed.")},
    {"/assessments/models/{model}/draft/nodes/{node}", translatable("One area or item of the model."),
     about_languages,
     translatable("Write the question so that everybody in the unit can answer it from their own work.")},
    {"/assessments/models/{model}/draft/scales", translatable("Here you add a scale to score on."), about_ids,
     translatable("Say of each step how one knows that it is reached; the numbers alone mean little.")},
    {"/assessments/models/{model}/draft/scales/{scale}", translatable("One scale with its steps."),
     translatable(
         "A scale with sides, such as plan, do, check and act, asks for one number for each; the item gets "
         "their mean."),
     translatable("Say of each step how one knows that it is reached; the numbers alone mean little.")},
    {"/assessments/models/{model}/draft/scales/{scale}/aspects/{aspect}",
     translatable("One side of a scale with steps of its own."), about_languages,
     translatable("Give all sides of a scale equally many steps, or values cannot be compared.")},
    {"/assessments/models/{model}/draft/words",
     translatable(
         "Groups of items, the ways of scoring a round can choose, and what is asked beside the score."),
     translatable("A way of scoring says which scale each group has. The first is the usual one."),
     translatable("Items without a group, or in a group without a scale, are described in words alone.")},
    {"/assessments/models/{model}/draft/roll-up",
     translatable("How the values of items become values of areas and of the whole."),
     translatable(
         "“No better than the lowest” lets the weakest item decide. “Not added up” gives no number at all."),
     translatable("Choose before the first round: another rule gives another headline.")},
    {"/assessments/models/{model}/draft/mappings",
     translatable("Here you say which item of this model corresponds to which of another."),
     translatable(
         "“Covers” and “is a part of” mean that the two are not quite the same: a value there is inferred "
         "from a value here."),
     translatable("Say “is the same as” only where you would give the same answer to both.")},
    {"/assessments/models/{model}/draft/release",
     translatable("What is new, and what becomes of the values given so far. Then the version is released."),
     translatable(
         "The same number can mean something else on another scale. “The same step” keeps what the value "
         "meant, not the number."),
     translatable(
         "Take a running round over only when the group knows about it; the others keep their version.")},
};

} // namespace

std::span<const web::parts::PageHelp> editor_help() {
    return pages;
}

} // namespace maerkbar::assessment
