#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <set>

#include "base/translatable.hpp"
#include "measurement/json_reading.hpp"
#include "sources/surveys/formats/expression.hpp"
#include "sources/surveys/formats/formats.hpp"
#include "sources/surveys/formats/plain_text.hpp"
#include "sources/surveys/formats/settle.hpp"

// SurveyJS JSON as survey-core 1.9 to 3.1 writes and reads it.
namespace maerkbar::surveys {

namespace {

namespace json = boost::json;

constexpr std::size_t most_range = 100; // choices from choicesMin/Max or a rating

const json::object no_object;

// Takes members of one element, so that what nobody asked for can be told.
class Element {
  public:
    explicit Element(const json::value& value) : object_(value.is_object() ? value.as_object() : no_object) {}

    const json::value* find(std::string_view name) {
        asked_.insert(std::string(name));
        return object_.if_contains(name);
    }
    std::string text(std::string_view name) {
        const auto* value = find(name);
        if (value == nullptr) return {};
        if (value->is_string()) return std::string(value->as_string());
        return value->is_number() ? json::serialize(*value) : std::string();
    }
    bool truth(std::string_view name) {
        const auto* value = find(name);
        return value != nullptr && value->is_bool() && value->as_bool();
    }
    std::optional<double> number(std::string_view name) {
        const auto* value = find(name);
        if (value != nullptr && value->is_number()) return value->to_number<double>();
        if (value != nullptr && value->is_string()) return number_in(std::string_view(value->as_string()));
        return std::nullopt;
    }
    // Names of the members that were not asked for, with commas.
    [[nodiscard]] std::string rest() const {
        std::string names;
        for (const auto& member : object_)
            if (!asked_.contains(std::string_view(member.key())))
                names += (names.empty() ? "" : ", ") + std::string(member.key());
        return names;
    }

  private:
    const json::object& object_;
    std::set<std::string, std::less<>> asked_;
};

// SurveyJS calls Norwegian "no", and may name a country.
std::string language_of(std::string_view locale) {
    if (locale.starts_with("no")) return "nb";
    if (is_language(locale)) return std::string(locale);
    const auto base = locale.substr(0, locale.find('-'));
    return is_language(base) ? std::string(base) : std::string();
}

class Reader {
  public:
    Result<Converted> read(const json::object& object) {
        const json::value whole(object);
        Element survey(whole);
        const auto locale = language_of(survey.text("locale"));
        main_ = locale.empty() ? "en" : locale;
        result_.definition.languages = {main_};
        auto& definition = result_.definition;
        definition.title = texts(survey.find("title"));
        definition.intro = texts(survey.find("description"));
        definition.thanks = texts(survey.find("completedHtml"));
        if (const auto* pages = survey.find("pages"); pages != nullptr && pages->is_array()) {
            for (const auto& one : pages->as_array())
                page(one);
        } else if (const auto* elements = survey.find("elements"); elements != nullptr) {
            definition.pages.push_back({.name = "page1"});
            add_elements(elements, {});
        } else if (const auto* questions = survey.find("questions"); questions != nullptr) {
            definition.pages.push_back({.name = "page1"});
            add_elements(questions, {});
        }
        if (const auto rest = survey.rest(); !rest.empty())
            note(result_.remarks, "survey",
                 translatable("Settings of the survey that do not exist here: {value}."), rest);
        return settle(std::move(result_));
    }

  private:
    void add_language(const std::string& code) {
        auto& languages = result_.definition.languages;
        if (std::ranges::find(languages, code) == languages.end()) languages.push_back(code);
    }

    Texts texts(const json::value* value) {
        Texts texts;
        if (value == nullptr) return texts;
        if (value->is_string() || value->is_number()) {
            auto text =
                plain_text(value->is_string() ? std::string(value->as_string()) : json::serialize(*value));
            if (!text.empty()) texts.by_language.emplace(main_, std::move(text));
        } else if (value->is_object()) {
            for (const auto& member : value->as_object()) {
                const auto code = member.key() == "default" ? main_ : language_of(member.key());
                if (code.empty() || !member.value().is_string()) continue;
                auto text = plain_text(std::string(member.value().as_string()));
                if (text.empty()) continue;
                add_language(code);
                texts.by_language[code] = std::move(text);
            }
        }
        return texts;
    }

    Condition condition(Element& element, const std::string& place) {
        const auto text = element.text("visibleIf");
        if (text.empty()) return {};
        if (auto read = read_expression(text, Dialect::surveyjs)) return std::move(*read);
        note(result_.remarks, place,
             translatable("“{name}” is always shown: its condition cannot be expressed here: {value}"), text);
        return {};
    }

