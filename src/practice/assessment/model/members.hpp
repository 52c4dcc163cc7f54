#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/function_ref.hpp"
#include "practice/assessment/model/texts.hpp"

#include "base/result.hpp"

// Reading the members of JSON objects with their place for errors. Only for .cpp files of self-assessment.
namespace maerkbar::assessment {

// The first thing that is wrong in a document; what is read after it does not matter.
class Fault {
  public:
    void say(std::string place, std::string_view code, std::string_view text, std::string_view value = {});
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  private:
    std::optional<Error> error_;
};

// One object at its place in the document, such as nodes[3].question. Members nobody asks for are ignored.
class Members {
  public:
    Members(const boost::json::object& object, std::string place, Fault& fault)
        : object_(object), place_(std::move(place)), fault_(fault) {}

    void text(std::string_view name, std::string& into, std::size_t longest = 200);
    void required_text(std::string_view name, std::string& into, std::size_t longest = 200);
    void number(std::string_view name, double& into);
    void whole(std::string_view name, int& into);
    void truth(std::string_view name, bool& into);
    void texts(std::string_view name, Texts& into);
    void lists(std::string_view name, TextLists& into);
    void list_of_texts(std::string_view name, std::vector<std::string>& into);
    void object(std::string_view name, FunctionRef<void(Members&)> read);
    void list(std::string_view name, FunctionRef<void(Members&)> read, std::size_t most = 2000);
    // Of an object whose member names are data.
    void each_text(std::string_view name, FunctionRef<void(std::string_view, std::string)> read);

    void fail(std::string_view name, std::string_view code, std::string_view text,
              std::string_view value = {});
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

  private:
    [[nodiscard]] const boost::json::value* find(std::string_view name) const;
    [[nodiscard]] std::string place(std::string_view name) const;

    const boost::json::object& object_;
    std::string place_;
    Fault& fault_;
};

} // namespace maerkbar::assessment
