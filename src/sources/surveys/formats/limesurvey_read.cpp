#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/translatable.hpp"
#include "sources/surveys/formats/expression.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/formats/limesurvey_file.hpp"
#include "sources/surveys/formats/plain_text.hpp"
#include "sources/surveys/formats/settle.hpp"

// LimeSurvey structures of both dialects: texts beside each question with a language (up to about DBVersion
// 349), and texts in tables of their own, *_l10ns (from the 4.x series on).
namespace maerkbar::surveys {

namespace {

// What becomes of each of LimeSurvey's kinds of questions.
enum class Shape { question, matrix, parts, text_parts, left_out };
struct Kind {
    char code;
    Shape shape;
    QuestionType type;
    std::string_view steps = {}; // values of a scale that is built in
};
constexpr std::array<Kind, 24> kinds{{
    {'5', Shape::question, QuestionType::likert},
    {'Y', Shape::question, QuestionType::yes_no},
    {'G', Shape::question, QuestionType::single_choice, "F M"},
    {'D', Shape::question, QuestionType::date},
    {'N', Shape::question, QuestionType::number},
    {'S', Shape::question, QuestionType::open_text},
    {'T', Shape::question, QuestionType::open_text},
    {'U', Shape::question, QuestionType::open_text},
    {'X', Shape::question, QuestionType::information},
    {'L', Shape::question, QuestionType::single_choice},
    {'!', Shape::question, QuestionType::single_choice},
    {'O', Shape::question, QuestionType::single_choice},
    {'R', Shape::question, QuestionType::ranking},
    {'M', Shape::parts, QuestionType::multiple_choice},
    {'P', Shape::parts, QuestionType::multiple_choice},
    {'A', Shape::matrix, QuestionType::matrix, "1 2 3 4 5"},
    {'B', Shape::matrix, QuestionType::matrix, "1 2 3 4 5 6 7 8 9 10"},
    {'C', Shape::matrix, QuestionType::matrix, "Y U N"},
    {'E', Shape::matrix, QuestionType::matrix, "I S D"},
    {'F', Shape::matrix, QuestionType::matrix},
    {'H', Shape::matrix, QuestionType::matrix},
    {'Q', Shape::text_parts, QuestionType::open_text},
    {'K', Shape::text_parts, QuestionType::number},
    {'|', Shape::left_out, QuestionType::open_text},
}};

const Kind* kind_of(std::string_view code) {
    const auto* const found = std::ranges::find(kinds, code.empty() ? ' ' : code.front(), &Kind::code);
    return code.size() != 1 || found == kinds.end() || found->shape == Shape::left_out ? nullptr : found;
}

std::string language_of(std::string_view code) {
    if (code == "no") return "nb";
    const auto base = code.substr(0, code.find('-'));
    return is_language(base) ? std::string(base) : std::string();
}

int order_of(const LimeRow& row, std::string_view name) {
    int order = 0;
    const auto text = cell(row, name);
    std::from_chars(text.data(), text.data() + text.size(), order);
    return order;
}

class Reader {
  public:
    explicit Reader(LimeFile file) : file_(std::move(file)) {}

    Result<Converted> read() {
        languages();
        auto& definition = result_.definition;
        for (const auto& row : file_.table("surveys_languagesettings")) {
            put(definition.title, row, "surveyls_title", "surveyls_language");
            put(definition.intro, row, "surveyls_welcometext", "surveyls_language");
            put(definition.thanks, row, "surveyls_endtext", "surveyls_language");
        }
        for (const auto& group : unique_rows("groups", "gid", "group_order"))
            page(*group);
        for (const auto& row : file_.table("conditions"))
            note(result_.remarks, cell(row, "qid"),
                 translatable(
                     "A condition of the old kind is left out (question number {name}); set it here again."));
        for (const auto* name : {"quota", "assessments"})
            if (!file_.table(name).empty())
                note(result_.remarks, name, translatable("“{name}” does not exist here and is left out."));
        return settle(std::move(result_));
    }

