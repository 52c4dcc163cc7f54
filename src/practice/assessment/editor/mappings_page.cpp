#include <algorithm>

#include "base/translatable.hpp"
#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/model/comparison.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// What of one model corresponds to what of another: to see for all models, to change in a draft.
namespace maerkbar::assessment::editor {

using namespace web::literals;
using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::size_t room = 3;
constexpr std::int64_t most_rows = 500;
constexpr const char* relation_texts[] = {translatable("Is the same as"), translatable("Covers"),
                                          translatable("Is a part of")};
constexpr std::string_view relation_values[] = {"equal", "covers", "part_of"};

std::string relation_text(Relation relation, const web::Language& language) {
    return language(relation_texts[static_cast<std::size_t>(relation)]);
}

std::string comparable_text(Comparable comparable, const web::Language& language) {
    switch (comparable) {
        case Comparable::directly:
            return language("Yes, on the same scale");
        case Comparable::by_step:
            return language("By the step of the scale");
        case Comparable::inferred:
            return language("Inferred only");
        case Comparable::no:
            return language("No");
    }
    return {};
}

std::string item_text(const Model& model, const std::string& id, const web::Language& language) {
    const auto* node = model.node(id);
    return node == nullptr ? id : title_of(*node, language);
}

const Model* find_model(const std::vector<Model>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &Model::id);
    return found == all.end() ? nullptr : &*found;
}

// The mappings of `from` that end in `to`.
Html mapping_table(const Model& from, const Model& to, const web::Language& language) {
    parts::Table table{from.names.in(language.code()) + " → " + to.names.in(language.code()), true};
    table.columns = {{language("Here")},
                     {language("How they belong together")},
                     {language("There")},
                     {language("Can values be compared?")}};
    for (const auto& mapping : from.mappings)
        if (mapping.target == to.id)
            table.rows.push_back(
                {organisation::words(item_text(from, mapping.from, language)),
                 organisation::words(relation_text(mapping.relation, language)),
                 organisation::words(item_text(to, mapping.to, language)),
                 organisation::words(comparable_text(comparable(mapping, from, to), language))});
    return table.rows.empty() ? Html() : parts::table(table);
}

Result<std::vector<Model>> all_models(RoundVisit& visit) {
    return visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); });
}

std::vector<parts::Choice> item_choices(const Model& model, const web::Language& language) {
    std::vector<parts::Choice> choices{{"", language("– none –")}};
    for (const auto* item : model.items())
        choices.push_back({item->id, title_of(*item, language)});
    return choices;
}

std::string row_name(std::size_t row, std::string_view rest) {
    return "mapping-" + std::to_string(row) + "-" + std::string(rest);
}

struct Ends {
    std::vector<parts::Choice> here;
    std::vector<parts::Choice> there;
    std::vector<parts::Choice> relations;
};

Html end_field(const std::string& name, std::string text, const std::vector<parts::Choice>& choices,
               const std::string& stored, const Filled& filled, const web::Language& language) {
    auto label = filled.label(name, std::move(text));
    return choose(std::move(label), choices, filled.value(name, stored), language);
}

Html row_fields(std::size_t row, const Mapping* mapping, const Ends& ends, const Filled& filled,
                const web::Language& language) {
    const auto from = mapping == nullptr ? std::string() : mapping->from;
    const auto to = mapping == nullptr ? std::string() : mapping->to;
    const auto relation = static_cast<std::size_t>(mapping == nullptr ? Relation::equal : mapping->relation);
    Html html = R"(<div class="thirds">)"_html;
    html << end_field(row_name(row, "from"), language("Here"), ends.here, from, filled, language)
         << end_field(row_name(row, "relation"), language("How they belong together"), ends.relations,
                      std::string(relation_values[relation]), filled, language)
         << end_field(row_name(row, "to"), language("There"), ends.there, to, filled, language);
    return html << "</div>"_html;
}

Html edit_fields(const Model& model, const Model& target, const Filled& filled,
                 const web::Language& language) {
    Ends ends{item_choices(model, language), item_choices(target, language), {}};
    for (std::size_t i = 0; i < std::size(relation_values); ++i)
        ends.relations.push_back({std::string(relation_values[i]), language(relation_texts[i])});
    std::vector<const Mapping*> rows;
    for (const auto& mapping : model.mappings)
        if (mapping.target == target.id) rows.push_back(&mapping);
    rows.resize(rows.size() + room, nullptr);
    Html html = parts::hidden_field("rows", std::to_string(rows.size()));
    html << parts::hidden_field("target", target.id);
    for (std::size_t row = 0; row < rows.size(); ++row)
        html << row_fields(row, rows[row], ends, filled, language);
    return html << R"(<p class="hint">)"_html
                << language("Choose “none” to remove a line. Save, and there is room for three more.")
                << "</p>"_html;
}

