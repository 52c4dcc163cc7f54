#include "sources/surveys/editor/form_parts.hpp"

#include <array>

#include "base/translatable.hpp"
#include "sources/surveys/definition/readability.hpp"
#include "sources/surveys/editor/question_form.hpp"
#include "sources/surveys/editor/visit.hpp"

namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

// In the order of Ease.
constexpr std::array lix_texts{
    translatable("LIX {lix}: very easy, as a book for children"),
    translatable("LIX {lix}: easy, as a novel or a weekly"),
    translatable("LIX {lix}: medium, as a newspaper"),
    translatable("LIX {lix}: hard, as an official letter"),
    translatable("LIX {lix}: very hard, as the text of a law"),
};

std::vector<parts::Choice> questions(const FormView& view, const std::vector<EarlierAnswer>& earlier,
                                     const std::string& chosen) {
    std::vector<parts::Choice> all{{"", "–", {}, chosen.empty()}};
    bool found = chosen.empty();
    for (const auto& [name, question] : earlier) {
        found = found || chosen == name;
        all.push_back(
            {name, name + ": " + view.survey.say(question->title, view.language.code()), {}, chosen == name});
    }
    if (!found) all.push_back({chosen, chosen, {}, true}); // no longer earlier: the mistake is told above
    return all;
}

std::vector<parts::Choice> comparisons(const FormView& view, const std::string& chosen) {
    std::vector<parts::Choice> all;
    for (int i = 0; i <= static_cast<int>(Comparison::not_answered); ++i) {
        const auto one = static_cast<Comparison>(i);
        const std::string name(name_of(one));
        all.push_back({name, comparison_name(one, view.language), {}, chosen == name});
    }
    return all;
}

Html how_they_join(const FormView& view) {
    const auto& language = view.language;
    const auto chosen = view.fields.text("shown_if.how");
    return parts::select_field({label_of(view, "shown_if.how", language("It is shown where")),
                                {{"all", language("all of these hold"), {}, chosen == "all"},
                                 {"any", language("at least one of these holds"), {}, chosen == "any"},
                                 {"none", language("none of these holds"), {}, chosen == "none"}}},
                               language);
}

Html condition_row(const FormView& view, const std::vector<EarlierAnswer>& earlier, std::size_t row) {
    const auto& language = view.language;
    const auto name = [row](std::string_view part) { return condition_field(row, part); };
    Html html = R"(<div class="condition-row">)"_html;
    html << parts::select_field({label_of(view, name("question"), language("Earlier question")),
                                 questions(view, earlier, view.fields.text(name("question")))},
                                language)
         << parts::select_field({label_of(view, name("is"), language("Comparison")),
                                 comparisons(view, view.fields.text(name("is")))},
                                language)
         << parts::text_field({.label = label_of(view, name("value"), language("Value")),
                               .value = view.fields.text(name("value")),
                               .list = "values"},
                              language);
    return html << "</div>"_html;
}

// The values that earlier questions can have, with their words, to choose from.
Html known_values(const FormView& view, const std::vector<EarlierAnswer>& earlier) {
    Html html = R"(<datalist id="values">)"_html;
    for (const auto& [name, question] : earlier)
        if (name == question->name)
            for (const auto& choice : question->choices)
                html << "<option"_html << web::Attribute{"value", choice.value} << ">"_html << name
                     << ": "_html << view.survey.say(choice.text, view.language.code()) << "</option>"_html;
    return html << "</datalist>"_html;
}

} // namespace

parts::Label label_of(const FormView& view, std::string name, std::string text, std::string hint) {
    view.errors.call(name, text);
    parts::Label made{name, std::move(text), std::move(hint), view.errors.of(name)};
    made.optional = true;
    return made;
}

Html side_by_side(const FormView& view, const std::string& name, const std::string& text, int rows) {
    Html html = R"(<div class="grid-2">)"_html;
    for (const auto& code : view.survey.languages) {
        const auto field = text_field_name(name, code);
        const auto typed = view.fields.text(field);
        auto label =
            label_of(view, field, text + " – " + language_name(code), lix_words(view.language, code, typed));
        html << parts::text_area({std::move(label), typed, rows}, view.language);
    }
    return html << "</div>"_html;
}

Html condition_fields(const FormView& view, const std::vector<EarlierAnswer>& earlier) {
    const auto& language = view.language;
    if (view.fields.has("keep_condition")) {
        Html html = parts::hidden_field("keep_condition", "1");
        return html << "<p>"_html << language("The condition is a combined one and is kept as it is.")
                    << "</p>"_html;
    }
    if (earlier.empty() && view.fields.text(condition_field(0, "question")).empty()) {
        Html html = "<p>"_html;
        return html << language("Nothing is asked before this, so it is always shown.") << "</p>"_html;
    }
    Html html = how_they_join(view);
    for (std::size_t row = 0; row < condition_rows(view.fields); ++row)
        html << condition_row(view, earlier, row);
    return html << known_values(view, earlier) << R"(<p class="muted">)"_html
                << language("Without an earlier question it is always shown. Save to get one more row.")
                << "</p>"_html;
}

Html piping_help(const FormView& view, const std::vector<EarlierAnswer>& earlier) {
    if (earlier.empty()) return {};
    Html html = "<p>"_html;
    html << view.language(
                "Write the short name of an earlier question in braces, and its answer stands there.")
         << "</p><ul>"_html;
    for (const auto& [name, question] : earlier)
        html << "<li><code>{"_html << name << "}</code> "_html
             << view.survey.say(question->title, view.language.code()) << "</li>"_html;
    return html << "</ul>"_html;
}

std::string lix_words(const web::Language& language, std::string_view code, std::string_view text) {
    const auto measured = readability(text);
    if (measured.words < enough_words) return {};
    const auto lix = measured.lix();
    auto words =
        language(lix_texts[static_cast<std::size_t>(ease_of(lix))], {{"lix", language.number(lix, 0)}});
    if (is_easy(code) && lix > easy_lix)
        words += ". " + language("Shorten it: easy-read texts should stay at 25 or below.");
    return words;
}

} // namespace maerkbar::surveys::editor
