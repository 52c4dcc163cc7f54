#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::documents {

struct ZipEntry {
    std::string_view name;
    std::string_view content;
    bool packed = true; // false: stored as it is
};

// The bytes of a zip with these parts in this order, all dated 1980-01-01. Error: documents.not_packed
// (internal).
[[nodiscard]] Result<std::string> write_zip(const std::vector<ZipEntry>& entries);

} // namespace maerkbar::documents