Html target_filter(const std::vector<Model>& all, const Draft& draft, const std::string& chosen,
                   const web::Language& language) {
    std::vector<parts::Choice> choices;
    for (const auto& model : all)
        if (model.id != draft.model.id) choices.push_back({model.id, model.names.in(language.code())});
    Html fields = choose({.name = "target", .text = language("The other model")}, choices, chosen, language);
    fields << parts::button(language("Show"), parts::ButtonKind::secondary);
    return parts::form({.action = draft_address(draft.model.id, "/mappings")}, fields);
}

// The model asked for, or the first that is mapped to, or the first other one.
const Model* target_of(const std::vector<Model>& all, const Draft& draft, const std::string& asked) {
    if (const auto* found = find_model(all, asked); found != nullptr && asked != draft.model.id) return found;
    for (const auto& mapping : draft.model.mappings)
        if (const auto* found = find_model(all, mapping.target)) return found;
    const auto other = std::ranges::find_if(all, [&](const Model& one) { return one.id != draft.model.id; });
    return other == all.end() ? nullptr : &*other;
}

Result<Response> edit_page(RoundVisit& visit, const Draft& draft, const std::string& asked,
                           const Filled& filled) {
    const auto& language = visit.language();
    const auto all = TRY(all_models(visit));
    const auto* target = target_of(all, draft, asked);
    if (target == nullptr)
        return Error{ErrorKind::not_found, "assessment.unknown_model", "There is no other model."};
    DraftForm form{
        language("What corresponds in other models"),
        language("Values are compared only where both sides mean the same and their scales have as many "
                 "steps. What covers or is a part of something is shown as inferred."),
        draft_address(draft.model.id, "/mappings"), edit_fields(draft.model, *target, filled, language)};
    form.below = parts::section(language("Another model"), target_filter(all, draft, target->id, language));
    return form_page(visit, draft, form, filled);
}

Relation relation_named(std::string_view value) {
    const auto* found = std::ranges::find(relation_values, value);
    return found == std::end(relation_values) ? Relation::equal
                                              : static_cast<Relation>(found - std::begin(relation_values));
}

void read_mappings(web::Form& form, Model& model, const std::string& target) {
    std::erase_if(model.mappings, [&](const Mapping& mapping) { return mapping.target == target; });
    const auto rows = static_cast<std::size_t>(form.integer("rows", 0, most_rows).value_or(0));
    for (std::size_t row = 0; row < rows; ++row) {
        const auto from = form.text(row_name(row, "from"));
        const auto to = form.text(row_name(row, "to"));
        if (from.empty() || to.empty()) continue;
        model.mappings.push_back({target, from, to, relation_named(form.typed(row_name(row, "relation")))});
    }
}

} // namespace

Result<Response> show_mappings(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto all = TRY(all_models(visit));
    const auto* model = find_model(all, visit.context().request.parameters.text("model"));
    if (model == nullptr)
        return Error{ErrorKind::not_found, "assessment.unknown_model",
                     "There is no such model, or not in that version."};
    const auto info = organisation::info_of(
        visit.page, model->names.in(language.code()),
        language("Which items of other models it corresponds to, and where values can be compared."),
        {{language("Self-assessment"), "/assessments"}, {language("Models"), "/assessments/models"}});
    Html tables;
    for (const auto& other : all)
        tables << mapping_table(*model, other, language) << mapping_table(other, *model, language);
    if (tables.empty())
        tables = parts::empty_state(language("Nothing corresponds yet"),
                                    language("Make a new version of the model to say what does."));
    return organisation::page_of(info, Html(R"(<div class="stack">)"_html) << tables << "</div>"_html);
}

Result<Response> show_edit_mappings(RoundVisit& visit) {
    return edit_page(visit, TRY(asked_draft(visit)), visit.context().request.query.text("target"), Filled());
}

Result<Response> send_edit_mappings(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    web::Form form(visit.context().request.form);
    const auto target = form.required_text("target", 60);
    read_mappings(form, draft.model, target);
    if (TRY(store(visit, draft, form, "mapping-0-from")))
        return Response::redirect(
            draft_address(draft.model.id, "/mappings?target=" + target + "&done=saved"));
    return edit_page(visit, draft, target, Filled(form, visit.language()));
}

} // namespace maerkbar::assessment::editor
