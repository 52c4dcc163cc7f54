#include "sources/surveys/formats/settle.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/definition/piping.hpp"

namespace maerkbar::surveys {

namespace {

std::string with_allowed_signs(std::string_view name) {
    std::string good;
    for (const char c : name.substr(0, longest_name))
        good += is_name({&c, 1}) ? c : '_';
    return good.empty() ? "q" : good;
}

class Settler {
  public:
    explicit Settler(Converted& converted) : survey_(converted.definition), remarks_(converted.remarks) {}

    Result<void> run() {
        std::erase_if(survey_.pages, [](const Page& page) { return page.questions.empty(); });
        if (survey_.pages.empty())
            return Error{ErrorKind::invalid,
                         "formats.empty",
                         translatable("There is no question in this file that can be taken over."),
                         {},
                         "file"};
        for (auto& section : survey_.sections)
            section.name = unique(section.name, section_names_);
        for (auto& page : survey_.pages)
            settle(page);
        settle_title();
        settle_languages();
        return check(survey_);
    }

  private:
    void settle_title() {
        if (!survey_.title.empty()) return;
        const auto& first = survey_.pages.front();
        survey_.title = first.title.empty() ? first.questions.front().title : first.title;
        note(remarks_, "title",
             translatable("The survey has no title; it got the first words in it. Give it one."));
    }

    static std::string unique(std::string_view wanted, std::set<std::string>& taken) {
        auto name = with_allowed_signs(wanted);
        const auto stem = name.substr(0, longest_name - 4);
        for (int number = 2; !taken.insert(name).second; ++number)
            name = stem + '_' + std::to_string(number);
        return name;
    }

    void settle(Page& page) {
        page.name = unique(page.name, page_names_);
        const bool known = std::ranges::any_of(
            survey_.sections, [&](const Section& section) { return section.name == page.section; });
        if (!known) page.section.clear();
        settle(page.shown_if, page.name);
        for (auto& question : page.questions)
            settle(question);
    }

    void settle(Question& question) {
        const auto old = question.name;
        question.name = unique(old, question_names_);
        if (question.name != old)
            note(remarks_, old, translatable("The question “{name}” is called “{value}” here."),
                 question.name);
        if (question.title.empty()) question.title.by_language.emplace(survey_.main_language(), old);
        settle(question.choices, old);
        settle(question.rows, old);
        settle(question.shown_if, old);
        settle_pipes(question.title, old);
        settle_pipes(question.hint, old);
        renamed_.insert_or_assign(old, question.name);
        for (auto& name : answer_names(question))
            before_.insert(std::move(name));
    }

    // Choices without value or text, or with a value that is there already.
    void settle(std::vector<Choice>& choices, const std::string& place) {
        std::set<std::string> seen;
        std::erase_if(choices, [&](Choice& choice) {
            if (choice.text.empty()) choice.text.by_language.emplace(survey_.main_language(), choice.value);
            const bool bad = choice.value.empty() || choice.value.size() > longest_value ||
                             !seen.insert(choice.value).second;
            if (bad)
                note(remarks_, place,
                     translatable("A choice of “{name}” has no value of its own and is left out: “{value}”."),
                     choice.value);
            return bad;
        });
    }

    std::string present_name(const std::string& name) const {
        const auto dot = name.find('.');
        const auto found = renamed_.find(name.substr(0, dot));
        if (found == renamed_.end()) return name;
        return found->second + (dot == std::string::npos ? "" : name.substr(dot));
    }

    void rename(Condition& condition) const {
        if (condition.kind == Condition::Kind::compare) condition.question = present_name(condition.question);
        for (auto& part : condition.parts)
            rename(part);
    }

    void settle(Condition& condition, const std::string& place) {
        rename(condition);
        for (const auto& name : names_in(condition))
            if (!before_.contains(name)) {
                note(remarks_, place,
                     translatable(
                         "“{name}” is always shown: its condition asks for “{value}”, which is no earlier "
                         "question that was taken over."),
                     name);
                condition = {};
                return;
            }
    }

    void settle_pipes(Texts& texts, const std::string& place) {
        for (auto& [code, text] : texts.by_language)
            for (const auto& name : piped_names(text)) {
                const auto at = text.find('{' + name + '}');
                const auto present = present_name(name);
                const bool known = before_.contains(present);
                if (!known)
                    note(remarks_, place,
                         translatable(
                             "A text of “{name}” speaks of “{value}”, which is no earlier question that was "
                             "taken over."),
                         name);
                text.replace(at, name.size() + 2, known ? '{' + present + '}' : '(' + name + ')');
            }
    }

    // Every text exists in the main language, and only in languages of the survey.
    void settle_languages() {
        change_each_text(survey_, [&](const std::string&, Texts& text) {
            std::erase_if(text.by_language, [&](const auto& one) {
                return std::ranges::find(survey_.languages, one.first) == survey_.languages.end();
            });
            if (!text.empty() && !text.has(survey_.main_language()))
                text.by_language[std::string(survey_.main_language())] = std::string(text.in("", ""));
        });
    }

    Definition& survey_;
    Remarks& remarks_;
    std::set<std::string> page_names_, section_names_, question_names_;
    std::map<std::string, std::string> renamed_;
    std::set<std::string> before_;
};

} // namespace

Result<Converted> settle(Converted converted) {
    TRY(Settler(converted).run());
    return converted;
}

} // namespace maerkbar::surveys