    void page(const json::value& value) {
        Element element(value);
        Page page;
        page.name = element.text("name");
        if (page.name.empty()) page.name = "page" + std::to_string(result_.definition.pages.size() + 1);
        page.title = texts(element.find("title"));
        page.shown_if = condition(element, page.name);
        const auto name = page.name;
        result_.definition.pages.push_back(std::move(page));
        const auto* elements = element.find("elements");
        add_elements(elements != nullptr ? elements : element.find("questions"), {});
        tell_rest(element, name);
    }

    void tell_rest(const Element& element, const std::string& place) {
        if (const auto rest = element.rest(); !rest.empty())
            note(result_.remarks, place,
                 translatable("Settings of “{name}” that do not exist here: {value}."), rest);
    }

    // `around` must hold too: the condition of the panels that the elements lie in.
    void add_elements(const json::value* list, const Condition& around, int depth = 0) {
        if (list == nullptr || !list->is_array() || depth > 8) return;
        for (const auto& value : list->as_array()) {
            Element element(value);
            if (element.text("type") == "panel")
                panel(element, around, depth);
            else
                question(element, around);
        }
    }

    void panel(Element& element, const Condition& around, int depth) {
        const auto name = element.text("name");
        if (!texts(element.find("title")).empty())
            note(result_.remarks, name,
                 translatable(
                     "The heading of the panel “{name}” is left out; its questions stand for themselves."));
        const auto inside = both(around, condition(element, name));
        add_elements(element.find("elements"), inside, depth + 1);
        tell_rest(element, name);
    }

    static Condition both(const Condition& one, Condition other) {
        if (one.always()) return other;
        if (other.always()) return one;
        return {Condition::Kind::all, {one, std::move(other)}};
    }

    void question(Element& element, const Condition& around) {
        Question question;
        const auto type = element.text("type");
        question.name = element.text("name");
        question.title = texts(element.find("title"));
        question.hint = texts(element.find("description"));
        question.required = element.truth("isRequired");
        question.sensitive = element.truth("sensitive");
        question.shown_if = both(around, condition(element, question.name));
        if (!shape(type, element, question)) {
            note(result_.remarks, question.name,
                 translatable("The question “{name}” is left out: its kind “{value}” does not exist here."),
                 type);
            return;
        }
        tell_rest(element, question.name);
        result_.definition.pages.back().questions.push_back(std::move(question));
    }

    // Fills in what the type asks for; false for a type that does not exist here.
    bool shape(const std::string& type, Element& element, Question& question) {
        if (type == "rating") return rating(element, question);
        if (type == "boolean") return boolean(element, question);
        if (type == "text") return text_question(element, question);
        if (type == "matrix") return matrix(element, question);
        if (type == "html") {
            question.type = QuestionType::information;
            question.title = texts(element.find("html"));
            return true;
        }
        if (type == "comment") {
            question.type = QuestionType::open_text;
            return true;
        }
        constexpr std::array<std::pair<std::string_view, QuestionType>, 6> choosing{
            {{"radiogroup", QuestionType::single_choice},
             {"dropdown", QuestionType::single_choice},
             {"checkbox", QuestionType::multiple_choice},
             {"tagbox", QuestionType::multiple_choice},
             {"imagepicker", QuestionType::single_choice},
             {"ranking", QuestionType::ranking}}};
        for (const auto& [name, meaning] : choosing)
            if (type == name) {
                question.type = meaning;
                return choices(element, question);
            }
        return false;
    }

    std::vector<Choice> items(const json::value* list) {
        std::vector<Choice> items;
        if (list == nullptr || !list->is_array()) return items;
        for (const auto& value : list->as_array()) {
            Choice choice;
            if (value.is_object()) {
                Element element(value);
                choice.value = element.text("value");
                choice.text = texts(element.find("text"));
                tell_rest(element, choice.value);
            } else {
                choice.value = value.is_string() ? std::string(value.as_string()) : json::serialize(value);
            }
            items.push_back(std::move(choice));
        }
        return items;
    }

    bool choices(Element& element, Question& question) {
        question.choices = items(element.find("choices"));
        question.other = element.truth("hasOther") || element.truth("showOtherItem");
        const bool both_kinds = question.type != QuestionType::ranking;
        if (question.other && !both_kinds) question.other = false;
        if (element.truth("showDontKnowItem")) question.missing.push_back(Missing::dont_know);
        if (element.truth("hasNone") || element.truth("showNoneItem"))
            question.missing.push_back(Missing::not_relevant);
        if (element.truth("showRefuseItem")) question.missing.push_back(Missing::no_wish);
        return !question.choices.empty() || question.other;
    }

