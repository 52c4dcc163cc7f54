#include <algorithm>

#include "base/lines.hpp"
#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/editor/rule_fields.hpp"
#include "practice/assessment/model/edit.hpp"
#include "practice/assessment/pages/words.hpp"

// One area or item: its words, its scale, and how it counts.
namespace maerkbar::assessment::editor {

using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

Html words_fields(const Node& node, const Filled& filled, const web::Language& language) {
    Html html = three_fields({"names", language("Name")}, node.names, filled, language);
    html << three_fields({"question", language("Question"),
                          language("What everybody answers, from what they see in their work."), 3},
                         node.question, filled, language)
         << three_fields({"purpose", language("Why it is asked"), {}, 3}, node.purpose, filled, language)
         << three_lists({"examples", language("To think of"),
                         language("One a line. Prompts for the conversation, never boxes to tick."), 4},
                        node.examples, filled, language);
    return html;
}

Html group_field(const Model& model, const Node& node, const Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> groups{{"", language("– none –")}};
    for (const auto& group : model.groups)
        groups.push_back({group.id, group.names.in(language.code())});
    return choose(filled.label("group", language("Group")), groups, filled.value("group", node.group),
                  language);
}

Html scale_field(const Model& model, const Node& node, const Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> scales{{"", language("By its group and the way of scoring")}};
    for (const auto& scale : model.scales)
        scales.push_back({scale.id, scale.names.in(language.code())});
    return choose(filled.label("scale", language("Scale")), scales, filled.value("scale", node.scale),
                  language);
}

Html item_fields(const Model& model, const Node& node, const Filled& filled, const web::Language& language) {
    Html html = scale_field(model, node, filled, language);
    html << parts::checkbox("scored", language("It is scored"), filled.checked("scored", node.scored))
         << parts::checkbox("comment_required", language("A comment is required"),
                            filled.checked("comment_required", node.comment_required))
         << parts::checkbox("compact", language("It is in the short version too"),
                            filled.checked("compact", node.compact))
         << parts::text_field({.label = filled.optional("indicators", language("Indicators that tell of it"),
                                                        language("Their codes, with commas between.")),
                               .value = filled.value("indicators", joined(node.indicators, ", "))},
                              language);
    return html;
}

Html node_fields(const Model& model, const Node& node, const Filled& filled, const web::Language& language) {
    Html html = words_fields(node, filled, language);
    html << group_field(model, node, filled, language)
         << parts::text_field({.label = filled.label("weight", language("Weight"),
                                                     language("Counts where values are added up by weight or "
                                                              "as points.")),
                               .value = filled.value("weight", plain_number(node.weight, language)),
                               .width = parts::FieldWidth::narrow,
                               .input_mode = "decimal"},
                              language);
    const bool item = model.node(node.id) == nullptr || model.is_item(node);
    if (item) return html << item_fields(model, node, filled, language);
    return html << rule_fields(filled.label("rule", language("How it is added up")), node.roll_up,
                               language("As its level"), filled, language);
}

std::vector<std::string> codes_of(std::string text) {
    std::ranges::replace(text, ',', '\n');
    return lines_of(text);
}

void read_words(web::Form& form, Node& node) {
    node.names = read_required_three(form, "names");
    node.question = read_three(form, "question");
    node.purpose = read_three(form, "purpose");
    node.examples = read_three_lists(form, "examples");
}

void read_node(web::Form& form, const Model& model, Node& node) {
    const bool item = model.node(node.id) == nullptr || model.is_item(node);
    read_words(form, node);
    node.group = form.text("group");
    node.weight = form.number("weight").value_or(1);
    if (!item) {
        node.roll_up = read_rule(form, "rule");
        return;
    }
    node.scale = form.text("scale");
    node.scored = form.checked("scored");
    node.comment_required = form.checked("comment_required");
    node.compact = form.checked("compact");
    node.indicators = codes_of(form.text("indicators", 1000));
}

Error unknown_node() {
    return {ErrorKind::not_found, "assessment.unknown_node", "That area or item is not part of the model."};
}

Result<Node*> asked_node(RoundVisit& visit, Draft& draft) {
    const auto id = visit.context().request.parameters.text("node");
    const auto found = std::ranges::find(draft.model.nodes, id, &Node::id);
    if (found == draft.model.nodes.end()) return unknown_node();
    return &*found;
}

Html area_field(const Model& model, const Node& node, const Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> areas{{"", language("– at the top –")}};
    for (const auto* area : possible_areas(model, node.id))
        areas.push_back({area->id, title_of(*area, language)});
    return choose(filled.label("parent", language("Beneath which area")), areas,
                  filled.value("parent", node.parent), language);
}

Html removal_part(RoundVisit& visit, const Draft& draft, const Node& node) {
    const auto& language = visit.language();
    Html fields = parts::hidden_field("version", std::to_string(draft.version));
    fields << parts::hidden_field("to", "away")
           << parts::button(language("Remove"), parts::ButtonKind::danger);
    return parts::section(
        language("Remove from the model"),
        parts::form({.action = draft_address(draft.model.id, "/nodes/" + node.id + "/order"),
                     .csrf = visit.context().csrf_field()},
                    fields));
}

Result<Response> node_page(RoundVisit& visit, const Draft& draft, const Node& node, const Filled& filled) {
    const auto& language = visit.language();
    Html fields = area_field(draft.model, node, filled, language);
    fields << node_fields(draft.model, node, filled, language);
    return form_page(visit, draft,
                     {title_of(node, language),
                      {},
                      draft_address(draft.model.id, "/nodes/" + node.id),
                      fields,
                      removal_part(visit, draft, node)},
                     filled);
}

// Beneath which the new one comes; empty at the top.
std::string parent_asked(const RoundVisit& visit) {
    return visit.context().request.query.text("parent");
}

// What lies beside it is mostly alike.
Node like_siblings(const Model& model, const std::string& parent) {
    Node node{.id = {}, .parent = parent};
    if (const auto* above = model.node(parent)) node.group = above->group;
    const auto siblings = model.children(parent);
    if (siblings.empty()) return node;
    node.group = siblings.back()->group;
    node.scale = siblings.back()->scale;
    node.scored = siblings.back()->scored;
    return node;
}

Result<Response> new_node_page(RoundVisit& visit, const Draft& draft, const Node& node,
                               const Filled& filled) {
    const auto& language = visit.language();
    const auto* above = draft.model.node(node.parent);
    Html fields = parts::text_field(
        {.label =
             filled.label("id", language("Number"),
                          language("Such as 1.2: it tells the item apart from version to version and cannot "
                                   "be changed later.")),
         .value = filled.value("id"),
         .width = parts::FieldWidth::narrow,
         .max_length = 60},
        language);
    fields << node_fields(draft.model, node, filled, language);
    const auto lead = above == nullptr ? language("At the top of the model.")
                                       : language("Beneath {area}.", {{"area", title_of(*above, language)}});
    return form_page(visit, draft,
                     {language("New area or item"), lead,
                      draft_address(draft.model.id, "/nodes?parent=" + node.parent), fields},
                     filled);
}

} // namespace

