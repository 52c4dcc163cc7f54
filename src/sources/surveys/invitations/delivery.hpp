#pragma once

#include "sources/surveys/invitations/gateway.hpp"
#include "sources/surveys/invitations/sending.hpp"
#include "storage/job_runner.hpp"

// Sending what is due, in the background.
namespace maerkbar::surveys::invitations {

// How long to wait after so many attempts in a row that the gateway did not answer: 1, 2, 4 … minutes, at
// most six hours.
[[nodiscard]] std::chrono::minutes pause_after(std::int64_t failures);
inline constexpr std::int64_t most_attempts =
    40; // for one address; about nine days of a gateway that is away

// The words with {link} filled in: the address with the code.
[[nodiscard]] std::string filled_in(std::string_view words, const std::string& address,
                                    const std::string& code);

class Deliverer {
  public:
    Deliverer(storage::Database& database, Seal seal, std::unique_ptr<Gateway> mail,
              std::unique_ptr<Gateway> sms)
        : database_(database), seal_(seal), mail_(std::move(mail)), sms_(std::move(sms)) {}

    [[nodiscard]] const Seal& seal() const { return seal_; }
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
    [[nodiscard]] Gateway* gateway(Channel channel) const {
        return channel == Channel::email ? mail_.get() : sms_.get();
    }
    Result<std::optional<Contact>> next_contact(TenantId tenant, SendingId sending);
    Result<bool> has_answered(TenantId tenant, const std::string& code);
    Result<bool> deliver_one(TenantId tenant, const Sending& sending, const Contact& contact);
    Result<void> note(TenantId tenant, const Sending& sending, const Contact& contact,
                      const Outcome& outcome);
    Result<void> forget(TenantId tenant, const Sending& sending, const Contact& contact);

    storage::Database& database_;
    Seal seal_;
    std::unique_ptr<Gateway> mail_;
    std::unique_ptr<Gateway> sms_;
};

} // namespace maerkbar::surveys::invitations
