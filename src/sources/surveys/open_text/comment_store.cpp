#include "sources/surveys/open_text/comment_store.hpp"

#include <array>

#include "base/json_writer.hpp"
#include "base/names.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/open_text/further_masking.hpp"

namespace maerkbar::surveys::open_text {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::array<std::string_view, 3> state_names{"waiting", "shown", "hidden"};
constexpr std::array<std::string_view, 4> reason_names{"recognisable", "abusive", "off_topic", "other"};

constexpr std::string_view columns =
    "select id, answer_key, question, survey_id, unit_id, contact_point_id, customer_type_id, week, "
    "language, written, state, reason from survey_comment where tenant_id = ?";

// Adds one requirement to a query and its value.
struct Where {
    std::string sql;
    storage::Params params;

    template <typename T>
    void require(std::string_view condition, const std::optional<T>& value) {
        if (!value) return;
        sql += " and " + std::string(condition);
        params.add(*value);
    }
};

Where where(std::string_view start, TenantId tenant, const CommentQuery& query) {
    Where found{std::string(start), {tenant}};
    found.require("survey_id = ?", query.survey);
    found.require("question = ?", query.question);
    if (query.state) found.require("state = ?", std::optional(std::string(name_of(*query.state))));
    if (query.first) found.require("week >= ?", std::optional<std::int64_t>(query.first->days));
    if (query.last) found.require("week <= ?", std::optional<std::int64_t>(query.last->days));
    if (!query.units.empty()) found.sql += " and " + query.units;
    return found;
}

Comment comment_of(const Row& row) {
    Comment comment{row.string(0), row.string(1), row.string(2)};
    comment.survey = row.id<SurveyId>(3);
    comment.unit = row.id<UnitId>(4);
    comment.contact_point = row.id<organisation::CatalogueId>(5);
    comment.customer_type = row.id<organisation::CatalogueId>(6);
    comment.week = row.day(7);
    comment.language = row.string(8);
    comment.text = row.string(9);
    comment.state = state_named(row.text(10)).value_or(State::waiting);
    comment.reason = reason_named(row.text(11));
    return comment;
}

// It may have been withdrawn since it was read.
Result<bool> answer_is_there(Transaction& transaction, const Comment& comment) {
    return TRY(transaction.connection().number(
               "select count(*) from survey_answer where tenant_id = ? and key = ?",
               {transaction.actor().tenant, comment.answer_key})) > 0;
}

Result<void> check(const Comment& comment, const Decision& decision) {
    if (!masks_further(comment.text, decision.text))
        return Error{ErrorKind::invalid,
                     "comment.not_masked",
                     translatable("Words may be taken out or replaced by [name], [place] and the like. What "
                                  "somebody wrote is not written anew."),
                     {},
                     "text"};
    if (decision.state == State::hidden && !decision.reason)
        return Error{
            ErrorKind::invalid, "comment.reason", translatable("Choose why it is not shown."), {}, "reason"};
    return {};
}

} // namespace

std::string_view name_of(State state) {
    return name_in(std::span<const std::string_view>(state_names), state);
}

std::optional<State> state_named(std::string_view name) {
    return named_in<State>(state_names, name);
}

std::string_view name_of(Reason reason) {
    return name_in(std::span<const std::string_view>(reason_names), reason);
}

std::optional<Reason> reason_named(std::string_view name) {
    return named_in<Reason>(reason_names, name);
}

Result<void> add_comments(Transaction& transaction, const std::vector<Comment>& comments) {
    for (const auto& comment : comments) {
        if (!TRY(answer_is_there(transaction, comment))) continue;
        TRY(transaction.connection().execute(
            "insert into survey_comment (tenant_id, id, answer_key, question, survey_id, unit_id, "
            "contact_point_id, customer_type_id, week, language, written, state, reason) values (?, ?, ?, ?, "
            "?, ?, ?, ?, ?, ?, ?, 'waiting', '') on conflict do nothing",
            {transaction.actor().tenant, comment.id, comment.answer_key, comment.question, comment.survey,
             comment.unit, comment.contact_point.value, comment.customer_type.value, comment.week.days,
             comment.language, comment.text}));
    }
    return {};
}

Result<std::vector<Comment>> list_comments(Connection& connection, TenantId tenant,
                                           const CommentQuery& query) {
    auto asked = where(columns, tenant, query);
    asked.sql += " order by id limit ? offset ?";
    asked.params.add(query.limit);
    asked.params.add(query.offset);
    return connection.all(asked.sql, asked.params, comment_of);
}

Result<std::int64_t> count_comments(Connection& connection, TenantId tenant, const CommentQuery& query) {
    const auto asked = where("select count(*) from survey_comment where tenant_id = ?", tenant, query);
    return connection.number(asked.sql, asked.params);
}

Result<Comment> read_comment(Connection& connection, TenantId tenant, std::string_view id) {
    auto found =
        TRY(connection.first(std::string(columns) + " and id = ?", {tenant, std::string(id)}, comment_of));
    if (!found)
        return Error{ErrorKind::not_found, "comment.unknown", translatable("There is no such comment.")};
    return std::move(*found);
}

// Who decided, when and why is in the audit trail; what was written never is.
Result<void> decide_comment(Transaction& transaction, const Comment& comment, const Decision& decision) {
    TRY(check(comment, decision));
    const auto reason = decision.reason && decision.state == State::hidden
                            ? std::string(name_of(*decision.reason))
                            : std::string();
    TRY(transaction.connection().execute(
        "update survey_comment set state = ?, reason = ?, written = ? where tenant_id = ? and id = ?",
        {name_of(decision.state), reason, decision.text, transaction.actor().tenant, comment.id}));
    JsonWriter details;
    details.begin_object().member("masked_further", decision.text != comment.text);
    if (!reason.empty()) details.member("reason", reason);
    details.end_object();
    return transaction.audit({"survey_comment." + std::string(name_of(decision.state)), "survey_comment",
                              comment.id, std::move(details).text()});
}

} // namespace maerkbar::surveys::open_text
