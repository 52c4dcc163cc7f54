#include "practice/assessment/pages/carry_words.hpp"

#include "base/translatable.hpp"

namespace maerkbar::assessment {

namespace parts = web::parts;

std::string item_change_text(ItemChange change, const web::Language& language) {
    constexpr const char* texts[] = {translatable("The same"), translatable("Other words"),
                                     translatable("Another scale"), translatable("New"),
                                     translatable("Gone")};
    return language(texts[static_cast<std::size_t>(change)]);
}

web::Html carry_field(parts::Label label, std::string_view chosen, const web::Language& language) {
    const std::pair<Carry, std::string> all[] = {
        {Carry::keep, language("Keep the number")},
        {Carry::clamp, language("Move it to the nearest one the new scale has")},
        {Carry::rescale, language("Move it to the same step of the new scale")},
        {Carry::reset, language("Show nothing: assess anew")}};
    label.text_hidden = true;
    parts::ChoiceField field{std::move(label), {{"", language("– not decided –"), {}, chosen.empty()}}};
    for (const auto& [carry, text] : all)
        field.choices.push_back({std::string(name_of(carry)), text, {}, chosen == name_of(carry)});
    return parts::select_field(field, language);
}

} // namespace maerkbar::assessment
