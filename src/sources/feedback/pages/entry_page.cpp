#include "actions/store.hpp"
#include "actions/table.hpp"
#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/permission.hpp"
#include "web/parts/paragraphs.hpp"

namespace maerkbar::feedback {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

struct Whole {
    Entry entry;
    std::vector<Message> messages = {};
    std::vector<EntryChange> history = {};
    std::vector<actions::Action> actions = {};
    std::map<std::string, std::string> listed = {}; // names of the lists, by id
    bool contact = false;
};

Result<Whole> read_whole(Visit& visit, Entry entry) {
    const auto tenant = visit.viewer.tenant();
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Whole> {
        Whole whole{std::move(entry)};
        const auto id = whole.entry.id;
        whole.messages = TRY(messages_of(connection, tenant, id));
        whole.history = TRY(history_of(connection, tenant, id));
        whole.actions = TRY(actions::actions_from(connection, tenant, "feedback", id.value));
        whole.contact = TRY(contact_of(connection, tenant, id)).has_value();
        for (const auto kind : organisation::catalogue_kinds)
            for (const auto& listed : TRY(organisation::list_entries(connection, tenant, kind)))
                whole.listed[std::to_string(listed.id.value)] = listed.name;
        return whole;
    });
}

// Reading what somebody wrote is noted, as for single rows behind a figure.
Result<void> note_reading(Visit& visit, EntryId entry) {
    return visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return transaction.audit({"feedback.read", "feedback", std::to_string(entry.value)});
    });
}

Html facts(const Visit& visit, const Whole& whole) {
    const auto& language = visit.language;
    const auto& entry = whole.entry;
    std::vector<parts::Fact> facts = {
        {language("State"), state_tags(entry, visit.viewer.today, language)},
        {language("Received"), organisation::words(language.date(entry.fields.received_on))},
        {language("Unit"), organisation::words(organisation::unit_name(visit, entry.fields.place.unit))}};
    const auto add = [&](const std::string& name, CatalogueId id) {
        const auto found = whole.listed.find(std::to_string(id.value));
        if (found != whole.listed.end()) facts.push_back({name, organisation::words(found->second)});
    };
    add(language("Service"), entry.fields.place.service);
    add(language("Contact point"), entry.fields.place.contact_point);
    add(language("Came by"), entry.fields.place.channel);
    if (entry.from_citizen)
        facts.push_back({language("Came by"), organisation::words(language("the citizens' page"))});
    facts.push_back({language("Responsible"),
                     organisation::words(entry.responsible_name.empty() ? language("nobody yet")
                                                                        : entry.responsible_name)});
    facts.push_back(
        {language("Answer due"),
         organisation::words(entry.due_on ? language.date(*entry.due_on) : language("no answer wanted"))});
    if (entry.answered_on)
        facts.push_back({language("Answered"), organisation::words(language.date(*entry.answered_on))});
    if (entry.outcome)
        facts.push_back({language("Outcome"),
                         organisation::words(outcome_text(entry.fields.kind, *entry.outcome, language))});
    return parts::fact_list(facts);
}

Html or_removed(const std::string& text, const web::Language& language) {
    if (!text.empty()) return parts::paragraphs(comments::masks_in_words(text, language));
    Html html = "<p>"_html;
    return html << language("The text has been deleted, because it had been kept long enough.")
                << "</p>"_html;
}

Html dialogue(const Visit& visit, const Whole& whole) {
    const auto& language = visit.language;
    Html html =
        parts::section(language("What the citizen said"), or_removed(whole.entry.fields.text, language));
    for (const auto& message : whole.messages)
        html << parts::section(language(message.from_citizen ? translatable("The citizen, {date}")
                                                             : translatable("Our answer, {date}"),
                                        {{"date", language.date(message.written_on)}}),
                               parts::paragraphs(comments::masks_in_words(message.text, language)));
    if (!whole.entry.done.empty())
        html << parts::section(language("What was done"), parts::paragraphs(whole.entry.done));
    return html;
}

std::string field_text(const std::string& field, const web::Language& language) {
    static constexpr std::pair<std::string_view, const char*> names[] = {
        {"kind", translatable("Kind")},
        {"received_on", translatable("Received")},
        {"unit", translatable("Unit")},
        {"service", translatable("Service")},
        {"channel", translatable("Came by")},
        {"contact_point", translatable("Contact point")},
        {"answer_wanted", translatable("Answer wanted")},
        {"responsible", translatable("Responsible")},
        {"text", translatable("What the citizen said")},
        {"outcome", translatable("Outcome")},
        {"done", translatable("What was done")},
        {"answer", translatable("An answer was written")},
        {"citizen_wrote", translatable("The citizen wrote again")},
        {"contact_asked", translatable("The citizen asked for contact")},
        {"looked_after", translatable("Looked after what the citizen asked for")}};
    for (const auto& [code, text] : names)
        if (code == field) return language(text);
    return field;
}

