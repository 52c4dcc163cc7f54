#include "practice/assessment/pages/invitation_mail.hpp"

#include "web/url.hpp"

namespace maerkbar::assessment {
namespace {

std::string link_of(const InvitedTo& to, const Contact& contact) {
    if (!contact.code.empty()) return web::with_query(to.origin + "/join", {{"code", contact.code}});
    return to.origin + "/assessments/" + std::to_string(to.round.id.value) + "/score";
}

// Link, code, last day and whom to ask: the same in every mail.
std::string practical(const InvitedTo& to, const Contact& contact, const web::Language& language) {
    const auto& fields = to.round.fields;
    std::string text = language("Answer here:") + '\n' + link_of(to, contact) + "\n\n";
    if (!contact.code.empty())
        text += language(
                    "Your code is {code}. It is yours alone: whoever has it answers in your place. With "
                    "it you can go on later, also on another computer or phone.",
                    {{"code", contact.code}}) +
                "\n\n";
    if (fields.scoring_until)
        text += language("Answer by {day}.",
                         {{"day", language.date(*fields.scoring_until, web::DateStyle::long_)}}) +
                "\n\n";
    if (!to.facilitator.empty())
        text +=
            language("If you have questions, ask {name}, who runs the round.", {{"name", to.facilitator}}) +
            "\n\n";
    return text + language("This mail was sent by Mærkbar and cannot be answered.") + '\n';
}

} // namespace

messages::Message invitation_mail(const InvitedTo& to, const Contact& contact,
                                  const web::Language& language) {
    const auto& name = to.round.fields.name;
    return {
        contact.address, language("Take part in the self-assessment “{round}”", {{"round", name}}),
        language("{unit} is about to look at itself, and you are asked to take part.", {{"unit", to.unit}}) +
            "\n\n" +
            language("First everybody answers alone, from what they see in their work. Nobody sees your "
                     "answers before the group meets; then they are dots without names.") +
            "\n\n" + practical(to, contact, language)};
}

messages::Message reminder_mail(const InvitedTo& to, const Contact& contact, const web::Language& language) {
    const auto& name = to.round.fields.name;
    return {contact.address, language("Reminder: the self-assessment “{round}”", {{"round", name}}),
            language("You have not said yet that you are done with the self-assessment of {unit}.",
                     {{"unit", to.unit}}) +
                "\n\n" +
                language("You may leave blank what you know too little about. When you have been through it "
                         "all, choose “I am done”, and no more reminders come.") +
                "\n\n" + practical(to, contact, language)};
}

} // namespace maerkbar::assessment
