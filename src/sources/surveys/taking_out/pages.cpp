#include <array>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/taking_out/collect.hpp"
#include "sources/surveys/taking_out/files.hpp"
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

std::string_view media_type(AnswerFormat format) {
    switch (format) {
        case AnswerFormat::excel:
        case AnswerFormat::csv:
            return "text/csv; charset=utf-8";
        case AnswerFormat::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case AnswerFormat::sav:
            return "application/x-spss-sav";
    }
    return {};
}

std::string_view ending(AnswerFormat format) {
    return format == AnswerFormat::xlsx ? ".xlsx" : format == AnswerFormat::sav ? ".sav" : ".csv";
}

Result<std::string> bytes_of(const Visit& visit, const AnswerTable& table, std::string_view what,
                             AnswerFormat format, const Survey& survey) {
    if (what == "comments") return write_comments(table, format, visit.language);
    if (what == "codebook") return write_codebook(table, format, visit.language);
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(
        visit.services.organisation.database.now().time_since_epoch());
    return write_answers(table, format, visit.language, editor::title_of(visit, survey.draft), now.count());
}

// Who took what out stands in the audit trail before the file goes out.
Result<void> record(Visit& visit, const Survey& survey, const AnswerTable& table, std::string_view what,
                    AnswerFormat format) {
    return visit.services.database().write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        JsonWriter details;
        details.begin_object().member("what", what).member("format", name_of(format));
        details.member("answers", table.rows.size()).member("comments", table.comments.size()).end_object();
        return transaction.audit({"survey.answers_taken_out", "survey", std::to_string(survey.id.value),
                                  std::move(details).text()});
    });
}

Result<Response> file_of(Visit& visit, const Survey& survey, std::string_view what, AnswerFormat format) {
    if (format == AnswerFormat::sav && what != "answers") format = AnswerFormat::xlsx;
    const auto table = TRY(collect_answers(visit.services, visit.viewer, visit.language, survey));
    auto bytes = TRY(bytes_of(visit, table, what, format, survey));
    TRY(record(visit, survey, table, what, format));
    const auto name =
        editor::title_of(visit, survey.draft) + " " + std::string(what) + std::string(ending(format));
    return Response::download(name, media_type(format), std::move(bytes));
}

// A small number may tell by itself who has answered.
std::string guarded(const web::Language& language, std::size_t count) {
    constexpr std::size_t fewest_told = 10;
    return count == 0            ? language.integer(0)
           : count < fewest_told ? language("Fewer than 10")
                                 : language.integer(static_cast<std::int64_t>(count));
}

Html counts(const Visit& visit, const AnswerTable& table) {
    const auto& language = visit.language;
    std::vector<parts::Fact> facts;
    facts.push_back({language("Answers that go out"),
                     editor::words(language.integer(static_cast<std::int64_t>(table.rows.size())))});
    facts.push_back({language("Answers that wait"), editor::words(guarded(language, table.waiting))});
    facts.push_back({language("Comments that go out"),
                     editor::words(language.integer(static_cast<std::int64_t>(table.comments.size())))});
    facts.push_back(
        {language("Comments that are too few"), editor::words(guarded(language, table.comments_withheld))});
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

Result<Response> answers_page(Services& services, web::Context& context) {
    auto visit = TRY(editor::visit(services, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    const auto table = TRY(collect_answers(services, visit.viewer, visit.language, survey));
    const auto& language = visit.language;
    auto info = editor::info_below(
        visit, survey, language("Take answers out"),
        language("Single answers as a file. Who takes them out, and when, stands in the audit trail."));
    Html body = parts::section(language("How many"), counts(visit, table));
    body << parts::section(language("What is done so that nobody is recognised"), rules(language))
         << parts::section(language("The file"), download_form(visit, survey));
    return Response::html(parts::page(info, body));
}

Result<Response> take_out(Services& services, web::Context& context) {
    auto visit = TRY(editor::visit(services, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    web::Form form(visit.sent());
    constexpr std::string_view formats[] = {"xlsx", "excel", "csv", "sav"};
    const auto what = form.choice("what", contents);
    const auto format = answer_format_named(form.choice("format", formats));
    return file_of(visit, survey, what, format.value_or(AnswerFormat::xlsx));
}

Result<Response> codebook_page(Services& services, web::Context& context) {
    auto visit = TRY(editor::visit(services, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    const auto table = TRY(collect_answers(services, visit.viewer, visit.language, survey));
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

Result<Response> api_answers(Services& services, web::Context& context) {
    auto visit = TRY(editor::visit(services, context));
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
    return file_of(visit, survey, what, *format);
}

web::Route route_of(Services& services, web::Method method, std::string_view pattern,
                    Result<Response> (*handler)(Services&, web::Context&)) {
    return web::guarded_route(method, pattern, may_export, web::with(services, handler));
}

constexpr parts::PageHelp help[] = {
    {"/surveys/{survey}/answers",
     translatable(
         "Here single answers become a file. Answers that could point at somebody wait, become "
         "broader or are left out; the page says how many. Figures and comparisons are better read on "
         "the results pages.")},
    {"/surveys/{survey}/codebook",
     translatable("Every column of the files with the values it may have. Codes below zero are reasons why "
                  "there is no answer.")},
};

} // namespace

std::vector<web::Route> taking_out_routes(Services& services) {
    std::vector<web::Route> routes;
    routes.push_back(route_of(services, web::Method::get, "/surveys/{survey}/answers", answers_page));
    routes.push_back(route_of(services, web::Method::post, "/surveys/{survey}/answers", take_out));
    routes.push_back(route_of(services, web::Method::get, "/surveys/{survey}/codebook", codebook_page));
    auto api = route_of(services, web::Method::get, "/api/v1/surveys/{survey}/answers", api_answers);
    api.doc = {
        .summary = "Answers of a survey as a file, by the rules for small groups",
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
