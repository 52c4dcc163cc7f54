#include "base/translatable.hpp"
#include "sources/feedback/pages/routes.hpp"

namespace maerkbar::feedback {

namespace {

constexpr organisation::AuditWord words[] = {
    {"feedback", translatable("Praise or complaint")},
    {"feedback.delete_old", translatable("Deleting old praise and complaints")},
    {"feedback.recount", translatable("Counting praise and complaints")},
    {"feedback_rules", translatable("Register of praise and complaints")},
    {"feedback.answered", translatable("Answered praise or a complaint")},
    {"feedback.changed", translatable("Changed an entry of praise or complaint")},
    {"feedback.citizen_wrote", translatable("A citizen wrote again")},
    {"feedback.contact_asked", translatable("A citizen asked for contact")},
    {"feedback.contact_read", translatable("Looked up how to reach a citizen")},
    {"feedback.created", translatable("Entered praise, a complaint or a suggestion")},
    {"feedback.delete_old", translatable("Deleting texts that have been kept long enough")},
    {"feedback.mail_not_wanted", translatable("Wants no mail about new praise and complaints any more")},
    {"feedback.mail_wanted", translatable("Wants mail about new praise and complaints")},
    {"feedback.looked_after", translatable("Looked after what a citizen asked for")},
    {"feedback.old_texts_deleted", translatable("Deleted texts that had been kept long enough")},
    {"feedback.read", translatable("Read what a citizen wrote")},
    {"feedback.recount", translatable("Counting praise and complaints anew")},
    {"feedback.rules_changed", translatable("Changed the rules for praise and complaints")},
    {"feedback.taken_out", translatable("Took praise and complaints out as a file")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::feedback
