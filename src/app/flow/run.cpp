#include "app/flow/run.hpp"

#include "app/flow/process_map.hpp"
#include "app/flow/tables.hpp"
#include "app/flow/text_page.hpp"
#include "web/language.hpp"

namespace maerkbar::app_flow {

namespace {

Result<std::unique_ptr<ReportSink>> sink_for(const Request& request, const Write& results) {
    const bool json = request.format == Format::json;
    if (!request.out.empty()) return json ? json_folder(request.out) : csv_folder(request.out);
    return json ? json_stream(results) : csv_stream(results);
}

// The process map here, or in the folder.
Result<void> write_map(Analysis& analysis, const web::Language& language, const Write& results) {
    const auto& folder = analysis.request().out;
    const auto map = TRY(process_map(analysis, language));
    if (folder.empty()) return results(map);
    TRY(make_folder(folder));
    return TRY(write_file(folder + "/process_map.svg"))(map);
}

// With text and a folder the tables are written too, so that the page can be followed up.
Result<void> write(Analysis& analysis, const web::Language& language, const Streams& streams) {
    const auto& request = analysis.request();
    const Write results = [&streams](std::string_view bytes) -> Result<void> {
        streams.results(bytes);
        return {};
    };
    if (request.format == Format::svg) return write_map(analysis, language, results);
    if (request.format == Format::text) TRY(results(text_page(analysis, language)));
    if (request.format == Format::text && request.out.empty()) return {};
    const auto sink = TRY(sink_for(request, results));
    return write_tables(analysis, *sink);
}

Result<void> analyse(const Request& request, const web::Language& language, const Streams& streams) {
    auto analysis = TRY(Analysis::of(request));
    if (request.reports.size() > 1) analysis.compute();
    return write(analysis, language, streams);
}

} // namespace

Outcome run(const Arguments& arguments, const Streams& streams) {
    const web::Languages languages;
    const auto& language = languages.get(arguments.language);
    auto request = understand(arguments);
    if (!request) {
        streams.complaints(language.error(request.error()) + "\n");
        return Outcome::bad_usage;
    }
    request->log.progress = streams.progress;
    const auto outcome = analyse(*request, language, streams);
    if (outcome) return Outcome::done;
    streams.complaints(language.error(outcome.error()) + "\n");
    return Outcome::bad_data;
}

} // namespace maerkbar::app_flow
