#include "base/json_writer.hpp"
#include "sources/surveys/definition/definition_json.hpp"

namespace maerkbar::surveys {

namespace {

class SurveyWriter {
  public:
    std::string write(const Definition& definition) {
        json_.begin_object().member("format", survey_format).key("languages").begin_array();
        for (const auto& code : definition.languages)
            json_.value(code);
        json_.end_array();
        texts("title", definition.title);
        texts("intro", definition.intro);
        texts("thanks", definition.thanks);
        list("sections", definition.sections, [&](const Section& section) {
            json_.member("name", section.name);
            texts("title", section.title);
        });
        list("pages", definition.pages, [&](const Page& page) { write(page); });
        return std::move(json_.end_object()).text();
    }

  private:
    template <typename Items, typename Each>
    void list(std::string_view name, const Items& items, Each each) {
        if (items.empty()) return;
        json_.key(name).begin_array();
        for (const auto& item : items) {
            json_.begin_object();
            each(item);
            json_.end_object();
        }
        json_.end_array();
    }

    void texts(std::string_view name, const Texts& texts) {
        if (texts.empty()) return;
        json_.key(name).begin_object();
        for (const auto& [code, text] : texts.by_language)
            json_.member(code, text);
        json_.end_object();
    }

    void word(std::string_view name, const std::string& value) {
        if (!value.empty()) json_.member(name, value);
    }

    void flag(std::string_view name, bool value, bool usual) {
        if (value != usual) json_.member(name, value);
    }

    void write(const Page& page) {
        json_.member("name", page.name);
        texts("title", page.title);
        word("section", page.section);
        shown_if(page.shown_if);
        list("questions", page.questions, [&](const Question& question) { write(question); });
    }

    void write(const Question& question) {
        json_.member("name", question.name).member("type", name_of(question.type));
        texts("title", question.title);
        texts("hint", question.hint);
        shown_if(question.shown_if);
        if (question.points != 0) json_.member("points", question.points);
        choices("choices", question.choices);
        choices("rows", question.rows);
        flag("other", question.other, false);
        if (question.least) json_.member("least", *question.least);
        if (question.most) json_.member("most", *question.most);
        flag("whole", question.whole, false);
        texts("expectation", question.expectation);
        texts("experience", question.experience);
        flag("recalled", question.recalled, true);
        if (!question.missing.empty()) {
            json_.key("missing").begin_array();
            for (const auto missing : question.missing)
                json_.value(name_of(missing));
            json_.end_array();
        }
        flag("sensitive", question.sensitive, false);
        flag("required", question.required, false);
    }

    void choices(std::string_view name, const std::vector<Choice>& choices) {
        list(name, choices, [&](const Choice& choice) {
            json_.member("value", choice.value);
            texts("text", choice.text);
        });
    }

    void shown_if(const Condition& condition) {
        if (condition.always()) return;
        json_.key("shown_if");
        write(condition);
    }

    void write(const Condition& condition) {
        json_.begin_object();
        if (condition.kind == Condition::Kind::compare) {
            json_.member("question", condition.question).member("is", name_of(condition.comparison));
            word("value", condition.value);
        } else {
            json_.key(condition.kind == Condition::Kind::all   ? "all"
                      : condition.kind == Condition::Kind::any ? "any"
                                                               : "none");
            json_.begin_array();
            for (const auto& part : condition.parts)
                write(part);
            json_.end_array();
        }
        json_.end_object();
    }

    JsonWriter json_;
};

} // namespace

std::string write_survey(const Definition& definition) {
    return SurveyWriter().write(definition);
}

} // namespace maerkbar::surveys
