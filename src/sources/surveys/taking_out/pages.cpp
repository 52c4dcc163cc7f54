#include <algorithm>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/taking_out/collect.hpp"
#include "sources/surveys/taking_out/making.hpp"
#include "sources/surveys/taking_out/routes.hpp"
#include "web/form.hpp"
#include "web/make_route.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys {

using namespace web::literals;
using editor::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::string_view contents[] = {"answers", "comments", "codebook"};

// Beyond so many, collecting and writing take longer than a page may (docs/develop/performance.md).
constexpr std::int64_t most_at_once = 5000;

Result<bool> are_many(Visit& visit, const Survey& survey) {
    return visit.services.database().read([&](storage::Connection& connection) -> Result<bool> {
        return TRY(count_answers_out(connection, visit.viewer, survey.id)) > most_at_once;
    });
}

FileMaker::Owner owner_of(const Visit& visit, const Survey& survey) {
    return {visit.viewer.tenant(), visit.viewer.actor.person, survey.id.value};
}

Response download(const AnswerFile& file) {
    return Response::download(file.name, file.media_type, file.bytes);
}

Error no_such_file() {
    return {ErrorKind::not_found, "survey.no_file",
            translatable("There is no such file any more. Take the answers out once more.")};
}

// The page that waits for it.
std::string path_of_making(const Survey& survey, const std::string& file) {
    return editor::path_of(survey.id, "/answers/making/" + file);
}

// A small number may tell by itself who has answered.
std::string guarded(const web::Language& language, std::size_t count, std::int64_t fewest) {
    const auto number = static_cast<std::int64_t>(count);
    if (number == 0 || number >= fewest) return language.integer(number);
    return language("Fewer than {count}", {{"count", language.integer(fewest)}});
}

Html counts_list(const web::Language& language, const OutCounts& counts) {
    std::vector<parts::Fact> facts;
    facts.push_back({language("Answers that go out"),
                     editor::words(language.integer(static_cast<std::int64_t>(counts.answers)))});
    facts.push_back(
        {language("Answers that wait"), editor::words(guarded(language, counts.waiting, counts.fewest))});
    facts.push_back({language("Comments that go out"),
                     editor::words(language.integer(static_cast<std::int64_t>(counts.comments)))});
    facts.push_back({language("Comments that are too few"),
                     editor::words(guarded(language, counts.comments_withheld, counts.fewest))});
    return parts::fact_list(facts);
}

Html rules(const web::Language& language) {
    Html html = "<ul>"_html;
    for (const auto* rule :
         {translatable("Answers nobody is to be recognised by go out when at least ten from one unit and "
                       "contact point lie in weeks that are over. The rest wait."),
          translatable("Their order tells nothing, and the week is all that is known of the time."),
          translatable(
              "What others may know about a person (age, a choice, a language) becomes broader, and is "
              "withheld where fewer than ten share it."),
          translatable("What people wrote is masked and goes out by itself, apart from the other answers."),
          translatable("A survey with sensitive questions needs twenty wherever others need ten."),
          translatable("Answers of people who agreed to be linked go out as they are, without names.")})
        html << "<li>"_html << language(rule) << "</li>"_html;
    return html << "</ul>"_html;
}

Html download_form(const Visit& visit, const Survey& survey) {
    const auto& language = visit.language;
    Html fields = parts::radio_field(
        {{"what", language("What")},
         {{"answers", language("Answers"), {}, true},
          {"comments", language("Comments")},
          {"codebook", language("Codebook"), language("What each column and code means.")}}},
        language);
    fields << parts::radio_field(
        {{"format", language("For")},
         {{"xlsx", language("Excel (XLSX)"), {}, true},
          {"excel", language("Excel (CSV)"), language("Semicolons and decimal comma, with words.")},
          {"csv", language("Other programs (CSV)"),
           language("Commas and stored values; “maerkbar survey analyse” reads it.")},
          {"sav", language("SPSS or PSPP (.sav)"), language("With labels and codes for no answer.")}}},
        language);
    fields << parts::button_row(
        {parts::button(language("Take out")),
         parts::button_link(language("See the codebook"), editor::path_of(survey.id, "/codebook"))});
    return parts::form({.action = editor::path_of(survey.id, "/answers"), .csrf = visit.context.csrf_field()},
                       fields);
}

