#include "actions/store.hpp"
#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/permission.hpp"
#include "sources/feedback/settings.hpp"
#include "sources/feedback/text_check.hpp"
#include "web/make_route.hpp"
#include "web/parts/paragraphs.hpp"

// Answering, what must be done, how a citizen is reached, and the municipality's rules.
namespace maerkbar::feedback {

using namespace web::literals;
using organisation::Done;
using organisation::Filled;
using organisation::FormView;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

constexpr std::string_view outcome_words[] = {"upheld", "partly", "not_upheld", "no_answer"};

FormView view_of(Visit& visit, std::string title, const Entry& entry) {
    FormView view;
    view.title = std::move(title);
    view.button = visit.language("Save");
    view.crumbs = {{visit.language("Praise and complaints"), "/feedback"},
                   {title_of(entry, visit.language), path_of(entry.id)}};
    view.cancel = path_of(entry.id);
    return view;
}

parts::TextField number_field(parts::Label label, std::string value, std::string unit) {
    return {.label = std::move(label),
            .value = std::move(value),
            .width = parts::FieldWidth::narrow,
            .input_mode = "numeric",
            .unit = std::move(unit)};
}

Result<Settings> stored_settings(Visit& visit) {
    return visit.services.database.read(
        [&](storage::Connection& connection) { return read_settings(connection, visit.viewer.tenant()); });
}

} // namespace

Result<FormView> answer_form(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    const auto entry = TRY(entry_in_path(visit));
    TRY(require_answering(visit, entry));
    // Whether somebody was right is decided, not proposed.
    const auto stored = entry.outcome ? name_of(*entry.outcome) : std::string_view();
    const auto chosen = filled.value("outcome", stored);
    std::vector<parts::Choice> outcomes;
    for (const auto outcome : all_outcomes)
        outcomes.push_back({std::string(name_of(outcome)),
                            outcome_text(entry.fields.kind, outcome, language),
                            {},
                            name_of(outcome) == chosen});
    auto view = view_of(visit, language("Answer"), entry);
    view.help = language("The citizen reads the answer and what was done with the code.");
    view.fields = parts::section(language("What the citizen said"),
                                 parts::paragraphs(comments::masks_in_words(entry.fields.text, language)));
    view.fields << parts::radio_field({filled.label("outcome", language("Outcome")), outcomes}, language);
    const auto hint = language("In plain words, and without personal numbers.");
    const bool needed = entry.fields.answer_wanted && !entry.answered_on;
    view.fields << parts::text_area(
                       {needed ? filled.label("text", language("Answer to the citizen"), hint)
                               : filled.optional("text", language("Answer to the citizen"), hint),
                        filled.value("text"), 6},
                       language)
                << parts::text_area({filled.optional("done", language("What was done")),
                                     filled.value("done", entry.done), 3},
                                    language);
    view.version = entry.version;
    view.button = language("Send the answer");
    return view;
}

Result<Done> send_answer(Visit& visit, web::Form& form) {
    const auto entry = TRY(entry_in_path(visit));
    TRY(require_answering(visit, entry));
    Answer answer;
    answer.outcome = outcome_named(form.choice("outcome", outcome_words)).value_or(Outcome::upheld);
    answer.text = form.text("text", longest_text);
    answer.done = form.text("done", longest_text);
    if (!form.ok()) return form.errors().front();
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
        const auto present = TRY(read_entry(tx.connection(), tx.actor().tenant, entry.id));
        TRY(organisation::expect_version(form, present.version));
        return answer_entry(tx, present, answer);
    }));
    return Done{path_of(entry.id), entry.id.value};
}

Result<Done> send_looked_after(Visit& visit, web::Form&) {
    const auto entry = TRY(entry_in_path(visit));
    TRY(require_answering(visit, entry));
    TRY(visit.services.database.write(visit.viewer.actor,
                                      [&](storage::Transaction& tx) { return looked_after(tx, entry); }));
    return Done{path_of(entry.id), entry.id.value};
}

Result<FormView> action_form(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    const auto entry = TRY(entry_in_path(visit));
    const auto owners = TRY(visit.services.database.read([&](storage::Connection& connection) {
        return actions::possible_owners(connection, visit.viewer.tenant(), *visit.viewer.tree,
                                        entry.fields.place.unit, visit.viewer.today);
    }));
    std::vector<parts::Choice> people;
    const auto chosen = filled.value("owner", std::to_string(visit.viewer.actor.person.value));
    for (const auto& owner : owners) {
        const auto id = std::to_string(owner.person.value);
        people.push_back({id, owner.name, {}, id == chosen});
    }
    auto view = view_of(visit, language("New action"), entry);
    view.help =
        language("What is to be done about it. Many may read actions: write nothing about the citizen.");
    view.fields = parts::text_field({.label = filled.label("title", language("What is to be done")),
                                     .value = filled.value("title"),
                                     .max_length = 200},
                                    language);
    view.fields << parts::select_field({filled.label("owner", language("Owner")), people}, language)
                << parts::text_field(
                       organisation::date_field(filled.label("due", language("Due")), filled.value("due")),
                       language);
    return view;
}

