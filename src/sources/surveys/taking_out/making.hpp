#pragma once

#include "organisation/viewer.hpp"
#include "sources/surveys/services.hpp"
#include "sources/surveys/taking_out/file_maker.hpp"
#include "sources/surveys/taking_out/files.hpp"

namespace maerkbar::surveys {

// A file that somebody asks for; it outlives the request.
struct FileWanted {
    Services& services;
    organisation::Viewer viewer;
    const web::Language& language;
    Survey survey;
    std::string what = "answers"; // or "comments", "codebook"
    AnswerFormat format = AnswerFormat::xlsx;
};

// Collects the answers, writes the file, and records in the audit trail who took what out.
[[nodiscard]] Result<AnswerFile> make_file(const FileWanted& wanted);

} // namespace maerkbar::surveys