  private:
    void languages() {
        auto& languages = result_.definition.languages;
        const auto add = [&](std::string_view code) {
            const auto language = language_of(code);
            if (!language.empty() && std::ranges::find(languages, language) == languages.end())
                languages.push_back(language);
        };
        for (const auto& row : file_.table("surveys"))
            add(cell(row, "language"));
        for (const auto& code : file_.languages)
            add(code);
        if (languages.empty()) languages.push_back("en");
    }

    void put(Texts& texts, const LimeRow& row, std::string_view name,
             std::string_view language = "language") const {
        auto code = language_of(cell(row, language));
        if (code.empty()) code = result_.definition.main_language();
        auto text = plain_text(cell(row, name));
        if (!text.empty()) texts.by_language[code] = std::move(text);
    }

    // Rows of a table once each, though the old dialect has one for each language; in their order.
    std::vector<const LimeRow*> unique_rows(std::string_view table, std::string_view id,
                                            std::string_view order) const {
        std::vector<const LimeRow*> rows;
        for (const auto& row : file_.table(table))
            if (std::ranges::none_of(rows,
                                     [&](const LimeRow* other) { return cell(*other, id) == cell(row, id); }))
                rows.push_back(&row);
        std::ranges::stable_sort(rows, {}, [&](const LimeRow* row) { return order_of(*row, order); });
        return rows;
    }

    // The text of one row in all languages: from its own table of texts, or from rows beside it.
    Texts text_of(const LimeRow& row, std::string_view table, std::string_view id,
                  std::string_view name) const {
        Texts texts;
        const auto collect = [&](std::string_view from) {
            for (const auto& other : file_.table(from))
                if (cell(other, id) == cell(row, id)) put(texts, other, name);
        };
        constexpr std::array<std::pair<std::string_view, std::string_view>, 4> text_tables{
            {{"groups", "group_l10ns"},
             {"questions", "question_l10ns"},
             {"subquestions", "question_l10ns"},
             {"answers", "answer_l10ns"}}};
        for (const auto& [of, in] : text_tables)
            if (of == table) collect(in);
        if (texts.empty()) collect(table);
        return texts;
    }

    Condition condition(const LimeRow& row, std::string_view name, const std::string& place) {
        const auto text = cell(row, name);
        if (auto read = read_expression(text, Dialect::limesurvey)) {
            rename(*read);
            return std::move(*read);
        }
        note(result_.remarks, place,
             translatable("“{name}” is always shown: its condition cannot be expressed here: {value}"), text);
        return {};
    }

    // G01Q02_SQ001 means a part of a question: a ticked choice ("Y") or a row.
    void rename(Condition& condition) const {
        for (auto& part : condition.parts)
            rename(part);
        const auto found = parts_.find(condition.question);
        if (condition.kind != Condition::Kind::compare || found == parts_.end()) return;
        const auto& [question, part, ticked] = found->second;
        condition.question = ticked ? question : question + '.' + part;
        if (!ticked) return;
        const bool yes =
            condition.comparison == Comparison::equal || condition.comparison == Comparison::answered;
        condition.comparison = Comparison::contains;
        condition.value = part;
        if (!yes) condition = {Condition::Kind::none, {condition}};
    }

    void page(const LimeRow& group) {
        Page page;
        page.name = "group" + std::string(cell(group, "gid"));
        page.title = text_of(group, "groups", "gid", "group_name");
        page.shown_if = condition(group, "grelevance", page.name);
        if (!text_of(group, "groups", "gid", "description").empty())
            note(result_.remarks, page.name,
                 translatable("The description of the group “{name}” is left out."));
        result_.definition.pages.push_back(std::move(page));
        for (const auto* row : unique_rows("questions", "qid", "question_order"))
            if (cell(*row, "gid") == cell(group, "gid") &&
                (cell(*row, "parent_qid").empty() || cell(*row, "parent_qid") == "0"))
                question(*row);
    }

    void question(const LimeRow& row) {
        const auto* kind = kind_of(cell(row, "type"));
        Question question;
        question.name = cell(row, "title");
        if (kind == nullptr) {
            note(result_.remarks, question.name,
                 translatable("The question “{name}” is left out: its kind “{value}” does not exist here."),
                 cell(row, "type"));
            return;
        }
        question.type = kind->type;
        question.title = text_of(row, "questions", "qid", "question");
        question.hint = text_of(row, "questions", "qid", "help");
        question.required = cell(row, "mandatory") == "Y";
        question.shown_if = condition(row, "relevance", question.name);
        if (kind->shape == Shape::text_parts) return add_parts(row, question);
        shape(row, *kind, question);
        result_.definition.pages.back().questions.push_back(std::move(question));
    }

