#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"

// Reading JSON that people or programs send. Only for .cpp files.
namespace maerkbar::measurement {

// Parses one JSON object. Error: json.not_an_object.
[[nodiscard]] Result<boost::json::object> parse_object(std::string_view text);

// Takes the members of one object out by name and type, and complains about what is wrong or left over. After
// the first error everything gives defaults; ask finish().
class MemberReader {
  public:
    MemberReader(const boost::json::object& object, std::string path)
        : object_(object), path_(std::move(path)) {}

    [[nodiscard]] const boost::json::value* find(std::string_view name);
    void text(std::string_view name, std::string& into);
    void number(std::string_view name, double& into);
    void whole(std::string_view name, std::int64_t& into);
    void truth(std::string_view name, bool& into);
    // A text that `named` (such as measure_named) knows.
    template <typename Enum, typename Named>
    void word(std::string_view name, Enum& into, Named named) {
        std::string text;
        const auto* value = find(name);
        if (value == nullptr) return;
        this->text(name, text);
        if (const auto found = named(text)) {
            into = *found;
        } else {
            fail(name, "json.unknown_word", "{value} is not one of the words known here.", text);
        }
    }
    void fail(std::string_view name, std::string_view code, std::string_view text,
              std::string_view value = {});
    void fail(Error error);

    [[nodiscard]] std::string field(std::string_view name) const;
    // The first error, if any; also for members nobody asked for.
    [[nodiscard]] Result<void> finish();

  private:
    const boost::json::object& object_;
    std::string path_;
    std::set<std::string, std::less<>> asked_;
    std::optional<Error> error_;
};

} // namespace maerkbar::measurement
