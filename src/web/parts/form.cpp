#include "web/parts/form.hpp"

#include <algorithm>
#include <cstdint>

namespace maerkbar::web::parts {
namespace {

Markup button_class(ButtonKind kind) {
    switch (kind) {
        case ButtonKind::primary:
            return R"(class="button button-primary")"_html;
        case ButtonKind::danger:
            return R"(class="button button-danger")"_html;
        default:
            return R"(class="button")"_html;
    }
}

} // namespace

FormErrors::FormErrors(const std::vector<Error>& errors, const Language& language) {
    for (const Error& error : errors)
        add(error.field, language.error(error));
}

std::string FormErrors::of(std::string_view field) const {
    const auto found =
        std::find_if(errors_.begin(), errors_.end(), [&](const auto& error) { return error.first == field; });
    return found == errors_.end() ? std::string() : found->second;
}

std::string FormErrors::name_of(std::string_view field) const {
    const auto found = names_.find(field);
    return found == names_.end() ? std::string() : found->second;
}

Html error_summary(const FormErrors& errors, const Language& language) {
    if (errors.empty()) return {};
    const auto count = static_cast<std::int64_t>(errors.end() - errors.begin());
    Html html = R"(<div class="errors" role="alert" tabindex="-1" id="errors"><h2>)"_html;
    html << language.plural("There is {count} error", "There are {count} errors", count) << "</h2><ul>"_html;
    for (const auto& [field, text] : errors) {
        html << "<li>"_html;
        if (field.empty())
            html << text;
        else
            html << "<a"_html << Attribute{"href", "#field-" + field} << ">"_html
                 << (errors.name_of(field).empty() ? text : errors.name_of(field) + ": " + text)
                 << "</a>"_html;
        html << "</li>"_html;
    }
    return html << "</ul></div>"_html;
}

Html button(std::string_view text, ButtonKind kind) {
    Html html = R"(<button type="submit" )"_html;
    return html << button_class(kind) << ">"_html << text << "</button>"_html;
}

Html button(std::string_view text, ButtonKind kind, std::string_view name, std::string_view value) {
    Html html = R"(<button type="submit" )"_html;
    html << button_class(kind) << Attribute{"name", name} << Attribute{"value", value} << ">"_html;
    return html << text << "</button>"_html;
}

Html button_link(std::string_view text, std::string_view href, ButtonKind kind) {
    Html html = "<a "_html;
    return html << button_class(kind) << Attribute{"href", href} << ">"_html << text << "</a>"_html;
}

Html button_row(const std::vector<Html>& buttons) {
    Html html = R"(<div class="button-row">)"_html;
    for (const Html& button : buttons)
        html << button;
    return html << "</div>"_html;
}

namespace {

Html form_with_class(Markup name, const FormInfo& info, const Html& content) {
    Html html = "<form "_html;
    html << name << Attribute{"action", info.action}
         << Attribute{"method", info.csrf.empty() ? "get" : "post"};
    if (info.upload) html << Attribute{"enctype", "multipart/form-data"};
    if (!info.draft.empty()) html << Attribute{"data-draft", info.draft};
    if (!info.confirm.empty()) html << Attribute{"data-confirm", info.confirm};
    return html << ">"_html << info.csrf << content << "</form>"_html;
}

} // namespace

Html form(const FormInfo& info, const Html& content) {
    if (info.csrf.empty()) return form_with_class(R"(class="form form-filter")"_html, info, content);
    return form_with_class(R"(class="form" novalidate)"_html, info, content);
}

Html button_form(const FormInfo& info, std::string_view text, ButtonKind kind) {
    return form_with_class(R"(class="button-form")"_html, info, button(text, kind));
}

} // namespace maerkbar::web::parts
