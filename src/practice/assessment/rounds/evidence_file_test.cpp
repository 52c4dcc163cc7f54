#include "practice/assessment/rounds/evidence_file.hpp"

#include <doctest/doctest.h>

#include "documents/zip_writer.hpp"
#include "practice/assessment/rounds/pdf_text.hpp"

namespace maerkbar::assessment {
namespace {

std::string code_of(std::string_view name, std::string bytes) {
    const auto checked = check_evidence(name, std::move(bytes));
    return checked.ok() ? "" : checked.error().code;
}

TEST_CASE("a file is taken for what it is, and its name loses its folders") {
    const auto plan = check_evidence("C:\\temp\\plan.PDF", "%PDF-1.7 …");
    REQUIRE(plan.ok());
    CHECK(plan->name == "plan.PDF");
    CHECK(plan->media_type == "application/pdf");
    CHECK(code_of("count.txt", "12 svar på en uge").empty());
    CHECK(code_of("plan.pdf", "<html>") == "assessment.file_type");
    CHECK(code_of("run.exe", "MZ") == "assessment.file_type");
    CHECK(code_of("count.csv", std::string("a\0b", 3)) == "assessment.file_type");
    CHECK(code_of("empty.txt", "") == "assessment.no_file");
    CHECK(code_of("large.txt", std::string(largest_evidence + 1, ' ')) == "assessment.file_large");
    CHECK(code_of("broken.docx", "PK\x03\x04 no archive") == "assessment.file_broken");
}

TEST_CASE("a personal number is found in text and in the name") {
    CHECK(code_of("note.txt", "Borgeren 010190-1234 ringede") == "assessment.file_number");
    CHECK(code_of("010190-1234.pdf", "%PDF-1.7") == "assessment.file_number");
}

// A PDF of one page with this text, or with none; the cross-references are left for the reader to find.
std::string small_pdf(const std::string& text) {
    const auto drawn = "BT /F1 12 Tf 20 100 Td (" + text + ") Tj ET";
    return "%PDF-1.4\n"
           "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
           "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
           "4 0 obj<</Length " +
           std::to_string(drawn.size()) + ">>stream\n" + drawn +
           "\nendstream endobj\n"
           "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
}

TEST_CASE(
    "the words of a PDF are searched; scanned pages and broken files are for a person to look through") {
    CHECK(pdf_text(small_pdf("Tolv opkald om ugen")).value_or("").find("Tolv opkald") == 0);
    CHECK(check_evidence("plan.pdf", small_pdf("Tolv opkald"))->searched);
    CHECK(code_of("plan.pdf", small_pdf("Borgeren 010190-1234 ringede")) == "assessment.file_number");
    CHECK_FALSE(pdf_text(small_pdf("")).has_value());
    CHECK_FALSE(check_evidence("scan.pdf", small_pdf(""))->searched);
    CHECK_FALSE(pdf_text("%PDF-1.7 and then nothing of the kind").has_value());
    CHECK_FALSE(check_evidence("board.png", "\x89PNG\r\n\x1a\n")->searched);
    CHECK(check_evidence("note.txt", "12 svar")->searched);
}

TEST_CASE("every slide, note, sheet, header and comment of an office document is searched") {
    const std::string number = "<p><t>010190-1234</t></p>";
    const auto with = [&](std::string_view name, std::string_view part) {
        return code_of(name,
                       documents::write_zip({{"[Content_Types].xml", "<Types/>"}, {part, number}}).value());
    };
    for (const auto* part :
         {"ppt/slides/slide1.xml", "ppt/slides/slide17.xml", "ppt/notesSlides/notesSlide3.xml"})
        CHECK(with("show.pptx", part) == "assessment.file_number");
    for (const auto* part :
         {"word/document.xml", "word/header2.xml", "word/footer1.xml", "word/comments.xml"})
        CHECK(with("letter.docx", part) == "assessment.file_number");
    for (const auto* part : {"xl/sharedStrings.xml", "xl/worksheets/sheet4.xml", "xl/comments1.xml"})
        CHECK(with("count.xlsx", part) == "assessment.file_number");
    CHECK(with("note.odt", "styles.xml") == "assessment.file_number");
    CHECK(with("show.pptx", "ppt/media/image1.svg").empty());
}

TEST_CASE("a document that unpacks to far more than it weighs is refused") {
    const std::string long_slide(4u << 20, '<');
    std::vector<documents::ZipEntry> slides;
    for (const auto* name : {"ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "ppt/slides/slide3.xml",
                             "ppt/slides/slide4.xml", "ppt/slides/slide5.xml"})
        slides.push_back({name, long_slide});
    const auto bomb = documents::write_zip(slides).value();
    REQUIRE(bomb.size() < largest_evidence);
    CHECK(code_of("bomb.pptx", bomb) == "assessment.file_broken");
}

} // namespace
} // namespace maerkbar::assessment