    bool rating(Element& element, Question& question) {
        const auto least = static_cast<int>(element.number("rateMin").value_or(1));
        const auto count = element.number("rateCount");
        auto most = static_cast<int>(element.number("rateMax").value_or(count ? least + *count - 1 : 5));
        question.choices = items(element.find("rateValues"));
        const bool faces = element.text("rateType") == "smileys";
        if (!question.choices.empty()) {
            most = static_cast<int>(question.choices.size()) + least - 1;
            for (const auto& choice : question.choices)
                if (const auto value = number_in(choice.value); !value || *value < least || *value > most) {
                    question.type = QuestionType::single_choice;
                    return true;
                }
            std::erase_if(question.choices, [](const Choice& choice) { return choice.text.empty(); });
        }
        ends(element, question, least, most);
        question.points = most;
        if (least == 0 && most == 10) {
            question.type = QuestionType::nps;
            question.points = 0;
        } else if (faces && least == 1 && most >= 3 && most <= 5) {
            question.type = QuestionType::smiley;
        } else if (least == 1 && (most == 5 || most == 6)) {
            question.type = QuestionType::likert;
        } else {
            return other_rating(question, least, most);
        }
        return true;
    }

    // The words at both ends.
    void ends(Element& element, Question& question, int least, int most) {
        const auto put = [&](std::string_view name, int step) {
            auto words = texts(element.find(name));
            const auto value = std::to_string(step);
            if (words.empty() ||
                std::ranges::find(question.choices, value, &Choice::value) != question.choices.end())
                return;
            question.choices.push_back({value, std::move(words)});
        };
        put("minRateDescription", least);
        put("maxRateDescription", most);
    }

    bool other_rating(Question& question, int least, int most) {
        question.type = QuestionType::single_choice;
        question.points = 0;
        if (most < least || static_cast<std::size_t>(most) - static_cast<std::size_t>(least) > most_range)
            return false;
        for (int step = least; step <= most; ++step) {
            const auto value = std::to_string(step);
            if (std::ranges::find(question.choices, value, &Choice::value) == question.choices.end())
                question.choices.push_back({value, {{{main_, value}}}});
        }
        std::ranges::sort(question.choices, {}, [](const Choice& choice) { return number_in(choice.value); });
        note(result_.remarks, question.name,
             translatable("The scale of “{name}” does not exist here; it is a choice of numbers."));
        return true;
    }

    bool boolean(Element& element, Question& question) {
        question.type = QuestionType::yes_no;
        const auto yes = texts(element.find("labelTrue"));
        const auto no = texts(element.find("labelFalse"));
        if (!yes.empty()) question.choices.push_back({"yes", yes});
        if (!no.empty()) question.choices.push_back({"no", no});
        return true;
    }

    bool text_question(Element& element, Question& question) {
        const auto type = element.text("inputType");
        question.type = QuestionType::open_text;
        if (type == "number" || type == "range") {
            question.type = QuestionType::number;
            question.least = element.number("min");
            question.most = element.number("max");
            question.whole = element.number("step") == 1.0;
        } else if (type == "date") {
            question.type = QuestionType::date;
        } else if (!type.empty() && type != "text") {
            note(result_.remarks, question.name,
                 translatable("“{name}” is answered with text here, not with a field of the kind “{value}”."),
                 type);
        }
        return true;
    }

    bool matrix(Element& element, Question& question) {
        question.choices = items(element.find("columns"));
        auto rows = items(element.find("rows"));
        if (rows.size() == 2 && rows[0].value == expected_side && rows[1].value == experienced_side &&
            (question.choices.size() == 5 || question.choices.size() == 6)) {
            question.type = QuestionType::expectation;
            question.points = static_cast<int>(question.choices.size());
            question.expectation = rows[0].text;
            question.experience = rows[1].text;
            std::erase_if(question.choices, [](const Choice& choice) { return choice.text.empty(); });
            return true;
        }
        question.type = QuestionType::matrix;
        question.rows = std::move(rows);
        return !question.choices.empty() && !question.rows.empty();
    }

    Converted result_;
    std::string main_;
};

} // namespace

Result<Converted> read_surveyjs(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto object = TRY(measurement::parse_object(text));
    return Reader().read(object);
}

} // namespace maerkbar::surveys
