#pragma once

#include "organisation/viewer.hpp"
#include "sources/surveys/services.hpp"
#include "web/parts/form.hpp"
#include "web/parts/page.hpp"
#include "web/response.hpp"

// What the pages of this folder share.
namespace maerkbar::surveys::editor {

// One request, and who asks.
struct Visit {
    Services& services;
    web::Context& context;
    organisation::Viewer viewer;
    const web::Language& language;

    [[nodiscard]] const web::Fields& sent() const { return context.request.form; }
    [[nodiscard]] bool may_define() const { return viewer.may_everywhere(may_manage); }
};

[[nodiscard]] Result<Visit> visit(Services& services, web::Context& context);
// The same for somebody who may change definitions. Error: forbidden.
[[nodiscard]] Result<Visit> definer(Services& services, web::Context& context);

[[nodiscard]] Result<Survey> survey_in_path(Visit& visit);
// The link of the path, of this survey, at a unit that the person may ask at.
[[nodiscard]] Result<SurveyLink> link_in_path(Visit& visit, const Survey& survey);
[[nodiscard]] std::string path_of(SurveyId survey, std::string_view tail = {});
// The survey's title in the reader's language.
[[nodiscard]] std::string title_of(const Visit& visit, const Definition& definition);
[[nodiscard]] web::Html link(std::string_view href, std::string_view text);
[[nodiscard]] web::Html words(std::string_view text);
// A page below "Surveys", or below one of them.
[[nodiscard]] web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead);
[[nodiscard]] web::parts::PageInfo info_below(Visit& visit, const Survey& survey, std::string title,
                                              std::string lead = {});
// Saves the draft and goes back to `go_to`. Error: survey.changed_meanwhile (conflict) where the form says
// which edition it was made from (edition_field()) and that is no longer the present one.
[[nodiscard]] Result<web::Response> save_and_go(Visit& visit, const Survey& survey, const Definition& draft,
                                                std::string go_to);

// For forms that are about the whole draft.
[[nodiscard]] web::Html edition_field(const Survey& survey);

// Names of kinds of questions, comparisons and modes in the reader's language.
[[nodiscard]] std::string type_name(QuestionType type, const web::Language& language);
[[nodiscard]] std::string comparison_name(Comparison comparison, const web::Language& language);
[[nodiscard]] std::string mode_name(Mode mode, const web::Language& language);
// "Page 2: About you"
[[nodiscard]] std::string page_name(const Definition& survey, std::size_t page,
                                    const web::Language& language);

// Pages and what they send.
Result<web::Response> list(Services& services, web::Context& context);
Result<web::Response> adopt(Services& services, web::Context& context);
Result<web::Response> create(Services& services, web::Context& context);
Result<web::Response> take_over(Services& services, web::Context& context);
Result<web::Response> survey_page(Services& services, web::Context& context);
Result<web::Response> publish(Services& services, web::Context& context);
Result<web::Response> archive(Services& services, web::Context& context);
Result<web::Response> export_file(Services& services, web::Context& context);
Result<web::Response> texts_page(Services& services, web::Context& context);
Result<web::Response> change_texts(Services& services, web::Context& context);
Result<web::Response> new_question(Services& services, web::Context& context);
Result<web::Response> add_question(Services& services, web::Context& context);
Result<web::Response> question_page(Services& services, web::Context& context);
Result<web::Response> change_question(Services& services, web::Context& context);
Result<web::Response> move_question(Services& services, web::Context& context);
Result<web::Response> preview(Services& services, web::Context& context);
Result<web::Response> new_page(Services& services, web::Context& context);
Result<web::Response> add_page(Services& services, web::Context& context);
Result<web::Response> page_form(Services& services, web::Context& context);
Result<web::Response> change_page(Services& services, web::Context& context);
Result<web::Response> move_page(Services& services, web::Context& context);
Result<web::Response> sections_page(Services& services, web::Context& context);
Result<web::Response> change_sections(Services& services, web::Context& context);
Result<web::Response> link_form(Services& services, web::Context& context);
Result<web::Response> create_link(Services& services, web::Context& context);
Result<web::Response> end_link(Services& services, web::Context& context);
Result<web::Response> make_codes(Services& services, web::Context& context);

} // namespace maerkbar::surveys::editor
