#include <algorithm>
#include <array>
#include <map>

#include "base/translatable.hpp"
#include "sources/surveys/formats/expression.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/formats/settle.hpp"
#include "sources/surveys/formats/xlsform_sheet.hpp"

namespace maerkbar::surveys {

namespace {

// The words of a cell: "select_one topics or_other" → select_one, topics, or_other.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t\n"), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return words;
}

bool is_yes(std::string_view text) {
    return text == "yes" || text == "Yes" || text == "YES" || text == "true" || text == "TRUE" ||
           text == "true()" || text == "1";
}

bool has_word(std::string_view cell, std::string_view word) {
    const auto words = words_in(cell);
    return std::ranges::find(words, word) != words.end();
}

class Reader {
  public:
    Reader(FormSheet survey, FormSheet choices, FormSheet settings)
        : survey_(std::move(survey)), choices_(std::move(choices)), settings_(std::move(settings)) {}

    Result<Converted> read() {
        settings();
        for (const auto& row : choices_.rows)
            lists_[std::string(row["list_name"].empty() ? row["list"] : row["list_name"])].push_back(
                {std::string(row["name"].empty() ? row["value"] : row["name"]),
                 row.in_languages("label", main_)});
        for (const auto& row : survey_.rows)
            take(row);
        return settle(std::move(result_));
    }

  private:
    // A group that is open, and a page that is filled.
    struct Group {
        std::string name;
        Texts title;
        Condition shown_if;
    };

    void settings() {
        auto& definition = result_.definition;
        for (const auto& sheet : {&survey_, &choices_})
            for (const auto& code : sheet->languages)
                if (std::ranges::find(definition.languages, code) == definition.languages.end())
                    definition.languages.push_back(code);
        main_ = definition.languages.empty() ? "en" : definition.languages.front();
        if (!settings_.rows.empty()) set_main(settings_.rows.front()["default_language"]);
        auto& languages = definition.languages;
        std::erase(languages, main_);
        languages.insert(languages.begin(), main_);
        if (!settings_.rows.empty() && !settings_.rows.front()["form_title"].empty())
            definition.title.by_language.emplace(main_, settings_.rows.front()["form_title"]);
    }

    void set_main(std::string_view text) {
        const auto open = text.rfind('(');
        if (open != std::string_view::npos && text.ends_with(')'))
            text = text.substr(open + 1, text.size() - open - 2);
        if (is_language(text)) main_ = text;
    }

    void take(const FormRow& row) {
        auto type = std::string(row["type"]);
        if (type.starts_with("begin ")) type[5] = '_';
        if (type.starts_with("end ")) type[3] = '_';
        if (row.cells.empty() && row.texts.empty()) return;
        if (skipping_ > 0 || type == "begin_repeat") return skip(type, row);
        if (type == "begin_group") return begin(row);
        if (type.starts_with("end_")) return end();
        question(type, row);
    }

    // What lies in a repeat is left out with it.
    void skip(const std::string& type, const FormRow& row) {
        if (type == "begin_repeat" || (skipping_ > 0 && type == "begin_group")) ++skipping_;
        if (type.starts_with("end_")) --skipping_;
        if (!row["name"].empty()) leave_out(row, type);
    }

    void leave_out(const FormRow& row, std::string_view type) {
        note(result_.remarks,
             row["name"].empty() ? "row " + std::to_string(row.line) : std::string(row["name"]),
             translatable("The question “{name}” is left out: its kind “{value}” does not exist here."),
             type);
    }

    void begin(const FormRow& row) {
        groups_.push_back({std::string(row["name"]), row.in_languages("label", main_), condition(row)});
        note_rest(row);
        page_open_ = false;
    }

    void end() {
        if (!groups_.empty()) groups_.pop_back();
        page_open_ = false;
    }

    Condition condition(const FormRow& row) {
        const auto text = row["relevant"];
        if (text.empty()) return {};
        if (auto read = read_expression(text, Dialect::xlsform)) return std::move(*read);
        note(result_.remarks, row["name"],
             translatable("“{name}” is always shown: its condition cannot be expressed here: {value}"), text);
        return {};
    }

    // The page that belongs to the groups that are open; inside another group, that one becomes a section.
    Page& page() {
        auto& pages = result_.definition.pages;
        if (page_open_) return pages.back();
        Page page{.name = groups_.empty() ? "page" + std::to_string(pages.size() + 1) : groups_.back().name};
        if (!groups_.empty()) page.title = groups_.back().title;
        if (groups_.size() > 1) {
            page.section = groups_.front().name;
            section(groups_.front());
        }
        std::vector<Condition> conditions;
        for (const auto& group : groups_)
            if (!group.shown_if.always()) conditions.push_back(group.shown_if);
        page.shown_if =
            conditions.size() == 1 ? conditions.front() : Condition{Condition::Kind::all, conditions};
        page_open_ = true;
        pages.push_back(std::move(page));
        return pages.back();
    }

    void section(const Group& group) {
        auto& sections = result_.definition.sections;
        if (std::ranges::find(sections, group.name, &Section::name) == sections.end())
            sections.push_back({group.name, group.title});
    }

    void question(const std::string& type, const FormRow& row) {
        Question question;
        question.name = row["name"];
        question.title = row.in_languages("label", main_);
        question.hint = row.in_languages("hint", main_);
        question.required = is_yes(row["required"]);
        question.sensitive = is_yes(row["sensitive"]);
        question.shown_if = condition(row);
        if (!shape(type, row, question)) return leave_out(row, type);
        constraint(row, question);
        note_rest(row);
        page().questions.push_back(std::move(question));
    }

