#include "event_log/readers/scan_xes.hpp"
#include "event_log/readers/texts_to_utf8.hpp"

namespace maerkbar::event_log {

namespace {

Error no_log() {
    return {ErrorKind::invalid, "event_log.no_xes",
            "This is an XML file, but no XES log. Export the log as XES or CSV."};
}

Result<RawLog> read_any(const LogInput& input, const LogColumns& columns, const LogRequest& request) {
    if (request.progress != nullptr) request.progress->expect(input.file_size());
    XesLog plain(columns, request.zone);
    if (TRY(scan_xes(input.again(), plain, request.progress))) return plain.take();
    if (request.progress != nullptr) request.progress->expect(input.file_size());
    XesLog log(columns, request.zone);
    TRY(parse_xes(input.again(), log, request.progress));
    if (!log.is_log()) return no_log();
    return log.take();
}

} // namespace

Result<LogFile> read_xes(const LogInput& input, const LogRequest& request) {
    const auto columns = xes_columns(request.columns);
    auto log = TRY(read_any(input, columns, request));
    texts_to_utf8(log, tables::Encoding::utf8);
    return LogFile{std::move(log), columns, "xes"};
}

} // namespace maerkbar::event_log
