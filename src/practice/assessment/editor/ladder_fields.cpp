#include "practice/assessment/editor/ladder_fields.hpp"

#include <algorithm>

#include "practice/assessment/editor/draft_page.hpp"

namespace maerkbar::assessment::editor {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::int64_t most_steps = 30;
constexpr std::int64_t room = 2;
constexpr std::size_t longest_help = 1000;

std::string row_name(std::int64_t row, std::string_view rest) {
    return "step-" + std::to_string(row) + "-" + std::string(rest);
}

Html step_fields(std::int64_t row, const Band* band, const organisation::Filled& filled,
                 const web::Language& language) {
    const auto from = row_name(row, "from");
    const auto to = row_name(row, "to");
    Html html = R"(<div class="condition-row">)"_html;
    html << number_field(filled.label(from, language("From")),
                         filled.value(from, band == nullptr ? "" : plain_number(band->from, language)),
                         language)
         << number_field(filled.label(to, language("To")),
                         filled.value(to, band == nullptr ? "" : plain_number(band->to, language)), language)
         << "</div>"_html
         << three_fields({row_name(row, "label"), language("What the step is called")},
                         band == nullptr ? Texts{} : band->label, filled, language)
         << three_fields({row_name(row, "help"), language("How one knows it"), {}, 2},
                         band == nullptr ? Texts{} : band->help, filled, language);
    return html;
}

} // namespace

Html number_field(parts::Label label, std::string value, const web::Language& language) {
    return parts::text_field({.label = std::move(label),
                              .value = std::move(value),
                              .width = parts::FieldWidth::narrow,
                              .input_mode = "decimal"},
                             language);
}

Html ladder_fields(const std::vector<Band>& bands, const organisation::Filled& filled,
                   const web::Language& language) {
    const auto rows = std::min(std::ssize(bands) + room, most_steps);
    Html html = parts::hidden_field("steps", std::to_string(rows));
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto* band = row < std::ssize(bands) ? &bands[static_cast<std::size_t>(row)] : nullptr;
        const auto heading = band == nullptr
                                 ? language("One more step")
                                 : language("Step {number}", {{"number", language.integer(row + 1)}});
        html << parts::disclosure(heading + (band == nullptr ? "" : " · " + band->label.in(language.code())),
                                  step_fields(row, band, filled, language),
                                  bands.empty() || !filled.errors().empty());
    }
    return html << R"(<p class="hint">)"_html
                << language("Each step begins where the one before ends. A step without numbers is left out.")
                << "</p>"_html;
}

std::vector<Band> read_ladder(web::Form& form) {
    std::vector<Band> bands;
    const auto rows = form.integer("steps", 0, most_steps).value_or(0);
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto from = form.number(row_name(row, "from"));
        const auto to = form.number(row_name(row, "to"));
        if (!from && !to) continue;
        bands.push_back({from.value_or(to.value_or(0)), to.value_or(from.value_or(0)),
                         read_required_three(form, row_name(row, "label")),
                         read_three(form, row_name(row, "help"), longest_help)});
    }
    return bands;
}

} // namespace maerkbar::assessment::editor
