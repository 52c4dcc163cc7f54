#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/editor/form_parts.hpp"
#include "sources/surveys/editor/questions_section.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// One survey: its questions, what is missing, versions, and where it is asked.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::int64_t fewest_told = 5; // a smaller number of answers may tell who has answered

Html button_to(Visit& visit, std::string action, std::string_view text) {
    return parts::button_form({.action = std::move(action), .csrf = visit.context.csrf_field()}, text);
}

Html state(Visit& visit, const Survey& survey) {
    const auto& language = visit.language;
    if (const auto checked = check(survey.draft); !checked.ok())
        return parts::notice(
            parts::NoticeKind::warning,
            language("Before this can be asked: {mistake}", {{"mistake", language.error(checked.error())}}));
    const auto missing = missing_texts(survey.draft).size();
    if (missing > 0)
        return parts::notice(
            parts::NoticeKind::information,
            language.plural("{count} text is not translated yet.", "{count} texts are not translated yet.",
                            static_cast<std::int64_t>(missing)),
            link(path_of(survey.id, "/texts"), language("Translate")));
    return {};
}

// LIX of the whole survey in each language.
Html reading(Visit& visit, const Survey& survey) {
    const auto& language = visit.language;
    std::vector<parts::Fact> facts;
    for (const auto& code : survey.draft.languages) {
        std::string whole;
        for_each_text(survey.draft, [&](const std::string&, const Texts& text) {
            if (text.has(code)) whole += text.in(code, code) + "\n";
        });
        if (const auto measured = lix_words(language, code, whole); !measured.empty())
            facts.push_back({language_name(code), words(measured)});
    }
    if (facts.empty()) return {};
    Html content = parts::fact_list(facts);
    content << R"(<p class="muted">)"_html
            << language(
                   "LIX is the mean number of words in a sentence plus the percentage of words with more "
                   "than six letters. Shorter sentences and shorter words bring it down.")
            << "</p>"_html;
    return parts::section(language("How easy it is to read"), content);
}

struct Asked {
    std::vector<SurveyLink> links;
    std::map<LinkId, std::int64_t> answers;
    std::map<LinkId, CodeCount> codes;
    std::vector<SurveyVersion> versions;
};

Result<Asked> read_asked(Visit& visit, const Survey& survey) {
    const auto tenant = visit.viewer.tenant();
    return visit.services.database().read([&](storage::Connection& connection) -> Result<Asked> {
        Asked asked{TRY(list_links(connection, tenant, survey.id)),
                    TRY(count_answers(connection, tenant, survey.id)),
                    {},
                    TRY(list_versions(connection, tenant, survey.id))};
        std::erase_if(asked.links,
                      [&](const SurveyLink& link) { return !visit.viewer.may(may_manage, link.unit); });
        for (const auto& link : asked.links)
            asked.codes[link.id] = TRY(count_codes(connection, tenant, link.id));
        return asked;
    });
}

std::string answers_text(const web::Language& language, std::int64_t count) {
    if (count == 0) return language("None yet");
    return count < fewest_told ? language("Fewer than 5") : language.integer(count);
}

Html link_actions(Visit& visit, const Survey& survey, const SurveyLink& link, const CodeCount& codes) {
    const auto& language = visit.language;
    if (link.ended) return words(language("Ended"));
    const auto base = path_of(survey.id, "/links/" + std::to_string(link.id.value));
    Html html = button_to(visit, base + "/end", language("End"));
    if (!link.by_code) return html;
    Html fields = parts::text_field({.label = {"count", language("Number of one-time codes")},
                                     .value = "10",
                                     .width = parts::FieldWidth::narrow,
                                     .input_mode = "numeric"},
                                    language);
    fields << parts::button(language("Make codes"), parts::ButtonKind::secondary);
    html << "<p>"_html
         << language("{used} of {issued} codes used",
                     {{"used", language.integer(codes.used)}, {"issued", language.integer(codes.issued)}})
         << "</p>"_html
         << parts::form({.action = base + "/codes", .csrf = visit.context.csrf_field()}, fields);
    return html;
}

