#include "sources/feedback/pages/routes.hpp"

#include "base/translatable.hpp"
#include "sources/feedback/pages/citizens.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/permission.hpp"
#include "web/make_route.hpp"

namespace maerkbar::feedback {

namespace {

namespace may = organisation::permission;

constexpr std::string_view entry_schema =
    R"({"type":"object","required":["kind","received_on","unit","text"],"properties":{"kind":{"enum":["praise","complaint","suggestion"]},"received_on":{"type":"string","format":"date"},"unit":{"type":"integer"},"service":{"type":"integer"},"channel":{"type":"integer"},"contact_point":{"type":"integer"},"text":{"type":"string","maxLength":4000},"answer_wanted":{"type":"boolean","default":true},"responsible":{"type":"integer"},"version":{"type":"integer"}}})";
constexpr std::string_view answer_schema =
    R"({"type":"object","required":["outcome"],"properties":{"outcome":{"enum":["upheld","partly","not_upheld","no_answer"]},"text":{"type":"string","maxLength":4000},"done":{"type":"string","maxLength":4000},"version":{"type":"integer"}}})";
constexpr std::string_view rules_schema =
    R"({"type":"object","required":["answer_days"],"properties":{"answer_days":{"type":"integer","minimum":1,"maximum":120},"keep_months":{"type":"integer","minimum":1,"maximum":120},"open_to_citizens":{"type":"boolean"}}})";

void add_changes(std::vector<web::Route>& all, organisation::Services& services) {
    organisation::add_routes(
        all, services,
        std::vector<organisation::Change>{
            {"/feedback/new", "/api/v1/feedback", may_write, new_form, send_new,
             "Write down what a citizen said; answers with the citizen's code", entry_schema},
            {"/feedback/{entry}/edit", "/api/v1/feedback/{entry}", may_write, edit_form, send_edit,
             "Change an entry as a whole", entry_schema, web::Method::put},
            {"/feedback/{entry}/answer", "/api/v1/feedback/{entry}/answer", may_write, answer_form,
             send_answer, "Answer an entry, which ends it", answer_schema},
            {"/feedback/{entry}/looked-after", "/api/v1/feedback/{entry}/looked-after", may_write, nullptr,
             send_looked_after, "What the citizen wrote or asked for since has been looked after"},
            {"/feedback/{entry}/actions", "", may::actions_write, action_form, send_action},
            {"/feedback/rules", "/api/v1/feedback/rules", may_handle, rules_form, send_rules,
             "Working days until an answer is due, months that texts are kept, and whether citizens may "
             "write",
             rules_schema, web::Method::put},
        });
}

void add_readings(std::vector<web::Route>& all, organisation::Services& services) {
    organisation::add_routes(
        all, services,
        std::vector<organisation::Reading>{
            {"/feedback", may_write, show_list},
            {"/feedback/export", may_handle, take_out},
            {"/feedback/{entry}", may_write, show_entry},
            {"/api/v1/feedback",
             may_write,
             list_json,
             {.summary = "Entries without their texts, those that wait first",
              .query = {{"show", "open (default), overdue, mine, ended or all"},
                        {"kind", "praise, complaint or suggestion"}}}},
            {"/api/v1/feedback/{entry}", may_write, entry_json, {.summary = "One entry with its texts"}},
        });
}

void add_citizens(std::vector<web::Route>& all, FeedbackServices& services) {
    using web::Method;
    struct Row {
        Method method;
        std::string_view pattern;
        Result<web::Response> (*handler)(FeedbackServices&, web::Context&);
    };
    constexpr Row rows[] = {
        {Method::get, "/tell-us", citizens::write_page},
        {Method::post, "/tell-us", citizens::send},
        {Method::get, "/tell-us/sent/{id}", citizens::receipt_page},
        {Method::get, "/tell-us/follow", citizens::code_page},
        {Method::post, "/tell-us/follow", citizens::follow},
        {Method::post, "/tell-us/write", citizens::write_again},
        {Method::post, "/tell-us/contact", citizens::ask_contact},
    };
    for (const auto& row : rows)
        all.push_back(web::anonymous_route(row.method, row.pattern, web::with(services, row.handler)));
}

} // namespace

std::vector<web::Route> routes(FeedbackServices& services) {
    std::vector<web::Route> all;
    add_changes(all, services.organisation);
    add_readings(all, services.organisation);
    all.push_back(web::guarded_route(web::Method::get, "/feedback/{entry}/contact", may_write,
                                     web::with(services, show_contact)));
    for (const auto method : {web::Method::get, web::Method::post})
        all.push_back(
            web::guarded_route(method, "/feedback/mail", may_write,
                               web::with(services, method == web::Method::get ? show_mail : send_mail)));
    add_citizens(all, services);
    return all;
}

} // namespace maerkbar::feedback
