#include "sources/surveys/formats/formats.hpp"

#include <array>

#include "base/names.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_json.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::array<std::string_view, 4> format_names{"maerkbar", "surveyjs", "xlsform", "limesurvey"};

} // namespace

void note(Remarks& remarks, std::string_view place, std::string_view text, std::string_view value) {
    remarks.push_back({ErrorKind::invalid,
                       "formats.left_out",
                       std::string(text),
                       {{"name", std::string(place)}, {"value", std::string(value)}},
                       std::string(place)});
}

std::string_view name_of(SurveyFormat format) {
    return format_names[static_cast<std::size_t>(format)];
}

std::optional<SurveyFormat> survey_format_named(std::string_view name) {
    return named_in<SurveyFormat>(format_names, name);
}

std::optional<SurveyFormat> format_of(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) return SurveyFormat::xlsform;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::nullopt;
    if (bytes[first] == '<') return SurveyFormat::limesurvey;
    if (bytes[first] != '{') return std::nullopt;
    return bytes.find(survey_format) == std::string_view::npos ? SurveyFormat::surveyjs
                                                               : SurveyFormat::maerkbar;
}

std::optional<SurveyFormat> format_for_name(std::string_view name) {
    if (name.ends_with(".xlsx")) return SurveyFormat::xlsform;
    if (name.ends_with(".lss")) return SurveyFormat::limesurvey;
    if (name.ends_with(".surveyjs.json")) return SurveyFormat::surveyjs;
    if (name.ends_with(".json")) return SurveyFormat::maerkbar;
    return std::nullopt;
}

Result<Converted> import_survey(std::string bytes) {
    const auto format = format_of(bytes);
    if (!format)
        return Error{
            ErrorKind::invalid,
            "formats.unknown",
            translatable("This is not a survey we can read. Choose a SurveyJS file (.json), an XLSForm "
                         "(.xlsx), a LimeSurvey structure (.lss) or a survey of Mærkbar (.json)."),
            {},
            "file"};
    switch (*format) {
        case SurveyFormat::maerkbar:
            return Converted{TRY(read_survey(bytes))};
        case SurveyFormat::surveyjs:
            return read_surveyjs(bytes);
        case SurveyFormat::xlsform:
            return read_xlsform(std::move(bytes));
        case SurveyFormat::limesurvey:
            return read_limesurvey(bytes);
    }
    return Converted{};
}

Result<Exported> export_survey(const Definition& definition, SurveyFormat format) {
    switch (format) {
        case SurveyFormat::maerkbar:
            return Exported{write_survey(definition)};
        case SurveyFormat::surveyjs:
            return write_surveyjs(definition);
        case SurveyFormat::xlsform:
            return write_xlsform(definition);
        case SurveyFormat::limesurvey:
            break;
    }
    return Error{
        ErrorKind::invalid, "formats.not_written",
        translatable("Surveys can be read from LimeSurvey, but not written for it. Choose SurveyJS or "
                     "XLSForm.")};
}

} // namespace maerkbar::surveys
