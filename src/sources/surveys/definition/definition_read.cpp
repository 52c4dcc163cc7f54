#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/names.hpp"
#include "base/translatable.hpp"
#include "measurement/json_reading.hpp"
#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/definition/definition_json.hpp"

namespace maerkbar::surveys {

namespace {

namespace json = boost::json;
using measurement::MemberReader;

constexpr int deepest_condition = 8;
constexpr std::size_t most_items = 2000; // of any list

// Reads every object of a list with `read(reader)`; anything else in it is a mistake.
template <typename Read>
void each_object(MemberReader& reader, std::string_view name, Read read) {
    const auto* value = reader.find(name);
    if (value == nullptr) return;
    if (!value->is_array() || value->as_array().size() > most_items)
        return reader.fail(name, "survey.no_list", translatable("A list belongs here."));
    std::size_t at = 0;
    for (const auto& item : value->as_array()) {
        const auto field = reader.field(name) + '.' + std::to_string(at++);
        if (!item.is_object())
            return reader.fail(
                {ErrorKind::invalid, "survey.no_object", translatable("An object belongs here."), {}, field});
        MemberReader members(item.as_object(), field);
        read(members);
        if (auto finished = members.finish(); !finished) return reader.fail(finished.error());
    }
}

class SurveyReader {
  public:
    Result<Definition> read(const json::object& object) {
        MemberReader reader(object, "");
        std::string format;
        reader.text("format", format);
        if (format != survey_format)
            return Error{ErrorKind::invalid,
                         "survey.format",
                         translatable("This is no survey of Mærkbar: “format” must be “{format}”."),
                         {{"format", std::string(survey_format)}},
                         "format"};
        languages(reader);
        definition_.title = texts(reader, "title");
        definition_.intro = texts(reader, "intro");
        definition_.thanks = texts(reader, "thanks");
        each_object(reader, "sections", [&](MemberReader& members) {
            auto& section = definition_.sections.emplace_back();
            members.text("name", section.name);
            section.title = texts(members, "title");
        });
        each_object(reader, "pages",
                    [&](MemberReader& members) { definition_.pages.push_back(page(members)); });
        TRY(reader.finish());
        return std::move(definition_);
    }

  private:
    void languages(MemberReader& reader) {
        const auto* list = reader.find("languages");
        if (list == nullptr || !list->is_array())
            return reader.fail("languages", "survey.no_language",
                               translatable("Say at least one language, the main one first."));
        for (const auto& code : list->as_array()) {
            if (!code.is_string()) return reader.fail("languages", "json.no_text", "A text belongs here.");
            definition_.languages.emplace_back(code.as_string());
        }
    }

    Texts texts(MemberReader& reader, std::string_view name) const {
        Texts texts;
        const auto* value = reader.find(name);
        if (value == nullptr) return texts;
        if (value->is_string()) {
            texts.by_language.emplace(definition_.main_language(), value->as_string());
            return texts;
        }
        if (!value->is_object()) {
            reader.fail(name, "json.no_text", "A text belongs here.");
            return texts;
        }
        MemberReader members(value->as_object(), reader.field(name));
        for (const auto& member : value->as_object())
            members.text(member.key(), texts.by_language[std::string(member.key())]);
        if (auto finished = members.finish(); !finished) reader.fail(finished.error());
        std::erase_if(texts.by_language, [](const auto& text) { return text.second.empty(); });
        return texts;
    }

    Page page(MemberReader& reader) {
        Page page;
        reader.text("name", page.name);
        page.title = texts(reader, "title");
        reader.text("section", page.section);
        page.shown_if = condition(reader, "shown_if");
        each_object(reader, "questions",
                    [&](MemberReader& members) { page.questions.push_back(question(members)); });
        return page;
    }

