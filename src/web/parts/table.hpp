#pragma once

#include <string>
#include <vector>

#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::web::parts {

enum class Sorted { no, ascending, descending };

struct Column {
    std::string label;
    bool numeric = false;       // right-aligned tabular figures
    std::string sort_href = {}; // makes the heading a link
    Sorted sorted = Sorted::no;
};

// The first cell of every row names the row. Cells may hold links, tags and forms.
struct Table {
    std::string caption;
    bool caption_visible = true; // otherwise for screen readers alone
    std::vector<Column> columns = {};
    std::vector<std::vector<Html>> rows = {};
    std::string empty = {}; // shown instead of rows when there are none
};

// Scrolls sideways inside its own focusable region; head and first column stay in place.
[[nodiscard]] Html table(const Table& table);

// Name and value pairs under each other (a summary of one thing).
struct Fact {
    std::string name;
    Html value;
};
[[nodiscard]] Html fact_list(const std::vector<Fact>& facts);

} // namespace maerkbar::web::parts