Html links(Visit& visit, const Survey& survey, const Asked& asked) {
    const auto& language = visit.language;
    parts::Table table{language("Where it is asked"), false};
    table.columns = {{language("Address")},
                     {language("Unit")},
                     {language("Mode")},
                     {language("Answers"), true},
                     {language("Change")}};
    for (const auto& one : asked.links) {
        const auto count = asked.answers.find(one.id);
        const auto page = path_of(survey.id, "/links/" + std::to_string(one.id.value));
        table.rows.push_back({link(page, "/s/" + one.code),
                              words(visit.viewer.tree->name(one.unit, visit.viewer.today)),
                              words(mode_name(one.mode, language)),
                              words(answers_text(language, count == asked.answers.end() ? 0 : count->second)),
                              link_actions(visit, survey, one, asked.codes.at(one.id))});
    }
    table.empty = language("It is asked nowhere yet.");
    Html content = parts::table(table);
    if (survey.published > 0)
        content << parts::button_row(
            {parts::button_link(language("Ask this survey"), path_of(survey.id, "/links/new"),
                                parts::ButtonKind::primary),
             visit.may_define() ? parts::button_link(language("Waves"), path_of(survey.id, "/waves"))
                                : Html()});
    return parts::section(language("Where it is asked"), content);
}

Html versions(Visit& visit, const Survey& survey, const Asked& asked) {
    const auto& language = visit.language;
    std::vector<parts::Fact> facts;
    for (const auto& version : asked.versions)
        facts.push_back({language("Version {number}", {{"number", language.integer(version.version)}}),
                         words(language.moment(std::chrono::floor<std::chrono::seconds>(version.made_at)))});
    Html content = facts.empty() ? Html() : parts::fact_list(facts);
    content << "<p>"_html
            << language(
                   "Changes reach respondents with the next version. Whoever has begun goes on with theirs.")
            << "</p>"_html;
    if (visit.may_define()) {
        content << parts::button_row(
            {button_to(visit, path_of(survey.id, "/publish"), language("Make a new version")),
             button_to(visit, path_of(survey.id, "/archive"),
                       survey.archived ? language("Use again") : language("Put away"))});
    }
    content << parts::link_line({{"SurveyJS", path_of(survey.id, "/export/surveyjs")},
                                 {"XLSForm", path_of(survey.id, "/export/xlsform")},
                                 {"Mærkbar", path_of(survey.id, "/export/maerkbar")}});
    if (visit.may_define())
        content << parts::button_row(
            {parts::button_link(language("How long answers are kept"), path_of(survey.id, "/keeping"))});
    if (visit.viewer.access.may(may_export))
        content << parts::button_row(
            {parts::button_link(language("Take answers out"), path_of(survey.id, "/answers"))});
    return parts::section(language("Versions and files"), content);
}

} // namespace

Result<Response> survey_page(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto asked = TRY(read_asked(here, survey));
    auto info = info_of(here, title_of(here, survey.draft),
                        survey.draft.say(survey.draft.intro, here.language.code()));
    info.notice = state(here, survey);
    Html body = links(here, survey, asked);
    body << questions_section(here, survey) << reading(here, survey) << versions(here, survey, asked);
    return Response::html(parts::page(info, body));
}

Result<Response> publish(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    TRY(services.database().write(here.viewer.actor, [&](storage::Transaction& transaction) {
        return publish_draft(transaction, survey.id);
    }));
    return Response::redirect(path_of(survey.id));
}

Result<Response> archive(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto survey = TRY(survey_in_path(here));
    TRY(services.database().write(here.viewer.actor, [&](storage::Transaction& transaction) {
        return archive_survey(transaction, survey.id, !survey.archived);
    }));
    return Response::redirect("/surveys");
}

Result<Response> export_file(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto format = survey_format_named(context.request.parameters.text("format"));
    const auto exported = TRY(export_survey(survey.draft, format.value_or(SurveyFormat::maerkbar)));
    const bool sheet = format == SurveyFormat::xlsform;
    const auto name = title_of(here, survey.draft) + (sheet                              ? ".xlsx"
                                                      : format == SurveyFormat::surveyjs ? ".surveyjs.json"
                                                                                         : ".json");
    return Response::download(
        name,
        sheet ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/json",
        exported.bytes);
}

} // namespace maerkbar::surveys::editor
