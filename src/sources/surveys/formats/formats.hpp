#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sources/surveys/formats/converted.hpp"

namespace maerkbar::surveys {

enum class SurveyFormat { maerkbar, surveyjs, xlsform, limesurvey };
[[nodiscard]] std::string_view name_of(SurveyFormat format);
[[nodiscard]] std::optional<SurveyFormat> survey_format_named(std::string_view name);

// By what the bytes are; no value for anything else.
[[nodiscard]] std::optional<SurveyFormat> format_of(std::string_view bytes);
// By the ending of a file's name: .xlsx, .lss, .surveyjs.json; every other .json is our own.
[[nodiscard]] std::optional<SurveyFormat> format_for_name(std::string_view file_name);

// Errors: formats.unknown, formats.empty (nothing that could be asked), and those of the readers.
[[nodiscard]] Result<Converted> import_survey(std::string bytes);
// Error: formats.not_written for LimeSurvey.
[[nodiscard]] Result<Exported> export_survey(const Definition& definition, SurveyFormat format);

// The single formats.
[[nodiscard]] Result<Converted> read_surveyjs(std::string_view json);
[[nodiscard]] Result<Converted> read_xlsform(std::string bytes);
[[nodiscard]] Result<Converted> read_limesurvey(std::string_view xml);
[[nodiscard]] Exported write_surveyjs(const Definition& definition);
[[nodiscard]] Result<Exported> write_xlsform(const Definition& definition);

} // namespace maerkbar::surveys
