#include "actions/visit.hpp"

#include "base/translatable.hpp"

namespace maerkbar::actions {

namespace may = organisation::permission;

bool ActionVisit::may_change(const Action& action) const {
    const bool own = viewer().actor.person && action.fields.owner == viewer().actor.person;
    return own || viewer().may(may::actions_write, action.fields.unit);
}

Result<Action> ActionVisit::action_in_path() {
    const auto id = TRY(context().request.parameters.id<ActionId>("action"));
    auto action = TRY(read(
        [&](storage::Connection& connection) { return read_action(connection, viewer().tenant(), id); }));
    if (!may_change(action) && !viewer().may(may::measurement_read, action.fields.unit))
        return Error{ErrorKind::not_found, "actions.unknown",
                     "There is no such action, or not for your eyes."};
    return action;
}

ActionFields read_fields(web::Form& form, const ActionFields& before, bool partly) {
    const auto sent = [&](std::string_view name) { return !partly || !form.typed(name).empty(); };
    ActionFields fields = before;
    if (sent("title")) fields.title = form.required_text("title");
    if (sent("detail")) fields.detail = form.text("detail", 4000);
    if (sent("unit")) fields.unit = form.required_id<UnitId>("unit");
    if (sent("owner")) fields.owner = form.required_id<PersonId>("owner");
    if (sent("due")) fields.due = form.required_date("due");
    if (sent("outcome")) fields.outcome = form.text("outcome", 4000);
    if (sent("indicator")) fields.indicator = form.id<IndicatorId>("indicator");
    if (!form.typed("status").empty()) {
        const auto status = status_named(form.typed("status"));
        if (status)
            fields.status = *status;
        else
            form.fail("status", "actions.status", "Choose one of the states.");
    }
    return fields;
}

std::string status_text(Status status, const web::Language& language) {
    constexpr const char* texts[] = {translatable("Not begun"), translatable("Under way"),
                                     translatable("Done"), translatable("Dropped")};
    return language(texts[static_cast<std::size_t>(status)]);
}

} // namespace maerkbar::actions
