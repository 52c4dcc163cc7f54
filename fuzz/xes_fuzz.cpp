// A case log as XES, also packed. What the scanner of plain files reads, libxml2 must read alike.
#include <cstdlib>
#include <string>

#include "event_log/readers/scan_xes.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool same(const RawLog& a, const RawLog& b) {
    if (a.events.size() != b.events.size() || a.rows != b.rows) return false;
    for (std::size_t i = 0; i < a.events.size(); ++i) {
        const auto& x = a.events[i];
        const auto& y = b.events[i];
        if (x.time != y.time || a.texts->cases[x.of_case] != b.texts->cases[y.of_case]) return false;
        if (a.texts->activities[x.activity] != b.texts->activities[y.activity]) return false;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto input = tables::ByteInput::memory(text);
    const auto columns = xes_columns({});
    XesLog scanned(columns, Zone());
    const auto plain = scan_xes(input, scanned, nullptr);
    require(plain.ok());
    XesLog parsed(columns, Zone());
    const auto whole = parse_xes(input, parsed, nullptr);
    if (*plain && whole.ok()) require(same(scanned.take(), parsed.take()));
    LogRequest request;
    const auto file = read_log_from(input, request);
    if (file) require(file->raw.rows >= file->raw.events.size());
    return 0;
}
