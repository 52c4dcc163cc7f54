#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/data_commands.hpp"
#include "app/data_options.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "web/language.hpp"

namespace maerkbar::app {

namespace {

Result<std::string> content_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.good() && bytes.empty())
        return Error{ErrorKind::not_found,
                     "survey.no_file",
                     translatable("The file {file} cannot be read."),
                     {{"file", path}}};
    return bytes;
}

Result<void> write_file(const std::string& path, const std::string& bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream << bytes;
    stream.close();
    if (stream.fail())
        return Error{ErrorKind::unavailable,
                     "survey.not_written",
                     translatable("The file {file} cannot be written."),
                     {{"file", path}}};
    return {};
}

// maerkbar survey convert IN OUT: a survey from one program for another, without a server.
class SurveyCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "survey"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Convert surveys between Mærkbar, SurveyJS, XLSForm and LimeSurvey";
    }
    void describe(Options& options) override {
        options.argument("ACTION", action_, "convert");
        options.argument("IN", in_,
                         "SurveyJS JSON, XLSForm (.xlsx), LimeSurvey (.lss) or a survey of Mærkbar");
        options.argument("OUT", out_, "The file to write: .surveyjs.json, .xlsx, or .json for Mærkbar");
        options.choice("--to", to_, {"maerkbar", "surveyjs", "xlsform"},
                       "Format of OUT (default: by its name)");
    }
    Exit run() override {
        const web::Languages languages;
        const auto& language = languages.get(terminal_language());
        const auto converted = convert(language);
        if (converted.ok()) return Exit::done;
        std::fprintf(stderr, "%s %s\n", language.error(converted.error()).c_str(),
                     converted.error().field.c_str());
        return converted.error().code == "survey.action" ? Exit::bad_usage : Exit::bad_data;
    }

  private:
    Result<void> convert(const web::Language& language) const {
        if (action_ != "convert")
            return Error{ErrorKind::invalid, "survey.action",
                         translatable("Write “maerkbar survey convert IN OUT”.")};
        const auto format = to_.empty() ? surveys::format_for_name(out_) : surveys::survey_format_named(to_);
        if (!format)
            return Error{ErrorKind::invalid, "survey.action",
                         translatable("Say with --to which format the file shall have.")};
        const auto read = TRY(surveys::import_survey(TRY(content_of(in_))));
        const auto written = TRY(surveys::export_survey(read.definition, *format));
        TRY(write_file(out_, written.bytes));
        for (const auto& remarks : {read.remarks, written.remarks})
            for (const auto& remark : remarks)
                std::printf("%s\n", language.error(remark).c_str());
        return {};
    }

    std::string action_, in_, out_, to_;
};

} // namespace

std::unique_ptr<Command> survey_command() {
    return std::make_unique<SurveyCommand>();
}

} // namespace maerkbar::app
