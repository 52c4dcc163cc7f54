#include <unistd.h>
#include <zip.h>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tables/test_zip.hpp"

namespace maerkbar::tables::test {

namespace {

const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string out =
        xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (std::size_t i = 0; i < targets.size(); ++i)
        out += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"" + types + targets[i].first +
               "\" Target=\"" + targets[i].second + "\"/>";
    return out + "</Relationships>";
}

std::string style_part(const std::vector<std::string>& codes) {
    std::string formats;
    std::string cells = "<xf numFmtId=\"0\"/>";
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto id = std::to_string(164 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + codes[i] + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\"/>";
    }
    return xml + "<styleSheet><numFmts>" + formats +
           "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells +
           "</cellXfs></styleSheet>";
}

} // namespace

std::string zip(const Parts& parts) {
    const auto path = std::filesystem::temp_directory_path() / ("maerkbar-zip-" + std::to_string(::getpid()));
    auto* archive = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    REQUIRE(archive != nullptr);
    for (const auto& [name, content] : parts) {
        zip_fileinfo info{};
        REQUIRE(zipOpenNewFileInZip64(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, 8, 6,
                                      1) == ZIP_OK);
        REQUIRE(zipWriteInFileInZip(archive, content.data(), static_cast<unsigned>(content.size())) ==
                ZIP_OK);
        zipCloseFileInZip(archive);
    }
    zipClose(archive, nullptr);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::filesystem::remove(path);
    return bytes;
}

Parts workbook_parts(std::string_view rows, const std::vector<std::string>& texts,
                     const std::vector<std::string>& styles, std::string_view properties) {
    std::string shared = xml + "<sst>";
    for (const auto& text : texts)
        shared += "<si>" + text + "</si>";
    return {{"_rels/.rels", relations({{"officeDocument", "xl/workbook.xml"}})},
            {"xl/_rels/workbook.xml.rels", relations({{"worksheet", "worksheets/sheet1.xml"},
                                                      {"styles", "/xl/styles.xml"},
                                                      {"sharedStrings", "sharedStrings.xml"}})},
            {"xl/workbook.xml",
             xml + "<workbook xmlns:r=\"x\">" + std::string(properties) +
                 "<sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
            {"xl/styles.xml", style_part(styles)},
            {"xl/sharedStrings.xml", shared + "</sst>"},
            {"xl/worksheets/sheet1.xml",
             xml + "<worksheet><sheetData>" + std::string(rows) + "</sheetData></worksheet>"}};
}

std::string workbook(std::string_view rows, const std::vector<std::string>& texts,
                     const std::vector<std::string>& styles, std::string_view properties) {
    return zip(workbook_parts(rows, texts, styles, properties));
}

void replace_part(Parts& parts, std::string_view name, std::string content) {
    for (auto& part : parts)
        if (part.first == name) part.second = std::move(content);
}

} // namespace maerkbar::tables::test
