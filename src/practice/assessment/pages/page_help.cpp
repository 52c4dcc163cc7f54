#include "practice/assessment/pages/page_help.hpp"

#include "base/translatable.hpp"

namespace maerkbar::assessment {
namespace {

constexpr const char* about_models =
    translatable("A model is a set of questions, most of them with a scale to score on.");
constexpr const char* how_to_score = translatable(
    "Answer for yourself, from what you see in your work. Nobody sees your answer before the group closes "
    "the item; afterwards it is a dot without a name. Leave blank what you know too little about.");

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/assessments",
     translatable("The self-assessments you are asked to take part in, and those you lead or may read."),
     translatable("In a round everybody scores alone first. Then the group meets, agrees on a value for each "
                  "item and chooses what to do."),
     translatable("Begin with the rounds you are asked to take part in: the others wait for your answers.")},
    {"/assessments/new",
     translatable("Here a round is set up for one unit: what you look at, and how much of it."), about_models,
     translatable(
         "Choose the round before, if there is one: then everybody can see what the group said last time.")},
    {"/assessments/import",
     translatable("Here a round from another installation, or from a copy you have kept, is taken in."),
     translatable("A round can come along when its scoring is closed. Participants become numbers, and no "
                  "score of one item can be laid beside one of another."),
     translatable("Look at the plan afterwards, and hand its actions on to those who can do them.")},
    {"/assessments/{round}/evidence",
     translatable("The proof a peer from outside asks for: how the group worked, how it agreed, and what it "
                  "has done since."),
     translatable("“Step by step” comes from the log of what was done and when. It names no participant."),
     translatable("Send it as a document together with the report when you ask for feedback.")},
    {"/assessments/units",
     translatable("One model across units: where they say they stand, and how far apart they are."),
     translatable("“Reporting” is how many units have agreed on a value. “Oldest from” is the day of the "
                  "oldest of these values."),
     translatable(
         "Ask what lies behind a number before you compare: a low one may simply be the more honest.")},
    {"/assessments/{round}",
     translatable("One round from beginning to end: how far it has come, and what comes next."),
     translatable("The facilitator sees who is done, never what they answered. When an item is closed, the "
                  "answers are shown as dots without names."),
     translatable("Close a single item when you try it together, and all of it when everybody is done. What "
                  "is closed stays closed.")},
    {"/assessments/{round}/setup",
     translatable("Who leads the round, who decides on the plan, and when things are to happen."),
     translatable("Items you try together first help everybody to read the scale alike. A note on what an "
                  "item means here is shown beside its question."),
     translatable("Book the meeting now, while there is still room in the calendars.")},
    {"/assessments/{round}/carry",
     translatable("What has changed in the model since the round before, and which of the old values are "
                  "shown beside the new questions."),
     translatable("The same number can mean something else on another scale. “The same step” keeps what the "
                  "value meant, not the number."),
     translatable("When in doubt, show nothing: a wrong comparison is worse than none.")},
    {"/assessments/{round}/agenda",
     translatable("The agenda of the meeting: what you disagree most about comes first, and what you agree "
                  "on can be accepted together."),
     translatable("“Two camps” means two groups of answers with a wide gap between them. “Talk first” means "
                  "that the answers lie on more than two neighbouring steps."),
     translatable(
         "Take one item at a time. When all are decided you can end the meeting and choose what to do.")},
    {"/assessments/{round}/consensus/{item}",
     translatable(
         "One item for all to see: where the answers lie, what was written, and what the group agrees on."),
     translatable("Each dot is an answer without a name. Leadership and staff are shown apart only where "
                  "there are three or more of each."),
     translatable("Ask what could lie behind the highest and the lowest answer; nobody needs to say which is "
                  "theirs. You may also agree to give no value.")},
    {"/assessments/{round}/profile",
     translatable(
         "Where the group stands: the value agreed on for each item, and how they add up in each area."),
     translatable("Up and down are said only when the change is larger than the disagreement in the group. "
                  "“Cannot be compared” means that a value is missing or that the scale is another."),
     translatable(
         "Find the items where you want to stand somewhere else, and take them with you to the plan.")},
    {"/assessments/{round}/profile/{model}",
     translatable("What this round says in the words of another model."),
     translatable(
         "“Inferred only” means that the question there is wider or narrower than the one you agreed on. A "
         "change is said only for the same question on the same scale."),
     translatable("Use it when the unit changes its model, and agree on the values anew in the next round.")},
    {"/assessments/{round}/plan", translatable("The way from what you found to what you will do about it."),
     translatable("A quick win helps much and is easy; a large project helps much and is hard. The order "
                  "comes from the participants' votes."),
     translatable("Choose a few actions, each with one owner and one date. When the round is closed, you "
                  "write here how it goes.")},
    {"/assessments/{round}/report",
     translatable("The whole round to read or print: how you worked, what you found, and what you will do."),
     translatable("It says what the group builds its values on and what some disagree about, but not who "
                  "answered what."),
     translatable("Let those who took part read it first.")},
    {"/assessments/{round}/summary",
     translatable("The round on one page, for those who did not take part: what will be done, what mattered "
                  "most, and where the unit says it stands."),
     nullptr, translatable("Print it from the browser or save it as a PDF. The report has the reasons.")},
    {"/assessments/{round}/score",
     translatable("Here you answer the questions of the round, all at once or a few at a time."),
     how_to_score,
     translatable("Say that you are done when you have been through it: the facilitator waits for that.")},
    {"/assessments/{round}/score/{item}",
     translatable("One question at a time. Your answer is saved when you go on or stop."),
     translatable("What you write is shown to the group without your name, but in your own words. Name no "
                  "citizens or colleagues."),
     translatable("Do not guess: “I know too little about this” is a good answer too.")},
    {"/assessments/{round}/score/{item}/files",
     translatable("Here you put files beside your answer: a plan, a count, a picture of the board."),
     translatable(
         "Nobody sees them before the group closes the item; then all who take part do, without your name."),
     translatable("Look each file through first: no citizen's name and no personal number belongs in it.")},
    {"/assessments/{round}/votes", translatable("Here you say what you think the group should do first."),
     translatable(
         "Effect is how much it would help those you are there for. Ease is how little it takes to do it."),
     translatable("You can change your votes until the round is closed.")},
    {"/join", translatable("Here you take part in a self-assessment with a code, without an account."),
     translatable("The code is yours alone: whoever has it answers in your place."),
     translatable(
         "Keep it until the round is over. With it you can go on later, also on another computer or phone.")},
};

} // namespace

std::span<const web::parts::PageHelp> page_help() {
    return pages;
}

} // namespace maerkbar::assessment
