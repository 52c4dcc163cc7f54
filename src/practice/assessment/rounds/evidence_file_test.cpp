#include "practice/assessment/rounds/evidence_file.hpp"

#include <doctest/doctest.h>

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

} // namespace
} // namespace maerkbar::assessment
