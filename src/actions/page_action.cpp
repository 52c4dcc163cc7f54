#include "actions/visit.hpp"
#include "base/translatable.hpp"

namespace maerkbar::actions {

using namespace web::literals;
using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

struct Choices {
    std::vector<Owner> owners;
    std::vector<IndicatorName> indicators;
};

Result<Choices> read_choices(ActionVisit& visit, UnitId unit) {
    const auto& viewer = visit.viewer();
    return visit.read([&](storage::Connection& connection) -> Result<Choices> {
        return Choices{TRY(possible_owners(connection, viewer.tenant(), *viewer.tree, unit, viewer.today)),
                       TRY(visit.services.indicators(connection, viewer.tenant(), visit.language().code()))};
    });
}

Html who_and_when(const ActionVisit& visit, const ActionFields& stored, const Filled& filled,
                  const Choices& choices) {
    const auto& language = visit.language();
    std::vector<parts::Choice> owners;
    const auto chosen = filled.value("owner", std::to_string(stored.owner.value));
    for (const auto& owner : choices.owners) {
        const auto id = std::to_string(owner.person.value);
        owners.push_back({id, owner.name, {}, id == chosen});
    }
    const auto due = stored.due == Date{} ? std::string() : stored.due.iso();
    Html html = parts::select_field({filled.label("owner", language("Owner")), owners}, language);
    return html << parts::text_field(
               organisation::date_field(filled.label("due", language("Due")), filled.value("due", due)),
               language);
}

Html what_moves(const ActionVisit& visit, const ActionFields& stored, const Filled& filled,
                const Choices& choices) {
    const auto& language = visit.language();
    std::vector<parts::Choice> indicators{{"", language("– none –")}};
    const auto chosen = filled.value("indicator", std::to_string(stored.indicator.value));
    for (const auto& indicator : choices.indicators) {
        const auto id = std::to_string(indicator.id.value);
        indicators.push_back({id, indicator.name, {}, id == chosen});
    }
    return parts::select_field(
        {filled.optional("indicator", language("The indicator it should move"),
                         language("So that you can see afterwards whether it helped.")),
         indicators},
        language);
}

Html state_fields(const ActionVisit& visit, const ActionFields& stored, const Filled& filled) {
    const auto& language = visit.language();
    std::vector<parts::Choice> states;
    const auto chosen = filled.value("status", name_of(stored.status));
    for (const auto status : all_statuses) {
        const std::string name(name_of(status));
        states.push_back({name, status_text(status, language), {}, name == chosen});
    }
    Html html = parts::radio_field({filled.label("status", language("Status")), states}, language);
    return html << parts::text_area(
               {filled.optional("outcome", language("What came of it"), language("Or why it was dropped.")),
                filled.value("outcome", stored.outcome)},
               language);
}

Html fields_of(ActionVisit& visit, const ActionFields& stored, const Filled& filled, const Choices& choices) {
    const auto& language = visit.language();
    web::Fields units{{"unit", filled.value("unit", std::to_string(stored.unit.value))}};
    web::Form unit(units);
    Html html = parts::text_field({.label = filled.label("title", language("What is to be done")),
                                   .value = filled.value("title", stored.title),
                                   .max_length = 200},
                                  language);
    html << parts::text_area(
                {filled.optional("detail", language("More about it")), filled.value("detail", stored.detail)},
                language)
         << parts::select_field(
                {filled.label("unit", language("Unit")),
                 organisation::unit_choices(visit.page, visit.viewer().scope(may::actions_write),
                                            unit.id<UnitId>("unit"))},
                language)
         << who_and_when(visit, stored, filled, choices) << what_moves(visit, stored, filled, choices);
    return html;
}

std::string field_text(const std::string& field, const web::Language& language) {
    static constexpr std::pair<std::string_view, const char*> names[] = {
        {"unit", translatable("Unit")},
        {"title", translatable("What is to be done")},
        {"detail", translatable("More about it")},
        {"owner", translatable("Owner")},
        {"due", translatable("Due")},
        {"status", translatable("Status")},
        {"outcome", translatable("What came of it")},
        {"indicator", translatable("The indicator it should move")}};
    for (const auto& [code, text] : names)
        if (code == field) return language(text);
    return field;
}

// What a stored value of the history means to a person.
std::string value_text(const ActionVisit& visit, const Choices& choices, const std::string& field,
                       const std::string& value) {
    const auto& language = visit.language();
    if (value.empty()) return "–";
    if (const auto day = Date::parse_iso(value); field == "due" && day) return language.date(*day);
    if (const auto status = status_named(value); field == "status" && status)
        return status_text(*status, language);
    const web::Fields sent{{"id", value}};
    web::Form id(sent);
    if (field == "unit") return organisation::unit_name(visit.page, id.id<UnitId>("id"));
    for (const auto& owner : choices.owners)
        if (field == "owner" && std::to_string(owner.person.value) == value) return owner.name;
    for (const auto& indicator : choices.indicators)
        if (field == "indicator" && std::to_string(indicator.id.value) == value) return indicator.name;
    return value;
}

Html history(ActionVisit& visit, const std::vector<ActionChange>& changes, const Choices& choices) {
    const auto& language = visit.language();
    parts::Table table{language("History"), false};
    table.columns = {
        {language("When")}, {language("Who")}, {language("What")}, {language("From")}, {language("To")}};
    table.empty = language("Nothing has been changed yet.");
    for (const auto& change : changes)
        table.rows.push_back({organisation::words(organisation::moment_text(change.at, language)),
                              organisation::words(change.person),
                              organisation::words(field_text(change.field, language)),
                              organisation::words(value_text(visit, choices, change.field, change.before)),
                              organisation::words(value_text(visit, choices, change.field, change.after))});
    return parts::section(language("History"), parts::table(table));
}

Html facts(const ActionVisit& visit, const Action& action, const Choices& choices) {
    const auto& language = visit.language();
    std::vector<parts::Fact> facts;
    if (!action.origin.path.empty())
        facts.push_back({language("Came out of"),
                         organisation::link(action.origin.path, action.origin.text.empty()
                                                                    ? language("The page it came from")
                                                                    : action.origin.text)});
    for (const auto& indicator : choices.indicators)
        if (indicator.id == action.fields.indicator)
            facts.push_back({language("Should move"),
                             organisation::link("/units/" + std::to_string(action.fields.unit.value) +
                                                    "/indicators/" + std::to_string(indicator.id.value),
                                                indicator.name)});
    facts.push_back(
        {language("Written"), organisation::words(organisation::moment_text(action.created, language))});
    return parts::fact_list(facts);
}

Html form_of(ActionVisit& visit, const Html& fields, std::string action, const Filled& filled) {
    const auto& language = visit.language();
    Html content;
    content << fields
            << parts::button_row(
                   {parts::button(language("Save")), parts::button_link(language("Cancel"), "/actions")});
    Html body = parts::error_summary(filled.errors(), language);
    return body << parts::form({.action = std::move(action), .csrf = visit.context().csrf_field()}, content);
}

Result<Response> new_page(ActionVisit& visit, const Filled& filled, int status) {
    const auto& language = visit.language();
    ActionFields start;
    start.owner = visit.viewer().actor.person;
    web::Form query(visit.context().request.query);
    start.unit = query.id<UnitId>("unit");
    const auto entries =
        visit.viewer().scope(may::actions_write).entries(*visit.viewer().tree, visit.viewer().today);
    if (!start.unit && !entries.empty()) start.unit = entries.front();
    const auto choices = TRY(read_choices(visit, start.unit));
    const auto info =
        organisation::info_of(visit.page, language("New action"), language("One thing, one owner, one date."),
                              {{language("Actions"), "/actions"}});
    auto response = organisation::page_of(
        info, form_of(visit, fields_of(visit, start, filled, choices), "/actions/new", filled));
    response.status = status;
    return response;
}

Result<Response> action_page(ActionVisit& visit, const Action& action, const Filled& filled, int status) {
    const auto& language = visit.language();
    const auto choices = TRY(read_choices(visit, action.fields.unit));
    const auto changes = TRY(visit.read([&](storage::Connection& connection) {
        return history_of(connection, visit.viewer().tenant(), action.id);
    }));
    auto info =
        organisation::info_of(visit.page, action.fields.title, {}, {{language("Actions"), "/actions"}});
    if (visit.context().request.query.text("done") == "saved")
        info.notice = parts::notice(parts::NoticeKind::success, language("The action is saved."));
    Html body = facts(visit, action, choices);
    if (visit.may_change(action)) {
        Html fields = parts::hidden_field("version", std::to_string(action.version));
        fields << fields_of(visit, action.fields, filled, choices)
               << state_fields(visit, action.fields, filled);
        body << parts::section(language("Change"),
                               form_of(visit, fields, visit.context().request.path, filled));
    }
    auto response = organisation::page_of(info, body << history(visit, changes, choices));
    response.status = status;
    return response;
}

bool mendable(const Error& error) {
    return error.kind == ErrorKind::invalid || error.kind == ErrorKind::conflict;
}

constexpr int refused = 422;

} // namespace

