#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/follow_ups/contact_store.hpp"
#include "sources/surveys/follow_ups/pages/pages.hpp"

// /contact/{code}: a respondent asks to be contacted. The address holds the link's code alone, and neither
// page nor form knows of an answer.
namespace maerkbar::surveys::follow_ups::pages {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

constexpr std::size_t longest_reach = 120;
constexpr std::size_t longest_about = 1000;

Html mistake(std::string_view name, const web::parts::FormErrors& errors) {
    Html html;
    if (const auto text = errors.of(name); !text.empty())
        html << R"(<p class="mistake" id="error-)"_html << name << R"(">)"_html << text << "</p>"_html;
    return html;
}

Html fields(const web::Context& context, const web::Language& page_language,
            const web::parts::FormErrors& errors) {
    const auto& sent = context.request.form;
    Html html = R"(<label class="part" for="field-reach">)"_html;
    html
        << page_language("Your telephone number or e-mail address") << "</label>"_html
        << mistake("reach", errors)
        << R"(<input class="field" type="text" id="field-reach" name="reach" maxlength="120" autocomplete="off")"_html;
    if (!errors.of("reach").empty()) html << R"( aria-invalid="true")"_html;
    html << Attribute{"value", sent.text("reach")} << R"(><label class="part" for="field-about">)"_html
         << page_language("What is it about? You need not write anything.")
         << R"(</label><textarea class="field" id="field-about" name="about" rows="4" maxlength="1000">)"_html
         << sent.text("about") << "</textarea>"_html;
    return html;
}

Response form_page(const web::Context& context, const web::Language& page_language,
                   const web::parts::FormErrors& errors) {
    Html body = answering::mistakes(errors, page_language);
    body << "<p>"_html
         << page_language(
                "What you write here is not put together with your answers. Somebody will contact you within "
                "about a week.")
         << "</p><form method=\"post\""_html << Attribute{"action", context.request.path} << ">"_html
         << answering::language_field(page_language) << fields(context, page_language, errors)
         << R"(<div class="buttons"><button class="go">)"_html << page_language("Ask to be contacted")
         << "</button></div></form>"_html;
    return answering::plain_page(page_language, page_language("Would you like to be contacted?"), body,
                                 errors.empty() ? 200 : 422);
}

} // namespace

Result<Response> contact_form(FollowUpServices& services, web::Context& context) {
    TRY(link_in_path(services.surveys, context));
    return form_page(context, answering::chosen_language(services.surveys, context), {});
}

Result<Response> send_contact(FollowUpServices& services, web::Context& context) {
    const auto link = TRY(link_in_path(services.surveys, context));
    const auto& language = answering::chosen_language(services.surveys, context);
    web::Form form(context.request.form);
    const Contact contact{form.text("reach", longest_reach), form.text("about", longest_about)};
    if (form.ok()) {
        const storage::Actor actor{link.tenant, {}, "survey"};
        const auto stored = services.surveys.database().write(actor, [&](storage::Transaction& transaction) {
            return store_wish(transaction, link.tenant, link.link.unit, contact, services.seal);
        });
        if (!stored.ok() && stored.error().field.empty()) return stored.error();
        if (!stored.ok()) form.fail(stored.error());
    }
    if (!form.ok()) return form_page(context, language, web::parts::FormErrors(form.errors(), language));
    Html body = "<p>"_html;
    body << language("Thank you. Somebody will contact you within about a week.") << "</p>"_html;
    return answering::plain_page(language, language("We have received it"), body);
}

} // namespace maerkbar::surveys::follow_ups::pages