    bool shape(const std::string& type, const FormRow& row, Question& question) {
        const auto words = words_in(type);
        const auto kind = words.empty() ? std::string() : words.front();
        constexpr std::array<std::pair<std::string_view, QuestionType>, 9> plain{
            {{"text", QuestionType::open_text},
             {"string", QuestionType::open_text},
             {"integer", QuestionType::number},
             {"int", QuestionType::number},
             {"decimal", QuestionType::number},
             {"date", QuestionType::date},
             {"note", QuestionType::information},
             {"time", QuestionType::open_text},
             {"datetime", QuestionType::open_text}}};
        for (const auto& [name, meaning] : plain)
            if (kind == name) {
                question.type = meaning;
                question.whole = kind == "integer" || kind == "int";
                if (kind == "time" || kind == "datetime")
                    note(result_.remarks, question.name,
                         translatable(
                             "“{name}” is answered with text here, not with a field of the kind “{value}”."),
                         kind);
                return true;
            }
        if (kind == "select_one") return select(words, row, question, QuestionType::single_choice);
        if (kind == "select_multiple") return select(words, row, question, QuestionType::multiple_choice);
        if (kind == "rank") return select(words, row, question, QuestionType::ranking);
        return false;
    }

    bool select(const std::vector<std::string>& words, const FormRow& row, Question& question,
                QuestionType type) {
        const auto list = words.size() > 1 ? lists_.find(words[1]) : lists_.end();
        if (list == lists_.end()) return false;
        question.type = type;
        question.choices = list->second;
        question.other = words.size() > 2 && words[2] == "or_other";
        std::erase_if(question.choices, [&](const Choice& choice) {
            const auto missing = missing_named(choice.value);
            if (missing && *missing != Missing::skipped) question.missing.push_back(*missing);
            return missing.has_value();
        });
        if (type == QuestionType::ranking && question.other) {
            question.other = false;
            note(result_.remarks, question.name,
                 translatable("“Something else” of the ranking “{name}” is left out."));
        }
        if (type == QuestionType::single_choice) scale(row["appearance"], question);
        return true;
    }

    static bool numbered(const Question& question, int least, int most) {
        if (static_cast<int>(question.choices.size()) != most - least + 1) return false;
        for (int step = least; step <= most; ++step)
            if (question.choices[static_cast<std::size_t>(step - least)].value != std::to_string(step))
                return false;
        return true;
    }

    // Faces, steps, and yes or no are choices there.
    static void scale(std::string_view appearance, Question& question) {
        const auto count = static_cast<int>(question.choices.size());
        if (count == 2 && question.choices[0].value == "yes" && question.choices[1].value == "no")
            question.type = QuestionType::yes_no;
        if (!has_word(appearance, "likert")) return;
        if (numbered(question, 0, 10)) {
            question.type = QuestionType::nps;
        } else if (has_word(appearance, "smiley") && count >= 3 && count <= 5 &&
                   numbered(question, 1, count)) {
            question.type = QuestionType::smiley;
            question.points = count;
        } else if ((count == 5 || count == 6) && numbered(question, 1, count)) {
            question.type = QuestionType::likert;
            question.points = count;
        }
    }

    // . >= 0 and . <= 120
    void constraint(const FormRow& row, Question& question) {
        const auto text = row["constraint"];
        if (text.empty()) return;
        const auto read = read_expression(text, Dialect::xlsform);
        if (read && question.type == QuestionType::number && bounds(*read, question)) return;
        note(result_.remarks, question.name,
             translatable("The demand on the answer to “{name}” cannot be expressed here: {value}"), text);
    }

    static bool bounds(const Condition& condition, Question& question) {
        if (condition.kind == Condition::Kind::all)
            return std::ranges::all_of(condition.parts,
                                       [&](const Condition& part) { return bounds(part, question); });
        const auto value = number_in(condition.value);
        if (condition.kind != Condition::Kind::compare || condition.question != "." || !value) return false;
        const double step = question.whole ? 1 : 0;
        switch (condition.comparison) {
            case Comparison::at_least:
                question.least = value;
                return true;
            case Comparison::at_most:
                question.most = value;
                return true;
            case Comparison::more:
                question.least = *value + step;
                return question.whole;
            case Comparison::less:
                question.most = *value - step;
                return question.whole;
            default:
                return false;
        }
    }

    // Columns that say something we have no place for.
    void note_rest(const FormRow& row) {
        constexpr std::array<std::string_view, 9> known{
            "type", "name", "label", "hint", "required", "relevant", "constraint", "appearance", "sensitive"};
        std::string rest;
        for (const auto& [column, text] : row.cells)
            if (std::ranges::find(known, column) == known.end()) rest += (rest.empty() ? "" : ", ") + column;
        if (!rest.empty())
            note(result_.remarks, row["name"],
                 translatable("Settings of “{name}” that do not exist here: {value}."), rest);
    }

    FormSheet survey_, choices_, settings_;
    std::map<std::string, std::vector<Choice>> lists_;
    std::string main_;
    std::vector<Group> groups_;
    bool page_open_ = false;
    int skipping_ = 0; // depth inside a repeat
    Converted result_;
};

} // namespace

Result<Converted> read_xlsform(std::string bytes) {
    auto survey = TRY(read_form_sheet(bytes, "survey", true));
    auto choices = TRY(read_form_sheet(bytes, "choices", false));
    auto settings = TRY(read_form_sheet(bytes, "settings", false));
    return Reader(std::move(survey), std::move(choices), std::move(settings)).read();
}

} // namespace maerkbar::surveys
