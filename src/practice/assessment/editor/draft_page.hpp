#pragma once

#include <optional>
#include <string>

#include "practice/assessment/editor/three_languages.hpp"
#include "practice/assessment/pages/visit.hpp"
#include "practice/assessment/rounds/draft_store.hpp"

// What the pages about one draft share.
namespace maerkbar::assessment::editor {

inline constexpr int refused = 422;

// The draft of the path. Errors: not_found; no_permission for those who may not change models everywhere.
[[nodiscard]] Result<Draft> asked_draft(RoundVisit& visit);

[[nodiscard]] std::string draft_address(std::string_view model, std::string_view rest = {});
[[nodiscard]] web::parts::PageInfo draft_info(RoundVisit& visit, const Draft& draft, std::string title,
                                              std::string lead = {});

// A page with one form about a part of the draft.
struct DraftForm {
    std::string title;
    std::string lead;
    std::string address; // where it is sent
    web::Html fields;
    web::Html below = {};
};
[[nodiscard]] web::Response form_page(RoundVisit& visit, const Draft& draft, const DraftForm& form,
                                      const organisation::Filled& filled);

// Stores the draft as it was changed, unless the form has mistakes already; `otherwise` is the field that a
// mistake found while storing belongs to. False: the form is shown again with its mistakes.
[[nodiscard]] Result<bool> store(RoundVisit& visit, Draft& draft, web::Form& form,
                                 std::string_view otherwise);

// As a field takes it, with the reader's decimal sign and nothing between thousands.
[[nodiscard]] std::string plain_number(double number, const web::Language& language);

// A select of one of `texts` by value.
[[nodiscard]] web::Html choose(web::parts::Label label, const std::vector<web::parts::Choice>& choices,
                               const std::string& chosen, const web::Language& language);

} // namespace maerkbar::assessment::editor
