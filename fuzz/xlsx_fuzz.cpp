#include <cstddef>
#include <cstdint>
#include <string>

#include "tables/table_file.hpp"

using namespace maerkbar::tables;

// A whole spreadsheet, packed. Its limits are small so that a find is a find and not a slow one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ReadOptions options;
    options.limits.unpacked_bytes = std::uint64_t{1} << 20;
    options.limits.shared_text_bytes = std::uint64_t{1} << 20;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.starts_with("PK\x03\x04")) bytes.insert(0, "PK\x03\x04");
    auto file = TableFile::open_bytes(std::move(bytes), options);
    if (!file.ok()) return 0;
    Row row;
    for (;;) {
        const auto more = file->next(row);
        if (!more.ok() || !*more) return 0;
    }
}
