#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"

// For scenario_json.cpp and its parts only.
namespace maerkbar::simulation {

[[nodiscard]] inline Error scenario_error(const std::string& where, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {{"where", where}}, where};
}

// One object of a scenario: members by name and type, and a complaint about those nobody asked for.
class ObjectReader {
  public:
    static Result<ObjectReader> from(const boost::json::value& value, std::string where) {
        if (!value.is_object())
            return scenario_error(where, "scenario.not_an_object", "{where} must be an object: { … }.");
        return ObjectReader(value.get_object(), std::move(where));
    }

    // Null where it is not there.
    [[nodiscard]] const boost::json::value* find(std::string_view name) {
        asked_.emplace(name);
        return object_->if_contains(name);
    }
    [[nodiscard]] bool has(std::string_view name) const { return object_->contains(name); }
    [[nodiscard]] std::string where(std::string_view name) const {
        return where_.empty() ? std::string(name) : where_ + "." + std::string(name);
    }
    [[nodiscard]] const std::string& where() const { return where_; }

    [[nodiscard]] Result<std::string> text(std::string_view name) {
        const auto* value = find(name);
        if (value == nullptr || !value->is_string() || value->get_string().empty())
            return scenario_error(where(name), "scenario.not_a_text", "{where} must be a text.");
        return std::string(value->get_string());
    }
    [[nodiscard]] Result<std::string> text(std::string_view name, std::string_view otherwise) {
        return has(name) ? text(name) : Result<std::string>(std::string(otherwise));
    }
    // Between the two, both included.
    [[nodiscard]] Result<double> number(std::string_view name, double least, double most) {
        const auto* value = find(name);
        if (value != nullptr && value->is_number()) {
            const auto number = value->to_number<double>();
            if (number >= least && number <= most) return number;
        }
        auto error = scenario_error(where(name), "scenario.bad_number",
                                    "{where} must be a number from {least} to {most}.");
        error.arguments.emplace_back("least", short_text(least));
        error.arguments.emplace_back("most", short_text(most));
        return error;
    }
    [[nodiscard]] Result<double> number(std::string_view name, double least, double most, double otherwise) {
        return has(name) ? number(name, least, most) : Result<double>(otherwise);
    }
    [[nodiscard]] Result<std::size_t> whole(std::string_view name, double least, double most,
                                            double otherwise) {
        return static_cast<std::size_t>(TRY(number(name, least, most, otherwise)));
    }
    // False where it is not there.
    [[nodiscard]] Result<bool> yes_no(std::string_view name) {
        const auto* value = find(name);
        if (value == nullptr) return false;
        if (!value->is_bool())
            return scenario_error(where(name), "scenario.not_yes_no", "{where} must be true or false.");
        return value->get_bool();
    }
    // The elements of a list; an empty one where it is not there.
    [[nodiscard]] Result<const boost::json::array*> list(std::string_view name) {
        static const boost::json::array none;
        const auto* value = find(name);
        if (value == nullptr) return &none;
        if (!value->is_array())
            return scenario_error(where(name), "scenario.not_a_list", "{where} must be a list: [ … ].");
        return &value->get_array();
    }
    // Complains about members that were not asked for.
    [[nodiscard]] Result<void> finish() const {
        for (const auto& member : *object_)
            if (!asked_.contains(std::string_view(member.key())))
                return scenario_error(where(member.key()), "scenario.unknown_member",
                                      "{where} is not known here. Is it misspelled?");
        return {};
    }

    static std::string short_text(double number) {
        auto text = std::to_string(number);
        while (text.back() == '0')
            text.pop_back();
        if (text.back() == '.') text.pop_back();
        return text;
    }

  private:
    ObjectReader(const boost::json::object& object, std::string where)
        : object_(&object), where_(std::move(where)) {}

    const boost::json::object* object_;
    std::string where_;
    std::set<std::string, std::less<>> asked_;
};

} // namespace maerkbar::simulation
