#pragma once

#include <string>

#include "messages/gateway.hpp"
#include "practice/assessment/rounds/contact_store.hpp"
#include "web/language.hpp"

// What those who take part are written. Never who has scored what.
namespace maerkbar::assessment {

struct InvitedTo {
    const Round& round;
    std::string unit;        // its name
    std::string facilitator; // who can be asked; may be empty
    std::string origin;      // "https://maerkbar.fjordby.example"
};

// In the language of whoever gets it. With a code the link leads to where it is typed, already filled in;
// without to the questions, after signing in.
[[nodiscard]] messages::Message invitation_mail(const InvitedTo& to, const Contact& contact,
                                                const web::Language& language);
[[nodiscard]] messages::Message reminder_mail(const InvitedTo& to, const Contact& contact,
                                              const web::Language& language);

} // namespace maerkbar::assessment
