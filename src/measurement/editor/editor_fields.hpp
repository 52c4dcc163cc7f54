#pragma once

#include <map>

#include "measurement/editor/visit.hpp"

namespace maerkbar::measurement::editor {

// What the fields of a definition are drawn from.
struct EditorView {
    const SourceSchema& schema; // without columns for a ratio of two indicators
    const web::Fields& fields;  // typed, or of the stored definition
    const web::parts::FormErrors& errors;
    // Texts found in category columns, by column, to choose from.
    std::map<std::string, std::vector<std::string>> categories = {};
    std::vector<Indicator> indicators = {}; // for ratios
    std::size_t extra_rows = 0;
    // In words; shown where rows cannot show them.
    std::string filter_words = {};
    std::string condition_words = {};
};

[[nodiscard]] bool is_ratio(const SourceSchema& schema);

// All fields with their headings, without buttons.
[[nodiscard]] web::Html editor_fields(const web::Language& language, const EditorView& view);

} // namespace maerkbar::measurement::editor
