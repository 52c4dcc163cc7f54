#include "practice/assessment/rounds/audit_words.hpp"

#include "base/translatable.hpp"

namespace maerkbar::assessment {
namespace {

constexpr organisation::AuditWord words[] = {
    {"assessment.carried", translatable("Brought a score over to a new version")},
    {"assessment.changed", translatable("Changed a round")},
    {"assessment.closed", translatable("Closed a round")},
    {"assessment.code_renewed", translatable("Gave a participant a new code")},
    {"assessment.created", translatable("Set up a round")},
    {"assessment.file_added", translatable("Put a file beside an answer")},
    {"assessment.file_removed", translatable("Took a file away")},
    {"assessment.finding_added", translatable("Wrote a finding")},
    {"assessment.finding_removed", translatable("Removed a finding")},
    {"assessment.improving", translatable("Ended a consensus meeting")},
    {"assessment.imported", translatable("Imported a round")},
    {"assessment.invited", translatable("Invited participants by mail")},
    {"assessment.item_closed", translatable("Closed an item")},
    {"assessment.item_decided", translatable("Decided an item")},
    {"assessment.item_described", translatable("Described an item")},
    {"assessment.items_accepted", translatable("Accepted items together")},
    {"assessment.meeting", translatable("Closed scoring")},
    {"assessment.model_changed", translatable("Took a round over to a newer version of its model")},
    {"assessment.participant_added", translatable("Added a participant")},
    {"assessment.participant_done", translatable("Was done scoring")},
    {"assessment.participant_left", translatable("Let a participant leave")},
    {"assessment.participant_not_done", translatable("Was not done scoring after all")},
    {"assessment.reminded", translatable("Reminded participants by mail")},
    {"assessment.reviewed", translatable("Followed up on a plan")},
    {"assessment.scoring", translatable("Opened scoring")},
    {"assessment_round", translatable("Self-assessment round"),
     organisation::named_in_table<"assessment_round">},
    {"quality_model", translatable("Quality model")},
    {"quality_model.draft_changed", translatable("Changed a model being worked on")},
    {"quality_model.draft_discarded", translatable("Ended the work on a model")},
    {"quality_model.draft_started", translatable("Began to work on a model")},
    {"quality_model.stored", translatable("Kept a quality model")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::assessment
