#include <algorithm>

#include "app/survey/answer_file.hpp"
#include "app/survey/column_plan.hpp"
#include "base/text.hpp"
#include "base/translatable.hpp"

namespace maerkbar::app_survey {

namespace {

constexpr std::size_t errors_kept = 10;

Result<std::optional<std::size_t>> named_column(const tables::TableFile& file, const std::string& name) {
    if (name.empty()) return std::optional<std::size_t>{};
    if (const auto found = file.column(name)) return found;
    return Error{ErrorKind::not_found,
                 "survey_analysis.no_such_column",
                 translatable("The file has no column called {column}. Its columns are: {columns}."),
                 {{"column", name}, {"columns", joined(file.header(), ", ")}},
                 name};
}

class Reader {
  public:
    Reader(tables::TableFile& file, const Request& request, const surveys::Definition& definition)
        : file_(file), plan_(plan_columns(file, definition)), cells_(definition, request) {
        for (const auto& question : plan_)
            for (const auto& answer : question.answers)
                out.asked.push_back(answer.name);
        note_what_is_not_there(request, definition);
    }

    Result<void> find_columns(const Request& request) {
        wave_ = TRY(named_column(file_, request.wave));
        person_ = TRY(named_column(file_, request.person));
        if (!plan_.empty()) return {};
        return Error{
            ErrorKind::invalid,
            "survey_analysis.no_questions",
            translatable("No column of the file has the name of a question. The file has: {columns}. "
                         "The survey has: {questions}."),
            {{"columns", joined(file_.header(), ", ")}, {"questions", joined(out.unanswered, ", ")}}};
    }

    void read() {
        tables::Row row;
        for (;;) {
            const auto more = file_.next(row);
            if (!more) errors.push_back(more.error());
            if (!more || !*more || errors.size() >= errors_kept) return;
            take(row);
        }
    }

    AnswerFile out;
    std::vector<Error> errors;

  private:
    void note_what_is_not_there(const Request& request, const surveys::Definition& definition) {
        std::vector<bool> used(file_.header().size(), false);
        for (const auto& question : plan_)
            for (const auto& answer : question.answers) {
                if (answer.column) used[*answer.column] = true;
                for (const auto& chosen : answer.chosen)
                    used[chosen.first] = true;
            }
        for (const auto* name : {&request.wave, &request.person})
            if (const auto column = name->empty() ? std::nullopt : file_.column(*name)) used[*column] = true;
        for (std::size_t i = 0; i < used.size(); ++i)
            if (!used[i]) out.unknown_columns.push_back(file_.header()[i]);
        for (const auto& page : definition.pages)
            for (const auto& question : page.questions)
                for (const auto& name : surveys::answer_names(question))
                    if (std::ranges::find(out.asked, name) == out.asked.end()) out.unanswered.push_back(name);
    }

    void take(const tables::Row& row) {
        Respondent respondent;
        respondent.line = row.line();
        for (const auto& question : plan_) {
            auto answers = cells_.read(question, row);
            if (!answers) return complain(row, answers.error());
            respondent.answers.merge(*answers);
        }
        if (wave_) respondent.wave = trimmed(row[*wave_]);
        if (person_) respondent.person = trimmed(row[*person_]);
        if (wave_ && respondent.wave.empty()) return out.lines_without_wave.push_back(row.line());
        if (wave_ && std::ranges::find(out.waves, respondent.wave) == out.waves.end())
            out.waves.push_back(respondent.wave);
        out.respondents.push_back(std::move(respondent));
    }

    void complain(const tables::Row& row, const Error& error) {
        std::string value;
        for (const auto& question : plan_)
            for (const auto& answer : question.answers)
                if (answer.name == error.field && answer.column) value = row[*answer.column];
        errors.push_back(
            {ErrorKind::invalid,
             "survey_analysis.bad_cell",
             translatable("Line {line}, {question}: “{cell}” is no answer to this question. If it "
                          "is a code for no answer, say so: --missing \"{cell}=dont_know\"."),
             {{"line", std::to_string(row.line())}, {"question", error.field}, {"cell", value}},
             error.field});
    }

    tables::TableFile& file_;
    std::vector<QuestionColumns> plan_;
    CellReader cells_;
    std::optional<std::size_t> wave_;
    std::optional<std::size_t> person_;
};

} // namespace

std::variant<AnswerFile, ReadFailure> read_answer_file(const Request& request,
                                                       const surveys::Definition& definition) {
    tables::ReadOptions options;
    options.header_line = 1;
    options.keep_totals = true; // a comment may begin with "Total"
    auto file = tables::TableFile::open(request.file, options);
    if (!file) return ReadFailure{{file.error()}};
    Reader reader(*file, request, definition);
    if (const auto found = reader.find_columns(request); !found) return ReadFailure{{found.error()}, true};
    reader.read();
    if (!reader.errors.empty()) return ReadFailure{std::move(reader.errors)};
    return std::move(reader.out);
}

} // namespace maerkbar::app_survey
