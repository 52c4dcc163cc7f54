#include "measurement/json_reading.hpp"

#include <boost/json/parse.hpp>
#include <cmath>

namespace maerkbar::measurement {

Result<boost::json::object> parse_object(std::string_view text) {
    boost::system::error_code problem;
    auto value = boost::json::parse(text, problem);
    if (problem || !value.is_object())
        return Error{ErrorKind::invalid, "json.not_an_object", "This is not a JSON object."};
    return std::move(value.as_object());
}

const boost::json::value* MemberReader::find(std::string_view name) {
    asked_.insert(std::string(name));
    const auto* value = object_.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

void MemberReader::text(std::string_view name, std::string& into) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_string()) return fail(name, "json.no_text", "A text belongs here.");
    into = std::string(value->as_string());
}

void MemberReader::number(std::string_view name, double& into) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_number()) return fail(name, "json.no_number", "A number belongs here.");
    into = value->to_number<double>();
}

void MemberReader::whole(std::string_view name, std::int64_t& into) {
    double number = 0;
    const auto* value = find(name);
    if (value == nullptr) return;
    this->number(name, number);
    if (number != std::floor(number) || std::abs(number) > 1e15)
        return fail(name, "json.not_whole", "A whole number belongs here.");
    into = static_cast<std::int64_t>(number);
}

void MemberReader::truth(std::string_view name, bool& into) {
    const auto* value = find(name);
    if (value == nullptr) return;
    if (!value->is_bool()) return fail(name, "json.no_truth", "Either true or false belongs here.");
    into = value->as_bool();
}

std::string MemberReader::field(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + '.' + std::string(name);
}

void MemberReader::fail(std::string_view name, std::string_view code, std::string_view text,
                        std::string_view value) {
    fail({ErrorKind::invalid,
          std::string(code),
          std::string(text),
          {{"value", std::string(value)}},
          field(name)});
}

void MemberReader::fail(Error error) {
    if (!error_) error_ = std::move(error);
}

Result<void> MemberReader::finish() {
    for (const auto& member : object_)
        if (!asked_.contains(std::string_view(member.key())))
            fail(std::string_view(member.key()), "json.unknown_member",
                 "Nothing is known about {value} here.", std::string_view(member.key()));
    if (error_) return *error_;
    return {};
}

} // namespace maerkbar::measurement
