#include "tables/table_file.hpp"

#include "tables/characters.hpp"
#include "tables/header_row.hpp"
#include "tables/opener.hpp"
#include "tables/row_source.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t lines_noted = 100;

void note_line(std::vector<std::size_t>& lines, std::size_t& count, std::size_t line) {
    ++count;
    if (lines.size() < lines_noted) lines.push_back(line);
}

} // namespace

TableFile::TableFile() = default;
TableFile::TableFile(TableFile&&) noexcept = default;
TableFile& TableFile::operator=(TableFile&&) noexcept = default;
TableFile::~TableFile() = default;

Result<TableFile> TableFile::open(const std::filesystem::path& path, const ReadOptions& options) {
    return TableOpener(TRY(ByteInput::file(path)), options).open();
}

Result<TableFile> TableFile::open_bytes(std::string bytes, const ReadOptions& options) {
    return TableOpener(ByteInput::memory(std::move(bytes)), options).open();
}

Result<std::vector<TableFile>> TableFile::split(const std::filesystem::path& path, std::size_t parts,
                                                const ReadOptions& options) {
    return TableOpener(TRY(ByteInput::file(path)), options).split(parts);
}

std::optional<std::size_t> TableFile::column(std::string_view name) const {
    const auto wanted = trim(name);
    for (std::size_t i = 0; i < header_.size(); ++i)
        if (equal_ignoring_case(header_[i], wanted)) return i;
    return std::nullopt;
}

Result<bool> TableFile::next(Row& row) {
    for (;;) {
        if (!TRY(source_->next(row))) {
            notes_.repaired = source_->repaired();
            return false;
        }
        if (left_out(row)) continue;
        // A sheet does not store the empty cells at the end of a row.
        if (detection_.kind == FileKind::xlsx && row.size() < header_.size()) row.resize(header_.size());
        if (row.ragged(header_.size())) note_line(notes_.ragged_lines, notes_.ragged, row.line());
        row.resize(header_.size());
        ++notes_.rows;
        return true;
    }
}

bool TableFile::left_out(const Row& row) {
    if (row.line() <= data_after_) return true;
    if (row.blank()) {
        ++notes_.blank_rows;
        return true;
    }
    if (keep_totals_ || !begins_total(first_filled(row.cells()))) return false;
    note_line(notes_.total_lines, notes_.totals, row.line());
    return true;
}

} // namespace maerkbar::tables
