#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::web::parts {

// What every field has. The field's id is "field-" and its name.
struct Label {
    std::string name; // of the form field
    std::string text; // what it is called
    std::string hint = {};
    std::string error = {};   // FormErrors::of(name); empty when the field is right
    bool optional = false;    // says "(optional)" after the label; fields are required unless it is set
    bool text_hidden = false; // label for screen readers alone (search fields, grids)
};

// The errors of a sent form, each with its field, in the order of the form.
class FormErrors {
  public:
    FormErrors() = default;
    FormErrors(const std::vector<Error>& errors, const Language& language);
    void add(std::string field, std::string text) { errors_.emplace_back(std::move(field), std::move(text)); }
    [[nodiscard]] std::string of(std::string_view field) const; // empty when the field is right
    // What the field is called: the summary then says which field each error belongs to.
    void call(std::string field, std::string name) { names_[std::move(field)] = std::move(name); }
    [[nodiscard]] std::string name_of(std::string_view field) const; // empty when it is not known
    [[nodiscard]] bool empty() const { return errors_.empty(); }
    [[nodiscard]] auto begin() const { return errors_.begin(); }
    [[nodiscard]] auto end() const { return errors_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> errors_;
    std::map<std::string, std::string, std::less<>> names_;
};

// "There are 3 errors" with a link to each field; nothing when there are none. Goes above the form.
[[nodiscard]] Html error_summary(const FormErrors& errors, const Language& language);

enum class FieldWidth { full, medium, narrow }; // narrow: numbers, dates and codes

struct TextField {
    Label label;
    std::string value = {};
    std::string type =
        "text"; // text, email, password, search, url, tel, date, month, number-like as text + inputmode
    FieldWidth width = FieldWidth::full;
    std::string input_mode = {};   // "decimal", "numeric"
    std::string autocomplete = {}; // "username", "current-password", "one-time-code"
    std::string unit = {};         // shown after the field: "%", "dage"
    std::string list = {};         // id of a <datalist> on the page with known values
    int max_length = 0;            // 0: none
    bool focus = false;            // autofocus; at most one on a page, never below other content
};
[[nodiscard]] Html text_field(const TextField& field, const Language& language);

struct TextArea {
    Label label;
    std::string value = {};
    int rows = 4;
    int max_length = 0;
};
[[nodiscard]] Html text_area(const TextArea& field, const Language& language);

struct FileField {
    Label label;
    std::string accept = {}; // ".csv,.xlsx"
};
[[nodiscard]] Html file_field(const FileField& field, const Language& language);

struct Choice {
    std::string value;
    std::string text;
    std::string hint = {};
    bool chosen = false;
    std::string group = {}; // <optgroup> in a select
};
struct ChoiceField {
    Label label;
    std::vector<Choice> choices;
    FieldWidth width = FieldWidth::medium;
};
[[nodiscard]] Html select_field(const ChoiceField& field, const Language& language);
[[nodiscard]] Html radio_field(const ChoiceField& field, const Language& language);
[[nodiscard]] Html checkbox_field(const ChoiceField& field,
                                  const Language& language); // several may be chosen
[[nodiscard]] Html checkbox(std::string_view name, std::string_view text, bool checked,
                            std::string_view hint = {});

[[nodiscard]] Html hidden_field(std::string_view name, std::string_view value);

enum class ButtonKind { primary, secondary, danger };
[[nodiscard]] Html button(std::string_view text, ButtonKind kind = ButtonKind::primary);
// With a name and value, where a form has several buttons.
[[nodiscard]] Html button(std::string_view text, ButtonKind kind, std::string_view name,
                          std::string_view value);
[[nodiscard]] Html button_link(std::string_view text, std::string_view href,
                               ButtonKind kind = ButtonKind::secondary);
[[nodiscard]] Html button_row(const std::vector<Html>& buttons);

struct FormInfo {
    std::string action;
    Html csrf = {};         // Context::csrf_field(); empty for forms that only search (sent by GET)
    bool upload = false;    // multipart/form-data
    std::string draft = {}; // a name under which the browser keeps unsent text (script only); empty: none
    std::string confirm =
        {}; // asked in a dialog before sending (script only; the server asks as well where it matters)
};
// POST when there is a CSRF field. Otherwise GET: a filter or search, its fields side by side.
[[nodiscard]] Html form(const FormInfo& info, const Html& content);
// A form that is one button (delete, undo, accept).
[[nodiscard]] Html button_form(const FormInfo& info, std::string_view text,
                               ButtonKind kind = ButtonKind::secondary);

} // namespace maerkbar::web::parts
