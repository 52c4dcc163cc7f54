#include "sources/surveys/editor/preview.hpp"

#include <algorithm>

#include "sources/surveys/answering/question_screen.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "web/assets.hpp"

// What respondents will see of a draft.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

std::vector<const Question*> questions_of(const Definition& draft) {
    std::vector<const Question*> all;
    for (const auto& page : draft.pages)
        for (const auto& question : page.questions)
            all.push_back(&question);
    return all;
}

answering::Visit respondent(Visit& visit, const Definition& draft) {
    auto code = visit.sent().text("preview_language", visit.context.request.query.text("l"));
    if (std::ranges::find(draft.languages, code) == draft.languages.end()) code = draft.main_language();
    OpenLink shown{visit.viewer.tenant(), {}, 0, std::make_shared<const Definition>(draft)};
    return {visit.services, visit.context, std::move(shown), code,
            answering::words_for(visit.services, code)};
}

// The page of a question among all of the draft, as if none depended on another.
Html screen(const answering::Visit& respondent, const std::vector<const Question*>& all,
            const Question& question) {
    const auto at = static_cast<std::size_t>(
        std::ranges::find(all, question.name, [](const Question* one) { return one->name; }) - all.begin());
    const auto count = std::max(all.size(), at + 1);
    return answering::question_screen(
        {respondent, question, at + 1, count, {}, {}, nullptr, at + 1 == count, true});
}

Html way_back(Visit& visit, const std::string& href) {
    Html html = R"(<p class="aside">)"_html;
    return html << link(href, visit.language("Back to the survey")) << "</p>"_html;
}

} // namespace

Response preview_of(Visit& visit, const Definition& draft, const Question& question, bool live) {
    const auto shown = respondent(visit, draft);
    auto body = screen(shown, questions_of(shown.survey()), question);
    if (!live) body << way_back(visit, visit.context.request.path);
    return answering::respondent_page(shown, {visit.language("Preview"), std::move(body), false});
}

Html beside_preview(Visit& visit, const Definition& draft, const Html& form) {
    Html html = R"(<div class="with-preview">)"_html;
    html << form << R"(<aside class="preview" hidden)"_html
         << Attribute{"aria-label", visit.language("Preview")} << R"(><p><label for="preview-language">)"_html
         << visit.language("Preview") << R"(</label> <select id="preview-language">)"_html;
    for (const auto& code : draft.languages)
        html << "<option"_html << Attribute{"value", code} << ">"_html << language_name(code)
             << "</option>"_html;
    return html << R"(</select></p><iframe sandbox="allow-same-origin")"_html
                << Attribute{"title", visit.language("What respondents will see")}
                << "></iframe></aside></div><script type=\"module\""_html
                << Attribute{"src", web::asset_url("survey-preview.js")} << "></script>"_html;
}

Result<Response> preview(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto shown = respondent(here, survey.draft);
    const auto all = questions_of(shown.survey());
    Html body;
    for (const auto* question : all)
        body << screen(shown, all, *question);
    body << way_back(here, path_of(survey.id));
    return answering::respondent_page(shown, {here.language("Preview"), std::move(body), true});
}

} // namespace maerkbar::surveys::editor
