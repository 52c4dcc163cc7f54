#include "base/translatable.hpp"
#include "sources/feedback/form_stamp.hpp"
#include "sources/feedback/pages/citizens.hpp"
#include "sources/feedback/settings.hpp"
#include "sources/feedback/store.hpp"
#include "sources/feedback/text_check.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"
#include "web/form.hpp"
#include "web/url.hpp"

// A citizen writes, and gets a receipt.
namespace maerkbar::feedback::citizens {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;
using web::parts::FormErrors;

namespace {

constexpr std::string_view kind_words[] = {"complaint", "praise", "suggestion"};

struct Ground {
    Settings settings;
    std::shared_ptr<const organisation::UnitTree> tree;
    std::vector<organisation::CatalogueEntry> points;
};

Result<Ground> read_ground(Visit& visit) {
    Ground ground;
    ground.tree = TRY(visit.services.organisation.trees.get(visit.tenant.id));
    TRY(visit.database().read([&](storage::Connection& connection) -> Result<void> {
        ground.settings = TRY(read_settings(connection, visit.tenant.id));
        ground.points = TRY(organisation::list_entries(connection, visit.tenant.id,
                                                       organisation::CatalogueKind::contact_point));
        return {};
    }));
    return ground;
}

struct Option {
    std::string value;
    std::string text;
};

Html radio_group(std::string_view name, std::string_view legend, std::span<const Option> options,
                 std::string_view chosen) {
    Html html = R"(<fieldset><legend class="part">)"_html;
    html << legend << R"(</legend><div class="answers">)"_html;
    for (const auto& option : options) {
        html << R"(<label class="answer"><input type="radio")"_html << Attribute{"name", name}
             << Attribute{"value", option.value};
        if (option.value == chosen) html << " checked"_html;
        html << "><span>"_html << option.text << "</span></label>"_html;
    }
    return html << "</div></fieldset>"_html;
}

Html select_of(std::string_view name, std::string_view label, std::span<const Option> options,
               std::string_view chosen) {
    Html html = "<p><label class=\"part\""_html;
    html << Attribute{"for", "field-" + std::string(name)} << ">"_html << label
         << "</label><select class=\"field\""_html << Attribute{"id", "field-" + std::string(name)}
         << Attribute{"name", name} << ">"_html;
    for (const auto& option : options) {
        html << "<option"_html << Attribute{"value", option.value};
        if (option.value == chosen) html << " selected"_html;
        html << ">"_html << option.text << "</option>"_html;
    }
    return html << "</select></p>"_html;
}

void add_units(const organisation::UnitTree& tree, UnitId unit, Date today, const std::string& indent,
               std::vector<Option>& options) {
    for (const auto child : tree.children(unit, today)) {
        options.push_back({std::to_string(child.value), indent + std::string(tree.name(child, today))});
        add_units(tree, child, today, indent + "– ", options);
    }
}

// What the citizen typed, or what the address says: /tell-us?unit=7 on a poster.
std::string typed(const Visit& visit, std::string_view name, std::string_view otherwise) {
    const auto asked = visit.context.request.query.text(name, std::string(otherwise));
    return visit.context.request.form.text(name, asked);
}

Html where_fields(const Visit& visit, const Ground& ground) {
    const auto& language = visit.language;
    const auto today = visit.services.organisation.today();
    const auto root = ground.tree->root();
    std::vector<Option> units = {{std::to_string(root.value), language("I do not know")}};
    add_units(*ground.tree, root, today, {}, units);
    Html html = select_of("unit", language("Who is it about?"), units, typed(visit, "unit", units[0].value));
    std::vector<Option> points = {{"", language("Something that is not on the list")}};
    for (const auto& point : ground.points)
        if (point.active && !point.unit) points.push_back({std::to_string(point.id.value), point.name});
    if (points.size() > 1)
        html << select_of("contact_point", language("What is it about?"), points,
                          typed(visit, "contact_point", ""));
    return html;
}

// The page's own id, and when it was opened; after a mistake, that its writer was asked to look again.
Html page_id(const Visit& visit, const FormErrors& errors) {
    const auto id = visit.context.request.form.text("id", surveys::new_submission_id());
    const auto why = errors.empty() ? Stamped::opened : Stamped::asked_again;
    const auto stamp = form_stamp(visit.services.surveys.pairing_secret, id,
                                  visit.services.organisation.database.now(), why);
    Html html = R"(<input type="hidden" name="id")"_html;
    return html << Attribute{"value", id} << R"(><input type="hidden" name="stamp")"_html
                << Attribute{"value", stamp} << ">"_html;
}

Html fields_of(const Visit& visit, const Ground& ground, const FormErrors& errors) {
    const auto& language = visit.language;
    const Option kinds[] = {{"complaint", language("A complaint: something went wrong")},
                            {"praise", language("Praise: something went well")},
                            {"suggestion", language("A suggestion: something could be better")}};
    const Option wishes[] = {{"yes", language("Yes, I come back with a code")},
                             {"no", language("No, I only wanted you to know")}};
    Html html = page_id(visit, errors);
    html << radio_group("kind", language("What do you want to tell us?"), kinds,
                        typed(visit, "kind", "complaint"))
         << words_field(
                visit, language("Tell us in your own words"),
                language("Do not write personal numbers. Phone numbers and addresses are masked before "
                         "anybody reads it."),
                errors)
         << where_fields(visit, ground);
    return html << radio_group("answer_wanted", language("Do you want an answer?"), wishes,
                               typed(visit, "answer_wanted", "yes"));
}

Response form_response(const Visit& visit, const Ground& ground, const FormErrors& errors) {
    const auto& language = visit.language;
    Html body = surveys::answering::mistakes(errors, language);
    body << paragraph(language("You need not say who you are. Staff read what you write, and use it to do "
                               "better."))
         << form_of(visit, "/tell-us", fields_of(visit, ground, errors), language("Send"))
         << R"(<p class="aside"><a href="/tell-us/follow">)"_html << language("I have a code already")
         << "</a></p>"_html;
    return page(visit, {language("Praise, complaints and suggestions"), std::move(body), errors.empty(),
                        errors.empty() ? 200 : 422});
}

Response closed(const Visit& visit) {
    Html body =
        paragraph(visit.language("This page takes nothing at the moment. Call or write to the "
                                 "municipality instead."));
    body << R"(<p class="aside"><a href="/tell-us/follow">)"_html << visit.language("I have a code already")
         << "</a></p>"_html;
    return page(visit, {visit.language("Praise, complaints and suggestions"), std::move(body), true, 404});
}

std::string submission_key(std::string_view id) {
    return surveys::one_way("feedback", id);
}

std::string code_of(std::string_view id) {
    return surveys::code_of("feedback code", id, surveys::one_time_length);
}

EntryFields read_fields(web::Form& form, const organisation::UnitTree& tree, Date today) {
    EntryFields fields;
    fields.kind = kind_named(form.choice("kind", kind_words)).value_or(Kind::complaint);
    fields.received_on = today;
    const auto unit = form.id<UnitId>("unit");
    fields.place.unit = tree.open(unit, today) ? unit : tree.root();
    fields.place.contact_point = form.id<CatalogueId>("contact_point");
    fields.text = form.text("text", longest_text);
    fields.answer_wanted = form.typed("answer_wanted") != "no";
    return fields;
}

// What stands in the way of taking this message now. Nothing that was typed is lost: the form is shown again.
Result<void> may_be_sent(Visit& visit, std::string_view id) {
    const auto now = visit.database().now();
    const auto& request = visit.context.request;
    if (!stamp_holds(visit.services.surveys.pairing_secret, id, request.form.text("stamp"), now))
        return Error{
            ErrorKind::invalid,
            "feedback.look_again",
            translatable("Look at it once more, and send it again. What you wrote stands here still."),
            {},
            "text"};
    if (!visit.services.brake.take(visit.tenant.id, request.remote_address, now))
        return Error{
            ErrorKind::invalid,
            "feedback.flood",
            translatable("Very many are writing to us just now. What you wrote stands here still: send "
                         "it again in a few minutes, or call us."),
            {},
            "text"};
    return {};
}

// A retry leads to the same entry and costs nothing.
Result<void> store(Visit& visit, const EntryFields& fields, const std::string& id) {
    const auto known = TRY(visit.database().read([&](storage::Connection& connection) {
        return entry_of_submission(connection, visit.tenant.id, submission_key(id));
    }));
    if (known) return {};
    TRY(may_be_sent(visit, id));
    TRY(visit.database().write(visit.actor(), [&](storage::Transaction& transaction) {
        return add_entry(transaction, fields, {code_of(id), true, submission_key(id)});
    }));
    return {};
}

} // namespace

Result<Response> write_page(FeedbackServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto ground = TRY(read_ground(here));
    return ground.settings.open_to_citizens ? form_response(here, ground, {}) : closed(here);
}

Result<Response> send(FeedbackServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto ground = TRY(read_ground(here));
    if (!ground.settings.open_to_citizens) return closed(here);
    web::Form form(context.request.form);
    const auto id = form.text("id");
    const auto fields = read_fields(form, *ground.tree, services.organisation.today());
    if (!form.ok()) return form_response(here, ground, FormErrors(form.errors(), here.language));
    if (!surveys::is_submission_id(id))
        return Error{ErrorKind::invalid, "feedback.id",
                     translatable("Something is missing. Open the page again and write once more.")};
    const auto sent = store(here, fields, id);
    if (!sent.ok()) return form_response(here, ground, TRY(mendable(here, sent.error())));
    return Response::redirect(
        web::with_query("/tell-us/sent/" + id, {{"l", std::string(here.language.code())}}));
}

Result<Response> receipt_page(FeedbackServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language;
    const auto id = context.request.parameters.text("id");
    const auto entry = TRY(here.database().read([&](storage::Connection& connection) -> Result<Entry> {
        const auto known = TRY(entry_of_submission(connection, here.tenant.id, submission_key(id)));
        return read_entry(connection, here.tenant.id, known.value_or(EntryId{0}));
    }));
    Html body = "<p>"_html;
    body << language("Your code:") << R"( <strong class="receipt">)"_html << surveys::grouped(code_of(id))
         << "</strong></p>"_html;
    if (entry.due_on)
        body << paragraph(language("Write it down: you find our answer with it, by {date} at the latest.",
                                   {{"date", language.date(*entry.due_on)}}));
    else
        body << paragraph(language("Write it down if you want to see what comes of it, or to write again."));
    body << R"(<p><a href="/tell-us/follow">)"_html << language("See what has happened") << "</a></p>"_html;
    return page(here, {language("Thank you. We have received it."), std::move(body), false, 200, true});
}

} // namespace maerkbar::feedback::citizens
