#include "web/parts/table.hpp"

namespace maerkbar::web::parts {
namespace {

std::string_view aria_sort(Sorted sorted) {
    return sorted == Sorted::ascending ? "ascending" : sorted == Sorted::descending ? "descending" : "none";
}

Html head_cell(const Column& column) {
    Html html = R"(<th scope="col")"_html;
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

Html body_row(const Table& table, const std::vector<Html>& cells) {
    Html html = "<tr>"_html;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool numeric = i < table.columns.size() && table.columns[i].numeric;
        html << (i == 0 ? R"(<th scope="row")"_html : "<td"_html);
        if (numeric) html << R"( class="number")"_html;
        html << ">"_html << cells[i] << (i == 0 ? "</th>"_html : "</td>"_html);
    }
    return html << "</tr>"_html;
}

} // namespace

Html table(const Table& table) {
    Html html = R"(<div class="table-region" role="region" tabindex="0")"_html;
    html << Attribute{"aria-label", table.caption} << R"(><table class="table"><caption)"_html;
    if (!table.caption_visible) html << R"( class="hidden-text")"_html;
    html << ">"_html << table.caption << "</caption><thead><tr>"_html;
    for (const Column& column : table.columns)
        html << head_cell(column);
    html << "</tr></thead><tbody>"_html;
    for (const auto& row : table.rows)
        html << body_row(table, row);
    html << "</tbody></table>"_html;
    if (table.rows.empty() && !table.empty.empty())
        html << R"(<p class="table-none">)"_html << table.empty << "</p>"_html;
    return html << "</div>"_html;
}

Html fact_list(const std::vector<Fact>& facts) {
    Html html = R"(<dl class="facts">)"_html;
    for (const Fact& fact : facts)
        html << "<div><dt>"_html << fact.name << "</dt><dd>"_html << fact.value << "</dd></div>"_html;
    return html << "</dl>"_html;
}

} // namespace maerkbar::web::parts