Result<Response> show_node(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    return node_page(visit, draft, *TRY(asked_node(visit, draft)), Filled());
}

Result<Response> send_node(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& node = *TRY(asked_node(visit, draft));
    web::Form form(visit.context().request.form);
    auto changed = node;
    read_node(form, draft.model, changed);
    node = changed;
    if (const auto moved = move_beneath(draft.model, changed.id, form.typed("parent")); !moved.ok()) {
        auto error = moved.error();
        error.field = "parent";
        form.fail(std::move(error));
    }
    if (TRY(store(visit, draft, form, "names-da")))
        return Response::redirect(draft_address(draft.model.id, "?done=saved"));
    return node_page(visit, draft, changed, Filled(form, visit.language()));
}

Result<Response> show_new_node(RoundVisit& visit) {
    const auto draft = TRY(asked_draft(visit));
    return new_node_page(visit, draft, like_siblings(draft.model, parent_asked(visit)), Filled());
}

Result<Response> send_new_node(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    web::Form form(visit.context().request.form);
    Node node{.id = {}, .parent = parent_asked(visit)};
    read_node(form, draft.model, node);
    node.id = form.required_text("id", 60);
    if (form.ok())
        if (auto added = add_node(draft.model, node); !added.ok()) form.fail(added.error());
    if (TRY(store(visit, draft, form, "id")))
        return Response::redirect(draft_address(draft.model.id, "?done=saved"));
    node.id.clear();
    return new_node_page(visit, draft, node, Filled(form, visit.language()));
}

} // namespace maerkbar::assessment::editor
