#pragma once

#include "messages/gateway.hpp"
#include "sources/surveys/invitations/sending.hpp"
#include "storage/job_runner.hpp"

// Sending what is due, in the background.
namespace maerkbar::surveys::invitations {

// The words with {link} filled in: the address with the code.
[[nodiscard]] std::string filled_in(std::string_view words, const std::string& address,
                                    const std::string& code);

class Deliverer {
  public:
    Deliverer(storage::Database& database, messages::Seal seal, std::unique_ptr<messages::Gateway> mail,
              std::unique_ptr<messages::Gateway> sms)
        : database_(database), seal_(seal), mail_(std::move(mail)), sms_(std::move(sms)) {}

    [[nodiscard]] const messages::Seal& seal() const { return seal_; }
    [[nodiscard]] bool can_send(Channel channel) const { return gateway(channel) != nullptr; }
    // The handler of the jobs that look() asks for.
    [[nodiscard]] storage::LongJobHandlers handlers();
    // Asks for a job where something is due; ends sendings whose survey is closed. Whether it asked.
    Result<bool> look();
    // Sends everything of one list that is due now. It stops at the first message that the gateway did not
    // answer, and pauses the list.
    Result<void> deliver(TenantId tenant, SendingId sending);

  private:
    struct Contact;
    [[nodiscard]] messages::Gateway* gateway(Channel channel) const {
        return channel == Channel::email ? mail_.get() : sms_.get();
    }
    Result<std::optional<Contact>> next_contact(TenantId tenant, SendingId sending);
    Result<bool> has_answered(TenantId tenant, const std::string& code);
    Result<bool> deliver_one(TenantId tenant, const Sending& sending, const Contact& contact);
    Result<void> note(TenantId tenant, const Sending& sending, const Contact& contact,
                      const messages::Outcome& outcome);
    Result<void> forget(TenantId tenant, const Sending& sending, const Contact& contact);

    storage::Database& database_;
    messages::Seal seal_;
    std::unique_ptr<messages::Gateway> mail_;
    std::unique_ptr<messages::Gateway> sms_;
};

} // namespace maerkbar::surveys::invitations
