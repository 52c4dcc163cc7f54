#include "sources/surveys/survey_store.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/definition/definition_json.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view survey_columns =
    "select id, draft, edition, published, library_code, archived, changed_at from survey where tenant_id = "
    "? ";

Result<Survey> survey_of(const Row& row) {
    Survey survey{SurveyId{row.integer(0)}, TRY(read_draft(row.text(1)))};
    survey.edition = row.integer(2);
    survey.published = row.integer(3);
    survey.library_code = row.text(4);
    survey.archived = row.integer(5) != 0;
    survey.changed_at = Instant(std::chrono::milliseconds(row.integer(6)));
    return survey;
}

Error unknown_survey() {
    return {ErrorKind::not_found, "survey.unknown", translatable("There is no such survey.")};
}

std::string number(std::int64_t id) {
    return std::to_string(id);
}

} // namespace

Result<std::vector<Survey>> list_surveys(Connection& connection, TenantId tenant) {
    return connection.all(std::string(survey_columns) + "order by archived, changed_at desc, id desc",
                          {tenant}, survey_of);
}

Result<Survey> read_survey(Connection& connection, TenantId tenant, SurveyId survey) {
    auto found =
        TRY(connection.first(std::string(survey_columns) + "and id = ?", {tenant, survey}, survey_of));
    if (!found) return unknown_survey();
    return std::move(*found);
}

Result<std::vector<SurveyVersion>> list_versions(Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.all(
        "select version, made_at from survey_version where tenant_id = ? and survey_id = ? "
        "order by version desc",
        {tenant, survey}, [](const Row& row) {
            return SurveyVersion{row.integer(0), Instant(std::chrono::milliseconds(row.integer(1)))};
        });
}

Result<Definition> read_version(Connection& connection, TenantId tenant, SurveyId survey,
                                std::int64_t version) {
    auto found = TRY(connection.first(
        "select definition from survey_version where tenant_id = ? and survey_id = ? and version = ?",
        {tenant, survey, version}, [](const Row& row) { return read_draft(row.text(0)); }));
    if (!found) return unknown_survey();
    return std::move(*found);
}

Result<SurveyId> add_survey(Transaction& transaction, const Definition& draft,
                            std::string_view library_code) {
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_id<SurveyId>(tenant, "survey"));
    TRY(transaction.connection().execute(
        "insert into survey (tenant_id, id, draft, edition, published, library_code, archived, changed_at) "
        "values (?, ?, ?, 1, 0, ?, 0, ?)",
        {tenant, id, write_survey(draft), library_code, transaction.now()}));
    TRY(transaction.audit({"survey.created", "survey", number(id.value)}));
    return id;
}

Result<void> save_draft(Transaction& transaction, SurveyId survey, std::int64_t edition,
                        const Definition& draft) {
    const auto tenant = transaction.actor().tenant;
    const auto changed = TRY(
        transaction.connection().execute("update survey set draft = ?, edition = edition + 1, changed_at = ? "
                                         "where tenant_id = ? and id = ? and edition = ?",
                                         {write_survey(draft), transaction.now(), tenant, survey, edition}));
    if (changed == 0) {
        TRY(read_survey(transaction.connection(), tenant, survey));
        return Error{
            ErrorKind::conflict, "survey.changed_meanwhile",
            translatable("Somebody else has changed the survey in the meantime. Open it again and make your "
                         "change once more.")};
    }
    return transaction.audit({"survey.changed", "survey", number(survey.value)});
}

namespace {

// Those who answered a sensitive question were asked under its rules, so it keeps them.
Result<void> check_still_sensitive(Connection& connection, TenantId tenant, const Survey& survey) {
    for (const auto& one : TRY(list_versions(connection, tenant, survey.id))) {
        const auto version = TRY(read_version(connection, tenant, survey.id, one.version));
        for (const auto& page : version.pages)
            for (const auto& question : page.questions) {
                const auto* now = survey.draft.question(question.name);
                if (question.sensitive && now != nullptr && !now->sensitive)
                    return Error{ErrorKind::conflict,
                                 "survey.was_sensitive",
                                 translatable("“{question}” was asked as a sensitive question, and its "
                                              "answers stay sensitive. Mark it so again, or give the new "
                                              "question another short name."),
                                 {{"question", question.name}}};
            }
    }
    return {};
}

} // namespace

Result<std::int64_t> publish_draft(Transaction& transaction, SurveyId survey) {
    auto& connection = transaction.connection();
    const auto tenant = transaction.actor().tenant;
    const auto found = TRY(read_survey(connection, tenant, survey));
    TRY(check(found.draft));
    TRY(check_still_sensitive(connection, tenant, found));
    if (found.published > 0 && TRY(read_version(connection, tenant, survey, found.published)) == found.draft)
        return Error{ErrorKind::conflict, "survey.nothing_new",
                     translatable("Nothing has changed since the last version, so there is no new one.")};
    const auto version = found.published + 1;
    const auto person = transaction.actor().person;
    TRY(connection.execute(
        "insert into survey_version (tenant_id, survey_id, version, definition, made_at, made_by) "
        "values (?, ?, ?, ?, ?, ?)",
        {tenant, survey, version, write_survey(found.draft), transaction.now(),
         person ? std::optional(person) : std::nullopt}));
    TRY(connection.execute("update survey set published = ?, changed_at = ? where tenant_id = ? and id = ?",
                           {version, transaction.now(), tenant, survey}));
    TRY(transaction.audit({"survey.published", "survey", number(survey.value)}));
    return version;
}

Result<void> archive_survey(Transaction& transaction, SurveyId survey, bool archived) {
    const auto changed = TRY(transaction.connection().execute(
        "update survey set archived = ?, changed_at = ? where tenant_id = ? and id = ?",
        {archived, transaction.now(), transaction.actor().tenant, survey}));
    if (changed == 0) return unknown_survey();
    return transaction.audit(
        {archived ? "survey.archived" : "survey.restored", "survey", number(survey.value)});
}

} // namespace maerkbar::surveys
