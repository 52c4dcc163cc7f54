#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "sources/surveys/link_store.hpp"
#include "sources/surveys/proxy.hpp"
#include "storage/database.hpp"

namespace maerkbar::surveys {

// A pattern of pressing that no row of different people makes. Such answers are kept, and told of.
enum class Oddity {
    none,
    burst, // many answers right after one another
    held,  // one button held down
};
[[nodiscard]] std::string_view name_of(Oddity oddity); // "", "burst", "held"

// One answer to one survey, as it is sent.
struct Submission {
    std::string id;             // given to the page, or made by the client; see is_submission_id()
    std::string code_hash = {}; // of the one-time code; empty: none
    std::string language;       // in which it was answered
    std::string way = "web";    // or one of the other `ways`
    Answers answers;
    std::chrono::seconds age = {}; // since it was given, where it waited on a kiosk without a connection
    bool whole = true;             // questions without an answer were passed over; false: they were not shown
    Oddity oddity = Oddity::none;
    Proxy proxy = {};
    std::string pair = {}; // see pair_values(); empty: it is not paired
};
inline constexpr std::string_view ways[] = {"web", "api", "kiosk", "paper", "interview"};

struct Receipt {
    std::string number;    // the same for every retry
    bool repeated = false; // it was there already
};

// Stores the answer once, however often it is sent, and returns when it is durable. What is stored follows
// the link's mode: in anonymous mode neither time (but the week) nor code. Errors: submission.id,
// submission.language (invalid), those of accept_answers(), code.needed, code.unknown, code.used.
Result<Receipt> submit(storage::Database& database, const OpenLink& link, const Submission& submission);

// The receipt of an answer that was sent with this id before.
Result<std::optional<Receipt>> find_receipt(storage::Connection& connection, TenantId tenant,
                                            std::string_view submission_id);

// What people wrote with every personal number replaced; a number that is one goes altogether.
[[nodiscard]] Answers without_personal_numbers(const Definition& definition, Answers answers);

} // namespace maerkbar::surveys
