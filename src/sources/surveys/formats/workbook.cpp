#include "sources/surveys/formats/workbook.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/translatable.hpp"

namespace maerkbar::surveys {

namespace {

// A name in the directory for temporary files; the file goes with this object.
class TemporaryName {
  public:
    TemporaryName() {
        std::error_code none;
        path_ = (std::filesystem::temp_directory_path(none) / "maerkbar-XXXXXX").string();
        const int descriptor = ::mkstemp(path_.data());
        made_ = descriptor >= 0;
        if (made_) ::close(descriptor);
    }
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    ~TemporaryName() {
        std::error_code none;
        if (made_) std::filesystem::remove(path_, none);
    }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool made() const { return made_; }

  private:
    std::string path_;
    bool made_ = false;
};

void fill(lxw_worksheet* sheet, const TextSheet& content) {
    for (std::size_t r = 0; r < content.rows.size(); ++r)
        for (std::size_t c = 0; c < content.rows[r].size(); ++c)
            if (!content.rows[r][c].empty())
                worksheet_write_string(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c),
                                       content.rows[r][c].c_str(), nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
}

Error no_workbook() {
    return {ErrorKind::unavailable, "formats.no_workbook",
            translatable("The spreadsheet could not be written. Is the disk for temporary files full?")};
}

} // namespace

Result<std::string> make_workbook(const std::vector<TextSheet>& sheets) {
    const TemporaryName file;
    auto* workbook = file.made() ? workbook_new(file.path().c_str()) : nullptr;
    if (workbook == nullptr) return no_workbook();
    for (const auto& sheet : sheets)
        fill(workbook_add_worksheet(workbook, sheet.name.c_str()), sheet);
    if (workbook_close(workbook) != LXW_NO_ERROR) return no_workbook();
    std::ifstream stream(file.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.empty()) return no_workbook();
    return bytes;
}

} // namespace maerkbar::surveys
