#include "sources/surveys/audit_words.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_json.hpp"

namespace maerkbar::surveys {
namespace {

using organisation::named_in_table;

Result<std::string> name_of_survey(storage::Connection& connection, TenantId tenant, std::string_view id,
                                   std::string_view language) {
    const auto draft = TRY(organisation::name_in_table(connection, tenant, id, "survey", "draft"));
    if (draft.empty()) return draft;
    const auto survey = TRY(read_survey(draft));
    return std::string{survey.say(survey.title, language)};
}

constexpr auto name_of_link = organisation::named_by<"survey_link", "survey_id", name_of_survey>;

constexpr organisation::AuditWord words[] = {
    {"survey", translatable("Survey"), name_of_survey},
    {"survey.answers_taken_out", translatable("Took answers out as a file")},
    {"survey.answers_taken_over", translatable("Took over earlier answers to a survey")},
    {"survey.answer_read", translatable("Read an answer that is followed up")},
    {"survey.contact_read", translatable("Read how to reach somebody who asked for it")},
    {"survey.follow_up_ended", translatable("Ended following up low answers")},
    {"survey.follow_up_set", translatable("Decided which answers are followed up")},
    {"survey.keeping_changed", translatable("Decided how long answers are kept")},
    {"survey.old_answers_deleted", translatable("Deleted old answers")},
    {"survey_link.answer_withdrawn", translatable("Deleted their own answers")},
    {"surveys.delete_old", translatable("Deleting old answers")},
    {"surveys.invitations", translatable("Sending invitations")},
    {"surveys.follow_day", translatable("Looking for what is to be followed up")},
    {"surveys.follow_scores", translatable("Following up low answers")},
    {"surveys.release", translatable("Releasing results of surveys")},
    {"survey.archived", translatable("Put a survey away")},
    {"survey.changed", translatable("Changed a survey")},
    {"survey.created", translatable("Made a survey")},
    {"survey.pair_codes_issued", translatable("Made codes that pair the answers of two waves")},
    {"survey.published", translatable("Made a new version of a survey")},
    {"survey.released", translatable("Released the results of a survey")},
    {"survey_comment", translatable("Comment in a survey")},
    {"survey_comment.hidden", translatable("Decided not to show a comment")},
    {"survey_comment.shown", translatable("Let a comment be shown")},
    {"survey_topic", translatable("Topic of comments"), named_in_table<"survey_topic">},
    {"survey_topic.changed", translatable("Changed a topic of comments")},
    {"survey_topic.created", translatable("Made a topic of comments")},
    {"survey_topic.deleted", translatable("Deleted a topic of comments")},
    {"survey.restored", translatable("Took a survey back into use")},
    {"survey_sending", translatable("Invitations to a survey"),
     organisation::named_by<"survey_sending", "link_id", name_of_link>},
    {"survey_sending.ended", translatable("Ended invitations to a survey")},
    {"survey_sending.started", translatable("Invited people to a survey")},
    {"survey_wave", translatable("Wave of a survey"), named_in_table<"survey_wave">},
    {"survey_wave.population", translatable("Said how many everybody is in a wave")},
    {"survey_wave.created", translatable("Made a wave of a survey")},
    {"survey_link", translatable("Survey at a unit"), name_of_link},
    {"survey_link.codes_issued", translatable("Made one-time codes for a survey")},
    {"survey_link.created", translatable("Opened a survey for answers")},
    {"survey_link.visitors", translatable("Counted visitors at a kiosk")},
    {"survey_link.ended", translatable("Ended a survey for answers")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::surveys
