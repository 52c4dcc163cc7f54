#pragma once

#include "event_log/raw_log.hpp"
#include "tables/detection.hpp"

namespace maerkbar::event_log {

// Turns the texts of a log that were taken from the file as bytes into valid UTF-8: each different text once,
// not each cell. As tables::TextDecoder does, wrong bytes in UTF-8 are read as Windows-1252, and noted.
void texts_to_utf8(RawLog& log, tables::Encoding encoding);

} // namespace maerkbar::event_log