Result<Response> show_new(ActionVisit& visit) {
    return new_page(visit, Filled(), 200);
}

Result<Response> send_new(ActionVisit& visit) {
    web::Form form(visit.context().request.form);
    const auto fields = read_fields(form, {}, false);
    if (form.ok()) {
        TRY(visit.viewer().require(may::actions_write, fields.unit));
        const auto made = visit.services.organisation.database.write(
            visit.viewer().actor, [&](storage::Transaction& tx) { return add_action(tx, fields); });
        if (made.ok()) return Response::redirect("/actions/" + std::to_string(made->value) + "?done=saved");
        if (!mendable(made.error())) return made.error();
        form.fail(made.error());
    }
    return new_page(visit, Filled(form, visit.language()), refused);
}

Result<Response> show_action(ActionVisit& visit) {
    return action_page(visit, TRY(visit.action_in_path()), Filled(), 200);
}

Result<Response> send_action(ActionVisit& visit) {
    const auto action = TRY(visit.action_in_path());
    web::Form form(visit.context().request.form);
    const auto fields = read_fields(form, action.fields, false);
    const auto version = form.required_integer("version");
    if (!visit.may_change(action)) TRY(visit.viewer().require(may::actions_write, action.fields.unit));
    if (form.ok() && fields.unit != action.fields.unit)
        TRY(visit.viewer().require(may::actions_write, fields.unit));
    if (form.ok()) {
        const auto saved = visit.services.organisation.database.write(
            visit.viewer().actor,
            [&](storage::Transaction& tx) { return change_action(tx, action.id, fields, version); });
        if (saved.ok()) return Response::redirect(visit.context().request.path + "?done=saved");
        if (!mendable(saved.error())) return saved.error();
        form.fail(saved.error());
    }
    return action_page(visit, action, Filled(form, visit.language()), refused);
}

} // namespace maerkbar::actions
