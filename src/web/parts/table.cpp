#include "web/parts/table.hpp"

#include <algorithm>

namespace maerkbar::web::parts {
namespace {

std::string_view aria_sort(Sorted sorted) {
    return sorted == Sorted::ascending ? "ascending" : sorted == Sorted::descending ? "descending" : "none";
}

// Which element names of ARIA a stacked table needs: as blocks its cells are no longer cells to a screen
// reader.
struct Shape {
    bool stacks = false;
    std::vector<std::size_t> columns; // those that are shown

    [[nodiscard]] Html role(std::string_view name) const {
        return stacks ? Html() << Attribute{"role", name} : Html();
    }
};

bool stacks(const Table& table) {
    if (table.on_phone != OnPhone::by_columns) return table.on_phone == OnPhone::stacks;
    const auto numbers = std::ranges::count_if(table.columns, &Column::numeric);
    const bool sorts =
        std::ranges::any_of(table.columns, [](const Column& column) { return !column.sort_href.empty(); });
    return table.columns.size() >= 3 && 2 * numbers <= std::ssize(table.columns) && !sorts;
}

Shape shape_of(const Table& table) {
    Shape shape{stacks(table), {}};
    std::size_t width = table.columns.size();
    for (const auto& row : table.rows)
        width = std::max(width, row.size());
    for (std::size_t i = 0; i < width; ++i)
        if (i >= table.columns.size() || !table.columns[i].if_filled ||
            std::ranges::any_of(table.rows,
                                [&](const auto& cells) { return i < cells.size() && !cells[i].empty(); }))
            shape.columns.push_back(i);
    return shape;
}

Html head_cell(const Column& column, const Shape& shape) {
    Html html = R"(<th scope="col")"_html;
    html << shape.role("columnheader");
    if (column.numeric) html << R"( class="number")"_html;
    if (!column.sort_href.empty()) html << Attribute{"aria-sort", aria_sort(column.sorted)};
    html << ">"_html;
    if (column.sort_href.empty()) return html << column.label << "</th>"_html;
    html << "<a"_html << Attribute{"href", column.sort_href} << ">"_html << column.label;
    if (column.sorted != Sorted::no)
        html << R"(<span aria-hidden="true"> )"_html << (column.sorted == Sorted::ascending ? "▲" : "▼")
             << "</span>"_html;
    return html << "</a></th>"_html;
}

Html name_cell(const Html& content, const Column& column, const Shape& shape) {
    Html html = R"(<th scope="row")"_html;
    html << shape.role("rowheader");
    if (!column.numeric) return html << ">"_html << content << "</th>"_html;
    // A name that is a number says nothing alone where the table is stacked.
    html << R"( class="number")"_html;
    if (shape.stacks) html << Attribute{"data-label", column.label};
    return html << ">"_html << content << "</th>"_html;
}

// A stacked cell carries its heading along; the element inside keeps its content in one piece beside it.
Html value_cell(const Html& content, const Column& column, const Shape& shape) {
    Html html = "<td"_html;
    html << shape.role("cell");
    if (column.numeric) html << R"( class="number")"_html;
    if (!shape.stacks || content.empty()) return html << ">"_html << content << "</td>"_html;
    return html << Attribute{"data-label", column.label} << "><div>"_html << content << "</div></td>"_html;
}

Html body_row(const Table& table, const std::vector<Html>& cells, const Shape& shape) {
    Html html = "<tr"_html;
    html << shape.role("row") << ">"_html;
    for (const auto i : shape.columns) {
        if (i >= cells.size()) continue;
        const auto column = i < table.columns.size() ? table.columns[i] : Column{};
        html << (i == 0 ? name_cell(cells[i], column, shape) : value_cell(cells[i], column, shape));
    }
    return html << "</tr>"_html;
}

} // namespace

Html table(const Table& table) {
    const auto shape = shape_of(table);
    const bool empty = table.rows.empty() && !table.empty.empty();
    Html html = empty ? R"(<div class="table-region table-empty" role="region" tabindex="0")"_html
                      : R"(<div class="table-region" role="region" tabindex="0")"_html;
    html << Attribute{"aria-label", table.caption}
         << (shape.stacks ? R"(><table class="table table-stacks" role="table"><caption)"_html
                          : R"(><table class="table"><caption)"_html);
    if (!table.caption_visible) html << R"( class="hidden-text")"_html;
    html << ">"_html << table.caption << "</caption><thead"_html << shape.role("rowgroup") << "><tr"_html
         << shape.role("row") << ">"_html;
    for (const auto i : shape.columns)
        if (i < table.columns.size()) html << head_cell(table.columns[i], shape);
    html << "</tr></thead><tbody"_html << shape.role("rowgroup") << ">"_html;
    for (const auto& row : table.rows)
        html << body_row(table, row, shape);
    html << "</tbody></table>"_html;
    if (empty) html << R"(<p class="table-none">)"_html << table.empty << "</p>"_html;
    return html << "</div>"_html;
}

Html fact_list(const std::vector<Fact>& facts) {
    Html html = R"(<dl class="facts">)"_html;
    for (const Fact& fact : facts)
        html << "<div><dt>"_html << fact.name << "</dt><dd>"_html << fact.value << "</dd></div>"_html;
    return html << "</dl>"_html;
}

} // namespace maerkbar::web::parts