Result<Done> send_action(Visit& visit, web::Form& form) {
    const auto entry = TRY(entry_in_path(visit));
    TRY(visit.viewer.require(may::actions_write, entry.fields.place.unit));
    actions::ActionFields fields;
    fields.unit = entry.fields.place.unit;
    fields.title = form.required_text("title");
    fields.owner = form.required_id<PersonId>("owner");
    fields.due = form.required_date("due");
    if (!form.ok()) return form.errors().front();
    TRY(refuse_personal_number(fields.title, "title"));
    const actions::Origin origin{"feedback", entry.id.value, title_of(entry, visit.language),
                                 path_of(entry.id)};
    const auto id = TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& tx) {
        return actions::add_action(tx, fields, origin);
    }));
    return Done{path_of(entry.id), id.value};
}

Result<FormView> rules_form(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    TRY(visit.viewer.require_everywhere(may_handle));
    const auto stored = TRY(stored_settings(visit));
    FormView view;
    view.title = language("Rules for praise and complaints");
    view.help = language("They hold for the whole municipality.");
    view.button = language("Save");
    view.crumbs = {{language("Praise and complaints"), "/feedback"}};
    view.cancel = "/feedback";
    view.fields =
        parts::text_field(number_field(filled.label("answer_days", language("An answer is due after"),
                                                    language("Entries that are there keep their deadlines.")),
                                       filled.value("answer_days", std::to_string(stored.answer_days)),
                                       language("working days")),
                          language);
    view.fields
        << parts::text_field(
               number_field(
                   filled.optional("keep_months", language("Texts are kept after the answer for"),
                                   language("What never was answered is kept as long after its deadline. "
                                            "Empty keeps all without end. Figures are not changed.")),
                   filled.value("keep_months", stored.keep_months ? std::to_string(*stored.keep_months) : ""),
                   language("months")),
               language)
        << parts::checkbox(
               "open_to_citizens", language("Citizens may write on a page of their own"),
               filled.checked("open_to_citizens", stored.open_to_citizens),
               language("At the address /tell-us, for instance from the municipality's website."));
    return view;
}

Result<Done> send_rules(Visit& visit, web::Form& form) {
    TRY(visit.viewer.require_everywhere(may_handle));
    Settings settings;
    settings.answer_days = form.required_integer("answer_days", 1, most_answer_days);
    settings.keep_months = form.integer("keep_months", 1, most_keep_months);
    settings.open_to_citizens = form.checked("open_to_citizens");
    if (!form.ok()) return form.errors().front();
    TRY(visit.services.database.write(visit.viewer.actor,
                                      [&](storage::Transaction& tx) { return save_settings(tx, settings); }));
    return Done{"/feedback"};
}

Result<Response> show_contact(FeedbackServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    Visit visit{services.organisation, context, viewer};
    const auto& language = visit.language;
    const auto entry = TRY(entry_in_path(visit));
    TRY(require_answering(visit, entry));
    const auto contact = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return contact_of(connection, viewer.tenant(), entry.id); }));
    const auto plain = contact ? services.outbox.seal().open(contact->sealed) : std::nullopt;
    if (!plain)
        return Error{ErrorKind::not_found, "feedback.no_contact",
                     translatable("The citizen has not asked for contact, or somebody has been in touch.")};
    TRY(visit.services.database.write(viewer.actor, [&](storage::Transaction& tx) {
        return tx.audit({"feedback.contact_read", "feedback", std::to_string(entry.id.value)});
    }));
    auto info = organisation::info_of(
        visit, language("Reach the citizen"), language("Deleted when you say that it has been looked after."),
        {{language("Praise and complaints"), "/feedback"}, {title_of(entry, language), path_of(entry.id)}});
    Html body =
        parts::fact_list({{language("How to reach the citizen"), organisation::words(*plain)},
                          {language("Asked for on"), organisation::words(language.date(contact->asked_on))}});
    body << parts::button_row({organisation::send_button(visit, path_of(entry.id, "/looked-after"),
                                                         language("It has been looked after")),
                               parts::button_link(language("Back"), path_of(entry.id))});
    auto response = organisation::page_of(info, body);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace maerkbar::feedback
