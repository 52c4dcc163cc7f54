#include "practice/assessment/model/members.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <cmath>
#include <limits>

namespace maerkbar::assessment {

namespace {

constexpr std::size_t longest_prose = 4000; // bytes
constexpr std::size_t most_texts = 500;

std::string utf8(const boost::json::string& text) {
    return {text.data(), text.size()};
}

} // namespace

void Fault::say(std::string place, std::string_view code, std::string_view text, std::string_view value) {
    if (error_) return;
    error_ = Error{ErrorKind::invalid,
                   std::string(code),
                   std::string(text),
                   {{"place", std::move(place)}, {"value", std::string(value)}},
                   "file"};
}

const boost::json::value* Members::find(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::string Members::place(std::string_view name) const {
    return place_.empty() ? std::string(name) : place_ + "." + std::string(name);
}

void Members::fail(std::string_view name, std::string_view code, std::string_view text,
                   std::string_view value) {
    fault_.say(place(name), code, text, value);
}

void Members::text(std::string_view name, std::string& into, std::size_t longest) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_string()) return fail(name, "assessment.json_text", "At {place}: a text belongs here.");
    into = utf8(value->get_string());
    if (into.size() > longest)
        fail(name, "assessment.json_long",
             "At {place}: the text is too long, at most {value} bytes are taken.", std::to_string(longest));
}

void Members::required_text(std::string_view name, std::string& into, std::size_t longest) {
    text(name, into, longest);
    if (into.empty()) fail(name, "assessment.json_missing", "At {place}: this is missing.");
}

void Members::number(std::string_view name, double& into) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_number())
        return fail(name, "assessment.json_number", "At {place}: a number belongs here.");
    into = value->to_number<double>();
    if (!std::isfinite(into) || std::abs(into) > 1e9)
        fail(name, "assessment.json_number", "At {place}: a number belongs here.");
}

void Members::whole(std::string_view name, int& into) {
    double found = into;
    number(name, found);
    if (found != std::floor(found) || std::abs(found) > 1e6)
        return fail(name, "assessment.json_whole", "At {place}: a whole number belongs here.");
    into = static_cast<int>(found);
}

void Members::truth(std::string_view name, bool& into) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_bool())
        return fail(name, "assessment.json_truth", "At {place}: true or false belongs here.");
    into = value->get_bool();
}

void Members::texts(std::string_view name, Texts& into) {
    object(name, [&](Members& in) {
        in.text("da", into.da, longest_prose);
        in.text("nb", into.nb, longest_prose);
        in.text("en", into.en, longest_prose);
    });
    if (!into.complete())
        fail(name, "assessment.json_languages",
             "At {place}: the text is needed in Danish (da), Norwegian (nb) and English (en).");
}

void Members::lists(std::string_view name, TextLists& into) {
    object(name, [&](Members& in) {
        in.list_of_texts("da", into.da);
        in.list_of_texts("nb", into.nb);
        in.list_of_texts("en", into.en);
    });
    if (into.da.size() != into.nb.size() || into.nb.size() != into.en.size())
        fail(name, "assessment.json_lists", "At {place}: the three languages must have equally many texts.");
}

void Members::list_of_texts(std::string_view name, std::vector<std::string>& into) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_array() || value->get_array().size() > most_texts)
        return fail(name, "assessment.json_list",
                    "At {place}: a list of at most {value} entries belongs here.",
                    std::to_string(most_texts));
    for (const auto& entry : value->get_array()) {
        if (!entry.is_string() || entry.get_string().size() > longest_prose)
            return fail(name, "assessment.json_text", "At {place}: a text belongs here.");
        into.push_back(utf8(entry.get_string()));
    }
}

void Members::object(std::string_view name, FunctionRef<void(Members&)> read) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_object())
        return fail(name, "assessment.json_object", "At {place}: an object {…} belongs here.");
    Members inner(value->get_object(), place(name), fault_);
    read(inner);
}

void Members::list(std::string_view name, FunctionRef<void(Members&)> read, std::size_t most) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_array() || value->get_array().size() > most)
        return fail(name, "assessment.json_list",
                    "At {place}: a list of at most {value} entries belongs here.", std::to_string(most));
    std::size_t number = 0;
    for (const auto& entry : value->get_array()) {
        const auto at = place(name) + "[" + std::to_string(number++) + "]";
        if (!entry.is_object())
            return fault_.say(at, "assessment.json_object", "At {place}: an object {…} belongs here.");
        Members inner(entry.get_object(), at, fault_);
        read(inner);
    }
}

void Members::each_text(std::string_view name, FunctionRef<void(std::string_view, std::string)> read) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_object())
        return fail(name, "assessment.json_object", "At {place}: an object {…} belongs here.");
    for (const auto& member : value->get_object()) {
        if (!member.value().is_string())
            return fail(name, "assessment.json_text", "At {place}: a text belongs here.");
        read(member.key(), utf8(member.value().get_string()));
    }
}

} // namespace maerkbar::assessment
