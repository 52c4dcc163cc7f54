#include "web/parts/shell.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "web/cookie.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/url.hpp"

namespace maerkbar::web::parts {
namespace {

constexpr std::array<std::string_view, 3> languages = {"da", "nb", "en"};
constexpr std::array<std::string_view, 3> themes = {"light", "dark", "automatic"};

Theme theme_of(const Request& request) {
    const auto chosen = read_cookie(request, "theme").value_or("");
    return chosen == "dark" ? Theme::dark : chosen == "light" ? Theme::light : Theme::automatic;
}

// Only known values reach a cookie.
template <typename Values>
void keep_choice(const Context& context, Response& response, std::string_view name, const Values& values) {
    const std::string chosen = context.request.form.text(name);
    if (std::find(values.begin(), values.end(), chosen) == values.end()) return;
    set_cookie(response, {name, chosen, context.request.https, std::chrono::hours(24 * 365)});
}

Result<Response> keep_preferences(Context& context) {
    Response response = Response::redirect(local_path_or_root(context.request.form.text("back")));
    keep_choice(context, response, "language", languages);
    keep_choice(context, response, "theme", themes);
    return response;
}

} // namespace

PageInfo page_info(Context& context, std::string title) {
    PageInfo info{.language = context.language, .title = std::move(title)};
    if (context.identity != nullptr) info.person = context.identity->name;
    info.path = context.request.method == Method::get ? context.request.target() : "/";
    info.csrf = context.csrf_field();
    info.theme = theme_of(context.request);
    return info;
}

Route preferences_route() {
    Route route;
    route.method = Method::post;
    route.pattern = "/preferences";
    route.access = Access::open;
    route.handler = keep_preferences;
    return route;
}

namespace {

// A text somebody wrote, not a number, a word to search for or the code of a choice.
bool is_written(std::string_view value) {
    return value.size() > 20 || value.find(' ') != std::string_view::npos;
}

// What was typed into a form that could not be taken, with a way to send it again.
Html kept_form(const ErrorView& view, Context& context) {
    if (view.kept.empty()) return {};
    const auto& language = context.language;
    Html typed, fields;
    for (const auto& [name, value] : view.kept) {
        fields << hidden_field(name, value);
        if (is_written(value)) typed << "<li>"_html << value << "</li>"_html;
    }
    fields << button(language("Send it again"));
    Html html = context.identity == nullptr ? R"(<p><a href="/sign-in" target="_blank" rel="noopener">)"_html
                                            : Html{};
    if (context.identity == nullptr) html << language("Sign in in a new tab") << "</a></p>"_html;
    Html content;
    if (!typed.empty()) content << "<ul>"_html << typed << "</ul>"_html;
    content << form({.action = context.request.path, .csrf = context.csrf_field()}, fields);
    return html << section(language("What you wrote"), content);
}

} // namespace

Html PlainErrorPage::render(const ErrorView& view, Context& context) {
    PageInfo info = page_info(context, view.title);
    Html body = "<p>"_html;
    body << view.sentence << "</p>"_html << kept_form(view, context);
    if (!view.request_id.empty() && view.sentence.find(view.request_id) == std::string::npos)
        body << R"(<p class="muted">)"_html
             << context.language("If you ask for help, give this number: {number}",
                                 {{"number", view.request_id}})
             << "</p>"_html;
    body << R"(<p class="section">)"_html << button_link(context.language("To the front page"), "/")
         << "</p>"_html;
    return page(info, body);
}

} // namespace maerkbar::web::parts
