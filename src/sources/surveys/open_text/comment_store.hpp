#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "organisation/catalogue.hpp"
#include "sources/surveys/survey_store.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys::open_text {

enum class State { waiting, shown, hidden };
inline constexpr State all_states[] = {State::waiting, State::shown, State::hidden};
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::optional<State> state_named(std::string_view name);

// Why a comment is not shown.
enum class Reason { recognisable, abusive, off_topic, other };
inline constexpr Reason all_reasons[] = {Reason::recognisable, Reason::abusive, Reason::off_topic,
                                         Reason::other};
[[nodiscard]] std::string_view name_of(Reason reason);
[[nodiscard]] std::optional<Reason> reason_named(std::string_view name);

// What one person wrote to one question.
struct Comment {
    std::string id;         // a hash: says nothing of when or where
    std::string answer_key; // of the answer it hangs on
    std::string question;
    SurveyId survey = {};
    UnitId unit = {};
    organisation::CatalogueId contact_point = {};
    organisation::CatalogueId customer_type = {};
    Date week = {};            // the Monday of the week it is counted in
    std::string language = {}; // in which the survey was answered
    std::string text = {};     // masked
    State state = State::waiting;
    std::optional<Reason> reason = {}; // of a hidden one
};

// Those that are there already stay as they are.
[[nodiscard]] Result<void> add_comments(storage::Transaction& transaction,
                                        const std::vector<Comment>& comments);

struct CommentQuery {
    std::optional<SurveyId> survey = {};
    std::optional<State> state = {};
    std::optional<std::string> question = {};
    std::optional<Date> first = {}; // of weeks
    std::optional<Date> last = {};
    std::string units = {}; // a condition on the column unit_id; empty: every unit
    std::int64_t limit = 10'000;
    std::int64_t offset = 0;
};
// In the order of their ids.
[[nodiscard]] Result<std::vector<Comment>> list_comments(storage::Connection& connection, TenantId tenant,
                                                         const CommentQuery& query);
[[nodiscard]] Result<std::int64_t> count_comments(storage::Connection& connection, TenantId tenant,
                                                  const CommentQuery& query);
// Error: comment.unknown (not_found).
[[nodiscard]] Result<Comment> read_comment(storage::Connection& connection, TenantId tenant,
                                           std::string_view id);

// What a person decides about a comment.
struct Decision {
    State state = State::shown;
    std::string text = {};             // as it is to be read from now on
    std::optional<Reason> reason = {}; // of hiding
};
// Errors (invalid): comment.not_masked where the text is anything but the stored one with words taken away or
// replaced by [NAME] and the like; comment.reason where one is hidden without.
[[nodiscard]] Result<void> decide_comment(storage::Transaction& transaction, const Comment& comment,
                                          const Decision& decision);

} // namespace maerkbar::surveys::open_text
