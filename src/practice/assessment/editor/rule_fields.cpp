#include "practice/assessment/editor/rule_fields.hpp"

#include "base/translatable.hpp"
#include "practice/assessment/editor/draft_page.hpp"

namespace maerkbar::assessment::editor {

using web::Html;
namespace parts = web::parts;

namespace {

constexpr int most_items = 500;

constexpr const char* rule_texts[] = {translatable("The mean"),
                                      translatable("The mean by weight"),
                                      translatable("The median"),
                                      translatable("No better than the lowest"),
                                      translatable("Points: weight times the share reached"),
                                      translatable("Met when only so many are partly met"),
                                      translatable("The mean of all items beneath"),
                                      translatable("Not added up")};

} // namespace

std::string rule_name(Rule rule, const web::Language& language) {
    return language(rule_texts[static_cast<std::size_t>(rule)]);
}

Html rule_fields(const parts::Label& label, const std::optional<RollUpRule>& stored, std::string none_text,
                 const organisation::Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> choices;
    if (!none_text.empty()) choices.push_back({"", std::move(none_text)});
    for (std::size_t i = 0; i < std::size(rule_texts); ++i)
        choices.push_back({std::string(name_of(static_cast<Rule>(i))), language(rule_texts[i])});
    const auto most = label.name + "-most";
    Html html =
        choose(label, choices, filled.value(label.name, stored ? name_of(stored->rule) : std::string_view()),
               language);
    return html << parts::text_field(
               {.label = filled.optional(most, language("How many may be partly met"),
                                         language("For the rule “met when only so many are partly met”.")),
                .value = filled.value(most, std::to_string(stored ? stored->most_partials : 0)),
                .width = parts::FieldWidth::narrow,
                .input_mode = "numeric"},
               language);
}

std::optional<RollUpRule> read_rule(web::Form& form, const std::string& name) {
    const auto most = form.integer(name + "-most", 0, most_items);
    const auto rule = rule_named(form.typed(name));
    if (!rule) return std::nullopt;
    return RollUpRule{*rule, static_cast<int>(most.value_or(0))};
}

} // namespace maerkbar::assessment::editor
