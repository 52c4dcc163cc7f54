#include "sources/surveys/submission.hpp"

#include <algorithm>

#include "base/local_time.hpp"
#include "base/period.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/progress.hpp"
#include "sources/surveys/secrets.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Transaction;

constexpr std::size_t cpr_digits = 10;

std::string key_of(std::string_view submission_id) {
    return one_way("answer", submission_id);
}

Result<void> check_submission(const OpenLink& link, const Submission& submission) {
    if (!is_submission_id(submission.id))
        return Error{ErrorKind::invalid,
                     "submission.id",
                     translatable("An answer needs an id of its own: 16 to 64 letters, digits and dashes."),
                     {},
                     "id"};
    const auto& languages = link.definition->languages;
    if (std::ranges::find(languages, submission.language) == languages.end())
        return Error{ErrorKind::invalid,
                     "submission.language",
                     translatable("The survey is not asked in this language."),
                     {},
                     "language"};
    return {};
}

// Whether the row is new. What is kept of time and code depends on the mode.
Result<bool> insert(Transaction& transaction, const OpenLink& link, const Submission& submission,
                    const std::string& answers) {
    const bool anonymous = link.link.mode == Mode::anonymous;
    const auto given = local_day(transaction.now() - submission.age);
    const auto week = Period::containing(PeriodKind::week, given).first.days;
    const auto respondent =
        anonymous || submission.code_hash.empty() ? std::nullopt : std::optional(submission.code_hash);
    return TRY(transaction.connection().execute(
               "insert into survey_answer (tenant_id, key, link_id, version, language, way, week, "
               "received_at, respondent, answers, oddity, answered_by, whose_view, help, pair) "
               "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
               {link.tenant, key_of(submission.id), link.link.id, link.version, submission.language,
                submission.way, week, anonymous ? std::nullopt : std::optional(transaction.now()), respondent,
                answers, name_of(submission.oddity), name_of(submission.proxy.by),
                name_of(submission.proxy.view), name_of(submission.proxy.help),
                submission.pair.empty() ? std::nullopt : std::optional(submission.pair)})) > 0;
}

Result<bool> store(Transaction& transaction, const OpenLink& link, const Submission& submission,
                   const std::string& answers) {
    transaction.without_audit("an answer leaves no trace of who gave it and when");
    if (!TRY(insert(transaction, link, submission, answers))) return true;
    if (link.link.by_code && submission.code_hash.empty())
        return Error{ErrorKind::invalid,
                     "code.needed",
                     translatable("This survey is answered with the code that you were given."),
                     {},
                     "code"};
    if (!submission.code_hash.empty())
        TRY(use_code(transaction, link.tenant, link.link.id, submission.code_hash));
    if (submission.way == "web") TRY(delete_progress(transaction, link.tenant, submission.id));
    return false;
}

// A personal number typed as a number has lost its first zero.
bool is_personal_number(std::string_view number) {
    std::string digits(number);
    if (digits.size() < cpr_digits) digits.insert(0, cpr_digits - digits.size(), '0');
    return number.size() + 1 >= cpr_digits && tables::find_personal_number(digits).has_value();
}

} // namespace

std::string_view name_of(Oddity oddity) {
    constexpr std::string_view names[] = {"", "burst", "held"};
    return names[static_cast<std::size_t>(oddity)];
}

Answers without_personal_numbers(const Definition& definition, Answers answers) {
    for (auto& [name, answer] : answers) {
        const auto* question = definition.question(std::string_view(name).substr(0, name.find('.')));
        if (question == nullptr || answer.values.empty()) continue;
        const bool written = question->type == QuestionType::open_text || name != question->name;
        if (question->type == QuestionType::number && is_personal_number(answer.values.front()))
            answer = {{}, Missing::skipped};
        else if (written)
            for (auto& value : answer.values)
                value = tables::mask_personal_numbers(value);
    }
    return answers;
}

Result<Receipt> submit(storage::Database& database, const OpenLink& link, const Submission& submission) {
    TRY(check_submission(link, submission));
    auto accepted = TRY(accept_answers(*link.definition, submission.answers));
    if (!submission.whole)
        std::erase_if(accepted,
                      [&](const auto& one) { return find(submission.answers, one.first) == nullptr; });
    const auto answers = write_answers(without_personal_numbers(*link.definition, accepted));
    const storage::Actor actor{link.tenant, {}, "survey"};
    const auto repeated = TRY(database.write(
        actor, [&](Transaction& transaction) { return store(transaction, link, submission, answers); }));
    return Receipt{receipt_number(key_of(submission.id)), repeated};
}

Result<std::optional<Receipt>> find_receipt(storage::Connection& connection, TenantId tenant,
                                            std::string_view submission_id) {
    const auto key = key_of(submission_id);
    const auto found = TRY(connection.number(
        "select count(*) from survey_answer where tenant_id = ? and key = ?", {tenant, key}));
    if (found == 0) return std::optional<Receipt>();
    return std::optional(Receipt{receipt_number(key), true});
}

} // namespace maerkbar::surveys
