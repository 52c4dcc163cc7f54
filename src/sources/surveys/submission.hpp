#pragma once

#include <string>

#include "sources/surveys/link_store.hpp"
#include "storage/database.hpp"

namespace maerkbar::surveys {

// One answer to one survey, as it is sent.
struct Submission {
    std::string id;             // given to the page, or made by the client; see is_submission_id()
    std::string code_hash = {}; // of the one-time code; empty: none
    std::string language;       // in which it was answered
    std::string way = "web";    // or "api"
    Answers answers;
};

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
