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
    bool if_filled = false; // left out when no row has anything in it (what can be done with a row)
};

// What becomes of a table on a phone. Stacked rows read one by one, each value with its heading; a table that
// is read down its columns scrolls sideways. By its columns: three or more stack, unless most are numbers or
// one sorts.
enum class OnPhone { by_columns, stacks, scrolls };

// The first cell of every row names the row. Cells may hold links, tags and forms.
struct Table {
    std::string caption;
    bool caption_visible = true; // otherwise for screen readers alone
    std::vector<Column> columns = {};
    std::vector<std::vector<Html>> rows = {};
    std::string empty = {}; // shown instead of rows when there are none
    OnPhone on_phone = OnPhone::by_columns;
};

// Where it scrolls, it does so inside its own focusable region; head and first column stay in place.
[[nodiscard]] Html table(const Table& table);

// Name and value pairs under each other (a summary of one thing).
struct Fact {
    std::string name;
    Html value;
};
[[nodiscard]] Html fact_list(const std::vector<Fact>& facts);

} // namespace maerkbar::web::parts
