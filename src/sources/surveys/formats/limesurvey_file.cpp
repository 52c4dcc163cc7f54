#include "sources/surveys/formats/limesurvey_file.hpp"

#include <expat.h>

#include <memory>
#include <type_traits>

#include "base/translatable.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::size_t most_rows = 100'000;
constexpr std::size_t deepest = 12;
constexpr std::size_t largest_file = std::size_t{32} << 20;

// <document><questions><rows><row><title>…: the names of the elements that are open.
struct Reader {
    LimeFile file = {};
    std::vector<std::string> open = {};
    LimeRow row = {};
    std::string text = {};
    std::size_t rows = 0;
    XML_Parser parser = nullptr;

    void start(const char* name) {
        open.emplace_back(name);
        text.clear();
        if (open.size() > deepest || rows > most_rows) XML_StopParser(parser, XML_FALSE);
    }

    void end() {
        const auto& name = open.back();
        if (open.size() == 5 && open[2] == "rows") row[name] = text;
        if (open.size() == 4 && name == "row") {
            file.tables[open[1]].push_back(std::move(row));
            row.clear();
            ++rows;
        }
        if (open.size() == 3 && name == "language") file.languages.push_back(text);
        if (open.size() == 2 && name == "LimeSurveyDocType") file.kind = text;
        open.pop_back();
        text.clear();
    }
};

Reader& reader_of(void* data) {
    return *static_cast<Reader*>(data);
}

void on_start(void* data, const char* name, const char**) {
    reader_of(data).start(name);
}
void on_end(void* data, const char*) {
    reader_of(data).end();
}
void on_text(void* data, const char* piece, int length) {
    reader_of(data).text.append(piece, static_cast<std::size_t>(length));
}
// Survey files have no document type; it is what entity bombs are made of.
void on_doctype(void* data, const char*, const char*, const char*, int) {
    XML_StopParser(reader_of(data).parser, XML_FALSE);
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

} // namespace

const std::vector<LimeRow>& LimeFile::table(std::string_view name) const {
    static const std::vector<LimeRow> none;
    const auto found = tables.find(name);
    return found == tables.end() ? none : found->second;
}

std::string_view cell(const LimeRow& row, std::string_view name) {
    const auto found = row.find(name);
    return found == row.end() ? std::string_view() : std::string_view(found->second);
}

Result<LimeFile> read_lime_file(std::string_view xml) {
    if (xml.size() > largest_file)
        return Error{ErrorKind::too_large,
                     "formats.too_large",
                     translatable("This file is too large for a survey."),
                     {},
                     "file"};
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(XML_ParserCreate(nullptr));
    Reader reader;
    reader.parser = parser.get();
    XML_SetUserData(parser.get(), &reader);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    if (XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) != XML_STATUS_OK)
        return Error{ErrorKind::invalid,
                     "formats.broken_xml",
                     translatable("The file is broken at line {line}. Export it from LimeSurvey again."),
                     {{"line", std::to_string(XML_GetCurrentLineNumber(parser.get()))}},
                     "file"};
    return std::move(reader.file);
}

} // namespace maerkbar::surveys
