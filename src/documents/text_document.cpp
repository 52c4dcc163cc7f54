#include "documents/text_document.hpp"

#include <algorithm>

#include "documents/xml_text.hpp"
#include "documents/zip_writer.hpp"

namespace maerkbar::documents {

namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";

constexpr std::string_view manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)";

constexpr std::string_view namespaces =
    R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
    R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
    R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">)";

// Fonts are the reader's own; sizes follow the headings of the web pages. {language} and {country} are filled
// in.
constexpr std::string_view styles =
    R"(<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="sans-serif" fo:font-family="Arial, sans-serif" fo:font-size="10.5pt" fo:language="{language}" fo:country="{country}"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.6cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.4cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="12.5pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="3"><style:paragraph-properties fo:margin-top="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.8cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.9cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>)";

constexpr std::string_view cell_styles =
    R"(<office:automatic-styles><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.02cm solid #888888"/></style:style></office:automatic-styles>)";

std::string_view country_of(std::string_view language) {
    if (language == "da") return "DK";
    return language == "nb" ? "NO" : "GB";
}

void fill_in(std::string& text, std::string_view place, std::string_view value) {
    if (const auto at = text.find(place); at != std::string::npos) text.replace(at, place.size(), value);
}

std::string part_of(std::string_view root, std::string_view content) {
    std::string part = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    part += "\n<office:" + std::string(root);
    part += namespaces;
    part += content;
    return part + "</office:" + std::string(root) + ">\n";
}

std::string paragraph_of(std::string_view style, std::string_view text) {
    return "<text:p text:style-name=\"" + std::string(style) + "\">" + paragraph_text(text) + "</text:p>";
}

std::string row_of(const std::vector<std::string>& cells, std::string_view style) {
    std::string row = "<table:table-row>";
    for (const auto& cell : cells)
        row += R"(<table:table-cell table:style-name="Cell" office:value-type="string">)" +
               paragraph_of(style, cell) + "</table:table-cell>";
    return row + "</table:table-row>";
}

} // namespace

TextDocument::TextDocument(std::string title, std::string_view language)
    : title_(std::move(title)), country_(country_of(language)), language_(language) {}

void TextDocument::heading(int level, std::string_view text) {
    const auto number = std::to_string(std::clamp(level, 1, 3));
    body_ += "<text:h text:style-name=\"Heading_20_" + number + "\" text:outline-level=\"" + number + "\">" +
             paragraph_text(text) + "</text:h>";
}

void TextDocument::paragraph(std::string_view text) {
    body_ += paragraph_of("Standard", text);
}

void TextDocument::small_print(std::string_view text) {
    body_ += paragraph_of("Small", text);
}

void TextDocument::bullets(std::span<const std::string> lines) {
    list("Bullets", lines);
}

void TextDocument::numbered(std::span<const std::string> lines) {
    list("Numbers", lines);
}

void TextDocument::list(std::string_view style, std::span<const std::string> lines) {
    if (lines.empty()) return;
    body_ += "<text:list text:style-name=\"" + std::string(style) + "\">";
    for (const auto& line : lines)
        body_ += "<text:list-item>" + paragraph_of("Standard", line) + "</text:list-item>";
    body_ += "</text:list>";
}

void TextDocument::table(const std::vector<std::vector<std::string>>& rows) {
    if (rows.size() < 2) return;
    body_ += "<table:table table:name=\"T" + std::to_string(++tables_) +
             "\"><table:table-column table:number-columns-repeated=\"" + std::to_string(rows.front().size()) +
             "\"/><table:table-header-rows>" + row_of(rows.front(), "Table_20_Heading") +
             "</table:table-header-rows>";
    for (const auto& row : std::span(rows).subspan(1))
        body_ += row_of(row, "Standard");
    body_ += "</table:table>" + paragraph_of("Small", "");
}

Result<std::string> TextDocument::odt() const {
    std::string looks(styles);
    fill_in(looks, "{language}", language_);
    fill_in(looks, "{country}", country_);
    const auto content = part_of("document-content", std::string(cell_styles) + "<office:body><office:text>" +
                                                         paragraph_of("Title", title_) + body_ +
                                                         "</office:text></office:body>");
    const auto meta = part_of("document-meta", "<office:meta><dc:title>" + xml_text(title_) +
                                                   "</dc:title><dc:language>" + language_ + "-" +
                                                   std::string(country_) + "</dc:language></office:meta>");
    // The media type comes first and unpacked, so that the kind of file can be told from its first bytes.
    return write_zip({{"mimetype", media_type, false},
                      {"META-INF/manifest.xml", manifest},
                      {"content.xml", content},
                      {"styles.xml", part_of("document-styles", looks)},
                      {"meta.xml", meta}});
}

} // namespace maerkbar::documents
