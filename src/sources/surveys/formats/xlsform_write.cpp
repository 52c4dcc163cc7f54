#include "base/translatable.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/formats/expression.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/formats/workbook.hpp"

namespace maerkbar::surveys {

namespace {

std::string number_text(double number) {
    auto text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

class Writer {
  public:
    explicit Writer(const Definition& definition) : survey_(definition) {}

    Result<Exported> write() {
        header();
        std::string open;
        for (const auto& page : survey_.pages) {
            if (page.section != open) {
                if (!open.empty()) add_row({"end_group"});
                if (!page.section.empty()) begin_section(page.section);
                open = page.section;
            }
            write(page);
        }
        if (!open.empty()) add_row({"end_group"});
        if (!survey_.intro.empty() || !survey_.thanks.empty())
            note(remarks_, "intro", translatable("The words before and after the questions are left out."));
        if (survey_.title.by_language.size() > 1)
            note(remarks_, "title", translatable("The title is written in the main language only."));
        auto bytes = TRY(make_workbook({{"survey", std::move(rows_)},
                                        {"choices", std::move(choices_)},
                                        {"settings",
                                         {{"form_title", "form_id", "default_language"},
                                          {survey_.say(survey_.title, survey_.main_language()), "survey",
                                           heading(survey_.main_language())}}}}));
        return Exported{std::move(bytes), std::move(remarks_)};
    }

  private:
    using Cells = std::vector<std::string>;

    static std::string heading(std::string_view code) {
        return language_name(code) + " (" + std::string(code) + ')';
    }

    void header() {
        Cells survey{"type", "name", "required", "relevant", "constraint", "appearance"};
        Cells choices{"list_name", "name"};
        for (const auto& code : survey_.languages) {
            survey.push_back("label::" + heading(code));
            choices.push_back("label::" + heading(code));
        }
        for (const auto& code : survey_.languages)
            survey.push_back("hint::" + heading(code));
        survey.emplace_back("sensitive"); // a column of our own: other programs pass it over
        rows_.push_back(std::move(survey));
        choices_.push_back(std::move(choices));
    }

    void add_row(Cells cells) { rows_.push_back(std::move(cells)); }

    void add_texts(Cells& cells, const Texts& texts) const {
        for (const auto& code : survey_.languages)
            cells.push_back(texts.has(code) ? texts.by_language.find(code)->second : std::string());
    }

    std::string relevant(const Condition& condition) const {
        return condition.always() ? "" : write_expression(condition, Dialect::xlsform, survey_);
    }

    void begin_section(const std::string& name) {
        Cells cells{"begin_group", name, "", "", "", ""};
        for (const auto& section : survey_.sections)
            if (section.name == name) add_texts(cells, section.title);
        add_row(std::move(cells));
    }

    void write(const Page& page) {
        Cells cells{"begin_group", page.name, "", relevant(page.shown_if), "", ""};
        add_texts(cells, page.title);
        add_row(std::move(cells));
        for (const auto& question : page.questions)
            write(question);
        add_row({"end_group"});
    }

    void add_question(const Question& question, std::string type, std::string appearance = {}) {
        Cells cells{std::move(type),
                    question.name,
                    question.required ? "yes" : "",
                    relevant(question.shown_if),
                    constraint(question),
                    std::move(appearance)};
        add_texts(cells, question.title);
        add_texts(cells, question.hint);
        cells.emplace_back(question.sensitive ? "yes" : "");
        add_row(std::move(cells));
    }

    static std::string constraint(const Question& question) {
        std::string text;
        if (question.least) text = ". >= " + number_text(*question.least);
        if (question.most) text += (text.empty() ? "" : " and ") + (". <= " + number_text(*question.most));
        return text;
    }

    void write(const Question& question) {
        switch (question.type) {
            case QuestionType::open_text:
                return plain(question, "text");
            case QuestionType::number:
                return plain(question, question.whole ? "integer" : "decimal");
            case QuestionType::date:
                return plain(question, "date");
            case QuestionType::information:
                return plain(question, "note");
            case QuestionType::matrix:
                return split(question, question.rows);
            case QuestionType::expectation:
                return split(question, {{std::string(expected_side), question.expectation},
                                        {std::string(experienced_side), question.experience}});
            case QuestionType::multiple_choice:
                return select(question, "select_multiple ");
            case QuestionType::ranking:
                return select(question, "rank ");
            case QuestionType::smiley:
                return select(question, "select_one ", "likert smiley");
            case QuestionType::likert:
            case QuestionType::nps:
                return select(question, "select_one ", "likert");
            default:
                return select(question, "select_one ");
        }
    }

    void plain(const Question& question, std::string type) {
        if (!question.missing.empty())
            note(remarks_, question.name,
                 translatable("The ways not to answer “{name}” are left out: only choices have them there."));
        add_question(question, std::move(type));
    }

    void select(const Question& question, const std::string& type, std::string appearance = {}) {
        add_list(question);
        add_question(question, type + question.name + (question.other ? " or_other" : ""),
                     std::move(appearance));
    }

    void add_choice(const std::string& list, const std::string& value, const Texts& text) {
        Cells cells{list, value};
        add_texts(cells, text);
        choices_.push_back(std::move(cells));
    }

    // The words of a step or of yes and no in every language of the survey.
    Texts words_of(const Question& question, const std::string& value) const {
        Texts texts;
        for (const auto& code : survey_.languages)
            texts.by_language[code] = value_words(survey_, question, value, code);
        return texts;
    }

    void add_list(const Question& question) {
        for (int step = lowest_step(question); step <= highest_step(question); ++step)
            add_choice(question.name, std::to_string(step), words_of(question, std::to_string(step)));
        if (question.type == QuestionType::yes_no)
            for (const std::string value : {"yes", "no"})
                add_choice(question.name, value, words_of(question, value));
        else if (highest_step(question) == 0)
            for (const auto& choice : question.choices)
                add_choice(question.name, choice.value, choice.text);
        for (const auto missing : question.missing) {
            Texts texts;
            for (const auto& code : survey_.languages)
                texts.by_language[code] = missing_words(missing, code);
            add_choice(question.name, std::string(name_of(missing)), texts);
        }
    }

    // A row or side becomes a question of its own.
    void split(const Question& question, const std::vector<Choice>& parts) {
        note(remarks_, question.name, translatable("The rows of “{name}” are a question each there."));
        add_list(question);
        for (const auto& part : parts) {
            Question one = question;
            one.name = question.name + '_' + part.value;
            one.title = part.text;
            one.hint = question.title;
            add_question(one, "select_one " + question.name, "likert");
        }
    }

    const Definition& survey_;
    Remarks remarks_;
    std::vector<Cells> rows_;
    std::vector<Cells> choices_;
};

} // namespace

Result<Exported> write_xlsform(const Definition& definition) {
    return Writer(definition).write();
}

} // namespace maerkbar::surveys
