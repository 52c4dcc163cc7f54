#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/editor/rule_fields.hpp"
#include "practice/assessment/model/edit.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// One draft: its tree, scales and rules, each with the way to change it; begun and thrown away.
namespace maerkbar::assessment::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

Html send_button(RoundVisit& visit, std::string address, const std::string& text, std::string confirm = {}) {
    return parts::button_form(
        {.action = std::move(address), .csrf = visit.context().csrf_field(), .confirm = std::move(confirm)},
        text);
}

Html state_part(RoundVisit& visit, const Draft& draft) {
    const auto& language = visit.language();
    Html html;
    if (const auto sound = check_model(draft.model); !sound.ok())
        html << parts::notice(
            parts::NoticeKind::information,
            language("Before it can be used: {mistake}", {{"mistake", language.error(sound.error())}}));
    std::vector<Html> buttons = {
        parts::button_link(language("See what is new, and release"),
                           draft_address(draft.model.id, "/release"), parts::ButtonKind::primary),
        send_button(visit, draft_address(draft.model.id, "/discard"), language("Throw this work away"),
                    language("Throw away what was changed since the last version?"))};
    return html << parts::button_row(buttons);
}

// Up and down among its siblings, where there is somewhere to go.
Html move_buttons(RoundVisit& visit, const Draft& draft, const Node& node) {
    const auto& language = visit.language();
    const auto siblings = draft.model.children(node.parent);
    if (siblings.size() < 2) return {};
    Html buttons = parts::hidden_field("version", std::to_string(draft.version));
    if (siblings.front()->id != node.id)
        buttons << parts::button(language("Up"), parts::ButtonKind::secondary, "to", "up");
    if (siblings.back()->id != node.id)
        buttons << parts::button(language("Down"), parts::ButtonKind::secondary, "to", "down");
    return Html() << R"(<div class="order">)"_html
                  << parts::form({.action = draft_address(draft.model.id, "/nodes/" + node.id + "/order"),
                                  .csrf = visit.context().csrf_field()},
                                 buttons)
                  << "</div>"_html;
}

std::string scale_text(const Model& model, const Node& node, const web::Language& language) {
    if (!model.is_item(node)) return rule_name(model.rule(node).rule, language);
    if (!node.scored) return language("Not scored");
    const auto* scale = model.scale_of(node, {});
    return scale == nullptr ? language("Not scored") : scale->names.in(language.code());
}

Html tree_part(RoundVisit& visit, const Draft& draft) {
    const auto& language = visit.language();
    const auto& model = draft.model;
    parts::Table table{language("Areas and items"), false};
    table.columns = {
        {language("Item")}, {language("Scored, or added up")}, {language("Beneath it")}, {language("Order")}};
    for (const auto& node : model.nodes) {
        const auto here = draft_address(model.id, "/nodes/" + node.id);
        Html name;
        for (int depth = model.depth(node); depth > 0; --depth)
            name << "– ";
        name << organisation::link(here, title_of(node, language));
        table.rows.push_back(
            {name, organisation::words(scale_text(model, node, language)),
             organisation::link(draft_address(model.id, "/nodes?parent=" + node.id), language("Add")),
             move_buttons(visit, draft, node)});
    }
    Html html = table.rows.empty() ? parts::empty_state(language("Nothing to assess yet"),
                                                        language("Write the first area, or the first item."))
                                   : parts::table(table);
    return parts::section(language("Areas and items"),
                          html << parts::button_row({parts::button_link(language("Add at the top"),
                                                                        draft_address(model.id, "/nodes"))}));
}

Html scales_part(const Draft& draft, const web::Language& language) {
    const auto& model = draft.model;
    parts::Table table{language("Scales"), false};
    table.columns = {{language("Scale")},
                     {language("From–to"), true},
                     {language("Steps"), true},
                     {language("Sides"), true}};
    for (const auto& scale : model.scales)
        table.rows.push_back(
            {organisation::link(draft_address(model.id, "/scales/" + scale.id),
                                scale.names.in(language.code())),
             organisation::words(value_text(scale.min, language) + "–" + value_text(scale.max, language)),
             organisation::words(language.integer(std::ssize(scale.ladder()))),
             organisation::words(language.integer(std::ssize(scale.aspects)))});
    table.empty = language("No scale: nothing is scored, everything is described in words.");
    Html html = parts::table(table);
    return parts::section(language("Scales"),
                          html << parts::button_row({parts::button_link(
                              language("Add a scale"), draft_address(model.id, "/scales"))}));
}

