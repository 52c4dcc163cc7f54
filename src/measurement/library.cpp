#include "measurement/library.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/embedded.hpp"
#include "base/names.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/json_reading.hpp"

extern "C" const maerkbar::embedded::Entry maerkbar_embedded_indicators[];

namespace maerkbar::measurement {

namespace {

namespace json = boost::json;
using Values = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kinds[] = {"duration", "working_days", "number", "text"};
constexpr std::string_view codes[] = {"da", "nb", "en"};

LocalText read_label(const json::value* value) {
    LocalText label;
    if (value == nullptr || !value->is_object()) return label;
    MemberReader reader(value->as_object(), "label");
    reader.text("da", label.da);
    reader.text("nb", label.nb);
    reader.text("en", label.en);
    return label;
}

std::string as_text(const json::value& value) {
    return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

Result<LibraryParameter> read_parameter(const json::value& value) {
    if (!value.is_object())
        return Error{ErrorKind::internal, "library.unreadable",
                     "A ready indicator has a parameter that is no object."};
    LibraryParameter parameter;
    MemberReader reader(value.as_object(), "parameters");
    reader.text("name", parameter.name);
    reader.word("kind", parameter.kind,
                [](std::string_view name) { return named_in<LibraryParameter::Kind>(kinds, name); });
    parameter.label = read_label(reader.find("label"));
    if (const auto* suggested = reader.find("value")) parameter.value = as_text(*suggested);
    TRY(reader.finish());
    return parameter;
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

// How a value is said in a text: 2 minutter, 5 arbejdsdage.
std::string spoken(const LibraryParameter& parameter, const std::string& value,
                   const web::Language& language) {
    if (parameter.kind == LibraryParameter::Kind::text) return value;
    const double number = number_in(value).value_or(0);
    if (parameter.kind == LibraryParameter::Kind::duration)
        return language.duration(std::chrono::seconds(std::llround(number)));
    if (parameter.kind == LibraryParameter::Kind::working_days)
        return language.plural("{count} working day", "{count} working days", std::llround(number));
    return language.number(number, number == std::round(number) ? 0 : 2);
}

// Puts values in place of {"parameter": name}, and their spoken form into the texts of each language.
class Filler {
  public:
    Filler(std::span<const LibraryParameter> parameters, const Values& values,
           const web::Languages& languages)
        : parameters_(parameters), values_(values), languages_(languages) {}

    json::value fill(const json::value& value) const {
        if (value.is_array()) return fill_array(value.as_array());
        return value.is_object() ? fill_object(value.as_object()) : value;
    }

  private:
    json::value fill_array(const json::array& array) const {
        json::array filled;
        for (const auto& item : array)
            filled.push_back(fill(item));
        return filled;
    }

    json::value fill_object(const json::object& object) const {
        if (const auto* name = object.if_contains("parameter"))
            return value_of(std::string_view(name->as_string()));
        json::object filled;
        for (const auto& member : object) {
            const bool text = std::ranges::find(codes, std::string_view(member.key())) != std::end(codes);
            filled[member.key()] = text && member.value().is_string()
                                       ? json::value(say(member.key(), member.value().as_string()))
                                       : fill(member.value());
        }
        return filled;
    }

    json::value value_of(std::string_view name) const {
        for (const auto& parameter : parameters_)
            if (parameter.name == name && parameter.kind != LibraryParameter::Kind::text)
                return number_in(values_.at(parameter.name)).value_or(0);
        return json::value(values_.find(name)->second);
    }

    std::string say(std::string_view code, std::string_view text) const {
        std::vector<std::pair<std::string, std::string>> arguments;
        for (const auto& parameter : parameters_)
            arguments.emplace_back(parameter.name,
                                   spoken(parameter, values_.at(parameter.name), languages_.get(code)));
        return fill_in(text, arguments);
    }

    std::span<const LibraryParameter> parameters_;
    const Values& values_;
    const web::Languages& languages_;
};

Result<Values> chosen(std::span<const LibraryParameter> parameters, const Values& wanted) {
    Values values;
    for (const auto& parameter : parameters) {
        const auto given = wanted.find(parameter.name);
        values[parameter.name] = given == wanted.end() ? parameter.value : given->second;
        if (parameter.kind != LibraryParameter::Kind::text && !number_in(values[parameter.name]))
            return Error{
                ErrorKind::invalid, "library.no_number", "A number belongs here.", {}, parameter.name};
    }
    return values;
}

Result<LibraryIndicator> read_indicator(std::string_view text, const Values& wanted,
                                        const web::Languages& languages) {
    const auto object = TRY(parse_object(text));
    MemberReader reader(object, "");
    LibraryIndicator indicator;
    indicator.json = text;
    reader.text("code", indicator.code);
    reader.whole("order", indicator.order);
    const auto* parameters = reader.find("parameters");
    const auto* definition = reader.find("definition");
    TRY(reader.finish());
    if (parameters != nullptr && parameters->is_array())
        for (const auto& parameter : parameters->as_array())
            indicator.parameters.push_back(TRY(read_parameter(parameter)));
    const auto values = TRY(chosen(indicator.parameters, wanted));
    const Filler filler(indicator.parameters, values, languages);
    indicator.definition =
        TRY(read_definition(json::serialize(filler.fill(definition ? *definition : json::value()))));
    return indicator;
}

} // namespace

Result<std::vector<LibraryIndicator>> library(const web::Languages& languages) {
    std::vector<LibraryIndicator> found;
    for (const auto* entry = maerkbar_embedded_indicators; entry->name != nullptr; ++entry)
        found.push_back(TRY(read_indicator({entry->data, entry->size}, {}, languages)));
    std::ranges::sort(found, {}, &LibraryIndicator::order);
    return found;
}

Result<Definition> adopt(std::string_view code, const Values& parameters, const web::Languages& languages) {
    const auto text =
        embedded::find(maerkbar_embedded_indicators, "indicators/" + std::string(code) + ".json");
    if (text.data() == nullptr)
        return Error{ErrorKind::not_found, "library.unknown", "There is no ready indicator of that name."};
    return TRY(read_indicator(text, parameters, languages)).definition;
}

} // namespace maerkbar::measurement