    Question question(MemberReader& reader) {
        Question question;
        reader.text("name", question.name);
        if (reader.find("type") == nullptr)
            reader.fail("type", "survey.no_type", translatable("Say what kind of question it is."));
        reader.word("type", question.type, question_type_named);
        question.title = texts(reader, "title");
        question.hint = texts(reader, "hint");
        question.shown_if = condition(reader, "shown_if");
        std::int64_t points = 0;
        reader.whole("points", points);
        question.points = static_cast<int>(std::clamp<std::int64_t>(points, -1, 100));
        question.choices = choices(reader, "choices");
        question.rows = choices(reader, "rows");
        reader.truth("other", question.other);
        number(reader, "least", question.least);
        number(reader, "most", question.most);
        reader.truth("whole", question.whole);
        question.expectation = texts(reader, "expectation");
        question.experience = texts(reader, "experience");
        reader.truth("recalled", question.recalled);
        missing(reader, question.missing);
        reader.truth("sensitive", question.sensitive);
        reader.truth("required", question.required);
        return question;
    }

    std::vector<Choice> choices(MemberReader& reader, std::string_view name) const {
        std::vector<Choice> choices;
        each_object(reader, name, [&](MemberReader& members) {
            auto& choice = choices.emplace_back();
            members.text("value", choice.value);
            choice.text = texts(members, "text");
        });
        return choices;
    }

    static void number(MemberReader& reader, std::string_view name, std::optional<double>& into) {
        if (reader.find(name) == nullptr) return;
        double value = 0;
        reader.number(name, value);
        into = value;
    }

    static void missing(MemberReader& reader, std::vector<Missing>& into) {
        const auto* list = reader.find("missing");
        if (list == nullptr) return;
        const auto wrong = [&] {
            reader.fail(
                "missing", "survey.missing",
                translatable("Ways not to answer are dont_know, not_relevant and no_wish, each once."));
        };
        if (!list->is_array()) return wrong();
        for (const auto& item : list->as_array()) {
            const auto code =
                item.is_string() ? missing_named(std::string_view(item.as_string())) : std::nullopt;
            if (!code || *code == Missing::skipped || std::ranges::find(into, *code) != into.end())
                return wrong();
            into.push_back(*code);
        }
    }

    static Condition condition(MemberReader& reader, std::string_view name) {
        const auto* value = reader.find(name);
        if (value == nullptr) return {};
        auto read = one_condition(*value, reader.field(name), 0);
        if (!read) {
            reader.fail(read.error());
            return {};
        }
        return std::move(*read);
    }

    static Result<Condition> one_condition(const json::value& value, const std::string& field, int depth) {
        if (!value.is_object() || depth > deepest_condition)
            return Error{ErrorKind::invalid,
                         "survey.no_condition",
                         translatable("A condition belongs here, at most eight inside each other."),
                         {},
                         field};
        MemberReader reader(value.as_object(), field);
        constexpr std::pair<std::string_view, Condition::Kind> kinds[] = {
            {"all", Condition::Kind::all}, {"any", Condition::Kind::any}, {"none", Condition::Kind::none}};
        for (const auto& [name, kind] : kinds)
            if (const auto* parts = reader.find(name)) {
                auto combined = TRY(parts_of(kind, *parts, field + '.' + std::string(name), depth));
                TRY(reader.finish());
                return combined;
            }
        Condition compared;
        compared.kind = Condition::Kind::compare;
        reader.text("question", compared.question);
        reader.word("is", compared.comparison, comparison_named);
        if (const auto* with = reader.find("value"))
            compared.value = with->is_string() ? std::string(with->as_string()) : json::serialize(*with);
        TRY(reader.finish());
        return compared;
    }

    static Result<Condition> parts_of(Condition::Kind kind, const json::value& parts,
                                      const std::string& field, int depth) {
        if (!parts.is_array())
            return Error{
                ErrorKind::invalid, "survey.no_list", translatable("A list belongs here."), {}, field};
        Condition combined;
        combined.kind = kind;
        for (const auto& part : parts.as_array())
            combined.parts.push_back(TRY(one_condition(part, field, depth + 1)));
        return combined;
    }

    Definition definition_;
};

} // namespace

Result<Definition> read_draft(std::string_view text) {
    const auto object = TRY(measurement::parse_object(text));
    return SurveyReader().read(object);
}

Result<Definition> read_survey(std::string_view text) {
    auto definition = TRY(read_draft(text));
    TRY(check(definition));
    return definition;
}

} // namespace maerkbar::surveys
