#include "sources/surveys/answering/routes.hpp"

#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "web/make_route.hpp"
#include "web/url.hpp"

namespace maerkbar::surveys {

namespace {

using namespace web::literals;
using web::Context;
using web::Method;
using web::Response;

struct Row {
    Method method;
    std::string_view pattern;
    Result<Response> (*handler)(Services&, Context&);
};

constexpr Row rows[] = {
    {Method::get, "/s", answering::code_form},
    {Method::post, "/s", answering::read_code_form},
    {Method::get, "/s/{code}", answering::start_page},
    {Method::post, "/s/{code}", answering::start},
    {Method::get, "/s/{code}/{id}", answering::go_on},
    {Method::get, "/s/{code}/{id}/who", answering::who_page},
    {Method::post, "/s/{code}/{id}/who", answering::answer_who},
    {Method::get, "/s/{code}/{id}/view", answering::view_page},
    {Method::post, "/s/{code}/{id}/view", answering::answer_view},
    {Method::get, "/s/{code}/{id}/pair", answering::pair_page},
    {Method::post, "/s/{code}/{id}/pair", answering::answer_pair},
    {Method::get, "/s/{code}/{id}/q/{question}", answering::question_page},
    {Method::post, "/s/{code}/{id}/q/{question}", answering::answer_question},
    {Method::get, "/s/{code}/{id}/send", answering::send_page},
    {Method::post, "/s/{code}/{id}/send", answering::send},
    {Method::get, "/s/{code}/{id}/save", answering::save_page},
    {Method::post, "/s/{code}/{id}/save", answering::save},
    {Method::get, "/s/{code}/{id}/thanks", answering::receipt_page},
};

// Respondents get what is wrong on a page that looks like theirs, not on one with a sign-in.
Result<Response> told_plainly(Services& services, const Context& context, Result<Response> result) {
    if (result.ok() || result.error().kind != ErrorKind::not_found) return result;
    const auto& language = answering::chosen_language(services, context);
    web::Html body = "<p>"_html;
    body << language.error(result.error()) << R"(</p><p><a)"_html
         << web::Attribute{"href", web::with_query("/s", web::Fields{{"l", std::string(language.code())}})}
         << ">"_html << language("Answer with a code") << "</a></p>"_html;
    return answering::plain_page(language, language("There is nothing to answer here"), body, 404,
                                 theme_of(services, context.request));
}

} // namespace

std::vector<web::Route> answering_routes(Services& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows)
        routes.push_back(web::anonymous_route(
            row.method, row.pattern, [&services, handler = row.handler](Context& context) {
                return told_plainly(services, context, handler(services, context));
            }));
    return routes;
}

} // namespace maerkbar::surveys
