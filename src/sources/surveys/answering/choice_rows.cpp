#include "sources/surveys/answering/choice_rows.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Flag;
using web::Html;

Html choice_rows(const std::string& name, const Html& heading, const std::vector<ChoiceRow>& rows) {
    Html html = R"(<fieldset class="answers"><legend>)"_html;
    html << heading << "</legend>"_html;
    for (const auto& row : rows) {
        const auto id = "field-" + name + '-' + row.value;
        html << R"(<label class="answer")"_html << Attribute{"for", id} << R"(><input type="radio")"_html
             << Attribute{"id", id} << Attribute{"name", name} << Attribute{"value", row.value}
             << Flag{"checked", row.chosen} << R"(><span class="words">)"_html << row.text
             << "</span></label>"_html;
    }
    return html << "</fieldset>"_html;
}

} // namespace maerkbar::surveys::answering
