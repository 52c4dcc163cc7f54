#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "messages/gateway.hpp"
#include "messages/seal.hpp"
#include "storage/transaction.hpp"

// Mails that wait to be sent. They are written in the transaction that asks for them, so that none is
// forgotten and none is sent for a change that was not stored.
namespace maerkbar::messages {

inline constexpr std::string_view delivery_job = "messages.deliver";

// What a mail is for, in the ids of the module that asks for it.
struct Reason {
    std::string topic;          // "assessment.invitation"
    std::int64_t about = 0;     // the round
    std::int64_t recipient = 0; // the participant
    auto operator<=>(const Reason&) const = default;
};

struct Letter {
    Reason reason;
    Message message;
    std::optional<Instant> due = {}; // not before; none: at once
};

enum class LetterState {
    waiting,
    sent,
    refused, // the address is wrong
    failed,  // tried again and again
    dropped, // not wanted any more when it was due
};

struct Posted {
    std::int64_t id = 0;
    Reason reason = {};
    LetterState state = LetterState::waiting;
    std::int64_t attempts = 0;
    std::string problem = {}; // what the gateway said last
    Instant due = {};
    std::optional<Instant> ended = {};
};

Result<void> post(storage::Transaction& transaction, const Seal& seal, const Letter& letter);
// In the order they were posted.
[[nodiscard]] Result<std::vector<Posted>> posted(storage::Connection& connection, TenantId tenant,
                                                 std::string_view topic, std::int64_t about);
// Takes back what still waits; `recipient` 0 means everybody's.
Result<void> take_back(storage::Transaction& transaction, const Reason& reason);

} // namespace maerkbar::messages
