#include "web/parts/form_parts.hpp"

namespace maerkbar::web::parts {

std::string id_of(const Label& label) {
    return "field-" + label.name;
}

Html optional_mark(const Label& label, const Language& language) {
    Html html;
    if (label.optional)
        html << R"( <span class="optional">)"_html << language("(optional)") << "</span>"_html;
    return html;
}

Html hint_and_error(const Label& label) {
    Html html;
    if (!label.hint.empty())
        html << R"(<span class="hint")"_html << Attribute{"id", id_of(label) + "-hint"} << ">"_html
             << label.hint << "</span>"_html;
    if (!label.error.empty())
        html << R"(<span class="field-error")"_html << Attribute{"id", id_of(label) + "-error"} << ">"_html
             << label.error << "</span>"_html;
    return html;
}

Html control_attributes(const Label& label) {
    std::string described;
    if (!label.hint.empty()) described = id_of(label) + "-hint";
    if (!label.error.empty()) described += (described.empty() ? "" : " ") + id_of(label) + "-error";
    Html html;
    if (!described.empty()) html << Attribute{"aria-describedby", described};
    if (!label.error.empty()) html << Attribute{"aria-invalid", "true"};
    return html << Flag{"required", !label.optional};
}

Html field_around(const Label& label, const Html& control, const Language& language) {
    Html html = R"(<div class="field)"_html;
    html << (label.error.empty() ? "\"><label"_html : " field-wrong\"><label"_html)
         << Attribute{"for", id_of(label)};
    if (label.text_hidden) html << R"( class="hidden-text")"_html;
    html << ">"_html << label.text << optional_mark(label, language) << "</label>"_html;
    return html << hint_and_error(label) << control << "</div>"_html;
}

Html group_around(const Label& label, const Html& controls, const Language& language) {
    Html html = R"(<fieldset class="field)"_html;
    html << (label.error.empty() ? "\""_html : " field-wrong\""_html) << Attribute{"id", id_of(label)}
         << "><legend"_html;
    if (label.text_hidden) html << R"( class="hidden-text")"_html;
    html << ">"_html << label.text << optional_mark(label, language) << "</legend>"_html;
    return html << hint_and_error(label) << R"(<div class="choices">)"_html << controls
                << "</div></fieldset>"_html;
}

Markup width_class(FieldWidth width) {
    switch (width) {
        case FieldWidth::narrow:
            return " control-narrow"_html;
        case FieldWidth::medium:
            return " control-medium"_html;
        default:
            return ""_html;
    }
}

} // namespace maerkbar::web::parts
