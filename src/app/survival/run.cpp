#include "app/survival/run.hpp"

#include "app/survival/output.hpp"

namespace maerkbar::app_survival {

namespace {

using app_chart::Outcome;

std::string output_of(const Report& report) {
    switch (report.request.format) {
        case Format::text:
            return text_output(report);
        case Format::json:
            return json_output(report);
        case Format::csv:
            return csv_output(report);
        case Format::svg:
            return svg_output(report);
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
    const auto read = read_cases(*request);
    if (const auto* failure = std::get_if<ReadFailure>(&read)) {
        for (const auto& error : failure->errors)
            complain(error);
        return failure->bad_usage ? Outcome::bad_usage : Outcome::bad_data;
    }
    const auto& file = std::get<CaseFile>(read);
    const auto analysis = analyse(file, *request);
    if (!analysis) return (complain(analysis.error()), Outcome::bad_data);
    const Report report{*request, file, *analysis, language};
    streams.output(output_of(report));
    // In a file for a program there is no room for remarks, but they must not be lost.
    if (request->format == Format::csv || request->format == Format::svg)
        for (const auto& note : notes(report))
            streams.complaints(note + "\n");
    return Outcome::done;
}

} // namespace maerkbar::app_survival