Html rest_part(const Draft& draft, const web::Language& language) {
    const auto& id = draft.model.id;
    return parts::section(
        language("The rest"),
        parts::link_line(
            {{language("Name and purpose"), draft_address(id, "/head")},
             {language("Groups, ways of scoring, and what is asked beside"), draft_address(id, "/words")},
             {language("How it is added up"), draft_address(id, "/roll-up")},
             {language("What corresponds in other models"), draft_address(id, "/mappings")}}));
}

// Nothing is lost with one that was just added.
bool has_content(const Model& model, const Node& node) {
    return !model.is_item(node) || !node.question.empty() || !node.examples.empty() || !node.purpose.empty();
}

// Asked on a page of its own, so that it works without script too.
Response ask_removal(RoundVisit& visit, const Draft& draft, const Node& node) {
    const auto& language = visit.language();
    auto without = draft.model;
    remove_node(without, node.id);
    const auto beneath = std::ssize(draft.model.nodes) - std::ssize(without.nodes) - 1;
    const auto title = title_of(node, language);
    auto lead =
        beneath == 0
            ? language("Its words go with it.")
            : language.plural("Its words go with it, and so does {count} area or item beneath it.",
                              "Its words go with it, and so do {count} areas and items beneath it.", beneath);
    Html fields = parts::hidden_field("version", std::to_string(draft.version));
    fields << parts::hidden_field("to", "away") << parts::hidden_field("sure", "on")
           << parts::button_row({parts::button(language("Remove"), parts::ButtonKind::danger),
                                 parts::button_link(language("Cancel"),
                                                    draft_address(draft.model.id, "/nodes/" + node.id))});
    return organisation::page_of(
        draft_info(visit, draft, language("Remove “{name}”?", {{"name", title}}),
                   lead + ' ' + language("Rounds that have begun keep it.")),
        parts::form({.action = draft_address(draft.model.id, "/nodes/" + node.id + "/order"),
                     .csrf = visit.context().csrf_field()},
                    fields));
}

} // namespace

Result<Response> show_outline(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto draft = TRY(asked_draft(visit));
    const auto lead = draft.base_version.empty()
                          ? language("A new model that nobody can use yet.")
                          : language("The version after {version}, which is used until this is released.",
                                     {{"version", draft.base_version}});
    Html body = R"(<div class="stack">)"_html;
    body << state_part(visit, draft) << tree_part(visit, draft) << scales_part(draft, language)
         << rest_part(draft, language);
    return organisation::page_of(draft_info(visit, draft, draft.model.names.in(language.code()), lead),
                                 body << "</div>"_html);
}

Result<Response> send_new_version(RoundVisit& visit) {
    TRY(visit.viewer().require_everywhere(may::assessment_lead));
    const auto id = visit.context().request.parameters.text("model");
    const auto begun = visit.write([&](storage::Transaction& tx) -> Result<void> {
        const auto model = TRY(newest_model(tx.connection(), visit.tenant(), id));
        return start_draft(tx, model, model.version);
    });
    if (!begun.ok() && begun.error().code != "assessment.draft_there") return begun.error();
    return Response::redirect(draft_address(id));
}

Result<Response> send_discard(RoundVisit& visit) {
    const auto draft = TRY(asked_draft(visit));
    TRY(visit.write([&](storage::Transaction& tx) { return discard_draft(tx, draft.model.id); }));
    return Response::redirect("/assessments/models?done=discarded");
}

Result<Response> send_node_order(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    web::Form form(visit.context().request.form);
    const auto id = visit.context().request.parameters.text("node");
    const auto to = form.typed("to");
    const auto* node = draft.model.node(id);
    if (node != nullptr && to == "away" && has_content(draft.model, *node) && !form.checked("sure"))
        return ask_removal(visit, draft, *node);
    if (to == "away")
        remove_node(draft.model, id);
    else
        move_node(draft.model, id, to == "up" ? Way::up : Way::down);
    const auto back = draft_address(draft.model.id);
    if (TRY(store(visit, draft, form, {}))) return Response::redirect(back + "?done=saved");
    return back_with(visit, back, form.errors().front());
}

} // namespace maerkbar::assessment::editor
