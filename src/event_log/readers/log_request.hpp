#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "event_log/raw_log.hpp"
#include "event_log/zone.hpp"
#include "tables/byte_input.hpp"

namespace maerkbar::event_log {

// Which columns of a file hold what. An empty name is found by the usual names of such columns, and by the
// attributes of the XES standard in an XES file.
struct LogColumns {
    std::string case_id = {};
    std::string activity = {}; // of a log: one row an event
    std::string time = {};
    std::string resource = {};
    std::string lifecycle = {};
    std::string instance = {};
    std::vector<std::string> attributes = {}; // others that are asked about; must exist
    // Of a case table, one row a case, with a column of dates for each step. `opened` and `closed` are steps
    // too; a case without a date in `closed` is still open.
    std::string opened = {};
    std::vector<std::string> steps = {};
    std::string closed = {};
    std::string status = {}; // compared with `closed`

    [[nodiscard]] bool is_case_table() const { return !opened.empty() || !steps.empty() || !closed.empty(); }
};

// Told how much of the file has been read. Called from several threads.
class Progress {
  public:
    virtual ~Progress() = default;
    virtual void expect(std::uint64_t bytes) = 0;
    virtual void advance(std::uint64_t bytes) = 0;
};

struct LogRequest {
    LogColumns columns;
    Zone zone;                        // of local times
    std::vector<std::string> closing; // activities that close a case, where the log has such
    unsigned threads = 1;             // the log is the same for any number
    Progress* progress = nullptr;     // may be absent
    std::uint64_t smallest_part = std::uint64_t{4} << 20; // bytes of a file that are worth a thread
};

struct LogFile {
    RawLog raw;
    LogColumns columns; // as they were found; empty where the file has none
    std::string format; // "csv", "xlsx" or "xes"
};

// Reads a log: CSV, XLSX or XES, also packed with gzip; told apart by the content. not_found: no such file;
// invalid: no log, or a column is missing; too_large: more than 4 billion events, or a row over 16 MiB.
[[nodiscard]] Result<LogFile> read_log(const std::filesystem::path& path, const LogRequest& request);
// The same from memory or a part of a file.
[[nodiscard]] Result<LogFile> read_log_from(tables::ByteInput bytes, const LogRequest& request);

} // namespace maerkbar::event_log
