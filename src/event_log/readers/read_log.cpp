#include "event_log/readers/log_input.hpp"
#include "event_log/readers/log_request.hpp"
#include "event_log/readers/read_table.hpp"
#include "event_log/readers/scan_xes.hpp"

namespace maerkbar::event_log {

namespace {

Error unknown_closing(const std::string& name) {
    return {ErrorKind::invalid,
            "event_log.closing",
            "No event of the log is called {activity}, so it can close no case.",
            {{"activity", name}},
            "closing"};
}

// Rows are numbered with 32 bits.
Result<void> check_size(const RawLog& raw) {
    if (raw.events.size() < UINT32_MAX) return {};
    return Error{ErrorKind::too_large, "event_log.too_many_events",
                 "The log has more than 4 billion events. Take a part of it, such as one year."};
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

// XML in UTF-8 begins with a tag; in UTF-16 with its mark and one.
bool is_xml(std::string_view front) {
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (front.starts_with(mark)) front.remove_prefix(mark.size());
    const auto first = front.find_first_not_of(std::string_view(" \t\r\n\0", 5));
    return first != front.npos && front[first] == '<';
}

} // namespace

Result<LogFile> read_log_from(tables::ByteInput bytes, const LogRequest& request) {
    const auto input = TRY(LogInput::opened(std::move(bytes)));
    const bool xml = is_xml(TRY(input.front(256)));
    auto file = TRY(xml ? read_xes(input, request) : read_table(input, request));
    TRY(check_size(file.raw));
    TRY(note_closing(file, request));
    return file;
}

Result<LogFile> read_log(const std::filesystem::path& path, const LogRequest& request) {
    return read_log_from(TRY(tables::ByteInput::file(path)), request);
}

} // namespace maerkbar::event_log
