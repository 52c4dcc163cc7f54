#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/chart/request.hpp"
#include "app/console.hpp"
#include "app/data_commands.hpp"
#include "app/data_options.hpp"
#include "app/survey/run.hpp"
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
class ConvertCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "convert"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Convert surveys between Mærkbar, SurveyJS, XLSForm and LimeSurvey";
    }
    void describe(Options& options) override {
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

    std::string in_, out_, to_;
};

// maerkbar survey analyse FILE --definition SURVEY: what a file of answers says, without a server.
class AnalyseCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "analyse"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Say what a file of answers shows: shares, targets, waves, expectations, scales";
    }
    void describe(Options& options) override {
        options.argument("FILE", arguments_.file,
                         "CSV or XLSX, one row an answer; columns named as questions");
        options.option("--definition", arguments_.definition,
                       "the survey: a file as “survey convert” reads it", true);
        options.option("--missing", arguments_.missing,
                       "a code for no answer: 9=dont_know (or not_relevant, no_wish, skipped); repeatable");
        options.option("--population", arguments_.population,
                       "how many could have answered, where only they matter (default: many more)");
        options.option("--target", arguments_.targets,
                       "satisfied=80: at least 80 % say yes or one of the two highest steps; repeatable");
        options.option("--wave", arguments_.wave, "column that tells the waves apart");
        options.list("--compare", arguments_.compare, "two of the waves, the earlier first: before,after");
        options.option("--person", arguments_.person,
                       "column of who answered: the same persons are compared with themselves");
        options.option("--scale", arguments_.scales,
                       "respect=listened,polite,time: do they measure one thing (alpha, omega); repeatable");
        options.option("--overall", arguments_.overall,
                       "the question about the whole: what goes together with it");
        options.list("--drivers", arguments_.drivers, "with which questions (default: all on a scale)");
        describe_asked(options);
        options.choice("--format", arguments_.format, {"text", "json", "csv"},
                       "text (default); json; csv: one figure a line");
        options.choice("--lang", arguments_.language, {"da", "nb", "en"},
                       "language of texts (default: LANG)");
    }
    Exit run() override {
        arguments_.language = app_chart::language_code(arguments_.language, locale_of_environment());
        return exit_of(app_survey::run(arguments_, console()));
    }

  private:
    void describe_asked(Options& options) {
        options.list("--asked", arguments_.asked,
                     "what became of those asked (AAPOR): complete=58,partial=6,refusal=10,noncontact=20,"
                     "other=1,unknown=5");
        options.option("--eligible", arguments_.eligible,
                       "share of the unknown who belonged to those asked, 0 to 1 (default: 1)");
    }
    app_survey::Arguments arguments_;
};

class SurveyCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "survey"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Analyse answers from a file, and convert surveys from and for other programs";
    }
    void describe(Options&) override {}
    std::vector<Command*> parts() override { return {&analyse_, &convert_}; }
    Exit run() override { return Exit::bad_usage; } // one of its parts runs

  private:
    AnalyseCommand analyse_;
    ConvertCommand convert_;
};

} // namespace

std::unique_ptr<Command> survey_command() {
    return std::make_unique<SurveyCommand>();
}

} // namespace maerkbar::app
