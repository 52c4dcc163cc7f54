#include "messages/address.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/telling.hpp"
#include "web/origin.hpp"

// One's own wish to hear by mail that something new has come.
namespace maerkbar::feedback {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct OwnWish {
    std::string address;
    bool wanted = false;
};

Result<OwnWish> own_wish(FeedbackServices& services, const organisation::Viewer& viewer) {
    return services.organisation.database.read([&](storage::Connection& connection) -> Result<OwnWish> {
        const auto me = TRY(organisation::read_person(connection, viewer.tenant(), viewer.actor.person,
                                                      organisation::PeopleScope::everybody()));
        return OwnWish{me.email, TRY(wants_mail(connection, viewer.tenant(), me.id))};
    });
}

// What stands in the way; empty where nothing does.
std::string hindrance(const FeedbackServices& services, const OwnWish& own, const web::Language& language) {
    if (!services.outbox.can_send())
        return language("No mail server is configured. The IT department can do that.");
    if (!messages::is_mail_address(own.address))
        return language("Your account has no e-mail address. An administrator can give it one.");
    return {};
}

} // namespace

Result<Response> show_mail(FeedbackServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    Visit visit{services.organisation, context, viewer};
    const auto& language = visit.language;
    const auto own = TRY(own_wish(services, viewer));
    auto info = organisation::info_of(
        visit, language("Mail about something new"),
        language("At most one mail a day. It says that something has come, never what."),
        {{language("Praise and complaints"), "/feedback"}});
    if (const auto reason = hindrance(services, own, language); !reason.empty())
        return organisation::page_of(info, parts::notice(parts::NoticeKind::information, reason));
    Html fields = parts::checkbox(
        "wanted", language("Write to {address} when something new has come", {{"address", own.address}}),
        own.wanted, language("About the units whose entries you may read."));
    fields << parts::button_row(
        {parts::button(language("Save")), parts::button_link(language("Cancel"), "/feedback")});
    return organisation::page_of(
        info, parts::form({.action = "/feedback/mail", .csrf = context.csrf_field()}, fields));
}

Result<Response> send_mail(FeedbackServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const web::Form form(context.request.form);
    const auto origin = web::origin_of(context.request);
    TRY(services.organisation.database.write(viewer.actor, [&](storage::Transaction& transaction) {
        return wish_for_mail(transaction, viewer.actor.person, form.checked("wanted"), origin);
    }));
    return Response::redirect("/feedback");
}

} // namespace maerkbar::feedback
