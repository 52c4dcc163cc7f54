// A case log as CSV. The scanner must split as tables::CsvReader does, and the log must be the same however
// the file is cut into parts.
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "event_log/event_log.hpp"
#include "event_log/readers/csv_scanner.hpp"
#include "event_log/readers/log_request.hpp"
#include "tables/csv_reader.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

using Rows = std::vector<std::vector<std::string>>;

void require(bool holds) {
    if (!holds) std::abort();
}

constexpr std::size_t columns = 6;

// Up to the first failure.
Rows scanned(const std::string& text) {
    CsvShape shape{',', {}, columns, {}};
    for (std::uint32_t i = 0; i < columns; ++i)
        shape.slot_of.push_back(i);
    CsvScanner scanner(tables::ByteInput::memory(text), shape);
    Rows rows;
    const auto outcome = scanner.scan(
        text.size(), [&](const ScannedRow& row) { rows.emplace_back(row.cells.begin(), row.cells.end()); });
    if (!outcome) rows.push_back({"failed"});
    return rows;
}

Rows read(const std::string& text) {
    tables::ReadLimits limits;
    limits.columns = SIZE_MAX;
    tables::CsvReader reader(tables::TextDecoder(tables::ByteInput::memory(text), tables::Encoding::utf8),
                             ',', limits);
    Rows rows;
    tables::Row row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more) rows.push_back({"failed"});
        if (!more || !*more) return rows;
        row.resize(columns);
        rows.emplace_back(row.cells().begin(), row.cells().end());
    }
}

// The reader decodes while it reads, the scanner later: they are compared on text that needs none.
bool is_plain(std::string_view text) {
    for (const char c : text)
        if (c == '\0' || static_cast<signed char>(c) < 0) return false;
    return true;
}

Result<LogFile> log_of(const std::string& text, unsigned threads) {
    LogRequest request;
    request.threads = threads;
    request.smallest_part = 16;
    return read_log_from(tables::ByteInput::memory(text), request);
}

void check_log(const LogFile& file) {
    const auto& raw = file.raw;
    require(raw.rows == raw.events.size() + raw.oddities.left_out());
    const auto log = EventLog::arrange(raw);
    require(log.events().size() == raw.events.size());
    for (std::size_t i = 0; i < log.case_count(); ++i)
        require(log.span_of(i).duration() >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (is_plain(text)) require(scanned(text) == read(text));
    // Packed and marked-up text are other readers' matter.
    if (text.starts_with("\x1F\x8B") || text.find('<') != text.npos) return 0;
    const auto one = log_of(text, 1);
    const auto many = log_of(text, 3);
    require(one.ok() == many.ok());
    if (!one) return 0;
    check_log(*one);
    check_log(*many);
    require(one->raw.events.size() == many->raw.events.size());
    for (std::size_t i = 0; i < one->raw.events.size(); ++i) {
        require(one->raw.events[i].of_case == many->raw.events[i].of_case);
        require(one->raw.events[i].time == many->raw.events[i].time);
    }
    return 0;
}
