#include "actions/store.hpp"
#include "organisation/stored_meanwhile.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/contact_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// People and dates of a round, and what items mean here; participants come and go.
namespace maerkbar::assessment {

using namespace web::literals;
using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr int refused = 422;

Html person_field(const RoundVisit& visit, const parts::Label& label,
                  const std::vector<actions::Owner>& people, const std::string& chosen) {
    const auto& language = visit.language();
    std::vector<parts::Choice> choices{{"", language("– nobody yet –")}};
    for (const auto& person : people) {
        const auto id = std::to_string(person.person.value);
        choices.push_back({id, person.name, {}, id == chosen});
    }
    return parts::select_field({label, choices}, language);
}

Html day_field(const RoundVisit& visit, const Filled& filled, const char* name, std::string text,
               const std::optional<Date>& stored) {
    return parts::text_field(organisation::date_field(filled.optional(name, std::move(text)),
                                                      filled.value(name, stored ? stored->iso() : "")),
                             visit.language());
}

Html items_fields(const RoundVisit& visit, const Model& model, const std::vector<RoundItem>& items) {
    const auto& language = visit.language();
    Html html;
    for (const auto& item : items) {
        const auto* node = model.node(item.item);
        const auto title = node == nullptr ? item.item : title_of(*node, language);
        html << parts::section(title,
                               Html() << parts::checkbox("training-" + item.item,
                                                         language("We try it together first"), item.training)
                                      << parts::text_field({.label = {.name = "note-" + item.item,
                                                                      .text = language("What it means here"),
                                                                      .optional = true},
                                                            .value = item.local_note,
                                                            .max_length = 300},
                                                           language),
                               3);
    }
    return parts::disclosure(language("What the items mean here, and which you try together"), html);
}

struct Setup {
    std::vector<actions::Owner> people;
    std::vector<RoundItem> items;
    Model model;
};

Result<Setup> read_setup(RoundVisit& visit, const Round& round) {
    return visit.read([&](storage::Connection& connection) -> Result<Setup> {
        return Setup{TRY(actions::possible_owners(connection, visit.tenant(), *visit.viewer().tree,
                                                  visit.unit_now(round), visit.viewer().today)),
                     TRY(items_of(connection, visit.tenant(), round.id)),
                     TRY(model_version(connection, visit.tenant(), round.model, round.model_version))};
    });
}

Result<Response> setup_page(RoundVisit& visit, const Round& round, const Filled& filled, int status) {
    const auto& language = visit.language();
    const auto setup = TRY(read_setup(visit, round));
    const auto& fields = round.fields;
    Html form = parts::hidden_field("version", std::to_string(round.version));
    form << parts::text_field({.label = filled.label("name", language("Name of the round")),
                               .value = filled.value("name", fields.name),
                               .max_length = 120},
                              language)
         << person_field(
                visit,
                filled.label("facilitator", language("Facilitator"),
                             language("Runs the meeting and sees who is done, never what they answered.")),
                setup.people, filled.value("facilitator", std::to_string(fields.facilitator.value)))
         << person_field(visit, filled.optional("client", language("Decides on the plan")), setup.people,
                         filled.value("client", std::to_string(fields.client.value)))
         << day_field(visit, filled, "trained_on", language("Tried together on"), fields.trained_on)
         << day_field(visit, filled, "scoring_until", language("Score until"), fields.scoring_until)
         << day_field(visit, filled, "meeting_on", language("Meeting"), fields.meeting_on)
         << day_field(visit, filled, "plan_by", language("Plan ready"), fields.plan_by)
         << items_fields(visit, setup.model, setup.items)
         << parts::button_row({parts::button(language("Save")),
                               parts::button_link(language("Cancel"), address_of(round.id))});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form({.action = address_of(round.id, "/setup"), .csrf = visit.context().csrf_field()},
                        form)
         << organisation::stored_meanwhile(filled, language);
    auto response = organisation::page_of(round_info(visit, round, language("People and dates")), body);
    response.status = status;
    return response;
}

Result<void> save_items(RoundVisit& visit, storage::Transaction& tx, const Round& round,
                        const web::Form& form) {
    for (const auto& item : TRY(items_of(tx.connection(), visit.tenant(), round.id))) {
        const bool training = form.checked("training-" + item.item);
        const auto note = form.typed("note-" + item.item);
        if (training != item.training || note != item.local_note)
            TRY(describe_item(tx, round.id, item.item, training, note));
    }
    return {};
}

// The page that shows a code once, to be written down or handed over.
Response code_page(RoundVisit& visit, const Round& round, const std::string& code) {
    const auto& language = visit.language();
    auto info = round_info(visit, round, language("Hand over this code"),
                           language("It is shown this once and kept nowhere in clear."));
    Html body = R"(<p class="section"><code class="secret">)"_html;
    body << code << "</code></p><p>"_html
         << language(
                "Type it at the address of Mærkbar followed by /join. Whoever has it scores as this "
                "participant.")
         << "</p>"_html << parts::button_row({parts::button_link(language("Go on"), address_of(round.id))});
    auto response = organisation::page_of(info, body);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

Result<Response> show_setup(RoundVisit& visit) {
    return setup_page(visit, TRY(visit.led_round()), Filled(), 200);
}

Result<Response> send_setup(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    RoundFields fields{form.required_text("name", 120),  form.id<PersonId>("client"),
                       form.id<PersonId>("facilitator"), form.date("scoring_until"),
                       form.date("meeting_on"),          form.date("plan_by"),
                       form.date("trained_on")};
    const auto version = form.required_integer("version");
    if (form.ok()) {
        const auto saved = visit.write([&](storage::Transaction& tx) -> Result<void> {
            TRY(change_round(tx, round.id, fields, version));
            return save_items(visit, tx, round, form);
        });
        if (saved.ok()) return Response::redirect(address_of(round.id, "?done=saved"));
        if (!mendable(saved.error())) return saved.error();
        form.fail(saved.error());
    }
    return setup_page(visit, round, Filled(form, visit.language()), refused);
}

Result<Response> send_participant(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const NewParticipant wanted{form.id<PersonId>("person"), form.text("label", 80),
                                side_named(form.typed("side")).value_or(Side::staff)};
    if (!form.ok()) return back_with(visit, address_of(round.id), form.errors().front());
    const auto mail = form.text("mail", 254);
    const auto language = form.typed("mail_language");
    const auto added = visit.write([&](storage::Transaction& tx) -> Result<AddedParticipant> {
        const auto one = TRY(add_participant(tx, round.id, wanted));
        if (!one.code.empty() && !mail.empty())
            TRY(save_contact(tx, visit.services.outbox.seal(), {{.id = one.id}, mail, language, one.code}));
        return one;
    });
    if (!added.ok()) return back_with(visit, address_of(round.id), added.error());
    if (added->code.empty() || !mail.empty()) return Response::redirect(address_of(round.id, "?done=saved"));
    return code_page(visit, round, added->code);
}

Result<Response> send_leave(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto who = TRY(visit.context().request.parameters.id<ParticipantId>("participant"));
    TRY(visit.write([&](storage::Transaction& tx) { return leave(tx, round.id, who); }));
    return Response::redirect(address_of(round.id, "?done=saved"));
}

Result<Response> send_code(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto who = TRY(visit.context().request.parameters.id<ParticipantId>("participant"));
    const auto code = TRY(visit.write([&](storage::Transaction& tx) -> Result<std::string> {
        auto renewed = TRY(renew_code(tx, round.id, who));
        TRY(change_code(tx, visit.services.outbox.seal(), {.id = who, .round = round.id}, renewed));
        return renewed;
    }));
    return code_page(visit, round, code);
}

Result<Response> send_start(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto started = visit.write([&](storage::Transaction& tx) { return start_scoring(tx, round.id); });
    if (!started.ok()) return back_with(visit, address_of(round.id), started.error());
    return Response::redirect(address_of(round.id, "?done=started"));
}

Result<Response> send_close_item(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto item = visit.context().request.parameters.text("item");
    const auto closed = visit.write([&](storage::Transaction& tx) { return close_item(tx, round.id, item); });
    if (!closed.ok()) return back_with(visit, address_of(round.id), closed.error());
    return Response::redirect(address_of(round.id, "/consensus/" + item));
}

Result<Response> send_close_scoring(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const web::Form form(visit.context().request.form);
    const bool although = form.checked("although");
    const auto closed =
        visit.write([&](storage::Transaction& tx) { return close_scoring(tx, round.id, although); });
    if (!closed.ok()) return back_with(visit, address_of(round.id), closed.error());
    return Response::redirect(address_of(round.id, "/agenda?done=closed"));
}

} // namespace maerkbar::assessment