    void shape(const LimeRow& row, const Kind& kind, Question& question) {
        if (kind.type == QuestionType::likert) question.points = 5;
        if (kind.shape == Shape::parts) question.choices = parts_of(row, question.name, true);
        if (kind.shape == Shape::matrix) question.rows = parts_of(row, question.name, false);
        if (kind.shape != Shape::parts) add_choices(row, kind, question);
        const bool choosing =
            question.type == QuestionType::single_choice || question.type == QuestionType::multiple_choice;
        question.other = choosing && cell(row, "other") == "Y";
        if (kind.code == 'O' || kind.code == 'P')
            note(result_.remarks, question.name,
                 translatable("The field for comments beside “{name}” is left out."));
    }

    void add_choices(const LimeRow& row, const Kind& kind, Question& question) {
        if (!kind.steps.empty()) {
            for (std::string_view left = kind.steps; !left.empty();) {
                const auto value = left.substr(0, left.find(' '));
                left.remove_prefix(std::min(left.size(), value.size() + 1));
                question.choices.push_back({std::string(value), {}});
            }
            note(result_.remarks, question.name,
                 translatable("The steps of “{name}” have their codes for words; write the words."));
        }
        std::vector<const LimeRow*> rows;
        for (const auto& answer : file_.table("answers"))
            if (cell(answer, "qid") == cell(row, "qid")) rows.push_back(&answer);
        std::ranges::stable_sort(rows, {}, [](const LimeRow* one) { return order_of(*one, "sortorder"); });
        for (const auto* answer : rows)
            add_choice(question, *answer);
    }

    void add_choice(Question& question, const LimeRow& answer) const {
        const std::string value(cell(answer, "code"));
        auto found = std::ranges::find(question.choices, value, &Choice::value);
        if (found == question.choices.end()) {
            question.choices.push_back({value, {}});
            found = question.choices.end() - 1;
        }
        for (const auto& text : file_.table("answer_l10ns"))
            if (!cell(answer, "aid").empty() && cell(text, "aid") == cell(answer, "aid"))
                put(found->text, text, "answer");
        if (!cell(answer, "answer").empty()) put(found->text, answer, "answer");
    }

    // The subquestions of a question as choices or rows.
    std::vector<Choice> parts_of(const LimeRow& row, const std::string& question, bool ticked) {
        std::vector<Choice> parts;
        for (const auto* part : unique_rows("subquestions", "qid", "question_order")) {
            if (cell(*part, "parent_qid") != cell(row, "qid")) continue;
            Choice choice{std::string(cell(*part, "title")),
                          text_of(*part, "subquestions", "qid", "question")};
            parts_[question + '_' + choice.value] = {question, choice.value, ticked};
            parts.push_back(std::move(choice));
        }
        return parts;
    }

    // Several fields in one question become a question each.
    void add_parts(const LimeRow& row, const Question& whole) {
        note(result_.remarks, whole.name, translatable("The fields of “{name}” are a question each here."));
        for (const auto& part : parts_of(row, whole.name, false)) {
            Question question = whole;
            question.name = whole.name + '_' + part.value;
            question.title = part.text;
            question.hint = whole.title;
            parts_.erase(whole.name + '_' + part.value);
            result_.definition.pages.back().questions.push_back(std::move(question));
        }
    }

    struct Part {
        std::string question;
        std::string part;
        bool ticked = false;
    };

    LimeFile file_;
    Converted result_;
    std::map<std::string, Part> parts_;
};

} // namespace

Result<Converted> read_limesurvey(std::string_view xml) {
    auto file = TRY(read_lime_file(xml));
    if (file.kind != "Survey")
        return Error{
            ErrorKind::invalid,
            "formats.no_survey",
            translatable("This is not a survey structure of LimeSurvey. Export it there as “Survey structure "
                         "(.lss)”."),
            {},
            "file"};
    return Reader(std::move(file)).read();
}

} // namespace maerkbar::surveys
