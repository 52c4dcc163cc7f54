#include "sources/surveys/taking_out/making.hpp"

#include "base/json_writer.hpp"
#include "sources/surveys/taking_out/collect.hpp"

namespace maerkbar::surveys {

namespace {

std::string_view media_type(AnswerFormat format) {
    switch (format) {
        case AnswerFormat::excel:
        case AnswerFormat::csv:
            return "text/csv; charset=utf-8";
        case AnswerFormat::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case AnswerFormat::sav:
            return "application/x-spss-sav";
    }
    return {};
}

std::string_view ending(AnswerFormat format) {
    return format == AnswerFormat::xlsx ? ".xlsx" : format == AnswerFormat::sav ? ".sav" : ".csv";
}

std::string title_of(const FileWanted& wanted) {
    const auto& draft = wanted.survey.draft;
    return draft.say(draft.title, wanted.language.code());
}

Result<std::string> bytes_of(const FileWanted& wanted, const AnswerTable& table, AnswerFormat format) {
    if (wanted.what == "comments") return write_comments(table, format, wanted.language);
    if (wanted.what == "codebook") return write_codebook(table, format, wanted.language);
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(
        wanted.services.organisation.database.now().time_since_epoch());
    return write_answers(table, format, wanted.language, title_of(wanted), now.count());
}

// Who took what out stands in the audit trail before the file goes out.
Result<void> record(const FileWanted& wanted, const AnswerTable& table, AnswerFormat format) {
    return wanted.services.database().write(wanted.viewer.actor, [&](storage::Transaction& transaction) {
        JsonWriter details;
        details.begin_object().member("what", wanted.what).member("format", name_of(format));
        details.member("answers", table.rows.size()).member("comments", table.comments.size()).end_object();
        return transaction.audit({"survey.answers_taken_out", "survey",
                                  std::to_string(wanted.survey.id.value), std::move(details).text()});
    });
}

} // namespace

Result<AnswerFile> make_file(const FileWanted& wanted) {
    const bool labelled = wanted.format != AnswerFormat::sav || wanted.what == "answers";
    const auto format = labelled ? wanted.format : AnswerFormat::xlsx;
    const auto table = TRY(collect_answers(wanted.services, wanted.viewer, wanted.language, wanted.survey));
    auto bytes = TRY(bytes_of(wanted, table, format));
    TRY(record(wanted, table, format));
    return AnswerFile{title_of(wanted) + " " + wanted.what + std::string(ending(format)),
                      std::string(media_type(format)), std::move(bytes), counts_of(table)};
}

} // namespace maerkbar::surveys
