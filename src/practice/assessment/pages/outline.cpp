#include "practice/assessment/pages/outline.hpp"

#include "documents/text_document.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

// The title of the page is the first level.
struct AsHtml {
    Html& html;

    void operator()(const Heading& heading) const {
        if (heading.level == 1)
            html << "<h2>"_html << heading.text << "</h2>"_html;
        else if (heading.level == 2)
            html << "<h3>"_html << heading.text << "</h3>"_html;
        else
            html << "<h4>"_html << heading.text << "</h4>"_html;
    }
    void operator()(const Paragraph& paragraph) const {
        html << (paragraph.small ? R"(<p class="hint">)"_html : "<p>"_html) << paragraph.text << "</p>"_html;
    }
    void operator()(const Lines& lines) const {
        html << (lines.numbered ? "<ol>"_html : "<ul>"_html);
        for (const auto& line : lines.lines)
            html << "<li>"_html << line << "</li>"_html;
        html << (lines.numbered ? "</ol>"_html : "</ul>"_html);
    }
    void operator()(const Grid& grid) const {
        parts::Table table{grid.caption, false};
        for (const auto& column : grid.columns)
            table.columns.push_back({column});
        for (const auto& row : grid.rows) {
            std::vector<Html> cells;
            for (const auto& cell : row)
                cells.push_back(Html() << cell);
            table.rows.push_back(std::move(cells));
        }
        html << parts::table(table);
    }
};

struct AsDocument {
    documents::TextDocument& document;

    void operator()(const Heading& heading) const { document.heading(heading.level, heading.text); }
    void operator()(const Paragraph& paragraph) const {
        paragraph.small ? document.small_print(paragraph.text) : document.paragraph(paragraph.text);
    }
    void operator()(const Lines& lines) const {
        lines.numbered ? document.numbered(lines.lines) : document.bullets(lines.lines);
    }
    void operator()(const Grid& grid) const {
        std::vector<std::vector<std::string>> rows{grid.columns};
        rows.insert(rows.end(), grid.rows.begin(), grid.rows.end());
        document.table(rows);
    }
};

} // namespace

void Outline::lines(int level, std::string text, const std::vector<std::string>& content) {
    if (content.empty()) return;
    heading(level, std::move(text));
    blocks.push_back(Lines{content});
}

Html html_of(const Outline& outline) {
    Html html;
    for (const auto& block : outline.blocks)
        std::visit(AsHtml{html}, block);
    return html;
}

Result<std::string> odt_of(const Outline& outline, const web::Language& language) {
    documents::TextDocument document(outline.title, language.code());
    for (const auto& block : outline.blocks)
        std::visit(AsDocument{document}, block);
    return document.odt();
}

} // namespace maerkbar::assessment
