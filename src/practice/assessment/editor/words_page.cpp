#include <algorithm>

#include "base/translatable.hpp"
#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"

// Groups of items, ways of scoring, and what is asked beside the score.
namespace maerkbar::assessment::editor {

using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::size_t most_rows = 30;

struct PromptKind {
    const char* id;
    const char* text;
};
// What the pages of a round ask, if the model has words for it.
constexpr PromptKind prompt_kinds[] = {{"strength", translatable("What works well")},
                                       {"improvement", translatable("What could be better")},
                                       {"evidence", translatable("What it is built on")},
                                       {"suggestion", translatable("What one could do")}};

std::string row_name(std::string_view list, std::size_t row, std::string_view rest) {
    return std::string(list) + "-" + std::to_string(row) + "-" + std::string(rest);
}

Html id_field(const std::string& name, const std::string& stored, const Filled& filled,
              const web::Language& language) {
    return parts::text_field(
        {.label = filled.optional(name, language("Short name"), language("Empty it to remove the whole.")),
         .value = filled.value(name, stored),
         .width = parts::FieldWidth::medium,
         .max_length = 60},
        language);
}

// Those there are, and one more.
Html group_fields(const Model& model, const Filled& filled, const web::Language& language) {
    Html html;
    for (std::size_t row = 0; row <= model.groups.size(); ++row) {
        const Group group = row < model.groups.size() ? model.groups[row] : Group{};
        const auto heading = group.id.empty() ? language("One more group") : group.names.in(language.code());
        Html fields = id_field(row_name("group", row, "id"), group.id, filled, language);
        fields << three_fields({row_name("group", row, "names"), language("Name")}, group.names, filled,
                               language);
        html << parts::disclosure(heading, fields, !filled.errors().empty());
    }
    return parts::section(language("Groups, such as efforts and results"), html);
}

Html scale_choice(const Model& model, const Group& group, const Method& method, const std::string& name,
                  const Filled& filled, const web::Language& language) {
    std::vector<parts::Choice> scales{{"", language("Not scored")}};
    for (const auto& scale : model.scales)
        scales.push_back({scale.id, scale.names.in(language.code())});
    const auto found = method.scales.find(group.id);
    return choose(filled.label(name, group.names.in(language.code())), scales,
                  filled.value(name, found == method.scales.end() ? "" : found->second), language);
}

Html method_fields(const Model& model, const Filled& filled, const web::Language& language) {
    Html html;
    for (std::size_t row = 0; row <= model.methods.size(); ++row) {
        const Method method = row < model.methods.size() ? model.methods[row] : Method{};
        const auto heading =
            method.id.empty() ? language("One more way of scoring") : method.names.in(language.code());
        Html fields = id_field(row_name("method", row, "id"), method.id, filled, language);
        fields << three_fields({row_name("method", row, "names"), language("Name")}, method.names, filled,
                               language);
        for (const auto& group : model.groups)
            fields << scale_choice(model, group, method, row_name("method", row, "scale-" + group.id), filled,
                                   language);
        html << parts::disclosure(heading, fields, !filled.errors().empty());
    }
    return parts::section(language("Ways of scoring"), html);
}

Html prompt_fields(const Model& model, const Filled& filled, const web::Language& language) {
    Html html;
    for (const auto& kind : prompt_kinds) {
        const auto* prompt = model.prompt(kind.id);
        html << three_fields({std::string("prompt-") + kind.id, language(kind.text)},
                             prompt == nullptr ? Texts{} : prompt->names, filled, language);
    }
    return parts::section(language("What is asked beside the score"), html);
}

Html all_fields(const Model& model, const Filled& filled, const web::Language& language) {
    Html html = parts::hidden_field("groups", std::to_string(model.groups.size() + 1));
    html << parts::hidden_field("methods", std::to_string(model.methods.size() + 1))
         << group_fields(model, filled, language) << method_fields(model, filled, language)
         << prompt_fields(model, filled, language);
    return html;
}

std::size_t rows_sent(web::Form& form, std::string_view name) {
    return static_cast<std::size_t>(form.integer(name, 0, most_rows).value_or(0));
}

std::vector<Group> read_groups(web::Form& form) {
    std::vector<Group> groups;
    for (std::size_t row = 0; row < rows_sent(form, "groups"); ++row)
        if (auto id = form.text(row_name("group", row, "id"), 60); !id.empty())
            groups.push_back({std::move(id), read_required_three(form, row_name("group", row, "names"))});
    return groups;
}

std::vector<Method> read_methods(web::Form& form, const std::vector<Group>& groups) {
    std::vector<Method> methods;
    for (std::size_t row = 0; row < rows_sent(form, "methods"); ++row) {
        auto id = form.text(row_name("method", row, "id"), 60);
        if (id.empty()) continue;
        Method method{std::move(id), read_required_three(form, row_name("method", row, "names")), {}};
        for (const auto& group : groups)
            if (auto scale = form.text(row_name("method", row, "scale-" + group.id)); !scale.empty())
                method.scales[group.id] = std::move(scale);
        methods.push_back(std::move(method));
    }
    return methods;
}

// Prompts that no form knows stay as they are.
void read_prompts(web::Form& form, Model& model) {
    for (const auto& kind : prompt_kinds) {
        auto names = read_three(form, std::string("prompt-") + kind.id);
        std::erase_if(model.prompts, [&](const Prompt& prompt) { return prompt.id == kind.id; });
        if (!names.empty()) model.prompts.push_back({kind.id, std::move(names)});
    }
}

Result<Response> words_page(RoundVisit& visit, const Draft& draft, const Filled& filled) {
    const auto& language = visit.language();
    return form_page(visit, draft,
                     {language("Groups, ways of scoring, and what is asked beside"),
                      {},
                      draft_address(draft.model.id, "/words"),
                      all_fields(draft.model, filled, language)},
                     filled);
}

} // namespace

Result<Response> show_words(RoundVisit& visit) {
    return words_page(visit, TRY(asked_draft(visit)), Filled());
}

Result<Response> send_words(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    const auto before = draft;
    web::Form form(visit.context().request.form);
    draft.model.groups = read_groups(form);
    draft.model.methods = read_methods(form, draft.model.groups);
    read_prompts(form, draft.model);
    if (TRY(store(visit, draft, form, "group-0-id")))
        return Response::redirect(draft_address(draft.model.id, "?done=saved"));
    return words_page(visit, before, Filled(form, visit.language()));
}

} // namespace maerkbar::assessment::editor
