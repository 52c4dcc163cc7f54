#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/definition/texts.hpp"

namespace maerkbar::surveys {

// One sheet of an XLSForm as rows of named cells; columns of texts in a language (label::Dansk (da)) apart.
struct FormRow {
    std::size_t line = 0;
    std::map<std::string, std::string, std::less<>> cells =
        {}; // by column name in small letters, _ for blanks
    std::map<std::string, std::map<std::string, std::string>, std::less<>> texts =
        {}; // label → language → text

    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    // The texts of "label" or "hint"; a column without language is in the main one.
    [[nodiscard]] Texts in_languages(std::string_view column, std::string_view main) const;
};

struct FormSheet {
    std::vector<FormRow> rows = {};
    std::vector<std::string> languages = {}; // in the order of the columns
};

// Errors: those of tables::TableFile, such as a sheet that is not there. An absent sheet that is not
// `required` has no rows.
[[nodiscard]] Result<FormSheet> read_form_sheet(const std::string& bytes, std::string_view sheet,
                                                bool required);

} // namespace maerkbar::surveys
