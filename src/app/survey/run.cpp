#include "app/survey/run.hpp"

#include <fstream>
#include <iterator>

#include "app/survey/report.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/formats/formats.hpp"

namespace maerkbar::app_survey {

namespace {

using app_chart::Outcome;

Result<surveys::Converted> read_definition(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.empty())
        return Error{ErrorKind::not_found,
                     "survey_analysis.no_definition",
                     translatable("The survey {file} cannot be read."),
                     {{"file", path}}};
    return surveys::import_survey(std::move(bytes));
}

std::string output_of(const Report& report) {
    switch (report.request.format) {
        case Format::text:
            return text_output(report);
        case Format::json:
            return json_output(report);
        case Format::csv:
            return csv_output(report);
    }
    return {};
}

} // namespace

Outcome run(const Arguments& arguments, const app_chart::Streams& streams) {
    const web::Languages languages;
    const auto& language = languages.get(arguments.language);
    const auto complain = [&](const Error& error) { streams.complaints(language.error(error) + "\n"); };
    const auto request = understand(arguments);
    if (!request) return (complain(request.error()), Outcome::bad_usage);
    const auto survey = read_definition(request->definition);
    if (!survey) return (complain(survey.error()), Outcome::bad_data);
    for (const auto& remark : survey->remarks)
        complain(remark);
    const auto read = read_answer_file(*request, survey->definition);
    if (const auto* failure = std::get_if<ReadFailure>(&read)) {
        for (const auto& error : failure->errors)
            complain(error);
        return failure->bad_usage ? Outcome::bad_usage : Outcome::bad_data;
    }
    const auto& file = std::get<AnswerFile>(read);
    const auto analysis = analyse(file, survey->definition, *request);
    if (!analysis) return (complain(analysis.error()), Outcome::bad_usage);
    const Report report{*request, survey->definition, file, *analysis, language};
    streams.output(output_of(report));
    // In a file for a program there is no room for remarks, but they must not be lost.
    if (request->format == Format::csv)
        for (const auto& note : notes(report))
            streams.complaints(note + "\n");
    return Outcome::done;
}

} // namespace maerkbar::app_survey
