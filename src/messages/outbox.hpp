#pragma once

#include <functional>
#include <map>

#include "messages/outbox_store.hpp"
#include "storage/job_runner.hpp"

namespace maerkbar::messages {

// Whether a mail is still wanted when it is due: whoever is reminded may have answered meanwhile.
using StillWanted =
    std::function<Result<bool>(storage::Connection& connection, TenantId tenant, const Reason& reason)>;

// Sends what was posted, in the background, one mail after the other. Nothing is lost while the gateway is
// away or over a restart; a crash between sending and noting it can send one mail twice.
class Outbox {
  public:
    // Without a gateway nothing can be sent, and the pages that would post something say so.
    Outbox(storage::Database& database, Seal seal, std::unique_ptr<Gateway> mail)
        : database_(database), seal_(seal), mail_(std::move(mail)) {}

    [[nodiscard]] const Seal& seal() const { return seal_; }
    [[nodiscard]] bool can_send() const { return mail_ != nullptr; }
    // Asked before each mail of the topic. Set before the jobs run.
    void ask_before(std::string topic, StillWanted still_wanted) {
        still_wanted_[std::move(topic)] = std::move(still_wanted);
    }

    [[nodiscard]] storage::LongJobHandlers handlers();
    // Called when no job waits; true when it has asked for one because something is due.
    Result<bool> look();
    // Sends what is due of one municipality; stops at the first mail that the gateway did not take.
    Result<void> deliver(TenantId tenant);

  private:
    struct Due;
    Result<std::optional<Due>> next_due(TenantId tenant);
    Result<Outcome> sent(TenantId tenant, const Due& due);
    Result<void> note(TenantId tenant, const Due& due, const Outcome& outcome);

    storage::Database& database_;
    Seal seal_;
    std::unique_ptr<Gateway> mail_;
    std::map<std::string, StillWanted, std::less<>> still_wanted_;
};

} // namespace maerkbar::messages
