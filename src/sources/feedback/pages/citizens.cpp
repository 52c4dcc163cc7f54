#include "sources/feedback/pages/citizens.hpp"

#include "base/translatable.hpp"
#include "organisation/theme.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "web/url.hpp"

namespace maerkbar::feedback::citizens {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::parts::FormErrors;

namespace {

constexpr std::pair<std::string_view, std::string_view> languages[] = {
    {"da", "Dansk"}, {"nb", "Norsk"}, {"en", "English"}};

Html language_links(const Visit& visit) {
    Html html = "<nav"_html;
    html << Attribute{"aria-label", visit.language("Language")} << "><ul>"_html;
    for (const auto& [code, name] : languages) {
        html << "<li><a"_html
             << Attribute{"href", web::with_changed(visit.context.request.path, visit.context.request.query,
                                                    "l", std::string(code))}
             << Attribute{"lang", code};
        if (code == visit.language.code()) html << R"( aria-current="true")"_html;
        html << ">"_html << name << "</a></li>"_html;
    }
    return html << "</ul></nav>"_html;
}

} // namespace

Result<Visit> visit(FeedbackServices& services, web::Context& context) {
    const auto tenant = TRY(services.organisation.database.read([&](storage::Connection& connection) {
        return organisation::tenant_at(connection, context.request);
    }));
    if (!tenant)
        return Error{ErrorKind::not_found, "feedback.nowhere",
                     translatable("There is no municipality here.")};
    const auto chosen = context.request.form.text("l", context.request.query.text("l"));
    const auto& language =
        chosen.empty() ? context.language : surveys::answering::words_for(services.surveys, chosen);
    return Visit{services, context, language, *tenant, context.request.form};
}

web::Response page(const Visit& visit, Page page) {
    surveys::answering::SmallPage small{std::string(visit.language.code()),
                                        page.title + " – " + visit.tenant.name,
                                        visit.language("Go to the content")};
    small.top << R"(<header class="top"><p>)"_html << visit.tenant.name << "</p>"_html;
    if (page.languages) small.top << language_links(visit);
    small.top << "</header>"_html;
    if (page.done) small.body << R"(<div class="done" role="status">)"_html;
    small.body << "<h1>"_html << page.title << "</h1>"_html;
    if (page.done) small.body << "</div>"_html;
    small.body << page.body;
    small.status = page.status;
    return surveys::answering::small_page(small);
}

Html paragraph(std::string_view text) {
    Html html = "<p>"_html;
    return html << text << "</p>"_html;
}

Html mistake_of(const FormErrors& errors, std::string_view field) {
    const auto text = errors.of(field);
    if (text.empty()) return {};
    Html html = R"(<p class="mistake")"_html;
    return html << Attribute{"id", "error-" + std::string(field)} << ">"_html << text << "</p>"_html;
}

Html words_field(const Visit& visit, std::string_view label, std::string_view hint,
                 const FormErrors& errors) {
    Html html = R"(<label class="part" for="field-text">)"_html;
    html << label << R"(</label><p class="hint" id="hint-text">)"_html << hint << "</p>"_html
         << mistake_of(errors, "text")
         << R"(<textarea class="field" id="field-text" name="text" rows="6" maxlength="4000")"_html;
    html << Attribute{"aria-describedby", errors.of("text").empty() ? "hint-text" : "hint-text error-text"};
    if (!errors.of("text").empty()) html << R"( aria-invalid="true")"_html;
    return html << ">"_html << visit.typed.text("text") << "</textarea>"_html;
}

Html form_of(const Visit& visit, std::string_view action, const Html& fields, std::string_view button) {
    Html html = R"(<form method="post")"_html;
    return html << Attribute{"action", action} << R"(><input type="hidden" name="l")"_html
                << Attribute{"value", visit.language.code()} << ">"_html << fields
                << R"(<div class="buttons"><button class="go">)"_html << button
                << "</button></div></form>"_html;
}

Result<FormErrors> mendable(const Visit& visit, const Error& error) {
    if (error.field.empty()) return error;
    FormErrors errors;
    errors.add(error.field, visit.language.error(error));
    return errors;
}

} // namespace maerkbar::feedback::citizens
