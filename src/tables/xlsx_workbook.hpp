#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/byte_input.hpp"
#include "tables/detection.hpp"

namespace maerkbar::tables {

struct Sheet {
    std::string name;
    std::string part; // its file inside the zip
    bool hidden = false;
};

// What a cell's number stands for, after its style.
enum class NumberMeaning : std::uint8_t { number, date, date_time, time };

// Strings that cells refer to by index, one after the other in one piece of memory.
class SharedTexts {
  public:
    void append(std::string_view piece) { bytes_ += piece; }
    void close_text() { ends_.push_back(bytes_.size()); }
    [[nodiscard]] std::size_t bytes() const { return bytes_.size() + ends_.size() * sizeof(std::size_t); }
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const {
        const auto begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(bytes_).substr(begin, ends_[index] - begin);
    }

  private:
    std::string bytes_;
    std::vector<std::size_t> ends_;
};

struct Workbook {
    std::vector<Sheet> sheets; // worksheets only, in the order of their tabs
    bool from_1904 = false;    // days are counted from 1904-01-01, as on old Macs
    SharedTexts texts;
    std::vector<NumberMeaning> styles; // by a cell's style index
};

// Everything of an .xlsx file but its rows. invalid: "table.packed" for another kind of zip, or a damaged
// file.
[[nodiscard]] Result<std::shared_ptr<const Workbook>> read_workbook(const ByteInput& archive,
                                                                    const ReadLimits& limits);

// The meaning of a number format code such as dd-mm-yyyy or [h]:mm;@ (ECMA-376 part 1, 18.8.30 and 18.8.31).
[[nodiscard]] NumberMeaning meaning_of_format(std::string_view code);
[[nodiscard]] NumberMeaning meaning_of_builtin_format(int id);

// Office writes characters that XML cannot hold as _x000D_.
[[nodiscard]] std::string without_escapes(std::string_view text);

} // namespace maerkbar::tables
