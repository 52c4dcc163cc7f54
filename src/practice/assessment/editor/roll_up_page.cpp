#include <algorithm>

#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/editor/rule_fields.hpp"

// How values are added up: for the whole, and for each level of the tree.
namespace maerkbar::assessment::editor {

using organisation::Filled;
using web::Html;
using web::Response;

namespace {

// Levels that have something beneath them.
int levels_of(const Model& model) {
    int deepest = 0;
    for (const auto& node : model.nodes)
        deepest = std::max(deepest, model.depth(node));
    return deepest;
}

std::string level_name(int level) {
    return "level-" + std::to_string(level);
}

Html roll_up_fields(const Model& model, const Filled& filled, const web::Language& language) {
    Html html = rule_fields(filled.label("whole", language("The whole, out of the areas at the top")),
                            model.whole, {}, filled, language);
    for (int level = 0; level < levels_of(model); ++level) {
        const auto position = static_cast<std::size_t>(level);
        const auto stored = position < model.levels.size() ? model.levels[position] : RollUpRule{};
        const auto text = level == 0 ? language("An area at the top, out of what lies beneath it")
                                     : language("An area on level {level}, out of what lies beneath it",
                                                {{"level", language.integer(level + 1)}});
        html << rule_fields(filled.label(level_name(level), text), stored, {}, filled, language);
    }
    return html;
}

Result<Response> roll_up_page(RoundVisit& visit, const Draft& draft, const Filled& filled) {
    const auto& language = visit.language();
    return form_page(
        visit, draft,
        {language("How it is added up"),
         language("The rule is kept with every round and said beside its numbers. A single area can "
                  "have a rule of its own."),
         draft_address(draft.model.id, "/roll-up"), roll_up_fields(draft.model, filled, language)},
        filled);
}

} // namespace

Result<Response> show_roll_up(RoundVisit& visit) {
    return roll_up_page(visit, TRY(asked_draft(visit)), Filled());
}

Result<Response> send_roll_up(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& model = draft.model;
    web::Form form(visit.context().request.form);
    model.whole = read_rule(form, "whole").value_or(model.whole);
    model.levels.resize(static_cast<std::size_t>(levels_of(model)));
    for (int level = 0; level < levels_of(model); ++level)
        model.levels[static_cast<std::size_t>(level)] =
            read_rule(form, level_name(level)).value_or(RollUpRule{});
    if (TRY(store(visit, draft, form, "whole")))
        return Response::redirect(draft_address(model.id, "?done=saved"));
    return roll_up_page(visit, draft, Filled(form, visit.language()));
}

} // namespace maerkbar::assessment::editor