// What a stored value of the history means to a person.
std::string value_text(const Visit& visit, const Whole& whole, const std::string& field,
                       const std::string& value) {
    const auto& language = visit.language;
    if (value.empty()) return "–";
    if (field == "kind") return kind_text(kind_named(value).value_or(Kind::complaint), language);
    if (field == "outcome")
        return outcome_text(whole.entry.fields.kind, outcome_named(value).value_or(Outcome::upheld),
                            language);
    if (const auto day = Date::parse_iso(value); field == "received_on" && day) return language.date(*day);
    if (field == "answer_wanted") return value == "yes" ? language("yes") : language("no");
    const web::Fields sent{{"id", value}};
    web::Form id(sent);
    if (field == "unit") return organisation::unit_name(visit, id.id<UnitId>("id"));
    if (field == "responsible")
        return id.id<PersonId>("id") == whole.entry.fields.responsible ? whole.entry.responsible_name
                                                                       : language("somebody else");
    const auto listed = whole.listed.find(value);
    return listed == whole.listed.end() ? value : listed->second;
}

std::string who_changed(const EntryChange& change, const web::Language& language) {
    if (!change.person.empty()) return change.person;
    const bool citizen = change.field == "citizen_wrote" || change.field == "contact_asked";
    return citizen ? language("the citizen") : language("another system");
}

Html history(const Visit& visit, const Whole& whole) {
    const auto& language = visit.language;
    parts::Table table{language("History"), false};
    table.columns = {
        {language("When")}, {language("Who")}, {language("What")}, {language("From")}, {language("To")}};
    table.empty = language("Nothing has been changed yet.");
    for (const auto& change : whole.history)
        table.rows.push_back({organisation::words(organisation::moment_text(change.at, language)),
                              organisation::words(who_changed(change, language)),
                              organisation::words(field_text(change.field, language)),
                              organisation::words(value_text(visit, whole, change.field, change.before)),
                              organisation::words(value_text(visit, whole, change.field, change.after))});
    return parts::disclosure(language("History"), parts::table(table));
}

// Praise that wants no answer is ended by one press.
Html seen_button(Visit& visit, const Entry& entry) {
    Html content = parts::hidden_field("outcome", name_of(Outcome::no_answer));
    content << parts::hidden_field("version", std::to_string(entry.version))
            << parts::button(visit.language("Seen, nothing more to do"));
    return parts::form({.action = path_of(entry.id, "/answer"), .csrf = visit.context.csrf_field()}, content);
}

Html buttons(Visit& visit, const Whole& whole) {
    const auto& language = visit.language;
    const auto& entry = whole.entry;
    const auto unit = entry.fields.place.unit;
    std::vector<Html> row;
    const bool to_be_seen = !entry.fields.answer_wanted && !entry.answered_on;
    if (may_answer(visit, entry) && to_be_seen) row.push_back(seen_button(visit, entry));
    if (may_answer(visit, entry))
        row.push_back(parts::button_link(
            entry.answered_on ? language("Answer again") : language("Answer"), path_of(entry.id, "/answer"),
            to_be_seen ? parts::ButtonKind::secondary : parts::ButtonKind::primary));
    row.push_back(parts::button_link(language("Change"), path_of(entry.id, "/edit")));
    if (visit.viewer.may(may::actions_write, unit))
        row.push_back(parts::button_link(language("New action"), path_of(entry.id, "/actions")));
    if (whole.contact && may_answer(visit, entry))
        row.push_back(parts::button_link(language("Reach the citizen"), path_of(entry.id, "/contact")));
    if (entry.citizen_waits && may_answer(visit, entry))
        row.push_back(organisation::send_button(visit, path_of(entry.id, "/looked-after"),
                                                language("It has been looked after")));
    return parts::button_row(row);
}

} // namespace

Result<Entry> entry_in_path(Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<EntryId>("entry"));
    auto entry = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return read_entry(connection, visit.viewer.tenant(), id); }));
    if (visit.viewer.may(may_write, entry.fields.place.unit)) return entry;
    return Error{ErrorKind::not_found, "feedback.unknown",
                 translatable("There is no such entry, or not for your eyes.")};
}

bool may_answer(const Visit& visit, const Entry& entry) {
    const auto person = visit.viewer.actor.person;
    return (person && entry.fields.responsible == person) ||
           visit.viewer.may(may_handle, entry.fields.place.unit);
}

Result<void> require_answering(const Visit& visit, const Entry& entry) {
    if (may_answer(visit, entry)) return {};
    return visit.viewer.require(may_handle, entry.fields.place.unit);
}

Result<Response> show_entry(Visit& visit) {
    const auto& language = visit.language;
    const auto whole = TRY(read_whole(visit, TRY(entry_in_path(visit))));
    TRY(note_reading(visit, whole.entry.id));
    auto info = organisation::info_of(visit, title_of(whole.entry, language), {},
                                      {{language("Praise and complaints"), "/feedback"}});
    Html body = facts(visit, whole);
    body << buttons(visit, whole) << dialogue(visit, whole)
         << parts::section(language("Actions"), actions::table_of(whole.actions, language))
         << history(visit, whole);
    return organisation::page_of(info, body);
}

Result<Response> entry_json(Visit& visit) {
    const auto whole = TRY(read_whole(visit, TRY(entry_in_path(visit))));
    TRY(note_reading(visit, whole.entry.id));
    JsonWriter json;
    write_members(json.begin_object(), whole.entry, visit.viewer.today);
    json.member("text", whole.entry.fields.text).member("done", whole.entry.done);
    json.key("messages").begin_array();
    for (const auto& message : whole.messages)
        json.begin_object()
            .member("written_on", message.written_on)
            .member("from_citizen", message.from_citizen)
            .member("text", message.text)
            .end_object();
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

} // namespace maerkbar::feedback
