#pragma once

#include <string>

#include "practice/assessment/rounds/file_store.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::assessment {

// "120 kB"
[[nodiscard]] std::string size_text(const EvidenceFile& file, const web::Language& language);
// Links to the files of a closed item; nothing where there are none.
[[nodiscard]] web::Html file_links(RoundId round, const std::vector<EvidenceFile>& files,
                                   const web::Language& language);

} // namespace maerkbar::assessment
