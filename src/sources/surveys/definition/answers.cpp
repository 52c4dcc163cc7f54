#include "sources/surveys/definition/answers.hpp"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_writer.hpp"
#include "base/names.hpp"
#include "measurement/json_reading.hpp"

namespace maerkbar::surveys {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 5> missing_names{"", "dont_know", "not_relevant", "no_wish",
                                                        "skipped"};

Error unreadable(std::string_view field) {
    return {ErrorKind::invalid,
            "answers.unreadable",
            "An answer is a text, a number, a list of them, or {\"missing\": …} with one of the known words.",
            {},
            std::string(field)};
}

std::optional<std::string> plain(const json::value& value) {
    if (value.is_string()) return std::string(value.as_string());
    if (value.is_number()) return json::serialize(value);
    return std::nullopt;
}

Result<Answer> read_answer(std::string_view field, const json::value& value) {
    Answer answer;
    if (const auto one = plain(value)) {
        answer.values.push_back(*one);
        return answer;
    }
    if (value.is_array()) {
        for (const auto& item : value.as_array()) {
            auto one = plain(item);
            if (!one) return unreadable(field);
            answer.values.push_back(std::move(*one));
        }
        return answer;
    }
    if (!value.is_object() || value.as_object().size() != 1) return unreadable(field);
    const auto* word = value.as_object().if_contains("missing");
    if (word == nullptr || !word->is_string()) return unreadable(field);
    const auto missing = missing_named(std::string_view(word->as_string()));
    if (!missing) return unreadable(field);
    answer.missing = *missing;
    return answer;
}

} // namespace

std::string_view name_of(Missing missing) {
    return missing_names[static_cast<std::size_t>(missing)];
}

std::optional<Missing> missing_named(std::string_view name) {
    if (name.empty()) return std::nullopt;
    return named_in<Missing>(missing_names, name);
}

const Answer* find(const Answers& answers, std::string_view name) {
    const auto found = answers.find(name);
    return found == answers.end() ? nullptr : &found->second;
}

Result<Answers> read_answers(std::string_view text) {
    const auto object = TRY(measurement::parse_object(text));
    Answers answers;
    for (const auto& member : object)
        if (!member.value().is_null())
            answers[std::string(member.key())] = TRY(read_answer(member.key(), member.value()));
    return answers;
}

std::string write_answers(const Answers& answers) {
    JsonWriter writer;
    writer.begin_object();
    for (const auto& [name, answer] : answers) {
        writer.key(name);
        if (answer.missing != Missing::none) {
            writer.begin_object().member("missing", name_of(answer.missing)).end_object();
        } else if (answer.values.size() == 1) {
            writer.value(answer.values.front());
        } else {
            writer.begin_array();
            for (const auto& value : answer.values)
                writer.value(value);
            writer.end_array();
        }
    }
    return std::move(writer.end_object()).text();
}

} // namespace maerkbar::surveys
