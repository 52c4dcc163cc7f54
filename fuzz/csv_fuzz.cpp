#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tables/table_file.hpp"
#include "tables/utf8.hpp"

using namespace maerkbar::tables;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

bool clean(std::string_view cell) {
    while (!cell.empty()) {
        const int length = utf8_length(cell);
        if (length <= 0 || cell[0] == '\0') return false;
        cell.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
}

} // namespace

// The first byte overrules what is found, so that every separator and encoding meets every text. Whatever the
// bytes, cells are UTF-8 without NUL, rows are as wide as the header, lines rise, and the file is read to its
// end or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    ReadOptions options;
    constexpr char separators[] = {';', ',', '\t', '|'};
    if ((data[0] & 1) != 0) options.separator = separators[(data[0] >> 1) & 3];
    if ((data[0] & 8) != 0) options.encoding = static_cast<Encoding>((data[0] >> 4) % 5);
    if ((data[0] & 128) != 0) options.header_line = 0;
    options.limits.row_bytes = std::size_t{1} << 20;
    auto file =
        TableFile::open_bytes(std::string(reinterpret_cast<const char*>(data) + 1, size - 1), options);
    if (!file.ok()) return 0;
    Row row;
    std::size_t line = file->detection().header_line;
    for (;;) {
        const auto more = file->next(row);
        if (!more.ok() || !*more) return 0;
        require(row.line() > line && row.size() == file->header().size());
        line = row.line();
        for (const auto cell : row.cells())
            require(clean(cell));
    }
}
