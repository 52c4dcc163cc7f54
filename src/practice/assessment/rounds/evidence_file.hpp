#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maerkbar::assessment {

inline constexpr std::size_t largest_evidence = 5u << 20;   // bytes of one file
inline constexpr int most_evidence = 5;                     // files of one person for one item
inline constexpr std::size_t evidence_in_round = 10u << 20; // bytes of all files of one round

// What is taken, for a form's `accept`.
inline constexpr std::string_view evidence_types =
    ".pdf,.png,.jpg,.jpeg,.txt,.csv,.docx,.xlsx,.pptx,.odt,.ods";

// A file as it is kept.
struct EvidenceContent {
    std::string name;
    std::string media_type;
    std::string bytes;
    bool searched = true; // no program finds words in a picture: a person has to look
};

// By what it is, not by what it says it is. Text, PDF and office documents are looked through for personal
// numbers; pictures and scanned pages cannot be (`searched`). Errors, all with the field "file":
// assessment.no_file, assessment.file_type, assessment.file_number (invalid), assessment.file_large
// (too_large).
[[nodiscard]] Result<EvidenceContent> check_evidence(std::string_view name, std::string bytes);

} // namespace maerkbar::assessment
