#pragma once

#include "event_log/readers/log_input.hpp"
#include "event_log/readers/log_request.hpp"

namespace maerkbar::event_log {

// Reads a log from CSV or XLSX: plain text in parts by several threads, with CsvScanner; spreadsheets and
// UTF-16 row by row with tables::TableFile.
[[nodiscard]] Result<LogFile> read_table(const LogInput& input, const LogRequest& request);

} // namespace maerkbar::event_log
