#pragma once

#include "event_log/readers/log_input.hpp"
#include "event_log/readers/xes_log.hpp"

namespace maerkbar::event_log {

// Reads plain XES: UTF-8, tags with quoted attributes, the five entities of XML and numbers of characters,
// comments. False where something else was met (a DOCTYPE, CDATA, prefixes of tags, an error); the file must
// then be parsed by parse_xes, which knows all of XML. Several times as fast as that.
[[nodiscard]] Result<bool> scan_xes(LogInput input, XesLog& log, Progress* progress);

// Reads any XES with libxml2. invalid: no well-formed XML; names the line. Entities that a file declares are
// not followed.
[[nodiscard]] Result<void> parse_xes(LogInput input, XesLog& log, Progress* progress);

// Reads XES by either way. invalid: as parse_xes, or the XML is no log.
[[nodiscard]] Result<LogFile> read_xes(const LogInput& input, const LogRequest& request);

} // namespace maerkbar::event_log
