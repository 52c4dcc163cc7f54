#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/formats/expression.hpp"
#include "sources/surveys/formats/formats.hpp"

namespace maerkbar::surveys {

namespace {

std::string_view type_in_surveyjs(const Question& question) {
    switch (question.type) {
        case QuestionType::smiley:
        case QuestionType::likert:
        case QuestionType::nps:
            return "rating";
        case QuestionType::yes_no:
            return "boolean";
        case QuestionType::single_choice:
            return "radiogroup";
        case QuestionType::multiple_choice:
            return "checkbox";
        case QuestionType::number:
        case QuestionType::date:
            return "text";
        case QuestionType::matrix:
        case QuestionType::expectation:
            return "matrix";
        case QuestionType::ranking:
            return "ranking";
        case QuestionType::open_text:
            return "comment";
        case QuestionType::information:
            return "html";
    }
    return "comment";
}

class Writer {
  public:
    explicit Writer(const Definition& definition) : survey_(definition) {}

    Exported write() {
        json_.begin_object().member("locale", locale(survey_.main_language()));
        texts("title", survey_.title);
        texts("description", survey_.intro);
        texts("completedHtml", survey_.thanks);
        json_.key("pages").begin_array();
        for (const auto& page : survey_.pages)
            write(page);
        json_.end_array().end_object();
        for (const auto& section : survey_.sections)
            note(remarks_, section.name,
                 translatable("The section “{name}” is left out; its pages are there."));
        return {std::move(json_).text(), std::move(remarks_)};
    }

  private:
    static std::string locale(std::string_view code) {
        return code == "nb" ? "no" : code == "nb-easy" ? "nb-easy" : std::string(code);
    }

    void texts(std::string_view name, const Texts& texts) {
        if (texts.empty()) return;
        json_.key(name);
        if (texts.by_language.size() == 1 && texts.has(survey_.main_language())) {
            json_.value(survey_.say(texts, survey_.main_language()));
            return;
        }
        json_.begin_object();
        for (const auto& [code, text] : texts.by_language)
            json_.member(code == survey_.main_language() ? "default" : locale(code), text);
        json_.end_object();
    }

    void shown_if(const Condition& condition) {
        if (!condition.always())
            json_.member("visibleIf", write_expression(condition, Dialect::surveyjs, survey_));
    }

    void write(const Page& page) {
        json_.begin_object().member("name", page.name);
        texts("title", page.title);
        shown_if(page.shown_if);
        json_.key("elements").begin_array();
        for (const auto& question : page.questions)
            write(question);
        json_.end_array().end_object();
    }

    void write(const Question& question) {
        json_.begin_object().member("type", type_in_surveyjs(question)).member("name", question.name);
        if (question.type == QuestionType::information) {
            texts("html", question.title);
        } else {
            texts("title", question.title);
        }
        texts("description", question.hint);
        if (question.required) json_.member("isRequired", true);
        if (question.sensitive) json_.member("sensitive", true); // a name of our own, passed over there
        shown_if(question.shown_if);
        shape(question);
        missing(question);
        json_.end_object();
    }

    void items(std::string_view name, const std::vector<Choice>& choices) {
        json_.key(name).begin_array();
        for (const auto& choice : choices) {
            json_.begin_object();
            json_.key("value");
            const auto number = number_in(choice.value);
            if (number)
                json_.value(*number);
            else
                json_.value(choice.value);
            texts("text", choice.text);
            json_.end_object();
        }
        json_.end_array();
    }

    void shape(const Question& question) {
        switch (question.type) {
            case QuestionType::smiley:
            case QuestionType::likert:
            case QuestionType::nps:
                return rating(question);
            case QuestionType::yes_no:
                return boolean(question);
            case QuestionType::number:
                return number(question);
            case QuestionType::date:
                json_.member("inputType", "date");
                return;
            case QuestionType::expectation:
                return expectation(question);
            case QuestionType::matrix:
                items("columns", question.choices);
                items("rows", question.rows);
                return;
            case QuestionType::open_text:
            case QuestionType::information:
                return;
            default:
                items("choices", question.choices);
                if (question.other) json_.member("showOtherItem", true);
        }
    }

    // All steps where some have words of their own, so that each keeps its number.
    std::vector<Choice> steps(const Question& question, bool all) const {
        std::vector<Choice> steps;
        for (int step = lowest_step(question); step <= highest_step(question); ++step) {
            Choice one{std::to_string(step), {}};
            for (const auto& choice : question.choices)
                if (choice.value == one.value) one.text = choice.text;
            if (all || !question.choices.empty()) steps.push_back(std::move(one));
        }
        return steps;
    }

    void rating(const Question& question) {
        if (question.type == QuestionType::smiley) json_.member("rateType", "smileys");
        json_.member("rateMin", lowest_step(question)).member("rateMax", highest_step(question));
        if (!question.choices.empty()) items("rateValues", steps(question, true));
    }

    void boolean(const Question& question) {
        for (const auto& choice : question.choices)
            texts(choice.value == "yes" ? "labelTrue" : "labelFalse", choice.text);
    }

    void number(const Question& question) {
        json_.member("inputType", "number");
        if (question.least) json_.member("min", *question.least);
        if (question.most) json_.member("max", *question.most);
        if (question.whole) json_.member("step", 1);
    }

    void expectation(const Question& question) {
        items("columns", steps(question, true));
        items("rows", {{std::string(expected_side), question.expectation},
                       {std::string(experienced_side), question.experience}});
        if (!question.recalled)
            note(remarks_, question.name,
                 translatable("That the expectation of “{name}” was asked beforehand cannot be said there."));
    }

    void missing(const Question& question) {
        const bool choosing = question.type == QuestionType::single_choice ||
                              question.type == QuestionType::multiple_choice ||
                              question.type == QuestionType::ranking;
        if (!choosing && !question.missing.empty())
            note(remarks_, question.name,
                 translatable("The ways not to answer “{name}” are left out: only choices have them there."));
        if (!choosing) return;
        for (const auto one : question.missing) {
            if (one == Missing::dont_know) json_.member("showDontKnowItem", true);
            if (one == Missing::no_wish) json_.member("showRefuseItem", true);
            if (one != Missing::not_relevant) continue;
            json_.member("showNoneItem", true);
        }
    }

    const Definition& survey_;
    JsonWriter json_;
    Remarks remarks_;
};

} // namespace

Exported write_surveyjs(const Definition& definition) {
    return Writer(definition).write();
}

} // namespace maerkbar::surveys
