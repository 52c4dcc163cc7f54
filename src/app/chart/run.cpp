#include "app/chart/run.hpp"

#include "app/chart/draw.hpp"
#include "web/language.hpp"

namespace maerkbar::app_chart {

namespace {

std::string argument_of(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.arguments)
        if (key == name) return value;
    return {};
}

std::string complaint(const Error& error, const web::Language& language) {
    auto text = language.error(error);
    if (const auto line = argument_of(error, "at_line"); !line.empty())
        text = language("Line {line}: {reason}", {{"line", line}, {"reason", text}});
    const auto series = argument_of(error, "in_series");
    return (series.empty() ? "" : series + ": ") + text + "\n";
}

void complain(const std::vector<Error>& errors, const web::Language& language, const Streams& streams) {
    for (const auto& error : errors)
        streams.complaints(complaint(error, language));
}

Error one_series_only(std::size_t count) {
    return {ErrorKind::invalid,
            "chart.svg_of_many",
            "A picture shows one series, but this file has {count}. Leave out --facet, or take one series "
            "out of the file.",
            {{"count", std::to_string(count)}},
            "--format"};
}

} // namespace

Outcome run(const Arguments& arguments, unsigned threads, const Streams& streams) {
    const web::Languages languages;
    const auto& language = languages.get(arguments.language);
    const auto request = understand(arguments);
    if (!request) return (complain({request.error()}, language, streams), Outcome::bad_usage);
    auto read = read_rows(*request, threads);
    if (const auto* failure = std::get_if<ReadFailure>(&read)) {
        complain(failure->errors, language, streams);
        return failure->bad_usage ? Outcome::bad_usage : Outcome::bad_data;
    }
    const auto facets = Facets::arrange(std::move(std::get<FileRows>(read)));
    if (!facets) return (complain({facets.error()}, language, streams), Outcome::bad_data);
    if (request->format == Format::svg && facets->size() > 1)
        return (complain({one_series_only(facets->size())}, language, streams), Outcome::bad_usage);
    const OutputContext context{*request, language, facets->categorical(), request->file.stem().string()};
    const auto errors = draw_all(*facets, context, threads, streams.output);
    complain(errors, language, streams);
    return errors.empty() ? Outcome::done : Outcome::bad_data;
}

} // namespace maerkbar::app_chart
