#include "practice/assessment/editor/draft_page.hpp"

#include <algorithm>
#include <charconv>

#include "organisation/stored_meanwhile.hpp"

namespace maerkbar::assessment::editor {

using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

Result<Draft> asked_draft(RoundVisit& visit) {
    TRY(visit.viewer().require_everywhere(may::assessment_lead));
    const auto id = visit.context().request.parameters.text("model");
    auto found = TRY(visit.read(
        [&](storage::Connection& connection) { return draft_of(connection, visit.tenant(), id); }));
    if (found) return std::move(*found);
    return Error{ErrorKind::not_found, "assessment.no_draft",
                 "Nobody is working on that model. Begin from the list of models."};
}

std::string draft_address(std::string_view model, std::string_view rest) {
    return "/assessments/models/" + std::string(model) + "/draft" + std::string(rest);
}

parts::PageInfo draft_info(RoundVisit& visit, const Draft& draft, std::string title, std::string lead) {
    const auto& language = visit.language();
    std::vector<parts::Crumb> crumbs = {{language("Self-assessment"), "/assessments"},
                                        {language("Models"), "/assessments/models"}};
    const auto name = draft.model.names.in(language.code());
    if (title != name) crumbs.push_back({name, draft_address(draft.model.id)});
    auto info = organisation::info_of(visit.page, std::move(title), std::move(lead), std::move(crumbs));
    info.notice = notice_of(visit);
    return info;
}

Response form_page(RoundVisit& visit, const Draft& draft, const DraftForm& form,
                   const organisation::Filled& filled) {
    const auto& language = visit.language();
    Html fields = parts::hidden_field("version", std::to_string(draft.version));
    fields << form.fields
           << parts::button_row({parts::button(language("Save")),
                                 parts::button_link(language("Cancel"), draft_address(draft.model.id))});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form({.action = form.address, .csrf = visit.context().csrf_field()}, fields)
         << organisation::stored_meanwhile(filled, language) << form.below;
    auto response = organisation::page_of(draft_info(visit, draft, form.title, form.lead), body);
    response.status = filled.errors().empty() ? 200 : refused;
    return response;
}

Result<bool> store(RoundVisit& visit, Draft& draft, web::Form& form, std::string_view otherwise) {
    const auto version = form.required_integer("version");
    if (!form.ok()) return false;
    draft.version = version;
    const auto saved = visit.write([&](storage::Transaction& tx) { return save_draft(tx, draft); });
    if (saved.ok()) return true;
    if (!mendable(saved.error())) return saved.error();
    auto error = saved.error();
    error.field = otherwise;
    form.fail(std::move(error));
    return false;
}

std::string plain_number(double number, const web::Language& language) {
    char digits[32];
    std::string text(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
    if (language.code() != "en") std::ranges::replace(text, '.', ',');
    return text;
}

Html choose(parts::Label label, const std::vector<parts::Choice>& choices, const std::string& chosen,
            const web::Language& language) {
    parts::ChoiceField field{std::move(label), choices};
    for (auto& choice : field.choices)
        choice.chosen = choice.value == chosen;
    return parts::select_field(field, language);
}

} // namespace maerkbar::assessment::editor