// How many go out; where they are many, that is told with the file.
Result<Html> how_many(Visit& visit, const Survey& survey) {
    const auto& language = visit.language;
    if (TRY(are_many(visit, survey))) {
        Html html = "<p>"_html;
        return html << language(
                           "There are more than {most} answers. How many of them go out is told when the "
                           "file is made.",
                           {{"most", language.integer(most_at_once)}})
                    << "</p>"_html;
    }
    const auto table = TRY(collect_answers(visit.services, visit.viewer, language, survey));
    return counts_list(language, counts_of(table));
}

Result<Response> answers_page(TakingOut& services, web::Context& context) {
    auto visit = TRY(editor::visit(services.surveys, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    const auto& language = visit.language;
    auto info = editor::info_below(
        visit, survey, language("Take answers out"),
        language("Single answers as a file. Who takes them out, and when, stands in the audit trail."));
    Html body = parts::section(language("How many"), TRY(how_many(visit, survey)));
    body << parts::section(language("What is done so that nobody is recognised"), rules(language))
         << parts::section(language("The file"), download_form(visit, survey));
    return Response::html(parts::page(info, body));
}

FileWanted wanted_by(const Visit& visit, const Survey& survey, std::string_view what, AnswerFormat format) {
    return {visit.services, visit.viewer, visit.language, survey, std::string(what), format};
}

Result<std::string> order(TakingOut& services, const Visit& visit, FileWanted wanted) {
    const auto owner = owner_of(visit, wanted.survey);
    return services.files.order(owner, [wanted = std::move(wanted)] { return make_file(wanted); });
}

Result<Response> take_out(TakingOut& services, web::Context& context) {
    auto visit = TRY(editor::visit(services.surveys, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    web::Form form(visit.sent());
    constexpr std::string_view formats[] = {"xlsx", "excel", "csv", "sav"};
    const auto what = form.choice("what", contents);
    const auto format = answer_format_named(form.choice("format", formats));
    auto wanted = wanted_by(visit, survey, what, format.value_or(AnswerFormat::xlsx));
    if (!TRY(are_many(visit, survey))) return download(TRY(make_file(wanted)));
    return Response::redirect(path_of_making(survey, TRY(order(services, visit, std::move(wanted)))));
}

// The file of the path, or nothing while it is being made. Error: survey.no_file (not_found).
Result<FileMaker::Made> file_in_path(TakingOut& services, const Visit& visit, const Survey& survey) {
    auto found = services.files.find(owner_of(visit, survey), visit.context.request.parameters.text("file"));
    if (!found) return no_such_file();
    if (*found && !(*found)->ok()) return (*found)->error();
    return std::move(*found);
}

Html being_made(const web::Language& language) {
    Html more = "<p>"_html;
    more << language("This page looks again by itself. You can leave it and come back.") << "</p>"_html;
    return parts::notice(parts::NoticeKind::information, language("The file is being made"), more);
}

Result<Response> file_page(TakingOut& services, web::Context& context) {
    auto visit = TRY(editor::visit(services.surveys, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    const auto& language = visit.language;
    const auto made = TRY(file_in_path(services, visit, survey));
    auto info = editor::info_below(visit, survey, language("The file"), {});
    info.crumbs.push_back({language("Take answers out"), editor::path_of(survey.id, "/answers")});
    Html body;
    if (made) {
        const auto& file = **made;
        body << counts_list(language, file.counts)
             << parts::button_row({parts::button_link(
                    language("Take out"),
                    editor::path_of(survey.id, "/answers/files/" + context.request.parameters.text("file")),
                    parts::ButtonKind::primary)});
    } else {
        body << being_made(language)
             << parts::button_row({parts::button_link(language("Look again"), context.request.path)});
    }
    auto response = Response::html(parts::page(info, body));
    if (!made) response.headers.set("Refresh", "2"); // works without script
    return response;
}

// Over the API too: 202 while it is being made.
Result<Response> file_download(TakingOut& services, web::Context& context) {
    auto visit = TRY(editor::visit(services.surveys, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    const auto made = TRY(file_in_path(services, visit, survey));
    if (made) return download(**made);
    auto response = Response::json(R"({"made":false})", 202);
    response.headers.set("Retry-After", "2");
    return response;
}

Result<Response> codebook_page(TakingOut& services, web::Context& context) {
    auto visit = TRY(editor::visit(services.surveys, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    if (TRY(are_many(visit, survey)))
        return Response::redirect(path_of_making(
            survey, TRY(order(services, visit, wanted_by(visit, survey, "codebook", AnswerFormat::xlsx)))));
    const auto table = TRY(collect_answers(visit.services, visit.viewer, visit.language, survey));
    const auto& language = visit.language;
    parts::Table shown{language("Codebook"), false};
    shown.columns = {{language("Column")},
                     {language("Question")},
                     {language("Value")},
                     {language("SPSS code"), true},
                     {language("Meaning")}};
    for (const auto& line : codebook(table, language)) {
        const auto kind = line.kind.empty() ? line.words : line.kind;
        shown.rows.push_back({editor::words(line.name), editor::words(line.label), editor::words(line.value),
                              editor::words(line.code), editor::words(kind)});
    }
    auto info = editor::info_below(visit, survey, language("Codebook"),
                                   language("What the columns and codes of the files mean."));
    info.crumbs.push_back({language("Take answers out"), editor::path_of(survey.id, "/answers")});
    return Response::html(parts::page(info, parts::table(shown)));
}

Result<Response> api_answers(TakingOut& services, web::Context& context) {
    auto visit = TRY(editor::visit(services.surveys, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    const auto format = answer_format_named(context.request.query.text("format", "csv"));
    const auto what = context.request.query.text("what", "answers");
    if (!format || std::ranges::find(contents, what) == std::end(contents))
        return Error{
            ErrorKind::invalid,
            "survey.answers_format",
            translatable("Ask for format csv, excel, xlsx or sav, and for answers, comments or codebook."),
            {},
            "format"};
    auto wanted = wanted_by(visit, survey, what, *format);
    if (!TRY(are_many(visit, survey))) return download(TRY(make_file(wanted)));
    const auto file = TRY(order(services, visit, std::move(wanted)));
    const auto path = "/api/v1" + editor::path_of(survey.id, "/answers/files/" + file);
    JsonWriter json;
    json.begin_object().member("made", false).member("file", path).end_object();
    auto response = Response::json(std::move(json).text(), 202);
    response.headers.set("Location", path);
    return response;
}

web::Route route_of(TakingOut& services, web::Method method, std::string_view pattern,
                    Result<Response> (*handler)(TakingOut&, web::Context&)) {
    return web::guarded_route(method, pattern, may_export, web::with(services, handler));
}

constexpr parts::PageHelp help[] = {
    {"/surveys/{survey}/answers",
     translatable(
         "Here single answers become a file. Answers that could point at somebody wait, become "
         "broader or are left out; the page says how many. Figures and comparisons are better read on "
         "the results pages.")},
    {"/surveys/{survey}/answers/making/{file}",
     translatable(
         "A file of many answers takes a moment. It is kept for you until the program starts anew or "
         "others need the room.")},
    {"/surveys/{survey}/codebook",
     translatable("Every column of the files with the values it may have. Codes below zero are reasons why "
                  "there is no answer.")},
};

} // namespace

std::vector<web::Route> taking_out_routes(TakingOut& services) {
    std::vector<web::Route> routes;
    routes.push_back(route_of(services, web::Method::get, "/surveys/{survey}/answers", answers_page));
    routes.push_back(route_of(services, web::Method::post, "/surveys/{survey}/answers", take_out));
    routes.push_back(route_of(services, web::Method::get, "/surveys/{survey}/codebook", codebook_page));
    routes.push_back(
        route_of(services, web::Method::get, "/surveys/{survey}/answers/making/{file}", file_page));
    routes.push_back(
        route_of(services, web::Method::get, "/surveys/{survey}/answers/files/{file}", file_download));
    auto file =
        route_of(services, web::Method::get, "/api/v1/surveys/{survey}/answers/files/{file}", file_download);
    file.doc = {.summary = "A file of many answers; 202 while it is being made",
                .response_type = "application/octet-stream"};
    routes.push_back(std::move(file));
    auto api = route_of(services, web::Method::get, "/api/v1/surveys/{survey}/answers", api_answers);
    api.doc = {
        .summary =
            "Answers of a survey as a file, by the rules for small groups; 202 and where the file will be, "
            "where they are many",
        .query = {{"format", "csv (default), excel, xlsx or sav"},
                  {"what", "answers (default), comments or codebook"}},
        .response_type = "application/octet-stream",
    };
    routes.push_back(std::move(api));
    return routes;
}

std::span<const parts::PageHelp> taking_out_help() {
    return help;
}

} // namespace maerkbar::surveys
