#include "sources/feedback/settings.hpp"

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "organisation/places.hpp"

namespace maerkbar::feedback {

namespace {

Result<void> check(const Settings& settings) {
    if (settings.answer_days < 1 || settings.answer_days > most_answer_days)
        return Error{ErrorKind::invalid,
                     "feedback.answer_days",
                     translatable("An answer is due after 1 to 120 working days."),
                     {},
                     "answer_days"};
    if (settings.keep_months && (*settings.keep_months < 1 || *settings.keep_months > most_keep_months))
        return Error{ErrorKind::invalid,
                     "feedback.keep_months",
                     translatable("Texts are kept for 1 to 120 months, or without end."),
                     {},
                     "keep_months"};
    return {};
}

} // namespace

Result<Settings> read_settings(storage::Connection& connection, TenantId tenant) {
    const auto found = TRY(connection.first(
        "select answer_days, keep_months, open_to_citizens from feedback_setting where tenant_id = ?",
        {tenant}, [](const storage::Row& row) {
            return Settings{row.integer(0), row.optional_integer(1), row.integer(2) != 0};
        }));
    return found.value_or(Settings{});
}

Result<void> save_settings(storage::Transaction& transaction, const Settings& settings) {
    TRY(check(settings));
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    TRY(connection.execute("delete from feedback_setting where tenant_id = ?", {tenant}));
    TRY(connection.execute(
        "insert into feedback_setting (tenant_id, answer_days, keep_months, "
        "open_to_citizens) values (?, ?, ?, ?)",
        {tenant, settings.answer_days, settings.keep_months, settings.open_to_citizens ? 1 : 0}));
    JsonWriter details;
    details.begin_object()
        .member("answer_days", settings.answer_days)
        .member("keep_months", settings.keep_months)
        .member("open_to_citizens", settings.open_to_citizens)
        .end_object();
    return transaction.audit({"feedback.rules_changed", "feedback_rules", std::to_string(tenant.value),
                              std::move(details).text()});
}

Result<Date> due_day(storage::Connection& connection, TenantId tenant, Date received_on) {
    const auto settings = TRY(read_settings(connection, tenant));
    const auto calendar = TRY(organisation::read_calendar(connection, tenant));
    auto due =
        organisation::working_days_after(calendar, received_on, static_cast<int>(settings.answer_days));
    while (!calendar.works_on(due))
        due = due - 1; // nobody answers on the Sunday after the last working day
    return due;
}

} // namespace maerkbar::feedback
