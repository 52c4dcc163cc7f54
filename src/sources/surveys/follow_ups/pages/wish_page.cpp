#include "base/translatable.hpp"
#include "organisation/viewer.hpp"
#include "sources/surveys/follow_ups/contact_store.hpp"
#include "sources/surveys/follow_ups/pages/pages.hpp"

// GET /survey-contact-wishes/{wish}: how to reach somebody who asked for it.
namespace maerkbar::surveys::follow_ups::pages {

using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

Result<Response> wish_page(FollowUpServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.surveys.organisation, context));
    Visit visit{services.surveys.organisation, context, viewer};
    const auto& language = visit.language;
    const auto id = context.request.parameters.text("wish");
    const auto wish = TRY(services.surveys.database().read(
        [&](storage::Connection& connection) { return read_wish(connection, viewer.tenant(), id); }));
    const auto contact = opened_contact(services.seal, wish.sealed);
    if (!contact || !viewer.may(organisation::permission::actions_write, wish.unit))
        return Error{
            ErrorKind::not_found, "contact.unknown",
            translatable("There is nothing here any more. What was written is deleted when its action has "
                         "ended.")};
    TRY(services.surveys.database().write(viewer.actor, [&](storage::Transaction& transaction) {
        return transaction.audit({"survey.contact_read", "action", std::to_string(wish.action.value)});
    }));
    auto info = organisation::info_of(visit, language("Somebody wants to be contacted"),
                                      language("They wrote this on a form of its own. Nobody can see what "
                                               "they answered, and it is not to be asked."),
                                      {{language("Actions"), "/actions"}});
    Html body = parts::fact_list({{language("Number or address"), organisation::words(contact->reach)},
                                  {language("What it is about"), organisation::words(contact->about)}});
    body << parts::button_row(
        {parts::button_link(language("To the action"), "/actions/" + std::to_string(wish.action.value))});
    return organisation::page_of(info, body);
}

} // namespace maerkbar::surveys::follow_ups::pages
