#include "practice/assessment/rounds/evidence_file.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "practice/assessment/rounds/pdf_text.hpp"
#include "tables/personal_number.hpp"
#include "tables/zip_part.hpp"

namespace maerkbar::assessment {
namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_text = std::size_t{16} << 20; // unpacked, of one file

enum class Inside { picture, pdf, text, zip };

struct FileType {
    std::string_view ending;
    std::string_view media_type;
    std::string_view front; // what such a file begins with
    Inside inside;
};

constexpr std::string_view zip_front = "PK\x03\x04";
constexpr FileType file_types[] = {
    {".pdf", "application/pdf", "%PDF-", Inside::pdf},
    {".png", "image/png", "\x89PNG\r\n", Inside::picture},
    {".jpg", "image/jpeg", "\xff\xd8\xff", Inside::picture},
    {".jpeg", "image/jpeg", "\xff\xd8\xff", Inside::picture},
    {".txt", "text/plain; charset=utf-8", "", Inside::text},
    {".csv", "text/csv; charset=utf-8", "", Inside::text},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip_front,
     Inside::zip},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zip_front, Inside::zip},
    {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", zip_front,
     Inside::zip},
    {".odt", "application/vnd.oasis.opendocument.text", zip_front, Inside::zip},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet", zip_front, Inside::zip}};

// Where office documents keep their words; # stands for 1, 2, 3 …
constexpr std::string_view parts_with_words[] = {"word/document.xml",
                                                 "word/header#.xml",
                                                 "word/footer#.xml",
                                                 "word/footnotes.xml",
                                                 "word/comments.xml",
                                                 "xl/sharedStrings.xml",
                                                 "xl/worksheets/sheet#.xml",
                                                 "xl/comments#.xml",
                                                 "ppt/slides/slide#.xml",
                                                 "ppt/notesSlides/notesSlide#.xml",
                                                 "content.xml",
                                                 "styles.xml"}; // headers and footers of OpenDocument
constexpr int longest_gap = 20; // numbers without a part, until there is taken to be none

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

// The words of an office document, held to longest_text as a whole: what the archive says about its sizes is
// not believed.
class DocumentWords {
  public:
    explicit DocumentWords(const std::string& bytes) : archive_(tables::ByteInput::memory(bytes)) {}

    Result<std::string> read() {
        for (const auto part : parts_with_words) {
            const auto number = part.find('#');
            if (number == std::string_view::npos)
                TRY(add(std::string(part)));
            else
                TRY(add_numbered(part.substr(0, number), part.substr(number + 1)));
        }
        return std::move(words_);
    }

  private:
    Result<void> add_numbered(std::string_view before, std::string_view after) {
        for (int number = 1, missing = 0; missing < longest_gap; ++number)
            missing =
                TRY(add(std::string(before) + std::to_string(number) + std::string(after))) ? 0 : missing + 1;
        return {};
    }

    // False where the archive has no such part.
    Result<bool> add(const std::string& part) {
        tables::ReadLimits limits;
        limits.unpacked_bytes = left_;
        auto opened = tables::ZipPart::open(archive_, part, limits);
        if (!opened.ok() && opened.error().kind == ErrorKind::not_found) return false;
        auto zipped = TRY(std::move(opened));
        std::string xml;
        std::array<char, 65536> buffer{};
        while (const auto got = TRY(zipped.read(buffer.data(), buffer.size())))
            xml.append(buffer.data(), got);
        left_ -= xml.size();
        words_ += text_between_tags(xml) + '\n';
        return true;
    }

    tables::ByteInput archive_;
    std::size_t left_ = longest_text;
    std::string words_;
};

// No value where a program finds no words: pictures, and PDFs of scanned pages.
Result<std::optional<std::string>> readable_text(const FileType& type, const std::string& bytes) {
    if (type.inside == Inside::text) return std::optional(bytes);
    if (type.inside == Inside::zip) return std::optional(TRY(DocumentWords(bytes).read()));
    return type.inside == Inside::pdf ? pdf_text(bytes) : std::nullopt;
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
    if ((*text && tables::find_personal_number(**text)) || tables::find_personal_number(name))
        return wrong_file(
            ErrorKind::invalid, "assessment.file_number",
            "There seems to be a personal number in the file. Take it out first: the group is to "
            "see the file.");
    return EvidenceContent{plain_name(name), std::string(type->media_type), std::move(bytes),
                           text->has_value()};
}

} // namespace maerkbar::assessment
