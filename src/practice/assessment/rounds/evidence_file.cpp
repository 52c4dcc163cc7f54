#include "practice/assessment/rounds/evidence_file.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "tables/personal_number.hpp"
#include "tables/zip_part.hpp"

namespace maerkbar::assessment {
namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_text = std::size_t{16} << 20; // unpacked, of one part

enum class Inside { opaque, text, zip };

struct FileType {
    std::string_view ending;
    std::string_view media_type;
    std::string_view front; // what such a file begins with
    Inside inside = Inside::opaque;
    std::array<std::string_view, 2> parts = {}; // of a zip that hold its text
};

constexpr std::string_view zip_front = "PK\x03\x04";
constexpr FileType file_types[] = {
    {".pdf", "application/pdf", "%PDF-"},
    {".png", "image/png", "\x89PNG\r\n"},
    {".jpg", "image/jpeg", "\xff\xd8\xff"},
    {".jpeg", "image/jpeg", "\xff\xd8\xff"},
    {".txt", "text/plain; charset=utf-8", "", Inside::text},
    {".csv", "text/csv; charset=utf-8", "", Inside::text},
    {".docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     zip_front,
     Inside::zip,
     {"word/document.xml"}},
    {".xlsx",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     zip_front,
     Inside::zip,
     {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}},
    {".pptx",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     zip_front,
     Inside::zip,
     {"ppt/slides/slide1.xml", "ppt/slides/slide2.xml"}},
    {".odt", "application/vnd.oasis.opendocument.text", zip_front, Inside::zip, {"content.xml"}},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet", zip_front, Inside::zip, {"content.xml"}}};

Error wrong_file(ErrorKind kind, std::string code, std::string text) {
    return {kind, std::move(code), std::move(text), {}, "file"};
}

// Without folders and what no file system takes.
std::string plain_name(std::string_view name) {
    if (const auto folder = name.find_last_of("/\\"); folder != std::string_view::npos)
        name.remove_prefix(folder + 1);
    std::string plain;
    for (const char letter : name.substr(name.size() > longest_name ? name.size() - longest_name : 0))
        if (static_cast<unsigned char>(letter) >= ' ' && letter != '"') plain += letter;
    return plain;
}

const FileType* type_of(std::string_view name, std::string_view bytes) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char letter) {
        return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    });
    const auto* found = std::ranges::find_if(file_types, [&](const FileType& type) {
        return lower.ends_with(type.ending) && bytes.starts_with(type.front);
    });
    if (found == std::end(file_types)) return nullptr;
    const bool binary = found->inside == Inside::text && bytes.find('\0') != std::string_view::npos;
    return binary ? nullptr : found;
}

// What is written between the tags of an XML document, one piece after the other.
std::string text_between_tags(std::string_view xml) {
    std::string text;
    bool inside = false;
    for (const char letter : xml) {
        if (letter == '<') text += ' ';
        inside = letter == '<' || (inside && letter != '>');
        if (!inside && letter != '>') text += letter;
    }
    return text;
}

// Empty where the archive has no such part.
Result<std::string> unpacked(const std::string& bytes, std::string_view part) {
    tables::ReadLimits limits;
    limits.unpacked_bytes = longest_text;
    auto opened = tables::ZipPart::open(tables::ByteInput::memory(bytes), part, limits);
    if (!opened.ok() && opened.error().kind == ErrorKind::not_found) return std::string();
    auto zipped = TRY(std::move(opened));
    std::string text;
    std::array<char, 65536> buffer{};
    while (const auto got = TRY(zipped.read(buffer.data(), buffer.size())))
        text.append(buffer.data(), got);
    return text;
}

Result<std::string> readable_text(const FileType& type, const std::string& bytes) {
    if (type.inside == Inside::text) return bytes;
    std::string text;
    if (type.inside == Inside::zip)
        for (const auto part : type.parts)
            if (!part.empty()) text += text_between_tags(TRY(unpacked(bytes, part))) + '\n';
    return text;
}

} // namespace

Result<EvidenceContent> check_evidence(std::string_view name, std::string bytes) {
    if (bytes.empty())
        return wrong_file(ErrorKind::invalid, "assessment.no_file", "Choose a file that is not empty.");
    if (bytes.size() > largest_evidence)
        return wrong_file(
            ErrorKind::too_large, "assessment.file_large",
            "A file may be at most 5 MB. Make the picture smaller, or link to the document instead.");
    const auto* type = type_of(name, bytes);
    if (type == nullptr)
        return wrong_file(
            ErrorKind::invalid, "assessment.file_type",
            "This kind of file is not taken. Use PDF, a picture (PNG, JPEG), text, or a document "
            "from an office program.");
    const auto text = readable_text(*type, bytes);
    if (!text.ok())
        return wrong_file(ErrorKind::invalid, "assessment.file_broken",
                          "The file cannot be read. Open it, save it again, and choose it once more.");
    if (tables::find_personal_number(*text) || tables::find_personal_number(name))
        return wrong_file(
            ErrorKind::invalid, "assessment.file_number",
            "There seems to be a personal number in the file. Take it out first: the group is to "
            "see the file.");
    return EvidenceContent{plain_name(name), std::string(type->media_type), std::move(bytes)};
}

} // namespace maerkbar::assessment
