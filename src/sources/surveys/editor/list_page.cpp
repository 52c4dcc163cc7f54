#include <fstream>
#include <iterator>

#include "base/translatable.hpp"
#include "organisation/tenants.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/library.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// GET /surveys: what there is, and how to begin a new one.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

Html surveys_table(Visit& visit, const std::vector<Survey>& surveys, bool archived) {
    const auto& language = visit.language;
    parts::Table table{archived ? language("Surveys put away") : language("Surveys"), false};
    table.columns = {{language("Survey")},
                     {language("Questions"), true},
                     {language("Languages")},
                     {language("Latest version")}};
    for (const auto& survey : surveys) {
        if (survey.archived != archived) continue;
        std::size_t questions = 0;
        for (const auto& page : survey.draft.pages)
            questions += page.questions.size();
        std::vector<std::string> languages;
        for (const auto& code : survey.draft.languages)
            languages.push_back(language_name(code));
        table.rows.push_back(
            {link(path_of(survey.id), title_of(visit, survey.draft)),
             words(language.integer(static_cast<std::int64_t>(questions))), words(language.list(languages)),
             words(survey.published == 0 ? language("None yet") : language.integer(survey.published))});
    }
    return table.rows.empty() ? Html() : parts::table(table);
}

Result<Html> library_section(Visit& visit) {
    const auto& language = visit.language;
    parts::Table table{language("Ready surveys"), false};
    table.columns = {{language("Survey")}, {language("First question")}, {language("Add")}};
    for (const auto& ready : TRY(ready_surveys())) {
        const auto& survey = ready.definition;
        const auto& first = survey.pages.front().questions.front();
        table.rows.push_back({words(title_of(visit, survey)), words(survey.say(first.title, language.code())),
                              parts::button_form({.action = "/surveys/library/" + ready.code,
                                                  .csrf = visit.context.csrf_field()},
                                                 language("Take into use"))});
    }
    return parts::section(language("Begin with a ready survey"), parts::table(table));
}

Html own_section(Visit& visit) {
    const auto& language = visit.language;
    Html fields = parts::text_field({.label = {"title", language("Title of the new survey")}}, language);
    fields << parts::button(language("Make an empty survey"), parts::ButtonKind::secondary);
    Html file =
        parts::file_field({.label = {"file", language("Survey from another program"),
                                     language("SurveyJS (.json), XLSForm (.xlsx) or LimeSurvey (.lss)")},
                           .accept = ".json,.xlsx,.lss"},
                          language);
    file << parts::button(language("Take over"), parts::ButtonKind::secondary);
    Html content = parts::form({.action = "/surveys/new", .csrf = visit.context.csrf_field()}, fields);
    content << parts::form({.action = "/surveys/import", .csrf = visit.context.csrf_field(), .upload = true},
                           file);
    return parts::section(language("Make your own"), content);
}

Result<SurveyId> store(Visit& visit, const Definition& definition, std::string_view code, bool publish) {
    return visit.services.database().write(visit.viewer.actor,
                                           [&](storage::Transaction& transaction) -> Result<SurveyId> {
                                               const auto id = TRY(add_survey(transaction, definition, code));
                                               if (publish) TRY(publish_draft(transaction, id));
                                               return id;
                                           });
}

// What could not be taken over, before going on to the survey.
Response remarks_page(Visit& visit, SurveyId survey, const Converted& converted) {
    const auto& language = visit.language;
    Html list = "<ul>"_html;
    for (const auto& remark : converted.remarks)
        list << "<li>"_html << language.error(remark) << "</li>"_html;
    list << "</ul>"_html;
    auto info = info_of(visit, language("The survey has been taken over"), "");
    info.notice = parts::notice(parts::NoticeKind::success, title_of(visit, converted.definition));
    Html body = parts::section(language("What could not be taken over as it was"), list);
    body << parts::button_row(
        {parts::button_link(language("Go on to the survey"), path_of(survey), parts::ButtonKind::primary)});
    return Response::html(parts::page(info, body));
}

} // namespace

Result<Response> list(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language;
    const auto surveys = TRY(services.database().read(
        [&](storage::Connection& connection) { return list_surveys(connection, here.viewer.tenant()); }));
    auto info =
        info_of(here, language("Surveys"), language("What citizens, relatives and colleagues are asked."));
    info.crumbs.clear();
    auto body = surveys_table(here, surveys, false);
    if (body.empty())
        body = parts::empty_state(language("There are no surveys yet"),
                                  language("Begin with a ready one below; you can change every word of it."));
    if (here.may_define()) body << TRY(library_section(here)) << own_section(here);
    const auto archived = surveys_table(here, surveys, true);
    if (!archived.empty()) body << parts::disclosure(language("Surveys put away"), archived);
    return Response::html(parts::page(info, body));
}

Result<Response> adopt(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto ready = TRY(ready_survey(context.request.parameters.text("code")));
    return Response::redirect(path_of(TRY(store(here, ready.definition, ready.code, true))));
}

Result<Response> create(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    Definition survey;
    survey.languages.emplace_back(TRY(services.database().read([&](storage::Connection& connection) {
        return organisation::language_of(connection, here.viewer.tenant());
    })));
    const auto title = here.sent().text("title");
    survey.title.by_language[survey.languages.front()] = title.empty() ? here.language("New survey") : title;
    return Response::redirect(path_of(TRY(store(here, survey, {}, false))));
}

Result<Response> take_over(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto* file = context.request.file("file");
    if (file == nullptr || file->size == 0)
        return Error{ErrorKind::invalid,
                     "import.no_file",
                     translatable("Choose a file that is not empty."),
                     {},
                     "file"};
    std::ifstream stream(file->path, std::ios::binary);
    const auto converted = TRY(import_survey({std::istreambuf_iterator<char>(stream), {}}));
    const auto id = TRY(store(here, converted.definition, {}, false));
    if (converted.remarks.empty()) return Response::redirect(path_of(id));
    return remarks_page(here, id, converted);
}

} // namespace maerkbar::surveys::editor
