#pragma once

#include <map>

#include "messages/seal.hpp"
#include "sources/surveys/invitations/addresses.hpp"
#include "sources/surveys/link_store.hpp"

// Lists of people invited to a survey, and the contact store.
namespace maerkbar::surveys::invitations {

using SendingId = StrongId<struct SurveySendingTag>;

inline constexpr int most_reminders = 3;

struct Sending {
    SendingId id = {};
    LinkId link = {};
    Channel channel = Channel::email;
    std::string subject = {};
    std::string words = {};    // of the invitation; {link} is replaced by the address with the code
    std::string reminder = {}; // the same
    std::int64_t remind_days = 7;
    std::int64_t remind_times = 0;
    std::string address = {}; // https://…/s/CODE
    Instant started_at = {};
    Instant paused_until = {};
    std::int64_t failures = 0;
    std::string problem = {};
    bool ended = false;
};

// Starts it: a one-time code for every address, both in the contact store. Errors: invitations.words
// (invalid) without {link}, invitations.by_code (invalid) where the link asks for no code.
Result<SendingId> start_sending(storage::Transaction& transaction, const messages::Seal& seal,
                                const Sending& wanted, const std::vector<std::string>& addresses);
// Nothing more is sent; every address is deleted.
Result<void> end_sending(storage::Transaction& transaction, SendingId sending);

Result<std::vector<Sending>> list_sendings(storage::Connection& connection, TenantId tenant, LinkId link);
Result<Sending> read_sending(storage::Connection& connection, TenantId tenant,
                             SendingId sending); // invitations.unknown

// How far it has come. The refused ones are known by their place in the list.
struct Progressed {
    std::map<std::string, std::int64_t, std::less<>> states = {}; // "waiting", "invited", "refused", "failed"
    std::int64_t reminders = 0;
    std::int64_t addresses_kept = 0;
    std::vector<std::pair<std::int64_t, std::string>> refused =
        {}; // number, what the gateway said; at most 50
};
Result<Progressed> progress_of(storage::Connection& connection, TenantId tenant, SendingId sending);

} // namespace maerkbar::surveys::invitations
