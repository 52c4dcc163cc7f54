#include "web/parts/form_parts.hpp"

namespace maerkbar::web::parts {
namespace {

Html control_start(Markup element, const Label& label, FieldWidth width) {
    Html html = element;
    html << Attribute{"id", id_of(label)} << Attribute{"name", label.name};
    return html << R"( class="control)"_html << width_class(width) << "\""_html << control_attributes(label);
}

void add_if(Html& html, std::string_view name, std::string_view value) {
    if (!value.empty()) html << Attribute{name, value};
}

void add_length(Html& html, int max_length) {
    if (max_length > 0) html << Attribute{"maxlength", std::to_string(max_length)};
}

Html option(const Choice& choice) {
    Html html = "<option"_html;
    html << Attribute{"value", choice.value} << Flag{"selected", choice.chosen} << ">"_html;
    return html << choice.text << "</option>"_html;
}

Html options(const std::vector<Choice>& choices) {
    Html html;
    std::string_view group;
    for (const Choice& choice : choices) {
        if (choice.group != group && !group.empty()) html << "</optgroup>"_html;
        if (choice.group != group && !choice.group.empty())
            html << "<optgroup"_html << Attribute{"label", choice.group} << ">"_html;
        group = choice.group;
        html << option(choice);
    }
    if (!group.empty()) html << "</optgroup>"_html;
    return html;
}

struct ChoiceInput {
    std::string_view type, name, id;
    bool required = false;
};

Html choice_line(const ChoiceInput& input, const Choice& choice) {
    Html html = R"(<div class="choice"><input)"_html;
    html << Attribute{"type", input.type} << Attribute{"name", input.name} << Attribute{"id", input.id}
         << Attribute{"value", choice.value} << Flag{"checked", choice.chosen}
         << Flag{"required", input.required};
    const std::string hint_id = std::string(input.id) + "-hint";
    if (!choice.hint.empty()) html << Attribute{"aria-describedby", hint_id};
    html << "><label"_html << Attribute{"for", input.id} << ">"_html << choice.text << "</label>"_html;
    if (!choice.hint.empty())
        html << R"(<span class="hint")"_html << Attribute{"id", hint_id} << ">"_html << choice.hint
             << "</span>"_html;
    return html << "</div>"_html;
}

Html choice_lines(std::string_view type, const ChoiceField& field, bool required) {
    Html html;
    int number = 0;
    for (const Choice& choice : field.choices) {
        const std::string id = id_of(field.label) + "-" + std::to_string(++number);
        html << choice_line({type, field.label.name, id, required}, choice);
    }
    return html;
}

} // namespace

Html text_field(const TextField& field, const Language& language) {
    Html control = control_start("<input"_html, field.label, field.width);
    control << Attribute{"type", field.type}
            << Attribute{"value", field.type == "password" ? "" : field.value};
    add_if(control, "inputmode", field.input_mode);
    add_if(control, "autocomplete", field.autocomplete);
    add_if(control, "list", field.list);
    add_length(control, field.max_length);
    control << Flag{"autofocus", field.focus} << ">"_html;
    if (field.unit.empty()) return field_around(field.label, control, language);
    Html with_unit = R"(<span class="with-unit">)"_html;
    with_unit << control << "<span>"_html << field.unit << "</span></span>"_html;
    return field_around(field.label, with_unit, language);
}

Html text_area(const TextArea& field, const Language& language) {
    Html control = control_start("<textarea"_html, field.label, FieldWidth::full);
    control << Attribute{"rows", std::to_string(field.rows)};
    add_length(control, field.max_length);
    // The parser drops a first line break; without this one it would drop the person's.
    control << ">\n"_html << field.value << "</textarea>"_html;
    return field_around(field.label, control, language);
}

Html file_field(const FileField& field, const Language& language) {
    Html control = R"(<input type="file")"_html;
    control << Attribute{"id", id_of(field.label)} << Attribute{"name", field.label.name}
            << R"( class="control control-file")"_html << control_attributes(field.label);
    add_if(control, "accept", field.accept);
    return field_around(field.label, control << ">"_html, language);
}

Html select_field(const ChoiceField& field, const Language& language) {
    Html control = control_start("<select"_html, field.label, field.width);
    control << ">"_html << options(field.choices) << "</select>"_html;
    return field_around(field.label, control, language);
}

Html radio_field(const ChoiceField& field, const Language& language) {
    return group_around(field.label, choice_lines("radio", field, !field.label.optional), language);
}

Html checkbox_field(const ChoiceField& field, const Language& language) {
    return group_around(field.label, choice_lines("checkbox", field, false), language);
}

Html checkbox(std::string_view name, std::string_view text, bool checked, std::string_view hint) {
    const std::string id = "field-" + std::string(name);
    return choice_line({"checkbox", name, id}, {"1", std::string(text), std::string(hint), checked});
}

Html hidden_field(std::string_view name, std::string_view value) {
    Html html = R"(<input type="hidden")"_html;
    return html << Attribute{"name", name} << Attribute{"value", value} << ">"_html;
}

} // namespace maerkbar::web::parts
