#include "event_log/readers/log_request.hpp"
#include "event_log/readers/read_table.hpp"

namespace maerkbar::event_log {

namespace {

Error unknown_closing(const std::string& name) {
    return {ErrorKind::invalid,
            "event_log.closing",
            "No event of the log is called {activity}, so it can close no case.",
            {{"activity", name}},
            "closing"};
}

Result<void> note_closing(LogFile& file, const LogRequest& request) {
    auto names = request.closing;
    if (!file.columns.closed.empty()) names.push_back(file.columns.closed);
    for (const auto& name : names) {
        const auto number = file.raw.texts->activities.find(name);
        if (!number) return unknown_closing(name);
        file.raw.closing.push_back(*number);
    }
    return {};
}

} // namespace

Result<LogFile> read_log(const std::filesystem::path& path, const LogRequest& request) {
    const auto input = TRY(tables::ByteInput::file(path));
    auto file = TRY(read_table(input, request));
    TRY(note_closing(file, request));
    return file;
}

} // namespace maerkbar::event_log
