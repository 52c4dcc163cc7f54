#include "practice/assessment/editor/three_languages.hpp"

#include "base/lines.hpp"

namespace maerkbar::assessment::editor {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::size_t longest_list = 8000;

struct Tongue {
    const char* code;
    const char* name; // in itself, as everywhere
};
constexpr Tongue tongues[] = {{"da", "Dansk"}, {"nb", "Norsk bokmål"}, {"en", "English"}};

std::string field_name(const std::string& name, const Tongue& tongue) {
    return name + "-" + tongue.code;
}

Html one_field(const ThreeFields& fields, const Tongue& tongue, const std::string& stored,
               const organisation::Filled& filled, const web::Language& language) {
    const auto name = field_name(fields.name, tongue);
    const auto value = filled.value(name, stored);
    auto label = filled.label(name, tongue.name);
    if (fields.rows > 1) return parts::text_area({std::move(label), value, fields.rows}, language);
    return parts::text_field({.label = std::move(label), .value = value}, language);
}

void miss(web::Form& form, const std::string& name, const Texts& texts) {
    for (const auto& tongue : tongues)
        if (texts.in(tongue.code).empty())
            form.fail(field_name(name, tongue), "assessment.three_languages",
                      "Write the text in all three languages.");
}

} // namespace

Html three_fields(const ThreeFields& fields, const Texts& stored, const organisation::Filled& filled,
                  const web::Language& language) {
    Html html = R"(<fieldset class="field"><legend>)"_html;
    html << fields.heading << "</legend>"_html;
    if (!fields.hint.empty()) html << R"(<p class="hint">)"_html << fields.hint << "</p>"_html;
    html << R"(<div class="thirds">)"_html;
    for (const auto& tongue : tongues)
        html << one_field(fields, tongue, stored.in(tongue.code), filled, language);
    return html << "</div></fieldset>"_html;
}

Html three_lists(const ThreeFields& fields, const TextLists& stored, const organisation::Filled& filled,
                 const web::Language& language) {
    return three_fields(fields, {joined(stored.da, "\n"), joined(stored.nb, "\n"), joined(stored.en, "\n")},
                        filled, language);
}

Texts read_three(web::Form& form, const std::string& name, std::size_t longest) {
    Texts texts{form.text(name + "-da", longest), form.text(name + "-nb", longest),
                form.text(name + "-en", longest)};
    if (!texts.complete()) miss(form, name, texts);
    return texts;
}

Texts read_required_three(web::Form& form, const std::string& name, std::size_t longest) {
    auto texts = read_three(form, name, longest);
    if (texts.empty()) miss(form, name, texts);
    return texts;
}

TextLists read_three_lists(web::Form& form, const std::string& name) {
    TextLists lists{lines_of(form.text(name + "-da", longest_list)),
                    lines_of(form.text(name + "-nb", longest_list)),
                    lines_of(form.text(name + "-en", longest_list))};
    for (const auto& tongue : tongues)
        if (lists.in(tongue.code).size() != lists.da.size())
            form.fail(field_name(name, tongue), "assessment.three_lists",
                      "Write as many lines in each language: line by line the same.");
    return lists;
}

} // namespace maerkbar::assessment::editor
