// A packed case log, CSV or XES. Bytes that are taken as packed unpack to the same text however it is asked
// for, or fail; text that is packed for the test gives the log that it gives when plain.
#include <cstdlib>
#include <string>

#include "event_log/readers/log_request.hpp"
#include "event_log/readers/test_packed.hpp"
#include "event_log/readers/unpack.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;

namespace {

constexpr std::size_t enough = std::size_t{1} << 20;

void require(bool holds) {
    if (!holds) std::abort();
}

struct Unpacked {
    bool whole = false;
    std::string text;
    bool operator==(const Unpacked&) const = default;
};

// At most `enough`: a few bytes may unpack to a thousand times as many.
Unpacked unpacked(const std::string& bytes, std::size_t step) {
    Unpacker unpacker(tables::ByteInput::memory(bytes));
    Unpacked out;
    std::string buffer(step, '\0');
    while (out.text.size() < enough) {
        const auto got = unpacker.read(buffer.data(), step);
        if (!got) return {false, {}};
        require(*got <= step);
        out.text.append(buffer, 0, *got);
        if (*got < step) return {true, std::move(out.text)};
    }
    return {true, out.text.substr(0, enough)};
}

Result<LogFile> log_of(const std::string& bytes) {
    return read_log_from(tables::ByteInput::memory(bytes), {});
}

void check_same(const std::string& text) {
    if (is_packed(text)) return;
    const auto plain = log_of(text);
    const auto packed = log_of(event_log::testing::packed(text));
    require(plain.ok() == packed.ok());
    if (!plain) return require(plain.error().code == packed.error().code);
    const auto& a = plain->raw;
    const auto& b = packed->raw;
    require(a.rows == b.rows && a.events.size() == b.events.size() && a.blank_rows == b.blank_rows);
    for (std::size_t i = 0; i < a.events.size(); ++i) {
        require(a.events[i].of_case == b.events[i].of_case);
        require(a.events[i].activity == b.events[i].activity);
        require(a.events[i].time == b.events[i].time);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (is_packed(bytes)) {
        const auto at_once = unpacked(bytes, 4096);
        // A step that ends with the limit sees no damage behind it.
        if (at_once.text.size() < enough) require(unpacked(bytes, 13) == at_once);
        (void)log_of(bytes);
    }
    check_same(bytes);
    return 0;
}
